import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, messages } from "./support.ts";

// Programs of one declaration a line, about which gc says the same in every order of the lines: that they are valid,
// or that they hold a cycle.
function programs(file: string): string[][] {
  const text = readFileSync(join(import.meta.dirname, "testdata", file), "utf8");
  return text.split("\n---\n").map((program) => program.trim().split("\n"));
}

function permutations(lines: readonly string[]): string[][] {
  if (lines.length <= 1) return [[...lines]];
  return lines.flatMap((first, index) =>
    permutations(lines.toSpliced(index, 1)).map((rest) => [first, ...rest]),
  );
}

for (const lines of programs("alias-orders-valid.txt")) {
  test(`valid in every order: ${lines[0]}`, () => {
    for (const order of permutations(lines)) {
      const source = `package p\n\n${order.join("\n")}\n`;
      expect(messages(check(source)), source).toEqual([]);
    }
  });
}

for (const lines of programs("alias-orders-cyclic.txt")) {
  test(`a cycle in every order: ${lines[0]}`, () => {
    for (const order of permutations(lines)) {
      const source = `package p\n\n${order.join("\n")}\n`;
      expect(messages(check(source)), source).not.toEqual([]);
    }
  });
}
