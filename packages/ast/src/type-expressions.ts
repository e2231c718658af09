import type { Pos } from "@goes/source";
import type { BasicLit, Expr, Ident } from "./expressions.ts";
import type { NodeBase } from "./node.ts";

/** `[N]T`, `[...]T` (length is an Ellipsis) or the slice type `[]T` (length is undefined). */
export interface ArrayType extends NodeBase {
  readonly kind: "ArrayType";
  readonly length: Expr | undefined;
  readonly element: Expr;
}

/**
 * Names that share one type: parameters, results, type parameters, struct fields. No names: an unnamed
 * parameter, or an embedded field.
 */
export interface Field extends NodeBase {
  readonly kind: "Field";
  readonly names: readonly Ident[];
  readonly type: Expr;
  /** The tag of a struct field. */
  readonly tag: BasicLit | undefined;
}

/** A parenthesised, bracketed or braced list of fields. */
export interface FieldList extends NodeBase {
  readonly kind: "FieldList";
  readonly fields: readonly Field[];
}

/** `struct{…}`. */
export interface StructType extends NodeBase {
  readonly kind: "StructType";
  readonly fields: FieldList;
}

/** A signature. `typeParams` only in function declarations; `results` is undefined if none are written. */
export interface FuncType extends NodeBase {
  readonly kind: "FuncType";
  readonly typeParams: FieldList | undefined;
  readonly params: FieldList;
  readonly results: FieldList | undefined;
}

/** A method of an interface. */
export interface MethodSpec extends NodeBase {
  readonly kind: "MethodSpec";
  readonly name: Ident;
  readonly type: FuncType;
}

/** An embedded type or union (`A | ~B`, a {@link BinaryExpr} with `|`) of an interface. */
export interface EmbeddedElem extends NodeBase {
  readonly kind: "EmbeddedElem";
  readonly type: Expr;
}

/** `interface{…}`, elements in source order. */
export interface InterfaceType extends NodeBase {
  readonly kind: "InterfaceType";
  readonly elements: readonly (MethodSpec | EmbeddedElem)[];
}

/** `map[K]V`. */
export interface MapType extends NodeBase {
  readonly kind: "MapType";
  readonly key: Expr;
  readonly value: Expr;
}

/** Which way values may flow through a channel. */
export type ChanDirection = "both" | "send" | "receive";

/** `chan T`, `chan<- T` or `<-chan T`. */
export interface ChanType extends NodeBase {
  readonly kind: "ChanType";
  readonly direction: ChanDirection;
  /** Position of `<-`, or undefined. */
  readonly arrow: Pos | undefined;
  readonly element: Expr;
}
