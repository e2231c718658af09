import { hearRequests } from "./requests.ts";
import { Tracer } from "./traceback.ts";
import { createWasi, missingImport, ProgramExit, type ProgramHost } from "./wasi.ts";

const encoder = new TextEncoder();

/** How one call into a program ended: it came back with what it gives, or the program is over. */
type Ended<T> = { readonly value: T } | { readonly code: number };

/** An instance of a program, ready to run. */
interface Loaded {
  readonly exports: WebAssembly.Exports;
  /** Calls into the program. What ends it abnormally is told on its standard error as Go tells it. */
  readonly call: <T>(enter: () => T) => Ended<T>;
}

/**
 * Runs a compiled program to its end and gives its exit code. While it waits, nothing else runs in this thread; see
 * {@link driveProgram}.
 */
export function runProgram(module: WebAssembly.Module, host: ProgramHost): number {
  const loaded = load(module, host);
  if ("code" in loaded) return loaded.code;
  const ended = loaded.value.call(loaded.value.exports["_start"] as () => void);
  return "code" in ended ? ended.code : 0;
}

/** What the export `goes_step` of a program that can wait gives: nanoseconds to wait (-1: for input only), and whether for input. */
type Step = (ready: number) => readonly [wait: bigint, input: number];

/**
 * Runs a compiled program to its end and gives its exit code. Where all its goroutines wait, `host.wait` decides what
 * happens meanwhile; a page goes on living.
 */
export async function driveProgram(module: WebAssembly.Module, host: ProgramHost): Promise<number> {
  const loaded = load(module, host);
  if ("code" in loaded) return loaded.code;
  const { exports, call } = loaded.value;
  const step = exports["goes_step"] as Step | undefined;
  if (step === undefined || host.wait === undefined) {
    const ended = call(exports["_start"] as () => void);
    return "code" in ended ? ended.code : 0;
  }
  let ready = false;
  for (;;) {
    const ended = call(() => step(ready ? 1 : 0));
    if ("code" in ended) return ended.code;
    const [wait, input] = ended.value;
    ready = await host.wait(wait < 0n ? undefined : wait, input !== 0);
  }
}

function load(module: WebAssembly.Module, host: ProgramHost): Ended<Loaded> {
  let memory: WebAssembly.Memory | undefined;
  let table: WebAssembly.Table | undefined;
  const wasi = createWasi(host, () => memory!);
  const imports: WebAssembly.Imports = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind !== "function") continue;
    const group = (imports[from] ??= {});
    group[name] = wasi[name] ?? missingImport;
  }
  const tell = (text: string): void => {
    if (text !== "") host.write(2, encoder.encode(text));
  };
  const tracer = new Tracer(
    module,
    () => memory,
    () => table,
  );
  const streams = imports["wasi_snapshot_preview1"];
  const write = streams?.["fd_write"];
  if (streams !== undefined && write !== undefined)
    streams["fd_write"] = hearRequests(
      write as Parameters<typeof hearRequests>[0],
      () => memory!,
      tracer,
      tell,
    );
  const call = <T>(enter: () => T): Ended<T> => {
    try {
      return { value: enter() };
    } catch (error) {
      return { code: abnormalEnd(error, tell) };
    }
  };
  return call(() => {
    const { exports } = new WebAssembly.Instance(module, imports);
    memory = exports["memory"] as WebAssembly.Memory;
    table = exports["table"] as WebAssembly.Table | undefined;
    seedScheduler(exports, host.env);
    return { exports, call };
  });
}

/** The environment variable GOES_SCHED_SEED makes the scheduler decide by chance all that is left open. */
function seedScheduler(exports: WebAssembly.Exports, env: readonly string[]): void {
  const seed = exports["goes_seed"] as ((seed: bigint) => void) | undefined;
  const setting = env.find((pair) => pair.startsWith(seedVariable))?.slice(seedVariable.length) ?? "";
  if (seed !== undefined && /^\d+$/.test(setting)) seed(BigInt(setting));
}

const seedVariable = "GOES_SCHED_SEED=";

/** The exit code of a program that was ended by what it threw. */
function abnormalEnd(error: unknown, tell: (text: string) => void): number {
  if (error instanceof ProgramExit) return error.code;
  if (error instanceof RangeError && /call stack/.test(error.message)) {
    tell("runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n");
    return 2;
  }
  if (error instanceof WebAssembly.RuntimeError) {
    tell(`fatal error: ${error.message}\n${error.stack ?? ""}\n`);
    return 2;
  }
  throw error;
}
