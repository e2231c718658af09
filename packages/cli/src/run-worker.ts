import { runProgram } from "@goes/runtime";
import { parentPort } from "node:worker_threads";
import { nodeHost } from "./node-host.ts";

/** What the worker needs to run a program. */
export interface RunnerRequest {
  readonly wasm: Uint8Array;
  readonly args: readonly string[];
  readonly env: readonly string[];
}

parentPort?.once("message", (request: RunnerRequest) => {
  const module = new WebAssembly.Module(request.wasm as Uint8Array<ArrayBuffer>);
  parentPort?.postMessage(runProgram(module, nodeHost(request.args, request.env)));
});
