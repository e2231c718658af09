import { expect, test } from "vitest";
import { FileSet, type Diagnostic } from "@goes/source";
import { parseFile } from "@goes/parser";

function codes(text: string): string[] {
  const diagnostics: Diagnostic[] = [];
  parseFile(new FileSet().addText("x.go", `package p\n${text}\n`), (item) => diagnostics.push(item));
  return diagnostics.map((item) => item.code);
}

function nested(open: string, middle: string, close: string, depth: number): string {
  return open.repeat(depth) + middle + close.repeat(depth);
}

test("nesting that programs have is parsed", () => {
  expect(codes(`var x = ${nested("(", "1", ")", 200)}`)).toEqual([]);
  expect(codes(`var x ${nested("[]", "int", "", 250)}`)).toEqual([]);
  expect(codes(`func f() {${nested("if x {", "", "}", 200)}}`)).toEqual([]);
  expect(codes(`func f() {${nested("if x {} else ", "{}", "", 5000)}}`)).toEqual([]);
});

test.each([
  ["parentheses", `var x = ${nested("(", "1", ")", 10_000)}`],
  ["open parentheses", `var x = ${nested("(", "", "", 10_000)}`],
  ["unary operators", `var x = ${nested("!", "x", "", 10_000)}`],
  ["calls", `var x = ${nested("f(", "1", ")", 10_000)}`],
  ["indices", `var x = ${nested("f[", "1", "]", 10_000)}`],
  ["literals", `var x = T${nested("{", "1", "}", 10_000)}`],
  ["function literals", `var x = ${nested("func() { x := ", "1", "}", 10_000)}`],
  ["blocks", `func f() {${nested("{", "", "}", 10_000)}}`],
  ["loops", `func f() {${nested("for {", "", "}", 10_000)}}`],
  ["labels", `func f() {${nested("L: ", "", "", 10_000)}}`],
  ["slice types", `var x ${nested("[]", "int", "", 10_000)}`],
  ["structs", `type x ${nested("struct { a ", "int", "}", 10_000)}`],
  ["interfaces", `type x ${nested("interface { m() ", "int", "}", 10_000)}`],
  ["function types", `var x ${nested("func(", "", ")", 10_000)}`],
  ["type arguments", `var x ${nested("T[", "int", "]", 10_000)}`],
  ["parameters", `func f(${nested("a [", "", "", 10_000)}`],
])("ten thousand nested %s are an error, not a crash", (_name, text) => {
  expect(codes(text)).toContain("TooDeep");
});

test("long chains are no nesting", () => {
  expect(codes(`var x = 1${"+1".repeat(200_000)}`)).toEqual([]);
  expect(codes(`var x = 1${"*2+1".repeat(100_000)}`)).toEqual([]);
  expect(codes(`var x = a${".a".repeat(100_000)}`)).toEqual([]);
  expect(codes(`var x = a${"()".repeat(100_000)}`)).toEqual([]);
});
