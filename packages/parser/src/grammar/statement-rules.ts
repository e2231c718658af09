import type { ParserMethod } from "chevrotain";
import type {
  BadStmt,
  BlockStmt,
  BranchStmt,
  CallExpr,
  DeclStmt,
  DeferStmt,
  EmptyStmt,
  Expr,
  GenDecl,
  GoStmt,
  Ident,
  LabeledStmt,
  ReturnStmt,
  Stmt,
} from "@goes/ast";
import { unparen } from "@goes/ast";
import { tokenClasses as T, type TokenClass } from "@goes/lexer";
import type { Pos } from "@goes/source";
import { SimpleStatementRules } from "./simple-statement-rules.ts";

/** Blocks and the statements that are not control structures (spec: Statements). */
export abstract class StatementRules extends SimpleStatementRules {
  protected abstract readonly declaration: ParserMethod<[], GenDecl>;
  protected abstract readonly ifStmt: ParserMethod<[], Stmt>;
  protected abstract readonly forStmt: ParserMethod<[], Stmt>;
  protected abstract readonly switchStmt: ParserMethod<[], Stmt>;
  protected abstract readonly selectStmt: ParserMethod<[], Stmt>;

  #statementAlternatives: { ALT: () => Stmt }[] | undefined;

  // Block = "{" StatementList "}" .
  protected readonly block: ParserMethod<[], BlockStmt> = this.RULE("block", (): BlockStmt => {
    const pos = this.pos;
    this.CONSUME(T.LBrace);
    const level = this.exprLevel;
    this.exprLevel = 0;
    const list = this.SUBRULE(this.statementList);
    this.exprLevel = level;
    this.CONSUME(T.RBrace);
    return { kind: "BlockStmt", pos, end: this.end, list };
  });

  // StatementList "}"   for a block whose "{" is missing.
  protected readonly blockRest = this.RULE("blockRest", (pos: Pos): BlockStmt => {
    const list = this.SUBRULE(this.statementList);
    this.CONSUME(T.RBrace);
    return { kind: "BlockStmt", pos, end: this.end, list };
  });

