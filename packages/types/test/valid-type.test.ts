import { expect, test } from "vitest";
import { checkSource } from "./check-source.ts";

test.each([
  ["type T struct { t T }", "1:17: invalid recursive type: T refers to itself"],
  ["type C [2]C", "1:17: invalid recursive type: C refers to itself"],
  ["type I interface { I }", "1:17: invalid recursive type: I refers to itself"],
  [
    "type A struct { b B }; type B struct { a [2]A }",
    "1:17: invalid recursive type A\n\t1:17: A refers to B\n\t1:40: B refers to A",
  ],
  [
    "type T [10]E[D[E[T]]]; type E[P any] struct{ _ P }; type D[P any] struct{ _ [10]P }",
    "1:17: invalid recursive type T\n\t1:17: T refers to E\n\t1:17: E refers to D\n\t1:17: D refers to E\n\t1:17: E refers to T",
  ],
])("%s", (source, message) => {
  expect(checkSource(source).errors).toEqual([message]);
});

test.each([
  ["type T struct { t *T; s []T; m map[string]T; f func(T) T; c chan T }"],
  ["type G[P any] struct { f *G[P] }"],
  ["type S[P any] struct { f P }; type T struct { S[*T] }"],
  ["type I interface { m(I) I }"],
])("%s is fine", (source) => {
  expect(checkSource(source).errors).toEqual([]);
});

test("types that expand without end are found and do not hang", () => {
  const { errors } = checkSource("type A[P any] [10]A[*P]\ntype I[P any] interface{ I[*P] }");
  expect(errors.map((error) => error.replace(/:\d+:/, ":"))).toEqual([
    "1: invalid recursive type: A refers to itself",
    "2: invalid recursive type: I refers to itself",
  ]);
});
