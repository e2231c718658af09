// The syntax tree of Go. Plain data: stages attach nothing to it.
export type { Comment, Directive } from "./comments.ts";
export type {
  BadDecl,
  ConstSpec,
  Decl,
  File,
  FuncDecl,
  GenDecl,
  ImportSpec,
  Spec,
  TypeSpec,
  VarSpec,
} from "./declarations.ts";
export type {
  ArithmeticOperator,
  BadExpr,
  BasicLit,
  BinaryExpr,
  BinaryOperator,
  CallExpr,
  ComparisonOperator,
  CompositeLit,
  Ellipsis,
  Expr,
  FuncLit,
  Ident,
  IndexExpr,
  KeyValueExpr,
  LiteralKind,
  ParenExpr,
  SelectorExpr,
  ShiftOperator,
  SliceExpr,
  StarExpr,
  TypeAssertExpr,
  UnaryExpr,
  UnaryOperator,
} from "./expressions.ts";
export type { NodeBase } from "./node.ts";
export type {
  AssignOperator,
  AssignStmt,
  BadStmt,
  BlockStmt,
  BranchStmt,
  CaseClause,
  CommClause,
  DeclStmt,
  DeferStmt,
  EmptyStmt,
  ExprStmt,
  ForStmt,
  GoStmt,
  IfStmt,
  IncDecStmt,
  LabeledStmt,
  RangeStmt,
  ReturnStmt,
  SelectStmt,
  SendStmt,
  Stmt,
  SwitchStmt,
  TypeSwitchStmt,
} from "./statements.ts";
export type {
  ArrayType,
  ChanDirection,
  ChanType,
  EmbeddedElem,
  Field,
  FieldList,
  FuncType,
  InterfaceType,
  MapType,
  MethodSpec,
  StructType,
} from "./type-expressions.ts";
export type { Node } from "./any-node.ts";
export { unquoteRune, unquoteString } from "./literals.ts";
export { unparen } from "./parens.ts";
export { dumpAst } from "./dump.ts";
export { childFields, childrenOf, walk, type Child, type Visitor } from "./walk.ts";
