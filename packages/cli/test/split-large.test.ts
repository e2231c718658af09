// Programs whose functions are split as if engines took tiny ones only behave as they do without. `pnpm stress --split=N` runs all
// of them, at all levels.
import { compile } from "@goes/driver";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";
import { runInMemory } from "./run-in-memory.ts";

const directory = join(import.meta.dirname, "../../../fixtures/programs");
const library = loadLibrary();

/** They have loops, maps, early returns, deferred calls, recovered panics, sequences and goroutines between them. */
const programs: readonly (readonly [name: string, level: 0 | 2, splitFrom: number])[] = [
  ["deferred-recover", 0, 30],
  ["map-semantics", 0, 40],
  ["range-func-defer", 2, 30],
  ["deferred-waits", 2, 30],
];

for (const [name, level, splitFrom] of programs) {
  test(`${name} at -O${level}, split from ${splitFrom} on`, () => {
    const program = join(directory, name);
    const result = compile({
      target: { kind: "directory", directory: program },
      fileSystem: nodeFileSystem,
      library,
      level,
      verify: true,
      splitFrom,
    });
    expect([...result.module!.funcs.keys()].some((func) => /^main\..*\u00b7part\d+$/.test(func))).toBe(true);
    const ran = runInMemory(result.wasm!);
    expect(ran.stdout).toBe(readFileSync(join(program, "stdout.txt"), "utf8"));
    const exit = join(program, "exit.txt");
    expect(ran.code).toBe(existsSync(exit) ? Number(readFileSync(exit, "utf8")) : 0);
  });
}
