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
import { tokenClasses as T } from "@goes/lexer";
import type { Pos } from "@goes/source";
import type { RangeClause } from "./simple-statement-rules.ts";
import { StatementRules } from "./statement-rules.ts";

type HeaderKeyword = "if" | "for" | "switch";

/** What stands between the keyword and the block of a control structure. */
interface Header {
  readonly init: Stmt | undefined;
  readonly main: Stmt | undefined;
  readonly post: Stmt | undefined;
  readonly range: RangeClause | undefined;
}

/** An if statement without its else. */
type IfLink = Pick<IfStmt, "pos" | "init" | "condition" | "body">;

/** if, switch, for and select (spec: Statements). */
export abstract class ControlRules extends StatementRules {
  // [ SimpleStmt ";" ] [ SimpleStmt ]   and for loops   [ Init ] ";" [ Condition ] ";" [ Post ]   or a RangeClause.
  protected readonly header = this.RULE("header", (keyword: HeaderKeyword): Header => {
    const level = this.exprLevel;
    this.exprLevel = -1;
    const range = keyword === "for" ? "rangeAllowed" : "noRange";
    let first: Stmt | RangeClause | undefined = this.OPTION(() =>
      this.OR<Stmt | RangeClause>([
        { GATE: () => keyword === "for", ALT: () => this.SUBRULE(this.bareRange) },
        { ALT: () => this.SUBRULE(this.simpleStmt, { ARGS: [range] }) },
      ]),
    );
    if (!this.RECORDING_PHASE && first === undefined && this.nextClass === T.Var) {
      first = this.varInHeader(keyword);
    }
    if (first?.kind === "RangeClause") {
      this.exprLevel = level;
      return { init: undefined, main: undefined, post: undefined, range: first };
    }
    let init: Stmt | undefined;
    let main: Stmt | undefined = first;
    let post: Stmt | undefined;
    this.OPTION2(() => {
      const semicolon = this.CONSUME(T.Semicolon);
      if (semicolon.image === "\n" && this.nextClass === T.LBrace && !this.RECORDING_PHASE) {
        this.newlineInHeader(keyword, this.posOf(semicolon));
        return;
      }
      init = first as Stmt | undefined;
      main = this.OPTION3(() => this.SUBRULE2(this.simpleStmt, { ARGS: ["noRange"] }) as Stmt);
      if (keyword === "for" && this.nextClass !== T.Semicolon && !this.RECORDING_PHASE) {
        if (this.nextClass === T.LBrace) this.syntaxError(this.pos, "expected for loop condition");
        else this.fail(", expected { after for clause");
      }
      this.OPTION4({
        GATE: () => keyword === "for",
        DEF: () => {
          const second = this.CONSUME2(T.Semicolon);
          if (second.image === "\n" && this.nextClass === T.LBrace && !this.RECORDING_PHASE) {
            this.newlineInHeader(keyword, this.posOf(second));
            return;
          }
          post = this.OPTION5(() => this.SUBRULE3(this.simpleStmt, { ARGS: ["noRange"] }) as Stmt);
          if (post?.kind === "AssignStmt" && post.op === ":=") {
            this.syntaxError(post.pos, "cannot declare in post statement of for loop");
          }
        },
      });
    });
    this.exprLevel = level;
    return { init, main, post, range: undefined };
  });

  private newlineInHeader(keyword: HeaderKeyword, pos: Pos): void {
    this.syntaxError(pos, `unexpected newline, expected { after ${keyword} clause`);
  }

  private varInHeader(keyword: HeaderKeyword): Stmt {
    const pos = this.pos;
    const place = keyword === "for" ? "for initializer" : `${keyword} initializer`;
    this.syntaxError(pos, `var declaration not allowed in ${place}`);
    this.take();
    return this.SUBRULE4(this.simpleStmt, { ARGS: ["noRange"] }) as Stmt;
  }

