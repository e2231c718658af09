import type * as ast from "@goes/ast";

/**
 * Visits the operands of a binary expression from left to right. `a + b + c + …` nests to the left as deep as it is
 * long: its chain of operators is followed without recursion.
 */
function forEachOperand(expr: ast.BinaryExpr, visit: (operand: ast.Expr) => void): void {
  const right: ast.Expr[] = [];
  let left: ast.Expr = expr;
  while (left.kind === "BinaryExpr") {
    right.push(left.y);
    left = left.x;
  }
  visit(left);
  for (let i = right.length - 1; i >= 0; i--) visit(right[i]!);
}

/**
 * The operand that an expression begins with, which is evaluated before its other parts: chains like `a.f().g[i].h` nest
 * to the left as deep as they are long.
 */
export function leftOperand(expr: ast.Node): ast.Expr | undefined {
  switch (expr.kind) {
    case "ParenExpr":
    case "StarExpr":
    case "SelectorExpr":
    case "IndexExpr":
    case "SliceExpr":
    case "TypeAssertExpr":
      return expr.x;
    case "CallExpr":
      return expr.callee;
    default:
      // It begins with no other expression.
      return undefined;
  }
}

/** The other operands of an expression that has a {@link leftOperand}, from left to right. */
export function rightOperands(expr: ast.Node): readonly ast.Expr[] {
  switch (expr.kind) {
    case "IndexExpr":
      return expr.indices;
    case "SliceExpr":
      return [expr.low, expr.high, expr.max].filter((bound) => bound !== undefined);
    case "CallExpr":
      return expr.args;
    default:
      // It has no operands, or but the first.
      return [];
  }
}

/**
 * Calls `visit` for the direct parts of a node of a function body that can hold expressions or statements: types
 * inside function bodies and the declared names of fields are left out, the selector of `x.f` and labels too. The parts of
 * a chain of binary operators are its operands.
 */
export function forEachChild(node: ast.Node, visit: (child: ast.Node) => void): void {
  switch (node.kind) {
    case "ParenExpr":
    case "StarExpr":
    case "UnaryExpr":
    case "SelectorExpr":
    case "ExprStmt":
    case "IncDecStmt":
    case "TypeAssertExpr":
      visit(node.x);
      return;
    case "BinaryExpr":
      forEachOperand(node, visit);
      return;
    case "IndexExpr":
      visit(node.x);
      node.indices.forEach(visit);
      return;
    case "SliceExpr":
      visit(node.x);
      maybe(node.low, visit);
      maybe(node.high, visit);
      maybe(node.max, visit);
      return;
    case "CallExpr":
      visit(node.callee);
      node.args.forEach(visit);
      return;
    case "CompositeLit":
      node.elements.forEach(visit);
      return;
    case "KeyValueExpr":
      visit(node.key);
      visit(node.value);
      return;
    case "FuncLit":
      visit(node.body);
      return;
    case "BlockStmt":
      node.list.forEach(visit);
      return;
    case "SendStmt":
      visit(node.channel);
      visit(node.value);
      return;
    case "AssignStmt":
      node.rhs.forEach(visit);
      node.lhs.forEach(visit);
      return;
    case "GoStmt":
    case "DeferStmt":
      visit(node.call);
      return;
    case "ReturnStmt":
      node.results.forEach(visit);
      return;
    case "IfStmt":
      // A chain of `else if` is walked arm by arm: it may be as long as a program.
      for (let arm: ast.IfStmt | undefined = node; arm !== undefined;) {
        maybe(arm.init, visit);
        visit(arm.condition);
        visit(arm.body);
        const otherwise: ast.Stmt | undefined = arm.else;
        if (otherwise?.kind !== "IfStmt") maybe(otherwise, visit);
        arm = otherwise?.kind === "IfStmt" ? otherwise : undefined;
      }
      return;
    case "CaseClause":
      node.list?.forEach(visit);
      node.body.forEach(visit);
      return;
    case "SwitchStmt":
      maybe(node.init, visit);
      maybe(node.tag, visit);
      node.clauses.forEach(visit);
      return;
    case "TypeSwitchStmt":
      maybe(node.init, visit);
      visit(node.x);
      node.clauses.forEach(visit);
      return;
    case "CommClause":
      maybe(node.comm, visit);
      node.body.forEach(visit);
      return;
    case "SelectStmt":
      node.clauses.forEach(visit);
      return;
    case "ForStmt":
      maybe(node.init, visit);
      maybe(node.condition, visit);
      maybe(node.post, visit);
      visit(node.body);
      return;
    case "RangeStmt":
      maybe(node.key, visit);
      maybe(node.value, visit);
      visit(node.x);
      visit(node.body);
      return;
    case "LabeledStmt":
      visit(node.statement);
      return;
    case "DeclStmt":
      node.decl.specs.forEach(visit);
      return;
    case "VarSpec":
      node.values.forEach(visit);
      node.names.forEach(visit);
      return;
    case "ArrayType":
    case "BadDecl":
    case "BadExpr":
    case "BadStmt":
    case "BasicLit":
    case "BranchStmt":
    case "ChanType":
    case "ConstSpec":
    case "Ellipsis":
    case "EmbeddedElem":
    case "EmptyStmt":
    case "Field":
    case "FieldList":
    case "File":
    case "FuncDecl":
    case "FuncType":
    case "GenDecl":
    case "Ident":
    case "ImportSpec":
    case "InterfaceType":
    case "MapType":
    case "MethodSpec":
    case "StructType":
    case "TypeSpec":
      return;
  }
}

function maybe(node: ast.Node | undefined, visit: (child: ast.Node) => void): void {
  if (node !== undefined) visit(node);
}
