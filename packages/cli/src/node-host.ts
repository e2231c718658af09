import type { ProgramHost } from "@goes/runtime";
import { randomFillSync } from "node:crypto";
import { readSync, writeSync } from "node:fs";
import process from "node:process";
import { nodeFiles } from "./node-files.ts";

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Standard streams, files, clocks and random numbers of this process. */
export function nodeHost(args: readonly string[], env: readonly string[]): ProgramHost {
  return {
    files: nodeFiles,
    args,
    env,
    read: (buffer) => {
      for (;;) {
        try {
          return readSync(0, buffer, 0, buffer.length, null);
        } catch (error) {
          if (codeOf(error) === "EOF") return 0;
          if (codeOf(error) !== "EAGAIN") return 0;
          Atomics.wait(pause, 0, 0, 2);
        }
      }
    },
    write: (descriptor, bytes) => {
      let at = 0;
      while (at < bytes.length) {
        try {
          at += writeSync(descriptor, bytes, at, bytes.length - at);
        } catch (error) {
          if (codeOf(error) !== "EAGAIN") return;
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
    sleep: (nanoseconds) => {
      Atomics.wait(pause, 0, 0, Number(nanoseconds) / 1e6);
    },
  };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
