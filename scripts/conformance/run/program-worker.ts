// The worker that runs compiled programs and keeps what they print.
import { setFlagsFromString } from "node:v8";
import { parentPort } from "node:worker_threads";
import { nodeHost } from "../../../packages/cli/src/node-host.ts";
import { runProgram } from "../../../packages/runtime/src/index.ts";

/** A program to run. */
export interface ProgramRequest {
  readonly wasm: Uint8Array;
  readonly args: readonly string[];
  /** `NAME=value` pairs. */
  readonly env: readonly string[];
}

/** How a program ended. */
export interface ProgramResult {
  readonly code: number;
  /** Standard output and standard error in the order of the writes, a character a byte. */
  readonly output: string;
  /** What the engine threw, where it did. */
  readonly thrown?: string;
}

/** A program that prints more is cut off. */
const outputLimit = 4 << 20;

/** Answers every {@link ProgramRequest} with a {@link ProgramResult}. */
export function serveProgram(): void {
  // As `goes run` does; and no program may take more than a gigabyte.
  setFlagsFromString("--no-liftoff");
  setFlagsFromString("--wasm-lazy-compilation");
  setFlagsFromString("--wasm-max-mem-pages=16384");

  const answer = ({ wasm, args, env }: ProgramRequest): ProgramResult => {
    let output = "";
    const decoder = new TextDecoder("latin1");
    const host = {
      ...nodeHost(args, env),
      read: () => 0,
      write: (_: number, bytes: Uint8Array) => {
        if (output.length < outputLimit) output += decoder.decode(bytes);
      },
    };
    try {
      const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
      return { code: runProgram(module, host).code, output };
    } catch (error) {
      return {
        code: -1,
        output,
        thrown: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
    }
  };
  parentPort!.on("message", (request: ProgramRequest) => parentPort!.postMessage(answer(request)));
}
