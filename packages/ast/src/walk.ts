import type { Node } from "./any-node.ts";

type NodeOf<K extends Node["kind"]> = Extract<Node, { readonly kind: K }>;

/** The fields of every kind of node that hold nodes or lists of nodes, in source order. */
export const childFields: { readonly [K in Node["kind"]]: readonly (keyof NodeOf<K>)[] } = {
  File: ["name", "decls"],
  BadDecl: [],
  GenDecl: ["specs"],
  FuncDecl: ["receiver", "name", "type", "body"],
  ImportSpec: ["name", "path"],
  ConstSpec: ["names", "type", "values"],
  VarSpec: ["names", "type", "values"],
  TypeSpec: ["name", "typeParams", "type"],
  BlockStmt: ["list"],
  ExprStmt: ["x"],
  SendStmt: ["channel", "value"],
  IncDecStmt: ["x"],
  AssignStmt: ["lhs", "rhs"],
  GoStmt: ["call"],
  DeferStmt: ["call"],
  ReturnStmt: ["results"],
  BranchStmt: ["label"],
  IfStmt: ["init", "condition", "body", "else"],
  CaseClause: ["list", "body"],
  SwitchStmt: ["init", "tag", "clauses"],
  TypeSwitchStmt: ["init", "binding", "x", "clauses"],
  CommClause: ["comm", "body"],
  SelectStmt: ["clauses"],
  ForStmt: ["init", "condition", "post", "body"],
  RangeStmt: ["key", "value", "x", "body"],
  LabeledStmt: ["label", "statement"],
  DeclStmt: ["decl"],
  EmptyStmt: [],
  BadStmt: [],
  Ident: [],
  BasicLit: [],
  CompositeLit: ["type", "elements"],
  KeyValueExpr: ["key", "value"],
  FuncLit: ["type", "body"],
  ParenExpr: ["x"],
  SelectorExpr: ["x", "selector"],
  IndexExpr: ["x", "indices"],
  SliceExpr: ["x", "low", "high", "max"],
  TypeAssertExpr: ["x", "type"],
  CallExpr: ["callee", "args"],
  StarExpr: ["x"],
  UnaryExpr: ["x"],
  BinaryExpr: ["x", "y"],
  Ellipsis: ["element"],
  BadExpr: [],
  ArrayType: ["length", "element"],
  StructType: ["fields"],
  FuncType: ["typeParams", "params", "results"],
  InterfaceType: ["elements"],
  MapType: ["key", "value"],
  ChanType: ["element"],
  Field: ["names", "type", "tag"],
  FieldList: ["fields"],
  MethodSpec: ["name", "type"],
  EmbeddedElem: ["type"],
};

/** A child of a node and where it is: the field, and the index within a list. */
export interface Child {
  readonly field: string;
  readonly index: number | undefined;
  readonly node: Node;
}

/** The children of a node in source order. The import specs of a file are those of its declarations. */
export function childrenOf(node: Node): Child[] {
  const children: Child[] = [];
  const record = node as unknown as Readonly<Record<string, Node | readonly Node[] | undefined>>;
  for (const field of childFields[node.kind] as readonly string[]) {
    const value = record[field];
    if (value === undefined) continue;
    if (isList(value)) value.forEach((item, index) => children.push({ field, index, node: item }));
    else children.push({ field, index: undefined, node: value });
  }
  return children;
}

function isList(value: Node | readonly Node[]): value is readonly Node[] {
  return Array.isArray(value);
}

/** What {@link walk} calls. */
export interface Visitor {
  /** Called before the children of `node`; `"skip"` leaves them out. */
  readonly enter?: (node: Node) => "skip" | void;
  /** Called after the children of `node`, also where they were skipped. */
  readonly leave?: (node: Node) => void;
}

/** Visits `root` and everything below it in source order. Works at any depth: it keeps its own stack. */
export function walk(root: Node, visitor: Visitor): void {
  const pending: { readonly node: Node; readonly done: boolean }[] = [{ node: root, done: false }];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { node, done } = item;
    if (done) {
      visitor.leave?.(node);
      continue;
    }
    const skip = visitor.enter?.(node) === "skip";
    if (visitor.leave !== undefined) pending.push({ node, done: true });
    if (skip) continue;
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) pending.push({ node: children[i]!.node, done: false });
  }
}
