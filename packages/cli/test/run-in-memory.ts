import { runProgram } from "@goes/runtime";
import { nodeFiles } from "../src/node-files.ts";
import { seededRandom } from "./seeded-random.ts";

/** What a program did. */
interface RunResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** Runs a module in this thread with a text as its standard input. */
export function runInMemory(
  wasm: Uint8Array,
  stdin = "",
  args: readonly string[] = ["main"],
  env: readonly string[] = [],
): RunResult {
  const input = new TextEncoder().encode(stdin);
  let at = 0;
  const output: Record<1 | 2, Buffer[]> = { 1: [], 2: [] };
  const { code } = runProgram(new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>), {
    files: nodeFiles,
    args,
    env,
    read: (buffer) => {
      const part = input.subarray(at, at + buffer.length);
      buffer.set(part);
      at += part.length;
      return part.length;
    },
    write: (descriptor, bytes) => {
      output[descriptor].push(Buffer.from(bytes));
    },
    now: () => process.hrtime.bigint(),
    random: seededRandom(7),
    sleep: () => {},
  });
  return {
    stdout: Buffer.concat(output[1]).toString("utf8"),
    stderr: Buffer.concat(output[2]).toString("utf8"),
    code,
  };
}
