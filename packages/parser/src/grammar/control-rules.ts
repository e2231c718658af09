import type { ParserMethod } from "chevrotain";
import type {
  BlockStmt,
  CaseClause,
  CommClause,
  Expr,
  ForStmt,
  IfStmt,
  RangeStmt,
  SelectStmt,
  Stmt,
  SwitchStmt,
  TypeAssertExpr,
  TypeSwitchStmt,
} from "@goes/ast";
import { tokenClasses as T, type LexToken, type TokenClass } from "@goes/lexer";
import { noPos, type Pos } from "@goes/source";
import type { RangeClause } from "./simple-statement-rules.ts";
import { StatementRules } from "./statement-rules.ts";

type HeaderKeyword = "if" | "for" | "switch";

/** What is between the keyword and the block of a control structure. */
interface Header {
  readonly init: Stmt | undefined;
  readonly main: Stmt | undefined;
  readonly post: Stmt | undefined;
  readonly range: RangeClause | undefined;
  /** The semicolon after `init`. */
  readonly semicolon: LexToken | undefined;
  /** Where the header begins. */
  readonly missingAt: Pos;
}

const emptyHeader: Header = {
  init: undefined,
  main: undefined,
  post: undefined,
  range: undefined,
  semicolon: undefined,
  missingAt: noPos,
};

const blockStops: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Ident, T.RBrace]);
const headerStops: ReadonlySet<TokenClass> = new Set<TokenClass>([T.LBrace, T.RBrace]);
const clauseStops: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Case, T.Default, T.RBrace]);
const afterClauseStops: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Colon, T.Case, T.Default, T.RBrace]);

/** An if statement without its else. */
type IfLink = Pick<IfStmt, "pos" | "init" | "condition" | "body">;

/** if, switch, for and select (spec: Statements). */
export abstract class ControlRules extends StatementRules {
  // [ SimpleStmt ";" ] [ SimpleStmt ]   and for loops   [ Init ] ";" [ Condition ] ";" [ Post ]   or a RangeClause.
  protected readonly header = this.RULE("header", (keyword: HeaderKeyword): Header => {
    const level = this.exprLevel;
    this.exprLevel = -1;
    const header = this.headerParts(keyword);
    this.exprLevel = level;
    return header;
  });

  private headerParts(keyword: HeaderKeyword): Header {
    const start = this.pos;
    const first = this.headerInit(keyword);
    if (first?.kind === "RangeClause") return { ...emptyHeader, range: first };
    if (!this.RECORDING_PHASE && this.nextClass === T.LBrace) {
      return { ...emptyHeader, main: first, missingAt: start };
    }
    let main: Stmt | undefined;
    let post: Stmt | undefined;
    const semicolon = this.headerSemicolon();
    const opens = (): boolean => !this.RECORDING_PHASE && this.nextClass === T.LBrace;
    if (keyword === "for" && opens()) {
      this.unexpected(", expected for loop condition");
      return { ...emptyHeader, init: first, semicolon, missingAt: this.pos };
    }
    if (!opens() && (keyword !== "for" || this.nextClass !== T.Semicolon)) {
      main = this.OPTION3(() => this.SUBRULE2(this.simpleStmt, { ARGS: ["noRange"] }) as Stmt);
      main ??= this.missingStatement();
    }
    if (keyword === "for" || this.RECORDING_PHASE) {
      this.CONSUME2(T.Semicolon);
      if (!opens()) {
        post = this.OPTION4(() => this.SUBRULE3(this.simpleStmt, { ARGS: ["noRange"] }) as Stmt);
        post ??= this.missingStatement();
      }
      if (post?.kind === "AssignStmt" && post.op === ":=") {
        this.syntaxError(post.opPos, "cannot declare in post statement of for loop");
      }
    }
    return { ...emptyHeader, init: first, main, post, semicolon, missingAt: this.pos };
  }