  // StatementList = { Statement ";" } .   The last semicolon may be missing before "}".
  protected readonly statementList = this.RULE("statementList", (): Stmt[] => {
    const list: Stmt[] = [];
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            const statement = this.SUBRULE(this.statement);
            if (!this.RECORDING_PHASE) {
              list.push(statement);
              this.endOfStatement(statement);
            }
            this.OPTION(() => this.CONSUME(T.Semicolon));
          },
        },
        { ALT: () => this.CONSUME2(T.Semicolon) },
      ]);
    });
    return list;
  });

  private endOfStatement(statement: Stmt): void {
    const after = this.nextClass;
    if (after === T.Semicolon || after === T.RBrace) return;
    let last = statement;
    while (last.kind === "LabeledStmt") last = last.statement;
    // A label without a statement has been reported.
    if (last.kind === "EmptyStmt") return;
    this.unexpected(" at end of statement");
    this.advance(statementStops);
  }

  // Statement = Declaration | LabeledStmt | SimpleStmt | GoStmt | ReturnStmt | … .
  protected readonly statement: ParserMethod<[], Stmt> = this.RULE("statement", (): Stmt => {
    this.enter();
    const statement = this.OR(this.statementAlternatives());
    this.leave();
    return statement;
  });

  private statementAlternatives(): { ALT: () => Stmt }[] {
    this.#statementAlternatives ??= [
      { ALT: () => this.SUBRULE(this.simpleOrLabeled) },
      { ALT: () => this.SUBRULE(this.ifStmt) },
      { ALT: () => this.SUBRULE(this.returnStmt) },
      { ALT: () => this.SUBRULE(this.forStmt) },
      { ALT: () => this.SUBRULE(this.switchStmt) },
      { ALT: () => this.SUBRULE(this.declStmt) },
      { ALT: () => this.SUBRULE(this.block) },
      { ALT: () => this.SUBRULE(this.goStmt) },
      { ALT: () => this.SUBRULE(this.deferStmt) },
      { ALT: () => this.SUBRULE(this.branchStmt) },
      { ALT: () => this.SUBRULE(this.selectStmt) },
    ];
    return this.#statementAlternatives;
  }

  // LabeledStmt = Label ":" Statement .
  protected readonly simpleOrLabeled = this.RULE("simpleOrLabeled", (): Stmt => {
    return this.OR<Stmt>([
      {
        GATE: () => this.nextClass === T.Ident && this.classAt(2) === T.Colon,
        IGNORE_AMBIGUITIES: true,
        ALT: (): LabeledStmt => {
          const label = this.ident(this.CONSUME(T.Ident));
          const colon = this.posOf(this.CONSUME(T.Colon));
          const statement = this.OPTION(() => this.SUBRULE(this.statement)) ?? this.emptyStmt(colon);
          return { kind: "LabeledStmt", pos: label.pos, end: statement.end, label, colon, statement };
        },
      },
      { ALT: () => this.SUBRULE(this.simpleStmt, { ARGS: ["noRange"] }) as Stmt },
    ]);
  });

  /** The empty statement after a label that ends a block or a line. */
  private emptyStmt(colon: Pos): EmptyStmt {
    const after = this.nextClass;
    if (after !== T.Semicolon && after !== T.RBrace) this.syntaxError(colon, "missing statement after label");
    return { kind: "EmptyStmt", pos: this.end, end: this.end, implicit: after !== T.Semicolon };
  }

  protected readonly declStmt = this.RULE("declStmt", (): DeclStmt => {
    const decl = this.SUBRULE(this.declaration);
    return { kind: "DeclStmt", pos: decl.pos, end: decl.end, decl };
  });

  // ReturnStmt = "return" [ ExpressionList ] .
  protected readonly returnStmt = this.RULE("returnStmt", (): ReturnStmt => {
    const pos = this.pos;
    this.CONSUME(T.Return);
    const ends = (): boolean => this.nextClass === T.Semicolon || this.nextClass === T.RBrace;
    const results: readonly Expr[] =
      this.RECORDING_PHASE || ends()
        ? (this.OPTION(() => this.SUBRULE(this.expressionList)) ?? [])
        : this.SUBRULE2(this.expressionList);
    return { kind: "ReturnStmt", pos, end: this.end, results };
  });

  // GoStmt = "go" Expression .
  protected readonly goStmt = this.RULE("goStmt", (): GoStmt | BadStmt => {
    const pos = this.pos;
    this.CONSUME(T.Go);
    const call = this.callOf(this.SUBRULE(this.primaryExpr), "go");
    if (call === undefined) return { kind: "BadStmt", pos, end: this.end };
    return { kind: "GoStmt", pos, end: this.end, call };
  });

  // DeferStmt = "defer" Expression .
  protected readonly deferStmt = this.RULE("deferStmt", (): DeferStmt | BadStmt => {
    const pos = this.pos;
    this.CONSUME(T.Defer);
    const call = this.callOf(this.SUBRULE(this.primaryExpr), "defer");
    if (call === undefined) return { kind: "BadStmt", pos, end: this.end };
    return { kind: "DeferStmt", pos, end: this.end, call };
  });

  /** The call that `go` and `defer` take; anything else is reported. */
  private callOf(x: Expr, keyword: "go" | "defer"): CallExpr | undefined {
    if (this.RECORDING_PHASE || x.kind === "BadExpr") return undefined;
    const inner = unparen(x);
    if (inner !== x) this.plainError(x.pos, `expression in ${keyword} must not be parenthesized`);
    if (inner.kind === "CallExpr") return inner;
    this.laterError(inner.pos, `expression in ${keyword} must be function call`);
    // The checker still looks at what is there; the missing parentheses have one position.
    const { pos, end } = inner;
    return {
      kind: "CallExpr",
      pos,
      end,
      callee: inner,
      lparen: end,
      args: [],
      ellipsis: undefined,
      rparen: end,
    };
  }

  // BreakStmt, ContinueStmt, GotoStmt, FallthroughStmt.
  protected readonly branchStmt = this.RULE("branchStmt", (): BranchStmt => {
    const pos = this.pos;
    const optionalLabel = (): Ident | undefined => this.OPTION(() => this.ident(this.CONSUME(T.Ident)));
    return this.OR([
      { ALT: () => (this.CONSUME(T.Break), this.branch(pos, "break", optionalLabel())) },
      {
        ALT: () => (
          this.CONSUME(T.Continue),
          this.branch(
            pos,
            "continue",
            this.OPTION2(() => this.ident(this.CONSUME2(T.Ident))),
          )
        ),
      },
      { ALT: () => (this.CONSUME(T.Goto), this.branch(pos, "goto", this.ident(this.CONSUME3(T.Ident)))) },
      { ALT: () => (this.CONSUME(T.Fallthrough), this.branch(pos, "fallthrough", undefined)) },
    ]);
  });

  private branch(pos: Pos, keyword: BranchStmt["keyword"], label: Ident | undefined): BranchStmt {
    return { kind: "BranchStmt", pos, end: this.end, keyword, label };
  }
}

const statementStops: ReadonlySet<TokenClass> = new Set<TokenClass>([
  T.Semicolon,
  T.RBrace,
  T.Case,
  T.Default,
]);
