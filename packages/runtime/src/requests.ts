import type { Frame, SuspendedCalls, Tracer } from "./traceback.ts";

/**
 * Programs call a host that is made for goes by writing to descriptors that no other host knows (package runtime, host.go):
 * these answer EBADF, and the program goes on without. The descriptor says which request it is; the one part that is "written"
 * holds a number and an area of memory.
 */
const firstRequest = -0x60e5;

/** The requests, counted down from {@link firstRequest}. */
const requests = [
  "traceRunning",
  "traceWaiting",
  "callers",
  "position",
  "stackRunning",
  "stackWaiting",
  "takeFrames",
  "giveFrames",
] as const;

const errno = { success: 0, inval: 28 } as const;
const encoder = new TextEncoder();

type WriteFunction = (descriptor: number, vectors: number, count: number, written: number) => number;

/** `fd_write` with an ear for requests. */
export function hearRequests(
  write: WriteFunction,
  memory: () => WebAssembly.Memory,
  tracer: Tracer,
  tell: (text: string) => void,
): WriteFunction {
  let taken: readonly Frame[] = [];
  return (descriptor, vectors, count, written) => {
    const request = descriptor < 0 ? requests[firstRequest - descriptor] : undefined;
    if (request === undefined) return write(descriptor, vectors, count, written);
    const view = new DataView(memory().buffer);
    const argument = view.getUint32(vectors >>> 0, true);
    const size = view.getUint32((vectors >>> 0) + 4, true);
    /** Fields of the request in memory. */
    const field = (index: number): number => view.getUint32(argument + 4 * index, true);
    const giveBytes = (bytes: Uint8Array): void => {
      const part = bytes.subarray(0, field(3));
      new Uint8Array(view.buffer, field(2), part.length).set(part);
      view.setUint32(written >>> 0, part.length, true);
    };
    const suspended = (): SuspendedCalls => ({ innermost: field(0), kept: field(1) });
    switch (request) {
      case "traceRunning":
        tell(tracer.running(suspended()));
        return errno.success;
      case "traceWaiting":
        tell(tracer.waiting(suspended()));
        return errno.success;
      case "stackRunning":
        giveBytes(encoder.encode(tracer.running(suspended(), true)));
        return errno.success;
      case "stackWaiting":
        giveBytes(encoder.encode(tracer.waiting(suspended())));
        return errno.success;
      case "callers": {
        const pcs = tracer.callers(suspended()).slice(0, field(3));
        pcs.forEach((pc, i) => view.setUint32(field(2) + 4 * i, pc, true));
        view.setUint32(written >>> 0, pcs.length, true);
        return errno.success;
      }
      case "takeFrames":
        taken = tracer.frames(suspended());
        view.setUint32(written >>> 0, taken.length, true);
        return errno.success;
      case "giveFrames":
        // The first word of the area is their number.
        taken.slice(0, size >>> 3).forEach(({ index, offset }, i) => {
          view.setUint32(argument + 4 + 8 * i, index, true);
          view.setUint32(argument + 8 + 8 * i, offset, true);
        });
        taken = [];
        return errno.success;
      case "position": {
        const position = tracer.positionOf(field(0));
        if (position === undefined) return errno.inval;
        const header = 16;
        const name = encoder.encode(position.name);
        const file = encoder.encode(position.file);
        if (header + name.length + file.length > size) return errno.inval;
        [name.length, file.length, position.line].forEach((value, i) => {
          view.setUint32(argument + 4 + 4 * i, value, true);
        });
        const text = new Uint8Array(view.buffer, argument + header, name.length + file.length);
        text.set(name);
        text.set(file, name.length);
        return errno.success;
      }
    }
  };
}
