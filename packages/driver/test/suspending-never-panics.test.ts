// What runs while a function is being suspended, out of memory included, must not be able to unwind: the check after its calls
// would take the suspension for a panic (packages/runtime/go/runtime/coroutine.go).
import { memoryFileSystem } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../../cli/src/library.ts";
import { optimizeSsa } from "../src/index.ts";

const source = `package main

import "runtime"

func main() {
	defer func() { recover() }()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	c := make(chan int)
	go func() { c <- runtime.Callers(0, nil) }()
	println(<-c)
}
`;

for (const traces of ["host", "module"] as const) {
  for (const level of [0, 2] as const) {
    test(`traces of the ${traces} at -O${level}`, () => {
      const { module } = optimizeSsa(
        {
          target: { kind: "directory", directory: "." },
          fileSystem: memoryFileSystem({ "main.go": source }),
          library: loadLibrary(),
          level,
          traces,
        },
        "wasm",
      );
      const work = ["runtime.pushFrame", "runtime.freeFrame", "runtime.enterLocals", "runtime.leaveLocals"];
      const seen = new Set(work);
      const guilty: string[] = [];
      for (let name = work.pop(); name !== undefined; name = work.pop()) {
        for (const block of module!.funcs.get(name)?.blocks ?? []) {
          for (const { op, sym, args } of block.values) {
            const unwinds = op === "unwind.set" && args[0]!.imm !== 0 && args[0]!.imm !== 1;
            if (unwinds || op === "call.indirect") guilty.push(name);
            if ((op !== "call" && op !== "panic.if") || seen.has(sym!)) continue;
            seen.add(sym!);
            work.push(sym!);
          }
        }
      }
      expect(seen).toContain("runtime.outOfMemory");
      expect(guilty).toEqual([]);
    });
  }
}
