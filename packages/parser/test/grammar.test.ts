import { expect, test } from "vitest";
import { GoParser } from "../src/go-parser.ts";

test("Chevrotain finds no ambiguity, left recursion or empty repetition in the grammar", () => {
  expect(() => new GoParser("validate")).not.toThrow();
});
