import type { IToken, TokenType } from "chevrotain";
import type { BadExpr, Directive, Expr, Ident } from "@goes/ast";
import { tokenClasses, type LexToken, type TokenClass, type TokenStream } from "@goes/lexer";
import { diagnostic, type Pos, type Report, type SourceFile } from "@goes/source";
import { describeToken } from "./describe-token.ts";
import { LeanParser } from "./lean-parser.ts";

/** Thrown behind a reported error and caught where the grammar can go on: a statement, a declaration, a field. */
export const syntaxAbort: unique symbol = Symbol("syntax error");

/** Thrown when nothing more of the file shall be read. */
export const fileAbort: unique symbol = Symbol("file abandoned");

/** How deep expressions, types and statements may nest within each other. */
export const maxDepth = 300;

/** Whether a grammar is checked for ambiguities when it is built: tests do, production saves the time. */
export type GrammarChecks = "validate" | "skip";

const maxBracketSearch = 10_000;

const { LParen, RParen, LBrack, RBrack, LBrace, RBrace, Comma, Semicolon, EndOfFile } = tokenClasses;

const statementStarts: ReadonlySet<TokenClass> = new Set<TokenClass>([
  tokenClasses.Break,
  tokenClasses.Const,
  tokenClasses.Continue,
  tokenClasses.Defer,
  tokenClasses.Fallthrough,
  tokenClasses.For,
  tokenClasses.Go,
  tokenClasses.Goto,
  tokenClasses.If,
  tokenClasses.Return,
  tokenClasses.Select,
  tokenClasses.Switch,
  tokenClasses.Type,
  tokenClasses.Var,
]);

const noFile: SourceFile = { name: "", base: 0, text: "", lineStarts: [0], invalidOffsets: [] };
const noStream: TokenStream = {
  tokens: [],
  headerComments: [],
  directives: [],
  badLiterals: new Set(),
};

/**
 * What all grammar files share: the token cursor, positions, errors in gc's wording, and recovery. One instance
 * parses one file after the other; {@link start} resets it.
 */
export abstract class ParserBase extends LeanParser {
  protected file: SourceFile = noFile;
  protected stream: TokenStream = noStream;
  /** Added to an offset it gives a position. */
  protected base = 0;
  /** Below 0: in the header of a control clause, where `{` begins the block and no composite literal. */
  protected exprLevel = 0;
  protected depth = 0;
  #report: Report = () => {};
  #lastErrorLine = -1;
  #nextDirective = 0;

  constructor(checks: GrammarChecks) {
    super(Object.values(tokenClasses) as unknown as TokenType[], {
      maxLookahead: 1,
      skipValidations: checks === "skip",
      recoveryEnabled: false,
    });
  }

  /** Makes the parser ready for a file. */
  protected start(file: SourceFile, stream: TokenStream, report: Report): void {
    this.input = stream.tokens as IToken[];
    this.file = file;
    this.stream = stream;
    this.base = file.base;
    this.exprLevel = 0;
    this.depth = 0;
    this.#report = report;
    this.#lastErrorLine = -1;
    this.#nextDirective = 0;
  }

  /** Forgets the file, so that its text can be collected. */
  protected release(): void {
    this.start(noFile, noStream, () => {});
  }

  // The stream ends in EndOfFile already, and the grammar itself decides what may follow.
  protected onBeforeParse(): void {}
  protected onAfterParse(): void {}

  // --- the cursor

  /** The next token. */
  protected get next(): LexToken {
    return this.LA(1) as LexToken;
  }

  /** Class of the next token. */
  protected get nextClass(): TokenClass {
    return (this.LA(1) as LexToken).tokenType;
  }

  /** Class of the token `ahead` places on; 1 is the next one. */
  protected classAt(ahead: number): TokenClass {
    return (this.LA(ahead) as LexToken).tokenType;
  }

  /** Position of the next token. */
  protected get pos(): Pos {
    return this.base + this.LA(1).startOffset;
  }

  /** Position behind the last token that was consumed. */
  protected get end(): Pos {
    const token = this.LA(0);
    return this.base + token.startOffset + token.image.length;
  }

  /** Position of a token. */
  protected posOf(token: IToken): Pos {
    return this.base + token.startOffset;
  }

  /** Takes the next token, which the caller has looked at. */
  protected take(): LexToken {
    const token = this.LA(1) as LexToken;
    if (token.tokenType !== EndOfFile) this.SKIP_TOKEN();
    return token;
  }

  /**
   * Distance of the bracket that closes the one at distance `open`. Where there is none, that of a token which shows
   * it, or which is too far away for any sane program: the search must not make bad input slow.
   */
  protected closingBracket(open: number): number {
    let level = 0;
    let braces = 0;
    for (let at = open; at < open + maxBracketSearch; at++) {
      const item = this.classAt(at);
      if (item === LParen || item === LBrack) level++;
      else if (item === LBrace) braces++;
      else if (item === RParen || item === RBrack) {
        level--;
        if (level <= 0) return at;
      } else if (item === RBrace) {
        braces--;
        if (braces < 0) return at;
      } else if (item === EndOfFile || (item === Semicolon && braces === 0)) return at;
    }
    return open + maxBracketSearch;
  }

  // --- errors

