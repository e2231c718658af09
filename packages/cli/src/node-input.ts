import { readSync } from "node:fs";

/** Standard input as a program reads it. */
export interface NodeInput {
  /** Reads at most `buffer.length` bytes; 0 at the end. Blocks until there is something. */
  readonly read: (buffer: Uint8Array) => number;
  /** Resolves when `read` does not block any more. */
  readonly ready: () => Promise<void>;
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Milliseconds until a stream that had nothing is asked again. */
const retryDelay = 2;

/**
 * Standard input of this process. `fetch` gives the next piece of it, none at the end; a program either waits for
 * pieces or blocks.
 */
export function nodeInput(fetch: () => Promise<Uint8Array>): NodeInput {
  /** A piece that has come and not been read. */
  let ahead: Uint8Array | undefined;
  let pending: Promise<void> | undefined;
  return {
    read: (buffer) => {
      if (ahead === undefined) return readBlocking(buffer);
      const part = ahead.subarray(0, buffer.length);
      buffer.set(part);
      const rest = ahead.subarray(part.length);
      ahead = rest.length > 0 ? rest : undefined;
      return part.length;
    },
    ready: () => {
      if (ahead !== undefined) return Promise.resolve();
      pending ??= fetch().then((piece) => {
        ahead = piece;
        pending = undefined;
      });
      return pending;
    },
  };
}

function readBlocking(buffer: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, buffer, 0, buffer.length, null);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) return 0;
      Atomics.wait(pause, 0, 0, retryDelay);
    }
  }
}
