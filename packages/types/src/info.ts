import type * as ast from "@goes/ast";
import type { ConstantValue } from "./constant/value.ts";
import type { Func, TypesObject, Var } from "./object.ts";
import type { Scope } from "./scope.ts";
import type { Type } from "./type.ts";

/** What an expression is. */
export type OperandMode =
  | "novalue" // a call without results, as a statement
  | "builtin"
  | "type"
  | "constant"
  | "variable" // addressable
  | "mapindex" // assignable, not addressable
  | "value"
  | "nil"
  | "commaok"; // a value that may be assigned to two variables

/** What the checker found out about one expression. */
export interface TypeAndValue {
  readonly mode: OperandMode;
  /**
   * Final type: an untyped constant or nil has the type that its context gave it. Where an expression is assigned to
   * two variables (`v, ok := m[k]`), it is the type of the first. Operands of constant expressions may stay untyped.
   */
  readonly type: Type;
  /** Set for constants. */
  readonly value: ConstantValue | undefined;
}

/** What `x.f` selects. */
export interface Selection {
  /** field: `x.f`; method: a method value or call `x.f`; methodexpr: `T.f`. */
  readonly kind: "field" | "method" | "methodexpr";
  /** The type of `x`. */
  readonly receiver: Type;
  readonly obj: Var | Func;
  /** The path of field indices through embedded fields; for a method, the last index is that of the method. */
  readonly index: readonly number[];
  /** A pointer was followed on the path. */
  readonly indirect: boolean;
  /** Type of the whole selector expression. */
  readonly type: Type;
}

/** An instantiation at an identifier. */
export interface Instance {
  readonly typeArgs: readonly Type[];
  /** The instantiated signature or type. */
  readonly type: Type;
}

/** One step of package initialisation: `lhs… = rhs`. */
export interface Initializer {
  readonly lhs: readonly Var[];
  readonly rhs: ast.Expr;
}

/**
 * The results of checking a package. Keys are nodes of its syntax trees. Function bodies that are checked on
 * demand add their entries when they are checked.
 */
export interface Info {
  /** Every expression; parenthesised ones too; not identifiers that are declared. */
  readonly types: Map<ast.Expr, TypeAndValue>;
  /** Declaring identifiers. Absent for `_`-less symbolic variables; see `implicits`. */
  readonly defs: Map<ast.Ident, TypesObject>;
  /** Using identifiers (also embedded field types, and the key of a struct literal's `field: value`). */
  readonly uses: Map<ast.Ident, TypesObject>;
  /** Type switch clauses: the variable each declares; imports without a name: their PkgName. */
  readonly implicits: Map<ast.CaseClause | ast.ImportSpec | ast.Field, TypesObject>;
  /** Selector expressions that are not qualified identifiers. */
  readonly selections: Map<ast.SelectorExpr, Selection>;
  /** Identifiers (also of a selector) that denote an instantiated generic function or type. */
  readonly instances: Map<ast.Ident, Instance>;
  /** The scope that a node opens. */
  readonly scopes: Map<ast.Node, Scope>;
  /** The declarations of functions and methods. */
  readonly funcDecls: Map<Func, ast.FuncDecl>;
}
