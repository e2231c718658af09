import type { HostFiles, ProgramHost } from "@goes/runtime";
import { randomFillSync } from "node:crypto";
import process from "node:process";
import { nodeFiles } from "./node-files.ts";
import { writeBlocking } from "./shared-output.ts";
import { nodeInput, type InputPiece, type NodeInput } from "./node-input.ts";

const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Standard streams, files, clocks and random numbers of this process. With `fetchInput`, which returns the next piece of
 * standard input, a program goes on while it waits for some; with `output`, standard output goes there.
 */
export function nodeHost(
  args: readonly string[],
  env: readonly string[],
  fetchInput?: () => Promise<InputPiece>,
  output?: HostOutput,
): ProgramHost {
  const flush = (): void => output?.flush();
  const input = nodeInput(fetchInput ?? (() => Promise.reject(new Error("nobody fetches input"))));
  return {
    files: output === undefined ? nodeFiles : flushingFiles(output),
    args,
    env,
    read: (buffer) => {
      flush();
      return input.read(buffer);
    },
    streams: "files",
    write: (descriptor, bytes) => {
      if (output === undefined) return writeBlocking(descriptor, bytes);
      if (descriptor === 1) return output.add(bytes);
      output.flush();
      return writeBlocking(descriptor, bytes);
    },
    now: (clock) =>
      clock === "monotonic"
        ? process.hrtime.bigint()
        : BigInt(Date.now()) * 1_000_000n + (process.hrtime.bigint() % 1_000_000n),
    random: (buffer) => {
      randomFillSync(buffer);
    },
    sleep: (nanoseconds) => {
      flush();
      sleep(nanoseconds);
    },
    ...(fetchInput === undefined ? {} : { wait: waiting(input, flush) }),
  };
}

/** Standard output that is not written at once (shared-output.ts). */
export interface HostOutput {
  readonly add: (bytes: Uint8Array) => number;
  /** Writes all that has been added. */
  readonly flush: () => void;
}

/** The files, for a program whose output has to be written before anything is done with them. */
function flushingFiles(output: HostOutput): HostFiles {
  const wrapped = Object.entries(nodeFiles).map(([name, call]) => [
    name,
    (...values: never[]): unknown => {
      output.flush();
      return (call as (...values: never[]) => unknown)(...values);
    },
  ]);
  return Object.fromEntries(wrapped) as HostFiles;
}

/** {@link ProgramHost.wait} for a thread that does nothing else. */
function waiting(
  input: NodeInput,
  flush: () => void,
): (nanoseconds: bigint | undefined, forInput: boolean) => Promise<boolean> {
  return async (nanoseconds, forInput) => {
    flush();
    if (!forInput) {
      // Nothing else is to happen in this thread: no timer of the event loop is as exact.
      sleep(nanoseconds ?? 0n);
      return false;
    }
    let isReady = false;
    const ready = input.ready().then(() => {
      isReady = true;
    });
    if (nanoseconds === undefined) await ready;
    else await Promise.race([ready, elapsed(Number(nanoseconds) / 1e6)]);
    return isReady;
  };
}

function sleep(nanoseconds: bigint): void {
  if (nanoseconds > 0n) Atomics.wait(pause, 0, 0, Number(nanoseconds) / 1e6);
}

/** Resolves after so many milliseconds, at the earliest when the event loop has come round. */
function elapsed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds < 1) setImmediate(resolve);
    else setTimeout(resolve, Math.min(milliseconds, maxTimeout));
  });
}

/** The longest delay that setTimeout takes. */
const maxTimeout = 0x7fff_ffff;
