import type { IToken, TokenType } from "chevrotain";
import type { BadExpr, Directive, Expr, Ident, NodeBase } from "@goes/ast";
import { tokenClasses, type LexToken, type TokenClass, type TokenStream } from "@goes/lexer";
import {
  diagnostic,
  InternalError,
  type Diagnostic,
  type Pos,
  type Report,
  type SourceFile,
} from "@goes/source";
import { describeToken, expectedLabel } from "./describe-token.ts";
import { LeanParser } from "./lean-parser.ts";
import { LinearLookahead } from "./linear-lookahead.ts";

/** Thrown when nothing more of the file shall be read. */
export const fileAbort: unique symbol = Symbol("file abandoned");

/**
 * How deep expressions, types and statements may nest within each other, unless the caller says otherwise: what the stack
 * of an ordinary thread holds for all stages.
 */
export const defaultNesting = 300;

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
  file: noFile,
  tokens: [],
  headerComments: [],
  directives: [],
  strayDirectives: [],
  badLiterals: new Set(),
  skippedBodies: new Map(),
  hasErrors: false,
};

/** How a list is written, for {@link ParserBase.list}. */
export interface ListForm {
  readonly separator: TokenClass;
  readonly close: TokenClass;
  /** What errors call it: `argument list`. */
  readonly context: string;
}

