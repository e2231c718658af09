import { compile } from "../../../packages/driver/src/index.ts";
import { runProgram } from "../../../packages/runtime/src/index.ts";
import { formatDiagnostic, memoryFileSystem } from "../../../packages/source/src/index.ts";
import { randomFillSync } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { readTree } from "../../../packages/cli/src/library.ts";
import type { Reply, Request } from "./goes-side.ts";
import type { Outcome } from "./outcome.ts";

/** Compiles and runs what the other thread asks for: one reply for each run at each level. */
export function serveGoes(): void {
  const library = memoryFileSystem({ ...readTree("packages/stdlib/go"), ...readTree("packages/runtime/go") });
  parentPort!.on("message", ({ files, directory, levels, runs, suspendEverywhere, stress }: Request) => {
    for (const level of levels) {
      const compiled = attempt(() => {
        const result = compile({
          target: { kind: "directory", directory },
          fileSystem: memoryFileSystem(files),
          library,
          level,
          suspendEverywhere,
          collector: { stress },
          verify: suspendEverywhere,
        });
        return result.wasm === undefined
          ? { failed: result.diagnostics.map((item) => formatDiagnostic(result.files, item)).join("\n") }
          : new WebAssembly.Module(result.wasm as Uint8Array<ArrayBuffer>);
      });
      for (const args of runs) {
        const reply: Reply = "failed" in compiled ? compiled : attempt(() => run(compiled, args));
        parentPort!.postMessage(reply);
      }
    }
  });
}

/** What `make` returns, or why it threw. */
function attempt<T>(make: () => T): T | { readonly failed: string } {
  try {
    return make();
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const outputLimit = 1 << 24;

function run(module: WebAssembly.Module, args: readonly string[]): Outcome {
  const output: Record<1 | 2, Buffer[]> = { 1: [], 2: [] };
  let size = 0;
  const { code } = runProgram(module, {
    args: ["main", ...args],
    env: [],
    read: () => 0,
    write: (descriptor, bytes) => {
      size += bytes.length;
      if (size > outputLimit) throw new Error("prints without end");
      output[descriptor].push(Buffer.from(bytes));
    },
    now: () => process.hrtime.bigint(),
    random: (buffer) => {
      randomFillSync(buffer);
    },
    sleep: () => {
      // Nothing in these programs waits.
    },
  });
  return {
    code,
    stdout: Buffer.concat(output[1]).toString("utf8"),
    stderr: Buffer.concat(output[2]).toString("utf8"),
  };
}
