import { readFrames, readLines, readNames, type LineEntry, type SuspendedFunction } from "./trace-tables.ts";

/** A call on the stack of a program. */
export interface Frame {
  readonly name: string;
  /** Byte of the module. */
  readonly offset: number;
}

/** Traces have up to so many frames. */
const traceLimit = 100;

/** Functions of the runtime that may have taken in `main.main`. */
const mainFunctions: ReadonlySet<string> = new Set([
  "runtime._start",
  "runtime.mainEntry",
  "runtime.mainEntry\u00b7f",
]);

/** The functions of the runtime below which there is no goroutine any more. */
const bottoms: ReadonlySet<string> = new Set(["runtime.(*coroutine).start", "runtime.(*coroutine).resume"]);

/** Functions that the compiler makes and Go does not list: thunks, wrappers of go and defer statements. */
const wrapper = /\u00b7(?:[if]|resume)$|\.(?:go|defer)wrap\d+$/;

/**
 * Lists the frames of goroutines as Go does below `goroutine 1 [running]:`, from the custom sections of the module and
 * the stack as the engine tells it. Functions that were inlined are not listed of their own.
 */
export class Tracer {
  readonly #module: WebAssembly.Module;
  readonly #memory: () => WebAssembly.Memory | undefined;
  #lines: readonly LineEntry[] | undefined;
  #frames: ReadonlyMap<number, SuspendedFunction> | undefined;
  #names: ReadonlyMap<number, string> | undefined;

  constructor(module: WebAssembly.Module, memory: () => WebAssembly.Memory | undefined) {
    this.#module = module;
    this.#memory = memory;
  }

  /**
   * The frames of the goroutine that runs, innermost first, without those of the runtime at the top; `callers` is the address
   * of the frame of the innermost suspended caller, or 0.
   */
  running(callers: number): string {
    const frames = stackFrames();
    const bottom = frames.findIndex(({ name }) => bottoms.has(name));
    const own = bottom < 0 ? frames : frames.slice(0, bottom);
    return this.#list([...own, ...this.suspended(callers)]);
  }

  /** The frames of a suspended goroutine, from the address of its innermost one. */
  waiting(innermost: number): string {
    return this.#list(this.suspended(innermost));
  }

  /** Follows the frames in memory; their layout is in ABI.md, *Suspension*. */
  suspended(innermost: number): Frame[] {
    const memory = this.#memory();
    const out: Frame[] = [];
    if (memory === undefined) return out;
    this.#frames ??= readFrames(this.#module);
    this.#names ??= readNames(this.#module);
    const view = new DataView(memory.buffer);
    for (let at = innermost; at !== 0 && out.length < traceLimit; at = view.getUint32(at + 4, true)) {
      const made = this.#frames.get(view.getUint32(at, true));
      const offset = made?.offsets[view.getUint32(at + 8, true) - 1];
      const name = made === undefined ? undefined : this.#names.get(made.index);
      if (name !== undefined && offset !== undefined) out.push({ name, offset });
    }
    return out;
  }

  /** The line of the call at a byte of the module. */
  lineOf(offset: number): string | undefined {
    this.#lines ??= readLines(this.#module);
    return this.#lines.findLast((entry) => entry.offset <= offset)?.line;
  }

  #list(frames: readonly Frame[]): string {
    const first = frames.findIndex(({ name }) => !name.startsWith("runtime.") || mainFunctions.has(name));
    if (first < 0) return "";
    let out = "";
    for (const { name, offset } of frames.slice(first)) {
      const line = this.lineOf(offset);
      const isMain = mainFunctions.has(name);
      // main.main is called once, and so usually inlined into what starts it.
      if (isMain && (line === undefined || line.startsWith("runtime/"))) continue;
      if (!isMain && wrapper.test(name)) continue;
      out += isMain || name === "main.main" ? "main.main()\n" : `${name}(...)\n`;
      if (line !== undefined) out += `\t${line} +0x${offset.toString(16)}\n`;
    }
    return out;
  }
}

/** The frames of the program on the stack of the engine, innermost first; none where it does not tell. */
export function stackFrames(): Frame[] {
  const settings = Error as { stackTraceLimit?: number };
  const limit = settings.stackTraceLimit;
  settings.stackTraceLimit = traceLimit;
  const { stack } = new Error("trace");
  if (limit !== undefined) settings.stackTraceLimit = limit;
  const frames: Frame[] = [];
  for (const line of (stack ?? "").split("\n")) {
    const match = /^\s*at (.+) \(wasm:.*wasm-function\[\d+\]:0x([0-9a-f]+)\)$/.exec(line);
    if (match !== null) frames.push({ name: match[1]!, offset: Number.parseInt(match[2]!, 16) });
  }
  return frames;
}