const listStops: ReadonlySet<TokenClass> = new Set<TokenClass>([RParen, RBrack, RBrace]);

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
  #maxNesting = defaultNesting;
  #report: Report = () => {};
  /** Above 0: inside a function, where keywords that begin a statement end the search for a token to go on at. */
  protected functionDepth = 0;
  #lastErrorLine = -1;
  #anyError = false;
  #laterErrors: Diagnostic[] = [];
  #nextDirective = 0;

  constructor(checks: GrammarChecks) {
    super(Object.values(tokenClasses) as unknown as TokenType[], {
      maxLookahead: 1,
      lookaheadStrategy: new LinearLookahead(),
      skipValidations: checks === "skip",
      recoveryEnabled: false,
    });
  }

  /** Makes the parser ready for a file. */
  protected start(file: SourceFile, stream: TokenStream, report: Report, maxNesting: number): void {
    this.input = stream.tokens as IToken[];
    this.file = file;
    this.stream = stream;
    this.base = file.base;
    this.exprLevel = 0;
    this.depth = 0;
    this.#maxNesting = maxNesting;
    this.functionDepth = 0;
    this.#report = report;
    this.#lastErrorLine = -1;
    this.#anyError = stream.hasErrors;
    this.#laterErrors = [];
    this.#nextDirective = 0;
  }

  /** Reports what {@link laterError} kept back, unless there are syntax errors. */
  protected finish(): void {
    if (!this.hasSyntaxErrors) for (const item of this.#laterErrors) this.#report(item);
  }

  /** Where the errors of the current file go. */
  protected get report(): Report {
    return this.#report;
  }

  /** Forgets the file, so that its text can be collected. */
  protected release(): void {
    this.start(noFile, noStream, () => {}, defaultNesting);
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

  /** Class of the token `ahead` tokens on; 1 is the next one. */
  protected classAt(ahead: number): TokenClass {
    return (this.LA(ahead) as LexToken).tokenType;
  }

  /** Position of the next token. */
  protected get pos(): Pos {
    return this.base + this.LA(1).startOffset;
  }

  /** Position after the last token that was consumed. */
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
    if (token.tokenType !== EndOfFile) this.step();
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

  /** Reports `syntax error: message`, at most one a line, and none at the end of a file that has other errors. */
  protected syntaxError(pos: Pos, message: string): void {
    if (this.RECORDING_PHASE) return;
    if (this.#anyError && this.nextClass === EndOfFile) return;
    this.#anyError = true;
    const line = this.lineOf(pos);
    if (line === this.#lastErrorLine) return;
    this.#lastErrorLine = line;
    this.#report(diagnostic("SyntaxError", pos, `syntax error: ${message}`));
  }

  /** Whether a syntax error has been reported for this file. */
  protected get hasSyntaxErrors(): boolean {
    return this.#lastErrorLine >= 0;
  }

  /** Reports a violation that leaves the structure of the program clear: gc goes on to check types. */
  protected plainError(pos: Pos, message: string): void {
    if (this.RECORDING_PHASE) return;
    this.#anyError = true;
    this.#report(diagnostic("SyntaxError", pos, message));
  }

  /** As {@link plainError}, for what gc finds only when it checks types: not said if there are syntax errors. */
  protected laterError(pos: Pos, message: string): void {
    if (!this.RECORDING_PHASE) this.#laterErrors.push(diagnostic("SyntaxError", pos, message));
  }

  /** Reports `syntax error: unexpected TOKEN` and what `tail` says of the context. */
  protected unexpected(tail: string): void {
    this.syntaxError(this.pos, `unexpected ${describeToken(this.next)}${tail}`);
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

  /** Chevrotain's CONSUME. A token that is missing is reported and made up, and the one instead of it skipped. */
  protected consumeInternal(expected: TokenClass, _idx: number, options?: { ERR_MSG?: string }): LexToken {
    const token = this.LA(1) as LexToken;
    if (token.tokenTypeIdx === expected.tokenTypeIdx) {
      this.step();
      return token;
    }
    this.unexpected(options?.ERR_MSG ?? `, expected ${expectedLabel(expected)}`);
    const { startOffset } = token;
    this.take();
    const image = expected === tokenClasses.Ident ? "_" : "";
    return { image, startOffset, tokenTypeIdx: expected.tokenTypeIdx!, tokenType: expected };
  }

  /** Chevrotain's report that no alternative fits; the grammar looks ahead before that. */
  protected raiseNoAltException(occurrence: number, _message: string | undefined): never {
    const where = `alternative ${occurrence} at ${describeToken(this.next)}`;
    throw new InternalError("parser", `no choice for ${where} in ${this.file.name}`);
  }

  /** Counts one level of nesting; {@link leave} ends it. Too many end the parse of the file. */
  protected enter(): void {
    if (++this.depth > this.#maxNesting && !this.RECORDING_PHASE) this.tooDeep();
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

  /** Skips to one of `stops`, or in a function to a keyword that begins a statement. */
  protected advance(stops: ReadonlySet<TokenClass>): void {
    for (;;) {
      const item = this.nextClass;
      if (item === EndOfFile || stops.has(item)) return;
      if (this.functionDepth > 0 && statementStarts.has(item)) return;
      this.take();
    }
  }

  // --- small pieces

  /**
   * `{ element separator } close`: the elements of a bracketed list; the last separator may be missing. The grammar
   * records the plain form. What runs also ends after an element that returns "last", and calls `element` where
   * none begins; that reports and skips what is there.
   */
  protected list(idx: number, form: ListForm, element: () => unknown): void {
    const { separator, close } = form;
    if (this.RECORDING_PHASE) {
      this.many(idx, () => {
        element();
        this.option(idx, () => this.consume(idx, separator as TokenType));
      });
      this.consume(idx, close as TokenType);
      return;
    }
    for (;;) {
      const item = this.nextClass;
      if (item === close || item === EndOfFile) break;
      const outcome = element();
      const after = this.nextClass;
      if (after === separator) this.take();
      else if (after !== close) {
        const missing = separator === Comma ? "comma" : "semicolon or newline";
        this.unexpected(` in ${form.context}; possibly missing ${missing} or ${close.label}`);
        this.advance(listStops);
        if (this.nextClass !== close) return;
      }
      if (outcome === "last") break;
    }
    this.consume(idx, close as TokenType);
  }

  /** `{ element }` up to `close`; `element` is called, and has to skip something, also where none begins. */
  protected elementsUntil(idx: number, close: TokenClass, element: () => void): void {
    if (this.RECORDING_PHASE) {
      this.many(idx, element);
      return;
    }
    for (let item = this.nextClass; item !== close && item !== EndOfFile; item = this.nextClass) element();
  }

  /** The source of a node, as errors quote it. */
  protected textOf(node: NodeBase): string {
    const text = this.file.text.slice(node.pos - this.base, node.end - this.base);
    return text
      .replaceAll(/\/\*.*?\*\/|\/\/[^\n]*/gs, " ")
      .replaceAll(/\s+/g, " ")
      .replaceAll(/(\bfunc\b[^{]*)\{.*\}/g, "$1{…}");
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

  /** Whether `x` is allowed before `{` as the type of a composite literal. */
  protected isLiteralType(x: Expr): boolean {
    if (x.kind === "Ident" || x.kind === "SelectorExpr") return this.exprLevel >= 0;
    if (x.kind === "IndexExpr")
      return (
        this.exprLevel >= 0 &&
        (x.x.kind === "Ident" || x.x.kind === "SelectorExpr") &&
        !x.indices.some(isValue)
      );
    if (x.kind === "ArrayType" || x.kind === "StructType" || x.kind === "MapType") return true;
    return false;
  }
}

const noDirectives: readonly Directive[] = [];

/** Whether `x` cannot be a type, so that `a[x]` is no instantiation. */
function isValue(x: Expr): boolean {
  switch (x.kind) {
    case "BasicLit":
    case "CompositeLit":
    case "FuncLit":
    case "SliceExpr":
    case "TypeAssertExpr":
    case "CallExpr":
    case "UnaryExpr":
    case "BinaryExpr":
      return true;
    case "ParenExpr":
      return isValue(x.x);
    case "IndexExpr":
      return isValue(x.x) || x.indices.some(isValue);
    case "ArrayType":
    case "BadExpr":
    case "ChanType":
    case "Ellipsis":
    case "FuncType":
    case "Ident":
    case "InterfaceType":
    case "KeyValueExpr":
    case "MapType":
    case "SelectorExpr":
    case "StarExpr":
    case "StructType":
      return false;
  }
}
