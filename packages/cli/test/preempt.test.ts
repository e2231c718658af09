import { compile } from "@goes/driver";
import { memoryFileSystem } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { runInMemory } from "./run-in-memory.ts";

const source = `package main

import "runtime"

func spin() {
	for i := 0; ; i++ {
	}
}

func main() {
	go spin()
	for i := 0; i < 3; i++ {
		runtime.Gosched()
		println("main", i)
	}
}
`;

for (const level of [0, 2] as const) {
  test(`with -preempt=loops a loop that calls nothing lets others run, at -O${level}`, () => {
    const result = compile({
      target: { kind: "directory", directory: "/p" },
      fileSystem: memoryFileSystem({ "/p/main.go": source }),
      library: loadLibrary(),
      level,
      verify: true,
      preempt: true,
    });
    expect(runInMemory(result.wasm!)).toEqual({ stdout: "", stderr: "main 0\nmain 1\nmain 2\n", code: 0 });
  });
}
