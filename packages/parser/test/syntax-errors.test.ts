import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FileSet, formatDiagnostic, sortDiagnostics, type Diagnostic } from "@goes/source";
import { parseFile } from "@goes/parser";

// The expectations are what `go tool compile -e` prints.
const cases = readFileSync(new URL("testdata/syntax-errors.txt", import.meta.url), "utf8")
  .split(/^\/\/\n/m)
  .slice(1)
  .filter((item) => item !== "");

function check(item: string): void {
  const lines = item.split("\n");
  const source = lines.filter((line) => !line.startsWith("//= ")).join("\n");
  const expected = lines.filter((line) => line.startsWith("//= ")).map((line) => line.slice(4));
  const files = new FileSet();
  const diagnostics: Diagnostic[] = [];
  parseFile(files.addText("x.go", `package p\n${source}`), (found) => diagnostics.push(found));
  const found = sortDiagnostics(files, diagnostics).map((one) => formatDiagnostic(files, one));
  expect(found, source).toEqual(expected.map((line) => `x.go:${line}`));
}

test("syntax errors stand where gc puts them, in its words", () => {
  expect(cases.length).toBeGreaterThan(300);
  for (const item of cases) check(item);
});
