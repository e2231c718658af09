import { driveProgram, MissingImportError, type ProgramHost } from "@goes/runtime";
import { setFlagsFromString } from "node:v8";
import { parentPort } from "node:worker_threads";
import { brokenPipeCode } from "./exit-codes.ts";
import { nodeHost, type HostOutput } from "./node-host.ts";
import type { InputPiece } from "./node-input.ts";
import { outputSide, writeBlocking, type SharedOutput } from "./shared-output.ts";

/** What the worker needs to run a program. */
export interface RunnerRequest {
  readonly wasm: Uint8Array;
  readonly args: readonly string[];
  readonly env: readonly string[];
  /** Where standard output goes first, if it is a pipe. */
  readonly output?: SharedOutput;
  /** All output is sent as messages, and there is no standard input. */
  readonly capture?: boolean;
}

/**
 * What the worker sends: to be given a piece of standard input, to have its output written soon, or at its end the exit code or
 * why nothing has run.
 */
export type RunnerMessage =
  | "input"
  | "flush"
  | { readonly code: number }
  | { readonly error: string }
  | { readonly output: Uint8Array };

// V8's baseline compiler never hands a running loop over to the optimizing one: a program that spends its time in one
// call of main would stay slow to its end. So every function is compiled by the optimizing compiler, at its first call.
setFlagsFromString("--no-liftoff");
setFlagsFromString("--wasm-lazy-compilation");

parentPort?.once("message", (request: RunnerRequest) => {
  void run(request).then((message) => {
    send(message);
  });
});

async function run(request: RunnerRequest): Promise<RunnerMessage> {
  const module = new WebAssembly.Module(request.wasm as Uint8Array<ArrayBuffer>);
  const output = request.output === undefined ? undefined : hostOutput(request.output);
  try {
    const host =
      request.capture === true
        ? capturingHost(request)
        : nodeHost(request.args, request.env, fetchInput, output);
    const { code } = await driveProgram(module, host);
    output?.flush();
    return { code };
  } catch (error) {
    output?.flush();
    if (error instanceof MissingImportError) return { error: error.message };
    throw error;
  }
}

/** A host that sends all that is written to the standard streams. */
function capturingHost({ args, env }: RunnerRequest): ProgramHost {
  return {
    ...nodeHost(args, env, () => Promise.resolve(new Uint8Array())),
    read: () => 0,
    write: (_, bytes) => {
      send({ output: bytes.slice() });
      return bytes.length;
    },
  };
}

/** Standard output that the main thread writes if this one does not. */
function hostOutput(shared: SharedOutput): HostOutput {
  const side = outputSide(shared, (bytes) => writeBlocking(1, bytes));
  const ask = (): void => send("flush");
  return {
    add: (bytes) => side.add(bytes, ask),
    flush: () => {
      try {
        side.flush();
      } catch {
        // Nobody reads: what wrote to the pipe has ended the program, and it must do nothing any more.
        send({ code: brokenPipeCode });
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      }
    },
  };
}

function send(message: RunnerMessage): void {
  parentPort?.postMessage(message);
}

/** Requests the next piece of standard input from the main thread. */
function fetchInput(): Promise<InputPiece> {
  return new Promise((resolve) => {
    parentPort?.once("message", resolve);
    send("input");
  });
}
