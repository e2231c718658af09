import type { ProgramHost } from "@goes/runtime";
import { randomFillSync } from "node:crypto";
import { writeSync } from "node:fs";
import process from "node:process";
import { nodeFiles } from "./node-files.ts";
import { nodeInput, type InputPiece, type NodeInput } from "./node-input.ts";

const pause = new Int32Array(new SharedArrayBuffer(4));

/**
 * Standard streams, files, clocks and random numbers of this process. With `fetchInput`, which gives the next piece of
 * standard input, a program goes on while it waits for some.
 */
export function nodeHost(
  args: readonly string[],
  env: readonly string[],
  fetchInput?: () => Promise<InputPiece>,
): ProgramHost {
  const input = nodeInput(fetchInput ?? (() => Promise.reject(new Error("nobody fetches input"))));
  return {
    files: nodeFiles,
    args,
    env,
    read: input.read,
    streams: "files",
    write: (descriptor, bytes) => {
      for (;;) {
        try {
          return writeSync(descriptor, bytes);
        } catch (error) {
          // A pipe that does not block: whoever opened it has made it so.
          if (codeOf(error) !== "EAGAIN") throw error;
          Atomics.wait(pause, 0, 0, 1);
        }
      }
    },
    now: (clock) =>
      clock === "monotonic"
        ? process.hrtime.bigint()
        : BigInt(Date.now()) * 1_000_000n + (process.hrtime.bigint() % 1_000_000n),
    random: (buffer) => {
      randomFillSync(buffer);
    },
    sleep,
    ...(fetchInput === undefined ? {} : { wait: waiting(input) }),
  };
}

/** {@link ProgramHost.wait} for a thread that does nothing else. */
function waiting(input: NodeInput): (nanoseconds: bigint | undefined, forInput: boolean) => Promise<boolean> {
  return async (nanoseconds, forInput) => {
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

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
