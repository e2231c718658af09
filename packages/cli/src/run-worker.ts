import { driveProgram, MissingImportError } from "@goes/runtime";
import { setFlagsFromString } from "node:v8";
import { parentPort } from "node:worker_threads";
import { nodeHost } from "./node-host.ts";
import type { InputPiece } from "./node-input.ts";

/** What the worker needs to run a program. */
export interface RunnerRequest {
  readonly wasm: Uint8Array;
  readonly args: readonly string[];
  readonly env: readonly string[];
}

/** What the worker sends: this, to be given a piece of standard input, or at its end the exit code or why nothing has run. */
export type RunnerMessage = typeof inputRequest | { readonly code: number } | { readonly error: string };

const inputRequest = "input";

// V8's baseline compiler never hands a running loop over to the optimizing one: a program that spends its time in one
// call of main would stay slow to its end. So every function is compiled by the optimizing compiler, at its first call.
setFlagsFromString("--no-liftoff");
setFlagsFromString("--wasm-lazy-compilation");

parentPort?.once("message", (request: RunnerRequest) => {
  void run(request).then((message) => {
    parentPort?.postMessage(message);
  });
});

async function run(request: RunnerRequest): Promise<RunnerMessage> {
  const module = new WebAssembly.Module(request.wasm as Uint8Array<ArrayBuffer>);
  try {
    const { code } = await driveProgram(module, nodeHost(request.args, request.env, fetchInput));
    return { code };
  } catch (error) {
    if (error instanceof MissingImportError) return { error: error.message };
    throw error;
  }
}

/** Asks the main thread for the next piece of standard input. */
function fetchInput(): Promise<InputPiece> {
  return new Promise((resolve) => {
    parentPort?.once("message", resolve);
    parentPort?.postMessage(inputRequest);
  });
}
