import process from "node:process";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { RunnerMessage, RunnerRequest } from "./run-worker.ts";
import { environment, exactArguments } from "./process-bytes.ts";
import { exitCodes } from "./exit-codes.ts";
import { stdinPieces } from "./stdin-pieces.ts";

/** A worker that waits for a program; it starts while the program is being compiled. */
export interface Runner {
  /** Runs a program to its end and gives its exit code. */
  readonly run: (wasm: Uint8Array, args: readonly string[]) => Promise<number>;
  /** Ends the worker without running anything. */
  readonly cancel: () => Promise<void>;
}

/** Megabytes of stack for the program: about 16 million small frames. */
const stackMegabytes = 900;

/** Starts the worker. */
export function startRunner(): Runner {
  const worker = new Worker(fileURLToPath(new URL("./run-worker.js", import.meta.url)), {
    resourceLimits: { stackSizeMb: stackMegabytes },
    stdin: false,
    env: process.env,
  });
  return {
    run: async (wasm, args) => {
      const request: RunnerRequest = {
        wasm,
        args: exactArguments(args),
        env: environment(),
      };
      const input = stdinPieces();
      return await new Promise<number>((resolve, reject) => {
        worker.on("message", (message: RunnerMessage) => {
          if (message === "input") {
            void input.next().then((piece) => {
              worker.postMessage(piece);
            });
            return;
          }
          input.close();
          if ("error" in message) console.error(`goes: ${message.error}`);
          resolve("error" in message ? exitCodes.buildError : message.code);
          void worker.terminate();
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