  /** The semicolon of a header. If there is neither this nor `{`, gc expects the latter. */
  private headerSemicolon(): LexToken | undefined {
    if (this.RECORDING_PHASE || this.nextClass === T.Semicolon) return this.CONSUME(T.Semicolon) as LexToken;
    this.CONSUME(T.LBrace);
    if (this.nextClass !== T.LBrace) this.advance(headerStops);
    return undefined;
  }

  /** Reads a statement where none begins, for the sake of the error. */
  private missingStatement(): Stmt | undefined {
    if (this.RECORDING_PHASE || this.nextClass === T.LBrace) return undefined;
    const pos = this.pos;
    const x = this.SUBRULE(this.expression);
    return { kind: "ExprStmt", pos, end: this.end, x };
  }

  /** What comes before the first semicolon of a header, if anything. */
  private headerInit(keyword: HeaderKeyword): Stmt | RangeClause | undefined {
    const range = keyword === "for" ? "rangeAllowed" : "noRange";
    if (this.RECORDING_PHASE) {
      this.OPTION(() =>
        this.OR([
          { ALT: () => this.SUBRULE(this.bareRange) },
          { ALT: () => this.SUBRULE(this.simpleStmt, { ARGS: [range] }) },
        ]),
      );
      return undefined;
    }
    const item = this.nextClass;
    if (item === T.LBrace || item === T.Semicolon) return undefined;
    if (item === T.Range && keyword === "for") return this.SUBRULE(this.bareRange);
    if (item === T.Var) {
      this.take();
      this.syntaxError(this.pos, `var declaration not allowed in ${keyword} initializer`);
    }
    return this.SUBRULE(this.simpleStmt, { ARGS: [range] });
  }

  /** The block of a control structure. */
  private clauseBlock(keyword: HeaderKeyword, parse: () => BlockStmt): BlockStmt {
    if (this.RECORDING_PHASE || this.nextClass === T.LBrace) return parse();
    const pos = this.pos;
    this.unexpected(`, expected { after ${keyword} clause`);
    this.advance(blockStops);
    if (this.nextClass === T.RBrace) {
      this.take();
      return { kind: "BlockStmt", pos, end: this.end, list: [] };
    }
    return this.SUBRULE(this.blockRest, { ARGS: [pos] });
  }

  // IfStmt = "if" [ SimpleStmt ";" ] Expression Block [ "else" ( IfStmt | Block ) ] .
  // A loop, since chains of else-if may be long; the tree is put together from the last link to the first.
  protected readonly ifStmt: ParserMethod<[], IfStmt> = this.RULE("ifStmt", (): IfStmt => {
    const links: IfLink[] = [];
    let otherwise: BlockStmt | IfStmt | undefined;
    links.push(this.SUBRULE(this.ifLink));
    this.MANY({
      GATE: () => this.RECORDING_PHASE || otherwise === undefined,
      DEF: () => {
        this.CONSUME(T.Else);
        if (!this.RECORDING_PHASE && this.nextClass !== T.If && this.nextClass !== T.LBrace) {
          this.syntaxError(this.pos, "else must be followed by if or statement block");
          otherwise = { kind: "BlockStmt", pos: this.pos, end: this.pos, list: [] };
          this.advance(blockStops);
          return;
        }
        this.OR<unknown>([
          { ALT: () => links.push(this.SUBRULE2(this.ifLink)) },
          { ALT: () => (otherwise = this.SUBRULE(this.block)) },
        ]);
      },
    });
    const { end } = this;
    for (let link = links.pop(); link !== undefined; link = links.pop()) {
      otherwise = { kind: "IfStmt", ...link, end, else: otherwise };
    }
    return otherwise as IfStmt;
  });

  // "if" [ SimpleStmt ";" ] Expression Block
  protected readonly ifLink = this.RULE("ifLink", (): IfLink => {
    const pos = this.pos;
    this.CONSUME(T.If);
    const header = this.SUBRULE(this.header, { ARGS: ["if"] });
    const condition = this.RECORDING_PHASE ? this.badExpr() : this.ifCondition(header);
    const { init } = header;
    const body = this.clauseBlock("if", () => this.SUBRULE(this.block));
    return { pos, init, condition, body };
  });

