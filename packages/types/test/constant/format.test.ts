import { expect, test } from "vitest";
import { formatConstant, quote } from "../../src/constant/format.ts";
import { makeFromLiteral, makeString } from "../../src/constant/make.ts";
import { unaryOp, binaryOp } from "../../src/constant/operations.ts";

// What gc prints in "cannot use q (untyped float constant …)".
test.each([
  ["1e100", "1e+100"],
  ["123456.789", "123456.789"],
  ["1e-400", "1e-400"],
  ["1e1000", "1e+1000"],
  ["1e100000", "1e+100000"],
  ["0.0000001234567891", "1.23457e-07"],
  ["1000000.5", "1.0000005e+06"],
  ["1.5", "1.5"],
  ["100000.0", "100000"],
])("float %s", (text, shown) => {
  expect(formatConstant(makeFromLiteral(text, "float"), "float")).toBe(shown);
});

test("numbers of other sorts", () => {
  const third = binaryOp(makeFromLiteral("1", "int"), "/", makeFromLiteral("3", "int"));
  expect(formatConstant(third)).toBe("0.333333");
  expect(formatConstant(unaryOp("-", makeFromLiteral("1e100000", "float")))).toBe("-1e+100000");
  expect(formatConstant(makeFromLiteral("1267650600228229401496703205376", "int"))).toBe(
    "1267650600228229401496703205376",
  );
  const complex = binaryOp(makeFromLiteral("1", "int"), "+", makeFromLiteral("2i", "imaginary"));
  expect(formatConstant(complex)).toBe("(1 + 2i)");
});

test("long strings are cut to 72 characters", () => {
  expect(formatConstant(makeString("a".repeat(100)))).toBe(`"${"a".repeat(68)}...`);
  expect(formatConstant(makeString("a".repeat(70)))).toBe(`"${"a".repeat(70)}"`);
});

test("quoting as strconv.Quote", () => {
  expect(quote('a\tb\x00\x7f\xff"\\')).toBe('"a\\tb\\x00\\x7f\\xff\\"\\\\"');
  expect(quote("\xe1\x88\xb4\xc3\xa9")).toBe('"ሴé"');
  expect(quote("\xc2\xa0")).toBe('"\\u00a0"');
});
