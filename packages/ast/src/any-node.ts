import type { Decl, File, Spec } from "./declarations.ts";
import type { Expr } from "./expressions.ts";
import type { CaseClause, CommClause, Stmt } from "./statements.ts";
import type { EmbeddedElem, Field, FieldList, MethodSpec } from "./type-expressions.ts";

/** Every node of the tree. */
export type Node =
  File | Decl | Spec | Stmt | CaseClause | CommClause | Expr | Field | FieldList | MethodSpec | EmbeddedElem;
