import type { ParserMethod, TokenType } from "chevrotain";
import type { AssignStmt, BadStmt, Expr, IncDecStmt, SendStmt, Stmt } from "@goes/ast";
import { tokenClasses as T, type LexToken, type TokenClass } from "@goes/lexer";
import type { Pos } from "@goes/source";
import { ExpressionRules } from "./expression-rules.ts";
import { assignOperators } from "./operators.ts";

/** The part of a `for` header with `range`. */
export interface RangeClause {
  readonly kind: "RangeClause";
  readonly pos: Pos;
  readonly end: Pos;
  readonly lhs: readonly Expr[];
  readonly op: ":=" | "=" | undefined;
  readonly opPos: Pos | undefined;
  readonly x: Expr;
}

/** Whether a simple statement may be a range clause. */
type RangeUse = "rangeAllowed" | "noRange";

/** Simple statements (spec: Statements): those that are allowed in the header of another one. */
export abstract class SimpleStatementRules extends ExpressionRules {
  #assignAlternatives: { ALT: () => LexToken }[] | undefined;

  // SimpleStmt = ExpressionStmt | SendStmt | IncDecStmt | Assignment | ShortVarDecl .
  protected readonly simpleStmt: ParserMethod<[RangeUse], Stmt | RangeClause> = this.RULE(
    "simpleStmt",
    (range: RangeUse): Stmt | RangeClause => {
      const pos = this.pos;
      const lhs = this.SUBRULE(this.expressionList);
      const x = lhs[0]!;
      if (
        lhs.length > 1 &&
        this.nextClass !== T.Assign &&
        this.nextClass !== T.Define &&
        !this.RECORDING_PHASE
      ) {
        this.unexpected(", expected := or = or comma");
        this.advance(statementEnds);
        const bad: BadStmt = { kind: "BadStmt", pos, end: this.end };
        return bad;
      }
      return (
        this.OPTION(() =>
          this.OR<Stmt | RangeClause>([
            {
              ALT: (): SendStmt => {
                const arrow = this.posOf(this.CONSUME(T.Arrow));
                const value = this.SUBRULE(this.expression);
                return { kind: "SendStmt", pos, end: value.end, channel: x, arrow, value };
              },
            },
            { ALT: () => this.incDec(pos, x, "++") },
            { ALT: () => this.incDec(pos, x, "--") },
            { ALT: () => this.assignment(pos, lhs, range) },
          ]),
        ) ?? { kind: "ExprStmt", pos, end: x?.end, x }
      );
    },
  );

  private incDec(pos: Pos, x: Expr, op: "++" | "--"): IncDecStmt {
    this.CONSUME((op === "++" ? T.Increment : T.Decrement) as TokenType);
    return { kind: "IncDecStmt", pos, end: this.end, x, op };
  }

  private assignment(pos: Pos, lhs: readonly Expr[], range: RangeUse): AssignStmt | RangeClause {
    const operator = this.assignOperator();
    const op = assignOperators.get(operator.tokenType)!;
    const opPos = this.posOf(operator);
    const clause = this.OPTION2({
      GATE: () => range === "rangeAllowed" && (op === ":=" || op === "="),
      DEF: (): RangeClause => {
        this.CONSUME(T.Range);
        const x = this.SUBRULE2(this.expression);
        const clauseOp = op === ":=" ? ":=" : "=";
        return { kind: "RangeClause", pos, end: x.end, lhs, op: clauseOp, opPos, x };
      },
    });
    if (clause !== undefined && !this.RECORDING_PHASE) return clause;
    const rhs = this.SUBRULE2(this.expressionList);
    return { kind: "AssignStmt", pos, end: this.end, lhs, op, opPos, rhs };
  }

  private assignOperator(): LexToken {
    if (!this.RECORDING_PHASE) return this.take();
    this.#assignAlternatives ??= [...assignOperators.keys()].map((item) => ({
      ALT: () => this.CONSUME(item as TokenType) as LexToken,
    }));
    return this.OR2(this.#assignAlternatives);
  }

  // RangeClause without variables: "range" Expression .
  protected readonly bareRange = this.RULE("bareRange", (): RangeClause => {
    const pos = this.pos;
    this.CONSUME(T.Range);
    const x = this.SUBRULE(this.expression);
    return { kind: "RangeClause", pos, end: x.end, lhs: [], op: undefined, opPos: undefined, x };
  });
}

const statementEnds: ReadonlySet<TokenClass> = new Set<TokenClass>([T.Semicolon, T.RBrace]);
