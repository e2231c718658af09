import { fstatSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { RunnerMessage, RunnerRequest } from "./run-worker.ts";
import { environment, exactArguments } from "./process-bytes.ts";
import { brokenPipeCode, exitCodes } from "./exit-codes.ts";
import { createSharedOutput, outputSide, writeBlocking } from "./shared-output.ts";
import { stdinPieces } from "./stdin-pieces.ts";

/** A worker that waits for a program; it starts while the program is being compiled. */
export interface Runner {
  /** Runs a program to its end and returns its exit code. */
  readonly run: (wasm: Uint8Array, args: readonly string[]) => Promise<number>;
  /** Ends the worker without running anything. */
  readonly cancel: () => Promise<void>;
}

/** Megabytes of stack for the program: about 16 million small frames. */
export const programStackMegabytes = 900;

/** Milliseconds that output may wait while a program computes. */
const flushDelay = 1;

function isPipe(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}

/** Starts the worker. */
export function startRunner(): Runner {
  const worker = new Worker(fileURLToPath(new URL("./run-worker.js", import.meta.url)), {
    resourceLimits: { stackSizeMb: programStackMegabytes },
    stdin: false,
    env: process.env,
  });
  return {
    run: async (wasm, args) => {
      const shared = isPipe(1) ? createSharedOutput() : undefined;
      const request: RunnerRequest = {
        wasm,
        args: exactArguments(args),
        env: environment(),
        ...(shared !== undefined && { output: shared }),
      };
      const output =
        shared === undefined ? undefined : outputSide(shared, (bytes) => writeBlocking(1, bytes));
      const input = stdinPieces();
      return await new Promise<number>((resolve, reject) => {
        const end = (code: number): void => {
          input.close();
          resolve(code);
          void worker.terminate();
        };
        /** Writes what the program has left, as soon as it does not do so itself. */
        const flushSoon = (): void => {
          setTimeout(() => {
            try {
              if (output?.tryFlush() === false) flushSoon();
            } catch {
              end(brokenPipeCode);
            }
          }, flushDelay);
        };
        worker.on("message", (message: RunnerMessage) => {
          if (message === "flush") return flushSoon();
          if (message === "input") {
            void input.next().then((piece) => {
              worker.postMessage(piece);
            });
            return;
          }
          if ("output" in message) return;
          if ("error" in message) console.error(`goes: ${message.error}`);
          end("error" in message ? exitCodes.buildError : message.code);
        });
        worker.once("error", reject);
        worker.postMessage(request);
      });
    },
    cancel: async () => {
      await worker.terminate();
    },
  };
}
