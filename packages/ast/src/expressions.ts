import type { Pos } from "@goes/source";
import type { NodeBase } from "./node.ts";
import type { BlockStmt } from "./statements.ts";
import type {
  ArrayType,
  ChanType,
  FuncType,
  InterfaceType,
  MapType,
  StructType,
} from "./type-expressions.ts";

/** A name where it is declared or used. `_` is the blank identifier. */
export interface Ident extends NodeBase {
  readonly kind: "Ident";
  readonly name: string;
}

/** Which literal a {@link BasicLit} is. */
export type LiteralKind = "int" | "float" | "imaginary" | "rune" | "string";

/** A literal as written, quotes and underscores included. */
export interface BasicLit extends NodeBase {
  readonly kind: "BasicLit";
  readonly literal: LiteralKind;
  readonly text: string;
}

/** `Type{…}`; `type` is undefined if it is elided inside another literal. */
export interface CompositeLit extends NodeBase {
  readonly kind: "CompositeLit";
  readonly type: Expr | undefined;
  readonly lbrace: Pos;
  /** Elements; keyed ones are {@link KeyValueExpr}. */
  readonly elements: readonly Expr[];
  readonly rbrace: Pos;
}

/** `key: value` inside a composite literal. */
export interface KeyValueExpr extends NodeBase {
  readonly kind: "KeyValueExpr";
  readonly key: Expr;
  readonly colon: Pos;
  readonly value: Expr;
}

/** A function literal. */
export interface FuncLit extends NodeBase {
  readonly kind: "FuncLit";
  readonly type: FuncType;
  readonly body: BlockStmt;
}

/** A parenthesised expression or type. */
export interface ParenExpr extends NodeBase {
  readonly kind: "ParenExpr";
  readonly x: Expr;
}

/** `x.selector`. */
export interface SelectorExpr extends NodeBase {
  readonly kind: "SelectorExpr";
  readonly x: Expr;
  readonly selector: Ident;
}

/** `x[i]`, or `x[T1, T2]` for an instantiation. Syntax does not tell them apart. */
export interface IndexExpr extends NodeBase {
  readonly kind: "IndexExpr";
  readonly x: Expr;
  readonly lbrack: Pos;
  /** At least one. */
  readonly indices: readonly Expr[];
}

/** `x[low:high:max]`. */
export interface SliceExpr extends NodeBase {
  readonly kind: "SliceExpr";
  readonly x: Expr;
  readonly lbrack: Pos;
  readonly low: Expr | undefined;
  readonly high: Expr | undefined;
  readonly max: Expr | undefined;
  /** Two colons were written. */
  readonly full: boolean;
}

/** `x.(type)` when `type` is undefined (type switches only), else `x.(T)`. */
export interface TypeAssertExpr extends NodeBase {
  readonly kind: "TypeAssertExpr";
  readonly x: Expr;
  readonly lparen: Pos;
  readonly type: Expr | undefined;
}

/** A call or a conversion. */
export interface CallExpr extends NodeBase {
  readonly kind: "CallExpr";
  readonly callee: Expr;
  readonly lparen: Pos;
  readonly args: readonly Expr[];
  /** Position of `...` after the last argument. */
  readonly ellipsis: Pos | undefined;
  readonly rparen: Pos;
}

/** `*x`: a dereference or a pointer type. */
export interface StarExpr extends NodeBase {
  readonly kind: "StarExpr";
  readonly x: Expr;
}

/** A unary operator; `~` only in constraints; `<-` receives. */
export type UnaryOperator = "+" | "-" | "!" | "^" | "&" | "<-" | "~";

/** A unary operation. */
export interface UnaryExpr extends NodeBase {
  readonly kind: "UnaryExpr";
  readonly op: UnaryOperator;
  readonly x: Expr;
}

/** Operators of arithmetic that take two operands of one type. */
export type ArithmeticOperator = "+" | "-" | "*" | "/" | "%" | "&" | "|" | "^" | "&^";

/** Shift operators. */
export type ShiftOperator = "<<" | ">>";

/** Comparison operators. */
export type ComparisonOperator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** A binary operator. */
export type BinaryOperator = ArithmeticOperator | ShiftOperator | ComparisonOperator | "&&" | "||";

/** A binary operation. */
export interface BinaryExpr extends NodeBase {
  readonly kind: "BinaryExpr";
  readonly x: Expr;
  readonly op: BinaryOperator;
  readonly opPos: Pos;
  readonly y: Expr;
}

/** `...T` as the type of a last parameter, or `...` as the length in `[...]T`. */
export interface Ellipsis extends NodeBase {
  readonly kind: "Ellipsis";
  readonly element: Expr | undefined;
}

/** Where an expression was expected and none could be read; a syntax error has been reported for it. */
export interface BadExpr extends NodeBase {
  readonly kind: "BadExpr";
}

/** Expressions and type expressions: the parser cannot tell them apart everywhere. */
export type Expr =
  | Ident
  | BasicLit
  | CompositeLit
  | KeyValueExpr
  | FuncLit
  | ParenExpr
  | SelectorExpr
  | IndexExpr
  | SliceExpr
  | TypeAssertExpr
  | CallExpr
  | StarExpr
  | UnaryExpr
  | BinaryExpr
  | Ellipsis
  | BadExpr
  | ArrayType
  | StructType
  | FuncType
  | InterfaceType
  | MapType
  | ChanType;
