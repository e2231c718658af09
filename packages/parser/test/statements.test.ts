import { expect, test } from "vitest";
import { showBody } from "./show.ts";

test("a brace behind a name in a header opens the block, within brackets a literal", () => {
  expect(showBody("if x == y {}")).toEqual(["IfStmt((x == y) BlockStmt())"]);
  expect(showBody("if x == (T{}) {}")).toEqual(["IfStmt((x == ParenExpr(CompositeLit(T))) BlockStmt())"]);
  expect(showBody("if f(T{1}) {}")).toEqual(["IfStmt(CallExpr(f CompositeLit(T 1)) BlockStmt())"]);
  expect(showBody("for _, x := range []T{{1}} {}")).toEqual([
    "RangeStmt(_ x CompositeLit(ArrayType(T) CompositeLit(1)) BlockStmt())",
  ]);
  expect(showBody("switch func() T { return T{} }() {}")).toEqual([
    "SwitchStmt(CallExpr(FuncLit(FuncType(FieldList() FieldList(Field(T))) BlockStmt(ReturnStmt(CompositeLit(T))))))",
  ]);
});

test("headers have their optional parts", () => {
  expect(showBody("if x := f(); x > 0 {} else if y {} else {}")).toEqual([
    "IfStmt(AssignStmt(x CallExpr(f)) (x > 0) BlockStmt() IfStmt(y BlockStmt() BlockStmt()))",
  ]);
  expect(showBody("for {}")).toEqual(["ForStmt(BlockStmt())"]);
  expect(showBody("for x {}")).toEqual(["ForStmt(x BlockStmt())"]);
  expect(showBody("for ; ; {}")).toEqual(["ForStmt(BlockStmt())"]);
  expect(showBody("for i := 0; i < n; i++ {}")).toEqual([
    "ForStmt(AssignStmt(i 0) (i < n) IncDecStmt(i) BlockStmt())",
  ]);
  expect(
    showBody("for range x {}\nfor k = range x {}\nfor k, v := range x {}\nfor i := range 10 {}"),
  ).toEqual([
    "RangeStmt(x BlockStmt())",
    "RangeStmt(k x BlockStmt())",
    "RangeStmt(k v x BlockStmt())",
    "RangeStmt(i 10 BlockStmt())",
  ]);
  expect(showBody("switch x := f(); {\ncase 1, 2: g()\ndefault:\n}")).toEqual([
    "SwitchStmt(AssignStmt(x CallExpr(f)) CaseClause(1 2 ExprStmt(CallExpr(g))) CaseClause())",
  ]);
});

test("a type switch is told by .(type)", () => {
  expect(showBody("switch x.(type) {}")).toEqual(["TypeSwitchStmt(x)"]);
  expect(showBody("switch a(); y := x.(type) {\ncase nil, []int:\n}")).toEqual([
    "TypeSwitchStmt(ExprStmt(CallExpr(a)) y x CaseClause(nil ArrayType(int)))",
  ]);
});

test("clauses of select are sends, receives or default", () => {
  expect(showBody("select {\ncase c <- 1:\ncase <-c:\ncase x, ok := <-c:\ndefault:\n}")).toEqual([
    "SelectStmt(CommClause(SendStmt(c 1)) CommClause(ExprStmt((<-c))) CommClause(AssignStmt(x ok (<-c))) CommClause())",
  ]);
});

test("labels, jumps, calls and assignments", () => {
  expect(showBody("L: for { continue L }\nM:\ngoto M\nbreak\nreturn 1, 2")).toEqual([
    "LabeledStmt(L ForStmt(BlockStmt(BranchStmt(L))))",
    "LabeledStmt(M BranchStmt(M))",
    "BranchStmt()",
    "ReturnStmt(1 2)",
  ]);
  expect(showBody("go f()\ndefer func() {}()\na, b = b, a\nx <<= 2\nx--")).toEqual([
    "GoStmt(CallExpr(f))",
    "DeferStmt(CallExpr(FuncLit(FuncType(FieldList()) BlockStmt())))",
    "AssignStmt(a b b a)",
    "AssignStmt(x 2)",
    "IncDecStmt(x)",
  ]);
  expect(showBody("end:")).toEqual(["LabeledStmt(end EmptyStmt())"]);
});