  private ifCondition({ main, semicolon, missingAt }: Header): Expr {
    if (main !== undefined) return this.conditionOf(main);
    const pos = semicolon === undefined ? missingAt : this.posOf(semicolon);
    this.syntaxError(
      pos,
      semicolon?.image === "\n"
        ? "unexpected newline, expected { after if clause"
        : "missing condition in if statement",
    );
    return { kind: "BadExpr", pos, end: pos };
  }

  /** The expression of a condition or tag; other statements are reported. */
  private conditionOf(main: Stmt): Expr {
    if (main.kind === "ExprStmt") return main.x;
    const bad: Expr = { kind: "BadExpr", pos: main.pos, end: main.end };
    if (this.RECORDING_PHASE) return bad;
    if (main.kind === "AssignStmt" && main.op === "=") {
      const lhs = main.lhs.map((x) => this.emphasized(x)).join(", ");
      const rhs = main.rhs.map((x) => this.emphasized(x)).join(", ");
      this.syntaxError(main.opPos, `cannot use assignment ${lhs} = ${rhs} as value`);
      return bad;
    }
    const at =
      main.kind === "AssignStmt"
        ? main.opPos
        : main.kind === "SendStmt"
          ? main.arrow
          : main.kind === "IncDecStmt"
            ? main.end - 2
            : main.pos;
    this.syntaxError(at, `cannot use ${this.textOf(main)} as value`);
    return bad;
  }

  /** An operand of a misplaced assignment as the error quotes it: operations in parentheses. */
  private emphasized(x: Expr): string {
    return x.kind === "BinaryExpr" ? `(${this.textOf(x)})` : this.textOf(x);
  }

  // ForStmt = "for" [ Condition | ForClause | RangeClause ] Block .
  protected readonly forStmt: ParserMethod<[], Stmt> = this.RULE("forStmt", (): ForStmt | RangeStmt => {
    const pos = this.pos;
    this.CONSUME(T.For);
    const { init, main, post, range } = this.SUBRULE(this.header, { ARGS: ["for"] });
    const condition = main === undefined ? undefined : this.conditionOf(main);
    const body = this.clauseBlock("for", () => this.SUBRULE(this.block));
    if (range === undefined) return { kind: "ForStmt", pos, end: this.end, init, condition, post, body };
    const [key, value, extra] = range.lhs;
    if (extra !== undefined) {
      this.laterError(extra.pos, "range clause permits at most two iteration variables");
    }
    const { op, opPos, x } = range;
    return { kind: "RangeStmt", pos, end: this.end, key, value, op, opPos, x, body };
  });

  // SwitchStmt = ExprSwitchStmt | TypeSwitchStmt .
  protected readonly switchStmt: ParserMethod<[], Stmt> = this.RULE(
    "switchStmt",
    (): SwitchStmt | TypeSwitchStmt => {
      const pos = this.pos;
      this.CONSUME(T.Switch);
      const { init, main } = this.SUBRULE(this.header, { ARGS: ["switch"] });
      const lbrace = this.pos;
      this.clausesOpen("switch", () => this.CONSUME(T.LBrace));
      const clauses: CaseClause[] = [];
      this.elementsUntil(1, T.RBrace, () => clauses.push(this.SUBRULE(this.caseClause)));
      this.CONSUME(T.RBrace);
      const end = this.end;
      const guard = typeSwitchGuard(main);
      if (guard !== undefined) {
        this.typeSwitchGuards.delete(guard);
        const binding =
          main?.kind === "AssignStmt" && main.lhs[0]?.kind === "Ident" ? main.lhs[0] : undefined;
        return { kind: "TypeSwitchStmt", pos, end, init, binding, x: guard.x, lbrace, clauses };
      }
      const tag = main === undefined ? undefined : this.conditionOf(main);
      return { kind: "SwitchStmt", pos, end, init, tag, lbrace, clauses };
    },
  );

