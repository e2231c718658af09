import { expect, test } from "vitest";
import { underlying } from "../src/named.ts";
import { typeString } from "../src/type-string.ts";
import type { InterfaceType } from "../src/type.ts";
import { coreType, typeSetOf } from "../src/typeset.ts";
import { checkSource, messagesOf } from "./check-source.ts";

function describe(constraint: string): string {
  const { type } = checkSource(`type MyInt int; type C interface { ${constraint} }`);
  const set = typeSetOf(underlying(type("C")) as InterfaceType);
  const terms =
    set.terms === "all"
      ? "all"
      : set.terms.map((term) => (term.tilde ? "~" : "") + typeString(term.type, () => "")).join(" ");
  return [set.methods.map((method) => method.name).join(","), terms, set.comparable ? "comparable" : ""]
    .filter((part) => part !== "")
    .join("; ");
}

test.each([
  ["", "all"],
  ["int | string", "int string"],
  ["~int | MyInt | int", "~int"],
  ["~int; MyInt | string", "MyInt"],
  ["int; string", ""],
  ["comparable", "all; comparable"],
  ["comparable; []int | string", "string"],
  ["int | any", "all"],
  ["b(); A(); error", "A,Error,b; all"],
  ["interface{ ~int; m() }; interface{ ~int | ~string }", "m; ~int"],
])("interface { %s }", (constraint, expected) => {
  expect(describe(constraint)).toBe(expected);
});

test("a core type needs one underlying type", () => {
  const core = (constraint: string): string => {
    const { type } = checkSource(`type MyInts []int; func f[T interface{ ${constraint} }]() {}`);
    const signature = type("f");
    const param = signature.kind === "signature" ? signature.typeParams[0] : undefined;
    const result = coreType(param!);
    return result === undefined ? "none" : typeString(result);
  };
  expect(core("[]int | MyInts")).toBe("[]int");
  expect(core("int | string")).toBe("none");
  expect(core("chan int | <-chan int")).toBe("<-chan int");
  expect(core("<-chan int | chan<- int")).toBe("none");
  expect(core("m()")).toBe("none");
});

test("methods of one name must have one type", () => {
  expect(messagesOf("type I interface { m(); m() }")).toEqual([
    "duplicate method m\n\t1:31: other declaration of method m",
  ]);
  expect(messagesOf("type I interface { m() }; type J interface { I; m() }")).toEqual([]);
});
