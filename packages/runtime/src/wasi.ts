import { errno } from "./errno.ts";
import type { HostFiles } from "./host-files.ts";
import { bytesOfText } from "./host-text.ts";
import { createWasiFiles } from "./wasi-files.ts";
import { createWasiStreams, streamCount } from "./wasi-streams.ts";

/** What the host provides to a program: all that differs between Node, a page and a test. */
export interface ProgramHost {
  /** The program's name and its arguments; bytes that are not UTF-8 are escaped (host-text.ts), as in `env`. */
  readonly args: readonly string[];
  /** `NAME=value` pairs. */
  readonly env: readonly string[];
  /**
   * Reads at most `buffer.length` bytes of standard input; 0 at its end. Blocks until there is something. What cannot be
   * read throws an error whose `code` is the POSIX name of the reason, as with {@link HostFiles}.
   */
  readonly read: (buffer: Uint8Array) => number;
  /**
   * Writes to standard output (1) or standard error (2): all bytes, or as many as it returns. What cannot be written throws
   * an error as with `read`.
   */
  readonly write: (descriptor: 1 | 2, bytes: Uint8Array) => number | void;
  /** Nanoseconds: since 1970 for `realtime`, since some moment in the past for `monotonic`. */
  readonly now: (clock: "realtime" | "monotonic") => bigint;
  /** Fills the buffer with random bytes. */
  readonly random: (buffer: Uint8Array) => void;
  /** Waits for so many nanoseconds. */
  readonly sleep: (nanoseconds: bigint) => void;
  /**
   * Waits for so many nanoseconds (undefined: for ever) or, if `input` says so, until `read` would not block, whichever
   * is first; returns whether there is input to read. Without it a program that waits blocks its thread.
   */
  readonly wait?: (nanoseconds: bigint | undefined, input: boolean) => Promise<boolean>;
  /** The files that the program may use; without, calls for them answer ENOSYS. */
  readonly files?: HostFiles;
  /** `files`: the standard streams are the handles 0, 1 and 2 of `files`, and can be asked and moved as other files are. */
  readonly streams?: "files";
}

/** Thrown through the program's frames when it asks to exit. */
export class ProgramExit extends Error {
  override readonly name = "ProgramExit";
  readonly code: number;

  constructor(code: number) {
    super(`exit ${code}`);
    this.code = code;
  }
}

/**
 * The functions of WASI preview 1 that programs made by goes import: arguments, environment, clocks, random
 * numbers, the three standard streams, waiting, exit, and files where the host has them (wasi-files.ts).
 * Source: the interface description of WASI snapshot preview 1.
 */