  /** Reports `syntax error: message`, at most one a line, as gc does. */
  protected syntaxError(pos: Pos, message: string): void {
    if (this.RECORDING_PHASE) return;
    const line = this.lineOf(pos);
    if (line === this.#lastErrorLine) return;
    this.#lastErrorLine = line;
    this.#report(diagnostic("SyntaxError", pos, `syntax error: ${message}`));
  }

  /** Reports `syntax error: unexpected TOKEN` and what `tail` says of the place. */
  protected unexpected(tail: string): void {
    this.syntaxError(this.pos, `unexpected ${describeToken(this.next)}${tail}`);
  }

  /** Reports the next token as unexpected and gives up the construct. */
  protected fail(tail: string): never {
    this.unexpected(tail);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- control flow, no error object is wanted
    throw syntaxAbort;
  }

  /** Zero-based line of a position of this file. */
  protected lineOf(pos: Pos): number {
    const starts = this.file.lineStarts;
    const offset = pos - this.base;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // Chevrotain calls these two where the next token fits nothing; its own versions build error objects.
  protected consumeInternalError(
    expected: TokenClass,
    _actual: IToken,
    options?: { ERR_MSG?: string },
  ): never {
    this.fail(options?.ERR_MSG ?? `, expected ${expected.label}`);
  }

  protected raiseNoAltException(_occurrence: number, message: string | undefined): never {
    this.fail(message ?? "");
  }

  /** Counts one level of nesting; {@link leave} ends it. Too many end the parse of the file. */
  protected enter(): void {
    if (++this.depth > maxDepth && !this.RECORDING_PHASE) this.tooDeep();
  }

  /** Ends a level of nesting. */
  protected leave(): void {
    this.depth--;
  }

  /** Reports that the nesting is too deep and abandons the file. */
  protected tooDeep(): never {
    this.reportTooDeep();
    throw fileAbort;
  }

  /** Reports that the nesting is too deep. */
  protected reportTooDeep(): void {
    this.#report(diagnostic("TooDeep", this.pos, "nesting is too deep"));
  }

  // --- recovery

  /** Runs `parse`; where it gives up behind a reported error, the result is that of `recover`. */
  protected guarded<T>(parse: () => T, recover: () => T): T {
    const { depth, exprLevel, currentRule } = this;
    try {
      return parse();
    } catch (error) {
      if (error !== syntaxAbort) throw error;
      this.depth = depth;
      this.exprLevel = exprLevel;
      this.currentRule = currentRule;
      return recover();
    }
  }

  /** Skips to the end of the statement or to a keyword that begins one. */
  protected skipStatement(): void {
    let level = 0;
    for (;;) {
      const item = this.nextClass;
      if (item === EndOfFile || statementStarts.has(item)) return;
      if (item === LParen || item === LBrack || item === LBrace) level++;
      else if (item === RParen || item === RBrack) level = Math.max(0, level - 1);
      else if (item === RBrace) {
        if (level === 0) return;
        level--;
      } else if (level === 0) {
        if (item === Semicolon || item === tokenClasses.Case || item === tokenClasses.Default) return;
      }
      this.take();
    }
  }

  /** Skips to one of `stops`, over everything else. */
  protected skipTo(stops: ReadonlySet<TokenClass>): void {
    while (!stops.has(this.nextClass) && this.nextClass !== EndOfFile) this.take();
  }

  // --- small pieces

  /** `{ element "," } close`: the elements of a bracketed list, a comma behind the last one allowed. */
  protected list(
    idx: number,
    close: TokenClass,
    names: { readonly context: string; readonly expected: string },
    element: () => void,
  ): void {
    this.many(idx, () => {
      element();
      const after = this.nextClass;
      if (after !== close && after !== Comma && !this.RECORDING_PHASE) {
        this.fail(` in ${names.context}; possibly missing comma or ${close.label}`);
      }
      this.option(idx, () => this.consume(idx, Comma as TokenType));
    });
    this.consume(idx, close as TokenType, { ERR_MSG: names.expected });
  }

  /** An identifier from its token. */
  protected ident(token: IToken): Ident {
    const pos = this.base + token.startOffset;
    return { kind: "Ident", pos, end: pos + token.image.length, name: token.image };
  }

  /** The node for a missing expression. */
  protected badExpr(): BadExpr {
    return { kind: "BadExpr", pos: this.pos, end: this.pos };
  }

  /** The directives between the last token and `pos`. */
  protected directivesBefore(pos: Pos): readonly Directive[] {
    const all = this.stream.directives;
    const previousEnd = this.end;
    while (this.#nextDirective < all.length && all[this.#nextDirective]!.pos < previousEnd)
      this.#nextDirective++;
    const from = this.#nextDirective;
    while (this.#nextDirective < all.length && all[this.#nextDirective]!.pos < pos) this.#nextDirective++;
    return from === this.#nextDirective ? noDirectives : all.slice(from, this.#nextDirective);
  }

  /** Whether `x` may stand before `{` as the type of a composite literal. */
  protected isLiteralType(x: Expr): boolean {
    switch (x.kind) {
      case "Ident":
        return this.exprLevel >= 0;
      case "SelectorExpr":
        return this.exprLevel >= 0 && x.x.kind === "Ident";
      case "IndexExpr":
        return this.exprLevel >= 0 && (x.x.kind === "Ident" || x.x.kind === "SelectorExpr");
      case "ArrayType":
      case "StructType":
      case "MapType":
        return true;
      default:
        return false;
    }
  }
}

const noDirectives: readonly Directive[] = [];
