import { writeSync } from "node:fs";

/**
 * What a program has written to a pipe and what has not been handed to the system yet, in memory that its thread shares with the main
 * thread. A system call for each short line would take most of the time of a program that prints many. Nobody can tell the
 * difference: before the program does anything else that others see, all is written, and where it only computes, the main
 * thread writes a moment later.
 */
export interface SharedOutput {
  readonly memory: SharedArrayBuffer;
}

/** Fields of the header, as indices of 32-bit integers. */
const field = { lock: 0, length: 1, asked: 2 } as const;
const headerSize = 16;
const capacity = 1 << 16;

/** Texts from this size on are not worth a copy. */
const longText = 1 << 13;

/** The lock is free, held, or held while others wait for it. */
const lockState = { free: 0, held: 1, awaited: 2 } as const;

/** Makes an empty one. */
export function createSharedOutput(): SharedOutput {
  return { memory: new SharedArrayBuffer(headerSize + capacity) };
}

/** One side of a {@link SharedOutput}. Errors of writing are thrown; what could not be written stays. */
interface OutputSide {
  /** Adds to what is to be written, or writes it at once. Calls `ask` if no flush has been requested. */
  readonly add: (bytes: Uint8Array, ask: () => void) => number;
  /** Writes all; waits while the other side does. */
  readonly flush: () => void;
  /** Writes all unless the other side is at work; returns whether it did. To be called after `ask`. */
  readonly tryFlush: () => boolean;
}

/** The side of one of the two threads; `write` writes some bytes to the pipe and returns how many. */
export function outputSide({ memory }: SharedOutput, write: (bytes: Uint8Array) => number): OutputSide {
  const header = new Int32Array(memory, 0, headerSize / 4);
  const content = new Uint8Array(memory, headerSize);

  const lock = (): void => {
    if (Atomics.compareExchange(header, field.lock, lockState.free, lockState.held) === lockState.free)
      return;
    while (Atomics.exchange(header, field.lock, lockState.awaited) !== lockState.free) {
      Atomics.wait(header, field.lock, lockState.awaited);
    }
  };
  const unlock = (): void => {
    if (Atomics.exchange(header, field.lock, lockState.free) === lockState.awaited) {
      Atomics.notify(header, field.lock, 1);
    }
  };
  /** With the lock. */
  const writeAll = (): void => {
    const length = header[field.length]!;
    let done = 0;
    try {
      while (done < length) done += write(content.subarray(done, length));
    } finally {
      content.copyWithin(0, done, length);
      header[field.length] = length - done;
    }
  };

  return {
    add: (bytes, ask) => {
      lock();
      try {
        if (header[field.length]! + bytes.length > capacity || bytes.length >= longText) writeAll();
        if (bytes.length >= longText) return write(bytes);
        content.set(bytes, header[field.length]);
        header[field.length]! += bytes.length;
      } finally {
        unlock();
      }
      if (Atomics.exchange(header, field.asked, 1) === 0) ask();
      return bytes.length;
    },
    flush: () => {
      if (Atomics.load(header, field.length) === 0) return;
      lock();
      try {
        writeAll();
      } finally {
        unlock();
      }
    },
    tryFlush: () => {
      if (Atomics.compareExchange(header, field.lock, lockState.free, lockState.held) !== lockState.free) {
        return false;
      }
      Atomics.store(header, field.asked, 0);
      try {
        writeAll();
      } finally {
        unlock();
      }
      return true;
    },
  };
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Writes some bytes, and waits if a pipe does not: the opener has made it so. Returns how many have been written. */
export function writeBlocking(descriptor: number, bytes: Uint8Array): number {
  for (;;) {
    try {
      return writeSync(descriptor, bytes);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
      Atomics.wait(pause, 0, 0, 1);
    }
  }
}
