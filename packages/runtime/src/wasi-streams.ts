import { errno, errnoOf } from "./errno.ts";
import type { WasiMemory } from "./wasi-files.ts";
import type { ProgramHost } from "./wasi.ts";

/** Descriptors below this one are the standard streams. */
export const streamCount = 3;

/** The functions of WASI for the standard streams. */
interface WasiStreams {
  readonly fd_write: (descriptor: number, vectors: number, count: number, written: number) => number;
  readonly fd_read: (descriptor: number, vectors: number, count: number, read: number) => number;
  readonly fd_close: (descriptor: number) => number;
  /** What can be told of a stream on hosts where the streams are no files: that it is a device of characters. */
  readonly fd_fdstat_get: (descriptor: number, stat: number) => number;
  readonly fd_filestat_get: (descriptor: number, stat: number) => number;
}

const characterDevice = 2;
const rights = { input: (1n << 1n) | (1n << 21n), output: (1n << 6n) | (1n << 21n) } as const;

/** Reads and writes by the functions of the host. Programs write many short lines: `fd_write` makes nothing but a view of the bytes. */
export function createWasiStreams(host: ProgramHost, memory: WasiMemory): WasiStreams {
  const { view, bytes } = memory;
  const closed = new Set<number>();
  const isOpen = (descriptor: number): boolean =>
    descriptor >= 0 && descriptor < streamCount && !closed.has(descriptor);

  return {
    fd_write: (descriptor, vectors, count, writtenAt) => {
      if ((descriptor !== 1 && descriptor !== 2) || closed.has(descriptor)) return errno.EBADF;
      let total = 0;
      for (let at = vectors >>> 0; count > 0; count--, at += 8) {
        const memoryView = view();
        const size = memoryView.getUint32(at + 4, true);
        if (size === 0) continue;
        let written: number;
        try {
          written = host.write(descriptor, bytes(memoryView.getUint32(at, true), size)) ?? size;
        } catch (error) {
          // What has been written is returned now, the error when the program goes on with the rest.
          if (total > 0) break;
          return errnoOf(error);
        }
        total += written;
        if (written < size) break;
      }
      view().setUint32(writtenAt >>> 0, total, true);
      return errno.SUCCESS;
    },
    fd_read: (descriptor, vectors, count, readAt) => {
      if (descriptor !== 0 || closed.has(0)) return errno.EBADF;
      let total = 0;
      for (const part of memory.vectors(vectors, count)) {
        if (part.length === 0) continue;
        let size: number;
        try {
          size = host.read(part);
        } catch (error) {
          if (total > 0) break;
          return errnoOf(error);
        }
        total += size;
        if (size < part.length) break;
      }
      view().setUint32(readAt >>> 0, total, true);
      return errno.SUCCESS;
    },
    fd_close: (descriptor) => {
      if (!isOpen(descriptor)) return errno.EBADF;
      closed.add(descriptor);
      return errno.SUCCESS;
    },
    fd_fdstat_get: (descriptor, statAt) => {
      if (!isOpen(descriptor)) return errno.EBADF;
      bytes(statAt, 24).fill(0);
      view().setUint8(statAt >>> 0, characterDevice);
      view().setBigUint64((statAt >>> 0) + 8, descriptor === 0 ? rights.input : rights.output, true);
      return errno.SUCCESS;
    },
    fd_filestat_get: (descriptor, statAt) => {
      if (!isOpen(descriptor)) return errno.EBADF;
      bytes(statAt, 64).fill(0);
      view().setUint8((statAt >>> 0) + 16, characterDevice);
      view().setBigUint64((statAt >>> 0) + 24, 1n, true);
      return errno.SUCCESS;
    },
  };
}
