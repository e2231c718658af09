// Programs that suspend and continue at every call behave as they do without. `pnpm stress` runs all of them, at all levels.
import { compile } from "@goes/driver";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";
import { runInMemory } from "./run-in-memory.ts";

const directory = join(import.meta.dirname, "../../../fixtures/programs");
const library = loadLibrary();

/** They have panics, deferred calls, closures, sequences, select and reflection between them. */
const programs: readonly (readonly [name: string, level: 0 | 1 | 2])[] = [
  ["locals-kept-on-edges", 2],
  ["suspension", 0],
  ["suspension", 2],
  ["recover-rules", 1],
  ["deferred-waits", 2],
  ["pull-iterators", 2],
  ["range-func-defer", 0],
  ["producer-consumer", 2],
];

for (const [name, level] of programs) {
  test(`${name} at -O${level}`, () => {
    const program = join(directory, name);
    const result = compile({
      target: { kind: "directory", directory: program },
      fileSystem: nodeFileSystem,
      library,
      level,
      verify: true,
      suspendEverywhere: true,
    });
    // Every function of the program can be left and entered again.
    const own = [...result.module!.funcs.values()].filter((func) => /^main\.[^·]*$/.test(func.name));
    expect(own.filter((func) => func.suspensions === undefined).map((func) => func.name)).toEqual([]);
    const stdin = join(program, "stdin.txt");
    const ran = runInMemory(result.wasm!, existsSync(stdin) ? readFileSync(stdin, "utf8") : "");
    expect(ran.stdout).toBe(readFileSync(join(program, "stdout.txt"), "utf8"));
    const exit = join(program, "exit.txt");
    expect(ran.code).toBe(existsSync(exit) ? Number(readFileSync(exit, "utf8")) : 0);
  });
}
