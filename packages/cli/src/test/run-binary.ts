import process from "node:process";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { environment } from "../process-bytes.ts";
import { programStackMegabytes } from "../runner.ts";
import type { RunnerMessage, RunnerRequest } from "../run-worker.ts";

/** A test binary to be run. */
interface BinaryRun {
  readonly wasm: Uint8Array;
  readonly args: readonly string[];
  /** The working directory. */
  readonly directory: string;
  /** Milliseconds after which it is ended; it ends itself before that if it can. */
  readonly limit: number | undefined;
  /** Sees what it writes to standard output and standard error, as it comes. */
  readonly onOutput: (bytes: Uint8Array) => void;
}

/** How a test binary has ended: by itself with a code, or because its time was up. */
export type BinaryEnd = { readonly code: number } | "timeout" | { readonly error: string };

/** Runs a test binary in a thread of its own, without standard input. */
export async function runBinary(run: BinaryRun): Promise<BinaryEnd> {
  const before = process.cwd();
  process.chdir(run.directory);
  const worker = new Worker(fileURLToPath(new URL("./run-worker.js", import.meta.url)), {
    resourceLimits: { stackSizeMb: programStackMegabytes },
    stdin: false,
    env: process.env,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const request: RunnerRequest = { wasm: run.wasm, args: run.args, env: environment(), capture: true };
    return await new Promise<BinaryEnd>((done) => {
      worker.on("message", (message: RunnerMessage) => {
        if (typeof message === "string") return;
        if ("output" in message) run.onOutput(message.output);
        else done(message);
      });
      worker.once("error", (error) => done({ error: error.message }));
      worker.once("exit", () => done({ code: 1 }));
      if (run.limit !== undefined) timer = setTimeout(() => done("timeout"), run.limit);
      worker.postMessage(request);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
    process.chdir(before);
  }
}
