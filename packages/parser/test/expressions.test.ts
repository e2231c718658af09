import { expect, test } from "vitest";
import { showExpr } from "./show.ts";

// The readings follow from the sections of the Go specification that the test names give.
test.each([
  ["a + b*c", "(a + (b * c))"],
  ["a*b + c", "((a * b) + c)"],
  ["a - b - c", "((a - b) - c)"],
  ["a || b && c == d", "(a || (b && (c == d)))"],
  ["a == b && c || d", "(((a == b) && c) || d)"],
  ["a | b & c ^ d", "((a | (b & c)) ^ d)"],
  ["a << 1 + b &^ c", "((a << 1) + (b &^ c))"],
  ["-a * b", "((-a) * b)"],
  ["!<-c && ^x != -y", "((!(<-c)) && ((^x) != (-y)))"],
  ["&x.y", "(&SelectorExpr(x y))"],
  ["*p.x", "(*SelectorExpr(p x))"],
  ["**p * *q", "((*(*p)) * (*q))"],
  ["(a + b) * c", "(ParenExpr((a + b)) * c)"],
])("operator precedence: %s", (text, tree) => {
  expect(showExpr(text)).toBe(tree);
});

test.each([
  ["f(a, b...)", "CallExpr(f a b)"],
  ["x.y.z", "SelectorExpr(SelectorExpr(x y) z)"],
  ["x[i][j]", "IndexExpr(IndexExpr(x i) j)"],
  ["x[:]", "SliceExpr(x)"],
  ["x[1:]", "SliceExpr(x 1)"],
  ["x[1:2:3]", "SliceExpr(x 1 2 3)"],
  ["x.(T)", "TypeAssertExpr(x T)"],
  ["f[int, []string](x)", "CallExpr(IndexExpr(f int ArrayType(string)) x)"],
  ["a < b && c > (d)", "((a < b) && (c > ParenExpr(d)))"],
])("primary expressions: %s", (text, tree) => {
  expect(showExpr(text)).toBe(tree);
});

test.each([
  ["<-chan int(x)", "(<-CallExpr(Chan(both int) x))"],
  ["(<-chan int)(x)", "CallExpr(ParenExpr(Chan(receive int)) x)"],
  ["(<-chan<- chan int)(x)", "CallExpr(ParenExpr(Chan(receive Chan(receive int))) x)"],
  ["(chan<- (chan int))(x)", "CallExpr(ParenExpr(Chan(send ParenExpr(Chan(both int)))) x)"],
  ["make(chan<- chan int)", "CallExpr(make Chan(send Chan(both int)))"],
  ["make(chan (<-chan int))", "CallExpr(make Chan(both ParenExpr(Chan(receive int))))"],
  ["[]byte(s)", "CallExpr(ArrayType(byte) s)"],
  ["(*T)(x)", "CallExpr(ParenExpr((*T)) x)"],
  ["func()(x)", "FuncType(FieldList() FieldList(Field(x)))"],
  ["(func())(x)", "CallExpr(ParenExpr(FuncType(FieldList())) x)"],
  ["interface{ m() }(x)", "CallExpr(InterfaceType(MethodSpec(m FuncType(FieldList()))) x)"],
  ["(*T).m", "SelectorExpr(ParenExpr((*T)) m)"],
])("types as operands: %s", (text, tree) => {
  expect(showExpr(text)).toBe(tree);
});

test.each([
  ["T{}", "CompositeLit(T)"],
  ["p.T{1, 2,}", "CompositeLit(SelectorExpr(p T) 1 2)"],
  ["G[int]{x: 1}", "CompositeLit(IndexExpr(G int) KeyValueExpr(x 1))"],
  ["[...]T{{1}, {2}}", "CompositeLit(ArrayType(Ellipsis() T) CompositeLit(1) CompositeLit(2))"],
  ["map[K]V{{1}: {2}}", "CompositeLit(MapType(K V) KeyValueExpr(CompositeLit(1) CompositeLit(2)))"],
  ["&T{1}.x", "(&SelectorExpr(CompositeLit(T 1) x))"],
  ["struct{ x int }{1}", "CompositeLit(StructType(FieldList(Field(x int))) 1)"],
])("composite literals: %s", (text, tree) => {
  expect(showExpr(text)).toBe(tree);
});
