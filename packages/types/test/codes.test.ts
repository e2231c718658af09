import { diagnosticCodes, type DiagnosticCode, type DiagnosticSpec } from "@goes/source";
import { expect, test } from "vitest";
import { check } from "./support.ts";

const others = new Set<string>(["InvalidCharacter", "InvalidLiteral", "UnterminatedLiteral", "SyntaxError"]);
const rows = Object.entries(diagnosticCodes) as [DiagnosticCode, DiagnosticSpec][];

for (const [code, { example }] of rows) {
  if (example === "" || others.has(code)) continue;
  test(`the example of ${code} gives that code, once`, () => {
    const source = example.startsWith("package ") ? example : `package p\n\n${example}`;
    const { diagnostics } = check(source, { allowBodyless: code !== "MissingFunctionBody" });
    // Examples may leave their variables and parameters unused, as long as that is not their point.
    const found = diagnostics
      .map((item) => item.code)
      .filter((found_) => found_ === code || found_ !== "UnusedVar");
    expect(found).toEqual([code]);
  });
}

test("every code says in one sentence when it is reported", () => {
  for (const [code, { summary }] of rows) expect(summary, code).toMatch(/^[^.\n]+.*\.$/);
});
