import { compile } from "../../../packages/driver/src/index.ts";
import { runProgram } from "../../../packages/runtime/src/index.ts";
import { formatDiagnostic, memoryFileSystem } from "../../../packages/source/src/index.ts";
import { randomFillSync } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { readTree } from "../../../packages/cli/src/library.ts";
import type { Reply, Request } from "./goes-side.ts";
import type { Outcome } from "./outcome.ts";

/** Compiles and runs what the other thread asks for, one reply a level. */
export function serveGoes(): void {
  const library = memoryFileSystem({ ...readTree("packages/stdlib/go"), ...readTree("packages/runtime/go") });
  parentPort!.on("message", ({ text, levels, suspendEverywhere, stress }: Request) => {
    for (const level of levels) {
      let reply: Reply;
      try {
        const result = compile({
          target: { kind: "directory", directory: "main" },
          fileSystem: memoryFileSystem({ "main/go.mod": "module main\n\ngo 1.26\n", "main/main.go": text }),
          library,
          level,
          suspendEverywhere,
          collector: { stress },
          verify: suspendEverywhere,
        });
        reply =
          result.wasm === undefined
            ? { failed: result.diagnostics.map((item) => formatDiagnostic(result.files, item)).join("\n") }
            : run(result.wasm);
      } catch (error) {
        reply = { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
      }
      parentPort!.postMessage(reply);
    }
  });
}

const outputLimit = 1 << 24;

function run(wasm: Uint8Array): Outcome {
  const output: Record<1 | 2, Buffer[]> = { 1: [], 2: [] };
  let size = 0;
  const { code } = runProgram(new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>), {
    args: ["main"],
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
