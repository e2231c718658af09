import { compile } from "@goes/driver";
import { encodeUtf8 } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";
import { runInMemory } from "./run-in-memory.ts";

const library = loadLibrary();

function traceOf(source: string, level: 0 | 2): string {
  const files = [{ path: "main.go", bytes: encodeUtf8(source) }];
  const target = { kind: "files", files, directory: "." } as const;
  const { wasm } = compile({ target, fileSystem: nodeFileSystem, library, level });
  const { stderr } = runInMemory(wasm!);
  // The offsets in the module are nobody's business here.
  return stderr.replace(/ \+0x[0-9a-f]+/g, "");
}

const source = `package main

type list []int

//go:noinline
func (l *list) at(i int) int {
	return (*l)[i]
}

func main() {
	l := &list{1, 2}
	println(l.at(len(*l)))
}
`;

for (const level of [0, 2] as const) {
  test(`a panic lists the functions on the stack at -O${level}`, () => {
    expect(traceOf(source, level)).toBe(`panic: runtime error: index out of range [2] with length 2

goroutine 1 [running]:
main.(*list).at(...)
	main.go:7
main.main()
	main.go:12
`);
  });
}

test("leaving by os.Exit lists nothing", () => {
  const leaving = `package main

import "os"

func main() {
	defer func() { os.Exit(2) }()
	panic("never told")
}
`;
  expect(traceOf(leaving, 2)).toBe("");
});
