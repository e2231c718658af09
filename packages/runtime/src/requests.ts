import type { Tracer } from "./traceback.ts";

/**
 * Programs ask a host that is made for goes by writing to descriptors that no other host knows (package runtime, host.go):
 * these answer EBADF, and the program goes on without. The descriptor says what is asked; the one part that is "written"
 * holds a number and an area of memory.
 */
const firstRequest = -0x60e5;

/** What is asked, counted down from {@link firstRequest}. */
const requests = { traceRunning: 0, traceWaiting: 1 } as const;

type WriteFunction = (descriptor: number, vectors: number, count: number, written: number) => number;

/** `fd_write` with an ear for requests. */
export function hearRequests(
  write: WriteFunction,
  memory: () => WebAssembly.Memory,
  tracer: Tracer,
  tell: (text: string) => void,
): WriteFunction {
  return (descriptor, vectors, count, written) => {
    if (descriptor > firstRequest || descriptor < firstRequest - requests.traceWaiting)
      return write(descriptor, vectors, count, written);
    const argument = new DataView(memory().buffer).getUint32(vectors >>> 0, true);
    tell(descriptor === firstRequest ? tracer.running(argument) : tracer.waiting(argument));
    return 0;
  };
}
