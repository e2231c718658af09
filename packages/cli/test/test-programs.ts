import { compile } from "@goes/driver";
import { formatDiagnostic } from "@goes/source";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";
import { runInMemory } from "./run-in-memory.ts";

const directory = join(import.meta.dirname, "../../../fixtures/programs");
const library = loadLibrary();

function optional(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

const hasWabt = spawnSync("wasm-validate", ["--version"]).status === 0;

/** What wabt's validator says of a module; nothing where it is not installed (V8 validates every module anyway). */
function wabtErrors(wasm: Uint8Array): string {
  if (!hasWabt) return "";
  const work = mkdtempSync(join(tmpdir(), "goes-validate-"));
  writeFileSync(join(work, "main.wasm"), wasm);
  const result = spawnSync("wasm-validate", [join(work, "main.wasm")], { encoding: "utf8" });
  rmSync(work, { recursive: true });
  return result.stderr + result.stdout;
}

/**
 * Tests every program under fixtures/programs at one level: output, exit code, a valid module, the same bytes twice. A program
 * is a directory with main.go (and other files), `stdout.txt`, and where they matter `stdin.txt`, `stderr.txt`
 * (the beginning of it) and `exit.txt`. What is expected was printed by the real Go: scripts/fixtures.js.
 */
export function testPrograms(level: 0 | 2): void {
  for (const name of readdirSync(directory)) {
    const program = join(directory, name);
    test(`${name} at -O${level}`, () => {
      const input = {
        target: { kind: "directory", directory: program },
        fileSystem: nodeFileSystem,
        library,
        level,
      } as const;
      const result = compile({ ...input, verify: true });
      expect(result.diagnostics.map((item) => formatDiagnostic(result.files, item))).toEqual([]);
      expect(Buffer.compare(compile(input).wasm!, result.wasm!)).toBe(0);
      expect(wabtErrors(result.wasm!)).toBe("");
      const ran = runInMemory(result.wasm!, optional(join(program, "stdin.txt")) ?? "");
      expect(ran.stdout).toBe(readFileSync(join(program, "stdout.txt"), "utf8"));
      expect(ran.code).toBe(Number(optional(join(program, "exit.txt")) ?? 0));
      const beginning = optional(join(program, "stderr.txt")) ?? "";
      expect(ran.stderr.slice(0, beginning.length)).toBe(beginning);
    });
  }
}