  /** The block of a control structure. */
  private clauseBlock(keyword: HeaderKeyword, parse: () => BlockStmt): BlockStmt {
    if (!this.RECORDING_PHASE && this.nextClass !== T.LBrace)
      this.fail(`, expected { after ${keyword} clause`);
    return parse();
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
          this.skipStatement();
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
    const { init, main } = this.SUBRULE(this.header, { ARGS: ["if"] });
    const condition = this.condition(main, "if");
    const body = this.clauseBlock("if", () => this.SUBRULE(this.block));
    return { pos, init, condition, body };
  });

  /** The expression of a condition; other statements are reported. */
  private condition(main: Stmt | undefined, keyword: "if" | "for"): Expr {
    if (this.RECORDING_PHASE) return this.badExpr();
    if (main === undefined) {
      this.syntaxError(this.pos, `missing condition in ${keyword} statement`);
      return this.badExpr();
    }
    if (main.kind === "ExprStmt") return main.x;
    this.syntaxError(main.pos, `cannot use ${this.textOf(main)} as value`);
    return { kind: "BadExpr", pos: main.pos, end: main.end };
  }

  /** The source of a statement, as errors quote it. */
  private textOf(statement: Stmt): string {
    return this.file.text.slice(statement.pos - this.base, statement.end - this.base);
  }

  // ForStmt = "for" [ Condition | ForClause | RangeClause ] Block .
  protected readonly forStmt: ParserMethod<[], Stmt> = this.RULE("forStmt", (): ForStmt | RangeStmt => {
    const pos = this.pos;
    this.CONSUME(T.For);
    const { init, main, post, range } = this.SUBRULE(this.header, { ARGS: ["for"] });
    const condition = main === undefined ? undefined : this.condition(main, "for");
    const body = this.clauseBlock("for", () => this.SUBRULE(this.block));
    if (range === undefined) return { kind: "ForStmt", pos, end: this.end, init, condition, post, body };
    const [key, value, extra] = range.lhs;
    if (extra !== undefined) {
      this.syntaxError(extra.pos, "range clause permits at most two iteration variables");
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
      this.CONSUME(T.LBrace, { ERR_MSG: ", expected { after switch clause" });
      const clauses: CaseClause[] = [];
      this.MANY(() => clauses.push(this.SUBRULE(this.caseClause)));
      this.CONSUME(T.RBrace, { ERR_MSG: ", expected case or default or }" });
      const end = this.end;
      const guard = typeSwitchGuard(main);
      if (guard !== undefined) {
        const binding =
          main?.kind === "AssignStmt" && main.lhs[0]?.kind === "Ident" ? main.lhs[0] : undefined;
        return { kind: "TypeSwitchStmt", pos, end, init, binding, x: guard.x, lbrace, clauses };
      }
      const tag = main === undefined ? undefined : this.condition(main, "if");
      return { kind: "SwitchStmt", pos, end, init, tag, lbrace, clauses };
    },
  );

  // ExprCaseClause = ( "case" ExpressionList | "default" ) ":" StatementList .
  protected readonly caseClause = this.RULE("caseClause", (): CaseClause => {
    const pos = this.pos;
    const list = this.OR<readonly Expr[] | undefined>([
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
    return { kind: "CaseClause", pos, end: this.end, list, colon, body };
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
    this.CONSUME(T.LBrace, { ERR_MSG: ", expected { after select clause" });
    const clauses: CommClause[] = [];
    this.MANY(() => clauses.push(this.SUBRULE(this.commClause)));
    this.CONSUME(T.RBrace, { ERR_MSG: ", expected case or default or }" });
    return { kind: "SelectStmt", pos, end: this.end, lbrace, clauses };
  });

  // CommClause = ( "case" ( SendStmt | RecvStmt ) | "default" ) ":" StatementList .
  protected readonly commClause = this.RULE("commClause", (): CommClause => {
    const pos = this.pos;
    const comm = this.OR<Stmt | undefined>([
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
    return { kind: "CommClause", pos, end: this.end, comm, colon, body };
  });
}

/** The `x.(type)` of a type switch header. */
function typeSwitchGuard(main: Stmt | undefined): TypeAssertExpr | undefined {
  if (main === undefined) return undefined;
  const x =
    main.kind === "ExprStmt"
      ? main.x
      : main.kind === "AssignStmt" && main.op === ":=" && main.lhs.length === 1 && main.rhs.length === 1
        ? main.rhs[0]
        : undefined;
  return x?.kind === "TypeAssertExpr" && x.type === undefined ? x : undefined;
}
