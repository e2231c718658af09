import { read, readSync } from "node:fs";

/** Standard input of this process, read when it is asked for or ahead of that. */
export interface NodeInput {
  /** Reads at most `buffer.length` bytes; 0 at the end. Blocks until there is something. */
  readonly read: (buffer: Uint8Array) => number;
  /** Resolves when `read` does not block any more. */
  readonly ready: () => Promise<void>;
}

/** Bytes that are read ahead. */
const chunkSize = 65536;

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Milliseconds until a stream that had nothing is asked again. */
const retryDelay = 2;

/** Standard input of this process. */
export function nodeInput(): NodeInput {
  const chunk = new Uint8Array(chunkSize);
  /** What has been read ahead; undefined: nothing has. No bytes: the end. */
  let ahead: Uint8Array | undefined;
  let pending: Promise<void> | undefined;

  const readAhead = (resolve: () => void): void => {
    read(0, chunk, 0, chunk.length, null, (error, size) => {
      if (error?.code === "EAGAIN") {
        setTimeout(readAhead, retryDelay, resolve);
        return;
      }
      ahead = chunk.subarray(0, error === null ? size : 0);
      pending = undefined;
      resolve();
    });
  };

  return {
    read: (buffer) => {
      if (ahead !== undefined) {
        const part = ahead.subarray(0, buffer.length);
        buffer.set(part);
        const rest = ahead.subarray(part.length);
        ahead = rest.length > 0 ? rest : undefined;
        return part.length;
      }
      return readBlocking(buffer);
    },
    ready: () => {
      if (ahead !== undefined) return Promise.resolve();
      pending ??= new Promise(readAhead);
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