  /** The `{` before the clauses of a switch or select statement. */
  private clausesOpen(keyword: "switch" | "select", consume: () => void): void {
    if (this.RECORDING_PHASE || this.nextClass === T.LBrace) consume();
    else {
      this.syntaxError(this.pos, `missing { after ${keyword} clause`);
      this.advance(clauseStops);
    }
  }

  /** Whether a clause begins here; what does not is reported and skipped. */
  private clauseBegins(): boolean {
    if (this.RECORDING_PHASE || this.nextClass === T.Case || this.nextClass === T.Default) return true;
    this.unexpected(", expected case or default or }");
    this.advance(afterClauseStops);
    return false;
  }

  // ExprCaseClause = ( "case" ExpressionList | "default" ) ":" StatementList .
  protected readonly caseClause = this.RULE("caseClause", (): CaseClause => {
    const pos = this.pos;
    const list =
      this.clauseBegins() &&
      this.OR<readonly Expr[] | undefined>([
        {
          ALT: () => {
            this.CONSUME(T.Case);
            return this.SUBRULE(this.expressionList);
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.Default);
            return undefined;
          },
        },
      ]);
    const colon = this.pos;
    this.CONSUME(T.Colon);
    const body = this.clauseBody(() => this.SUBRULE(this.statementList));
    return { kind: "CaseClause", pos, end: this.end, list: list === false ? [] : list, colon, body };
  });

  private clauseBody(parse: () => Stmt[]): Stmt[] {
    const level = this.exprLevel;
    this.exprLevel = 0;
    const body = parse();
    this.exprLevel = level;
    return body;
  }

  // SelectStmt = "select" "{" { CommClause } "}" .
  protected readonly selectStmt: ParserMethod<[], Stmt> = this.RULE("selectStmt", (): SelectStmt => {
    const pos = this.pos;
    this.CONSUME(T.Select);
    const lbrace = this.pos;
    this.clausesOpen("select", () => this.CONSUME(T.LBrace));
    const clauses: CommClause[] = [];
    this.elementsUntil(1, T.RBrace, () => clauses.push(this.SUBRULE(this.commClause)));
    this.CONSUME(T.RBrace);
    return { kind: "SelectStmt", pos, end: this.end, lbrace, clauses };
  });

  // CommClause = ( "case" ( SendStmt | RecvStmt ) | "default" ) ":" StatementList .
  protected readonly commClause = this.RULE("commClause", (): CommClause => {
    const pos = this.pos;
    const comm =
      this.clauseBegins() &&
      this.OR<Stmt | undefined>([
        {
          ALT: () => {
            this.CONSUME(T.Case);
            return this.SUBRULE(this.simpleStmt, { ARGS: ["noRange"] }) as Stmt;
          },
        },
        {
          ALT: () => {
            this.CONSUME(T.Default);
            return undefined;
          },
        },
      ]);
    const colon = this.pos;
    this.CONSUME(T.Colon);
    const body = this.clauseBody(() => this.SUBRULE(this.statementList));
    return { kind: "CommClause", pos, end: this.end, comm: comm === false ? undefined : comm, colon, body };
  });
}

/** The `x.(type)` of a type switch header. */
function typeSwitchGuard(main: Stmt | undefined): TypeAssertExpr | undefined {
  if (main === undefined) return undefined;
  const x =
    main.kind === "ExprStmt"
      ? main.x
      : main.kind === "AssignStmt" &&
          main.op === ":=" &&
          main.lhs.length === 1 &&
          main.lhs[0]!.kind === "Ident" &&
          main.rhs.length === 1
        ? main.rhs[0]
        : undefined;
  return x?.kind === "TypeAssertExpr" && x.type === undefined ? x : undefined;
}
