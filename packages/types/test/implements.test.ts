import { expect, test } from "vitest";
import { messagesOf } from "./check-source.ts";

const declarations = `
type Number interface { ~int | ~float64 }
type N2 interface { int | float64 }
type MyInt int
type S struct{}; func (S) M(string) int { return 0 }
type S2 struct{}; func (*S2) M(int) string { return "" }
type S3 struct{}; func (S3) m(int) string { return "" }
type S4 struct{ M int }
type I interface { M(int) string }
type E interface { int; string }
func number[T Number](T) {}
func n2[T N2](T) {}
func cmp[T comparable](T) {}
func empty[T E]() {}
`;

// The texts are those of gc.
test.each([
  ["number(`a`)", "string does not satisfy Number (string missing in ~int | ~float64)"],
  ["n2(MyInt(1))", "MyInt does not satisfy N2 (possibly missing ~ for int in N2)"],
  ["cmp([]int{})", "[]int does not satisfy comparable"],
  ["cmp(struct{a []int}{})", "struct{a []int} does not satisfy comparable"],
  ["empty[int]()", "cannot satisfy E (empty type set)"],
])("constraint: %s", (statement, message) => {
  expect(messagesOf(`${declarations} func _() { ${statement} }`)).toEqual([message]);
});

test("interfaces satisfy comparable though they do not implement it", () => {
  expect(messagesOf(`${declarations} func _() { cmp(any(1)); cmp(struct{ x any }{}) }`)).toEqual([]);
});

const use = (value: string, description: string, cause: string): [string, string] => [
  value,
  `cannot use ${value} (${description}) as I value in variable declaration: ${cause}`,
];

test.each([
  use(
    "S{}",
    "value of struct type S",
    "S does not implement I (wrong type for method M)\n\t\thave M(string) int\n\t\twant M(int) string",
  ),
  use("S2{}", "value of struct type S2", "S2 does not implement I (method M has pointer receiver)"),
  use(
    "S3{}",
    "value of struct type S3",
    "S3 does not implement I (missing method M)\n\t\thave m(int) string\n\t\twant M(int) string",
  ),
  use("S4{}", "value of struct type S4", "S4 does not implement I (S4.M is a field, not a method)"),
  use("1", "constant of type int", "int does not implement I (missing method M)"),
  use(
    "new(I)",
    "value of type *I",
    "*I does not implement I (type *I is pointer to interface, not interface)",
  ),
])("assignment of %s", (value, message) => {
  expect(messagesOf(`${declarations} func _() { var _ I = ${value} }`)).toEqual([message]);
});