export function createWasi(host: ProgramHost, memory: () => WebAssembly.Memory): WebAssembly.ModuleImports {
  let lastView = new DataView(new ArrayBuffer(0));
  const view = (): DataView => {
    const { buffer } = memory();
    if (lastView.buffer !== buffer) lastView = new DataView(buffer);
    return lastView;
  };
  const bytes = (at: number, size: number): Uint8Array =>
    new Uint8Array(memory().buffer, at >>> 0, size >>> 0);
  const strings = (list: readonly string[]) => {
    const encoded = list.map((text) => bytesOfText(`${text}\0`));
    return {
      sizes: (countAt: number, sizeAt: number): number => {
        view().setUint32(countAt >>> 0, encoded.length, true);
        const size = encoded.reduce((sum, text) => sum + text.length, 0);
        view().setUint32(sizeAt >>> 0, size, true);
        return errno.SUCCESS;
      },
      get: (pointersAt: number, textAt: number): number => {
        let at = textAt >>> 0;
        encoded.forEach((text, i) => {
          view().setUint32((pointersAt >>> 0) + 4 * i, at, true);
          bytes(at, text.length).set(text);
          at += text.length;
        });
        return errno.SUCCESS;
      },
    };
  };
  const args = strings(host.args);
  const environment = strings(host.env);

  const vectors = function* (at: number, count: number): Generator<Uint8Array> {
    for (let i = 0; i < count; i++) {
      const vector = (at >>> 0) + 8 * i;
      yield bytes(view().getUint32(vector, true), view().getUint32(vector + 4, true));
    }
  };

  const streams = createWasiStreams(host, { view, bytes, vectors });
  const imports: Record<string, (...values: never[]) => number | void> = {
    args_sizes_get: args.sizes,
    args_get: args.get,
    environ_sizes_get: environment.sizes,
    environ_get: environment.get,
    clock_time_get: (clock: number, _precision: bigint, resultAt: number): number => {
      if (clock !== 0 && clock !== 1) return errno.EINVAL;
      view().setBigUint64(resultAt >>> 0, host.now(clock === 0 ? "realtime" : "monotonic"), true);
      return errno.SUCCESS;
    },
    random_get: (at: number, size: number): number => {
      host.random(bytes(at, size));
      return errno.SUCCESS;
    },
    ...streams,
    fd_seek: (): number => errno.ESPIPE,
    fd_prestat_get: (): number => errno.EBADF,
    sched_yield: (): number => errno.SUCCESS,
    poll_oneoff: (subscriptionsAt: number, eventsAt: number, count: number, readyAt: number): number =>
      poll(subscriptionsAt >>> 0, eventsAt >>> 0, count, readyAt >>> 0),
    proc_exit: (code: number): void => {
      throw new ProgramExit(code >>> 0);
    },
  };

  if (host.files !== undefined) {
    const { functions, isMoved } = createWasiFiles(
      host.files,
      { view, bytes, vectors },
      () => host.now("realtime"),
      host.streams,
    );
    for (const [name, ofFile] of Object.entries(functions)) {
      const ofStream = imports[name] as StreamFunction | undefined;
      const askFile = host.streams === "files" && !ownFunctions.has(name);
      imports[name] =
        ofStream === undefined || askFile
          ? ofFile
          : byDescriptor(name, ofStream, ofFile as StreamFunction, isMoved);
    }
  }

  /** Waits for the first clock among the subscriptions; streams are always ready. */
  function poll(subscriptionsAt: number, eventsAt: number, count: number, readyAt: number): number {
    let delay: bigint | undefined;
    let clockAt = -1;
    for (let i = 0; i < count; i++) {
      const at = subscriptionsAt + 48 * i;
      if (view().getUint8(at + 8) !== 0) {
        delay = 0n;
        continue;
      }
      const timeout = view().getBigUint64(at + 24, true);
      const absolute = (view().getUint16(at + 40, true) & 1) !== 0;
      const clock = view().getUint32(at + 16, true) === 0 ? "realtime" : "monotonic";
      const left = absolute ? timeout - host.now(clock) : timeout;
      if (delay === undefined || left < delay) {
        delay = left;
        clockAt = at;
      }
    }
    if (delay !== undefined && delay > 0n) host.sleep(delay);
    const at = clockAt < 0 ? subscriptionsAt : clockAt;
    bytes(eventsAt, 32).fill(0);
    view().setBigUint64(eventsAt, view().getBigUint64(at, true), true);
    view().setUint8(eventsAt + 10, view().getUint8(at + 8));
    view().setUint32(readyAt, 1, true);
    return errno.SUCCESS;
  }

  return imports as WebAssembly.ModuleImports;
}

/** A function of WASI whose first parameter is a descriptor, of a stream or of a file. */
type StreamFunction = (descriptor: number, a: unknown, b: unknown, c: unknown) => number;

/** What the streams do themselves on hosts on which they are files, too. */
const ownFunctions: ReadonlySet<string> = new Set(["fd_read", "fd_write", "fd_close"]);

/** The function for the standard streams or that for files. */
function byDescriptor(
  name: string,
  ofStream: StreamFunction,
  ofFile: StreamFunction,
  isMoved: (descriptor: number) => boolean,
): StreamFunction {
  // What has been moved is closed even so, as a stream: its handle is not the program's.
  const closes = name === "fd_close";
  return (descriptor, a, b, c) =>
    descriptor < streamCount && (closes || !isMoved(descriptor))
      ? ofStream(descriptor, a, b, c)
      : ofFile(descriptor, a, b, c);
}
