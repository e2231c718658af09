import process from "node:process";
import type { InputPiece } from "./node-input.ts";

/** Standard input of this process, piece by piece. */
interface StdinPieces {
  /** The next piece, when there is one. */
  readonly next: () => Promise<InputPiece>;
  /** Reads no more: what is under way does not keep the process alive. */
  readonly close: () => void;
}

/**
 * Reads standard input as a stream. A thread that runs a program cannot: a read that blocks there would keep it, and
 * so the process, from ending.
 */
export function stdinPieces(): StdinPieces {
  let pieces: AsyncIterator<Uint8Array> | undefined;
  return {
    next: async () => {
      pieces ??= process.stdin[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
      try {
        const { done, value } = await pieces.next();
        return done === true ? new Uint8Array(0) : value;
      } catch (error) {
        return error instanceof Error && "code" in error ? String(error.code) : "EIO";
      }
    },
    close: () => {
      if (pieces !== undefined) process.stdin.destroy();
    },
  };
}
