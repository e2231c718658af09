import type { Pos } from "@goes/source";
import type { Comment, Directive } from "./comments.ts";
import type { BasicLit, Expr, Ident } from "./expressions.ts";
import type { NodeBase } from "./node.ts";
import type { BlockStmt } from "./statements.ts";
import type { FieldList, FuncType } from "./type-expressions.ts";

/** `name "path"`; `name` may be `.` or `_`. */
export interface ImportSpec extends NodeBase {
  readonly kind: "ImportSpec";
  readonly name: Ident | undefined;
  readonly path: BasicLit;
}

/** One line of a const declaration. */
export interface ConstSpec extends NodeBase {
  readonly kind: "ConstSpec";
  readonly names: readonly Ident[];
  readonly type: Expr | undefined;
  /** Empty if the expressions of the line before are repeated. */
  readonly values: readonly Expr[];
  /** Index of the line in its declaration: the value of `iota`. */
  readonly iota: number;
}

/** One line of a var declaration. */
export interface VarSpec extends NodeBase {
  readonly kind: "VarSpec";
  readonly names: readonly Ident[];
  readonly type: Expr | undefined;
  readonly values: readonly Expr[];
  /** Directives above the line (`go:embed`, `go:linkname`). */
  readonly directives: readonly Directive[];
}

/** One line of a type declaration. */
export interface TypeSpec extends NodeBase {
  readonly kind: "TypeSpec";
  readonly name: Ident;
  readonly typeParams: FieldList | undefined;
  /** Position of `=`: an alias declaration. */
  readonly assign: Pos | undefined;
  readonly type: Expr;
}

/** A line of a parenthesised declaration. */
export type Spec = ImportSpec | ConstSpec | VarSpec | TypeSpec;

/** An import, const, type or var declaration. */
export interface GenDecl extends NodeBase {
  readonly kind: "GenDecl";
  readonly keyword: "import" | "const" | "type" | "var";
  /** Position of `(` if the declaration is a group. */
  readonly lparen: Pos | undefined;
  readonly specs: readonly Spec[];
}

/** A function or method declaration. */
export interface FuncDecl extends NodeBase {
  readonly kind: "FuncDecl";
  /** The receiver list of a method: one field in valid code. */
  readonly receiver: FieldList | undefined;
  readonly name: Ident;
  readonly type: FuncType;
  /** Position of the `{`. Undefined for functions that are implemented elsewhere. */
  readonly bodyPos: Pos | undefined;
  /** Undefined if `bodyPos` is. Of a file that was parsed with lazy bodies: parsed when it is first read. */
  readonly body: BlockStmt | undefined;
  /** Directives in the comment above (`go:noinline`, `go:wasmimport`, `goes:intrinsic` …). */
  readonly directives: readonly Directive[];
}

/** Where a declaration was expected and none could be read; reported. */
export interface BadDecl extends NodeBase {
  readonly kind: "BadDecl";
}

/** All declarations. */
export type Decl = GenDecl | FuncDecl | BadDecl;

/** A parsed file. */
export interface File extends NodeBase {
  readonly kind: "File";
  /** Position of the keyword `package`. */
  readonly packagePos: Pos;
  readonly name: Ident;
  readonly imports: readonly ImportSpec[];
  readonly decls: readonly Decl[];
  /** The comments before the package clause: build constraints are there. */
  readonly headerComments: readonly Comment[];
  /** Every directive of the file, in order. */
  readonly directives: readonly Directive[];
  /** Directives without a meaning: something is in front of them on their line. */
  readonly strayDirectives: readonly Directive[];
  /** The language version of a `//go:build go1.N` line, as `go1.N`. */
  readonly goVersion: string | undefined;
}
