// Messages print expressions whole, however long they are.
import { memoryFileSystem } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../../cli/src/library.ts";
import { check } from "../src/index.ts";

test("a chain of calls and a parenthesized sum are printed to their beginning", () => {
  const chain = `t${".m()".repeat(2000)}`;
  const source = `package main

type T struct{}

func (t T) m() T { return t }

func main() {
	var t T
	_ = ${chain}.x
	_ = (t + 1) * 2${" + 1".repeat(300)}
	_ = []int{0}[${chain}]
}
`;
  const { diagnostics } = check({
    target: { kind: "directory", directory: "." },
    fileSystem: memoryFileSystem({ "main.go": source }),
    library: loadLibrary(),
  });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    `${chain}.x undefined (type T has no field or method x)`,
    "invalid operation: t + 1 (mismatched types T and untyped int)",
    `invalid argument: index ${chain} (value of struct type T) must be integer`,
  ]);
});
