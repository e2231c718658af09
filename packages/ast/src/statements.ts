import type { Pos } from "@goes/source";
import type { GenDecl } from "./declarations.ts";
import type { ArithmeticOperator, CallExpr, Expr, Ident, ShiftOperator } from "./expressions.ts";
import type { NodeBase } from "./node.ts";

/** `{ … }`; `end - 1` is the position of `}`. */
export interface BlockStmt extends NodeBase {
  readonly kind: "BlockStmt";
  readonly list: readonly Stmt[];
}

/** An expression in statement position. */
export interface ExprStmt extends NodeBase {
  readonly kind: "ExprStmt";
  readonly x: Expr;
}

/** `channel <- value`. */
export interface SendStmt extends NodeBase {
  readonly kind: "SendStmt";
  readonly channel: Expr;
  readonly arrow: Pos;
  readonly value: Expr;
}

/** `x++` or `x--`. */
export interface IncDecStmt extends NodeBase {
  readonly kind: "IncDecStmt";
  readonly x: Expr;
  readonly op: "++" | "--";
}

/** The operator of an assignment: `=`, `:=`, or the arithmetic operator of `op=` without the `=`. */
export type AssignOperator = "=" | ":=" | ArithmeticOperator | ShiftOperator;

/** An assignment or a short variable declaration. */
export interface AssignStmt extends NodeBase {
  readonly kind: "AssignStmt";
  readonly lhs: readonly Expr[];
  readonly op: AssignOperator;
  readonly opPos: Pos;
  readonly rhs: readonly Expr[];
}

/** `go call`; a call that is not one has been reported. */
export interface GoStmt extends NodeBase {
  readonly kind: "GoStmt";
  readonly call: CallExpr;
}

/** `defer call`. */
export interface DeferStmt extends NodeBase {
  readonly kind: "DeferStmt";
  readonly call: CallExpr;
}

/** `return results`. */
export interface ReturnStmt extends NodeBase {
  readonly kind: "ReturnStmt";
  readonly results: readonly Expr[];
}

/** `break`, `continue`, `goto` or `fallthrough`. */
export interface BranchStmt extends NodeBase {
  readonly kind: "BranchStmt";
  readonly keyword: "break" | "continue" | "goto" | "fallthrough";
  readonly label: Ident | undefined;
}

/** `if init; condition { … } else …`. */
export interface IfStmt extends NodeBase {
  readonly kind: "IfStmt";
  readonly init: Stmt | undefined;
  readonly condition: Expr;
  readonly body: BlockStmt;
  readonly else: BlockStmt | IfStmt | undefined;
}

/** One clause of an expression switch or a type switch. */
export interface CaseClause extends NodeBase {
  readonly kind: "CaseClause";
  /** Expressions or types; undefined for `default`. */
  readonly list: readonly Expr[] | undefined;
  readonly colon: Pos;
  readonly body: readonly Stmt[];
}

/** An expression switch. `lbrace` is where its clauses begin. */
export interface SwitchStmt extends NodeBase {
  readonly kind: "SwitchStmt";
  readonly init: Stmt | undefined;
  readonly tag: Expr | undefined;
  readonly lbrace: Pos;
  readonly clauses: readonly CaseClause[];
}

/** A type switch `switch init; binding := x.(type) { … }`. */
export interface TypeSwitchStmt extends NodeBase {
  readonly kind: "TypeSwitchStmt";
  readonly init: Stmt | undefined;
  readonly binding: Ident | undefined;
  /** The operand of `.(type)`. */
  readonly x: Expr;
  readonly lbrace: Pos;
  readonly clauses: readonly CaseClause[];
}

/** One clause of a select statement. */
export interface CommClause extends NodeBase {
  readonly kind: "CommClause";
  /** A send, a receive expression or an assignment of one; undefined for `default`. */
  readonly comm: Stmt | undefined;
  readonly colon: Pos;
  readonly body: readonly Stmt[];
}

/** `select { … }`. */
export interface SelectStmt extends NodeBase {
  readonly kind: "SelectStmt";
  readonly lbrace: Pos;
  readonly clauses: readonly CommClause[];
}

/** `for init; condition; post { … }`. */
export interface ForStmt extends NodeBase {
  readonly kind: "ForStmt";
  readonly init: Stmt | undefined;
  readonly condition: Expr | undefined;
  readonly post: Stmt | undefined;
  readonly body: BlockStmt;
}

/** `for key, value := range x { … }`. */
export interface RangeStmt extends NodeBase {
  readonly kind: "RangeStmt";
  readonly key: Expr | undefined;
  readonly value: Expr | undefined;
  /** `:=` declares, `=` assigns, undefined: no iteration variables. */
  readonly op: ":=" | "=" | undefined;
  readonly opPos: Pos | undefined;
  readonly x: Expr;
  readonly body: BlockStmt;
}

/** `label: statement`. */
export interface LabeledStmt extends NodeBase {
  readonly kind: "LabeledStmt";
  readonly label: Ident;
  readonly colon: Pos;
  readonly statement: Stmt;
}

/** A declaration inside a function. */
export interface DeclStmt extends NodeBase {
  readonly kind: "DeclStmt";
  readonly decl: GenDecl;
}

/** The empty statement. */
export interface EmptyStmt extends NodeBase {
  readonly kind: "EmptyStmt";
  /** No semicolon was written: the statement ends before `}` or at a label's end. */
  readonly implicit: boolean;
}

/** Where a statement was expected and none could be read; reported. */
export interface BadStmt extends NodeBase {
  readonly kind: "BadStmt";
}

/** All statements. */
export type Stmt =
  | BlockStmt
  | ExprStmt
  | SendStmt
  | IncDecStmt
  | AssignStmt
  | GoStmt
  | DeferStmt
  | ReturnStmt
  | BranchStmt
  | IfStmt
  | SwitchStmt
  | TypeSwitchStmt
  | SelectStmt
  | ForStmt
  | RangeStmt
  | LabeledStmt
  | DeclStmt
  | EmptyStmt
  | BadStmt;
