import { fstatSync, readSync } from "node:fs";

/** A piece of standard input, without bytes at the end; or the `code` of the error why there is none. */
export type InputPiece = Uint8Array | string;

/** Standard input as a program reads it. */
export interface NodeInput {
  /** Reads at most `buffer.length` bytes; 0 at the end. Blocks until there is something. Throws errors with a `code`. */
  readonly read: (buffer: Uint8Array) => number;
  /** Resolves when `read` does not block any more. */
  readonly ready: () => Promise<void>;
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Milliseconds until a stream that had nothing is polled again. */
const retryDelay = 2;

/**
 * Standard input of this process. `fetch` returns the next piece of it, none at the end; a program either waits for
 * pieces or blocks.
 */
export function nodeInput(fetch: () => Promise<InputPiece>): NodeInput {
  /** A piece that has come and not been read. */
  let ahead: InputPiece | undefined;
  let pending: Promise<void> | undefined;
  return {
    read: (buffer) => {
      if (ahead === undefined) return readBlocking(buffer);
      if (typeof ahead === "string") {
        const code = ahead;
        ahead = undefined;
        throw Object.assign(new Error(code), { code });
      }
      const part = ahead.subarray(0, buffer.length);
      buffer.set(part);
      const rest = ahead.subarray(part.length);
      ahead = rest.length > 0 ? rest : undefined;
      return part.length;
    },
    ready: () => {
      if (ahead !== undefined || !canKeepWaiting()) return Promise.resolve();
      pending ??= fetch().then((piece) => {
        ahead = piece;
        pending = undefined;
      });
      return pending;
    },
  };
}

/** Whether a read from standard input may have to wait for others: not from a file, whose position a read ahead would move. */
function canKeepWaiting(): boolean {
  try {
    const stat = fstatSync(0);
    return stat.isFIFO() || stat.isSocket() || stat.isCharacterDevice();
  } catch {
    return false;
  }
}

function readBlocking(buffer: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, buffer, 0, buffer.length, null);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EOF") return 0; // as Windows says it
      if (code !== "EAGAIN") throw error;
      Atomics.wait(pause, 0, 0, retryDelay);
    }
  }
}
