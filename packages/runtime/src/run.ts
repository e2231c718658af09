import { resolveImports, type ProgramImports } from "./imports.ts";
import { hearRequests } from "./requests.ts";
import { frameLimit, Tracer } from "./traceback.ts";
import { createWasi, ProgramExit, type ProgramHost } from "./wasi.ts";

const encoder = new TextEncoder();

/** What a program is run with besides its host. */
export interface RunOptions {
  /** What the program imports beyond WASI. */
  readonly imports?: ProgramImports;
}

/** How a program ended, and what it exports: functions that it declares by `//go:wasmexport` can be called still. */
export interface ProgramEnd {
  readonly code: number;
  readonly exports: WebAssembly.Exports;
}

/** How one call into a program ended: it returned, with its result, or the program is over. */
type Ended<T> = { readonly value: T } | { readonly code: number };

/** An instance of a program, ready to run. */
interface Loaded {
  readonly exports: WebAssembly.Exports;
  /** Calls into the program. What ends it abnormally is printed to its standard error as Go prints it. */
  readonly call: <T>(enter: () => T) => Ended<T>;
}

/**
 * Runs a compiled program to its end; of a library (`-buildmode=c-shared`), the initialisation of its packages. While it waits,
 * nothing else runs in this thread; see {@link driveProgram}. Throws {@link MissingImportError}.
 */
export function runProgram(
  module: WebAssembly.Module,
  host: ProgramHost,
  options: RunOptions = {},
): ProgramEnd {
  return enter(load(module, host, options));
}

/** What the export `goes_step` of a program that can wait returns: nanoseconds to wait (-1: for input only), and whether for input. */
type Step = (ready: number) => readonly [wait: bigint, input: number];

/**
 * As {@link runProgram}, but when all goroutines wait, `host.wait` decides what happens meanwhile; a page stays responsive.
 */
export async function driveProgram(
  module: WebAssembly.Module,
  host: ProgramHost,
  options: RunOptions = {},
): Promise<ProgramEnd> {
  const loaded = load(module, host, options);
  const { exports, call } = loaded;
  const step = exports["goes_step"] as Step | undefined;
  if (step === undefined || host.wait === undefined) return enter(loaded);
  let ready = false;
  for (;;) {
    const ended = call(() => step(ready ? 1 : 0));
    if ("code" in ended) return { code: ended.code, exports };
    const [wait, input] = ended.value;
    ready = await host.wait(wait < 0n ? undefined : wait, input !== 0);
  }
}

/** Runs what a module has as its beginning. */
function enter({ exports, call }: Loaded): ProgramEnd {
  const ended = call((exports["_start"] ?? exports["_initialize"]) as () => void);
  return { code: "code" in ended ? ended.code : 0, exports };
}

function load(module: WebAssembly.Module, host: ProgramHost, options: RunOptions): Loaded {
  let exports: WebAssembly.Exports = {};
  const memory = (): WebAssembly.Memory => exports["memory"] as WebAssembly.Memory;
  const given = typeof options.imports === "function" ? options.imports(() => exports) : options.imports;
  const wasi = createWasi(host, memory);
  const tell = (text: string): void => tellError(host, text);
  const tracer = new Tracer(module, memory, () => exports["table"] as WebAssembly.Table | undefined);
  const write = wasi["fd_write"] as Parameters<typeof hearRequests>[0];
  const imports = resolveImports(
    module,
    { ...wasi, fd_write: hearRequests(write, memory, tracer, tell) },
    given ?? {},
  );
  const call = <T>(action: () => T): Ended<T> => {
    try {
      return { value: withLongStacks(action) };
    } catch (error) {
      return { code: abnormalEnd(error, tell, tracer, exports) };
    }
  };
  ({ exports } = new WebAssembly.Instance(module, imports));
  seedScheduler(exports, host.env);
  return { exports, call };
}

/** Writes to the standard error of a program; a failure cannot be reported. */
function tellError(host: ProgramHost, text: string): void {
  const bytes = encoder.encode(text);
  try {
    for (let at = 0; at < bytes.length;) at += host.write(2, bytes.subarray(at)) ?? bytes.length;
  } catch {
    // As when the program writes there itself.
  }
}

/** The environment variable GOES_SCHED_SEED makes the scheduler decide by chance all that is left open. */
function seedScheduler(exports: WebAssembly.Exports, env: readonly string[]): void {
  const seed = exports["goes_seed"] as ((seed: bigint) => void) | undefined;
  const setting = env.find((pair) => pair.startsWith(seedVariable))?.slice(seedVariable.length) ?? "";
  if (seed !== undefined && /^\d+$/.test(setting)) seed(BigInt(setting));
}

const seedVariable = "GOES_SCHED_SEED=";

/** Has errors remember many frames: that of an overflow of the stack is all there is of its frames. */
function withLongStacks<T>(action: () => T): T {
  const settings = Error as { stackTraceLimit?: number };
  const limit = settings.stackTraceLimit;
  settings.stackTraceLimit = frameLimit;
  try {
    return action();
  } finally {
    if (limit !== undefined) settings.stackTraceLimit = limit;
  }
}

function isStackOverflow(error: unknown): error is RangeError {
  return error instanceof RangeError && /call stack/.test(error.message);
}

/** The exit code of a program that was ended by what it threw. */
function abnormalEnd(
  error: unknown,
  tell: (text: string) => void,
  tracer: Tracer,
  exports: WebAssembly.Exports,
): number {
  if (error instanceof ProgramExit) return error.code;
  if (isStackOverflow(error)) return endOverflown(error, tell, tracer, exports);
  if (error instanceof WebAssembly.RuntimeError) {
    tell(`fatal error: ${error.message}\n${error.stack ?? ""}\n`);
    return 2;
  }
  throw error;
}

/** Reports that the stack has overflown. A program with goroutines does it itself: it knows which one runs. */
function endOverflown(
  error: RangeError,
  tell: (text: string) => void,
  tracer: Tracer,
  exports: WebAssembly.Exports,
): number {
  tracer.overflown(error.stack ?? "");
  const report = exports["goes_overflow"] as (() => void) | undefined;
  if (report !== undefined) {
    try {
      report();
    } catch (end) {
      if (end instanceof ProgramExit) return end.code;
    }
  }
  tell("runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n");
  const frames = tracer.running({ innermost: 0, kept: 0 });
  if (frames !== "") tell(`\ngoroutine 1 [running]:\n${frames}`);
  return 2;
}
