// The thread that runs a test binary.
import { nodeHost } from "../../../packages/cli/src/node-host.ts";
import { driveProgram } from "../../../packages/runtime/src/index.ts";
import { setFlagsFromString } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";

/** What the thread is given. */
export interface BinaryRequest {
  readonly wasm: Uint8Array;
  readonly args: readonly string[];
  /** `NAME=value` pairs. */
  readonly env: readonly string[];
}

/** What it sends: output as it comes, and at the end the exit code. */
export type BinaryMessage =
  { readonly output: string } | { readonly code: number } | { readonly error: string };

/** Runs the test binary and ends. No program may take more than a gigabyte. */
export function serveTestBinary(): void {
  setFlagsFromString("--no-liftoff");
  setFlagsFromString("--wasm-lazy-compilation");
  setFlagsFromString("--wasm-max-mem-pages=16384");
  const { wasm, args, env } = workerData as BinaryRequest;
  const send = (message: BinaryMessage): void => parentPort!.postMessage(message);
  const decoder = new TextDecoder("latin1");
  const host = {
    ...nodeHost(args, env, () => Promise.resolve(new Uint8Array())),
    read: () => 0,
    write: (_: number, bytes: Uint8Array) => {
      send({ output: decoder.decode(bytes) });
      return bytes.length;
    },
  };
  driveProgram(new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>), host).then(
    ({ code }) => send({ code }),
    (error: unknown) => send({ error: error instanceof Error ? error.message : String(error) }),
  );
}
