import {
  readFrames,
  readLines,
  readNames,
  type CallLine,
  type LineEntry,
  type SuspendedFunction,
} from "./trace-tables.ts";

/** A call on the stack of a program. */
export interface Frame {
  /** Of the function that calls. */
  readonly index: number;
  readonly name: string;
  /** Byte of the module. */
  readonly offset: number;
}

/** Where in memory calls are that are not on the stack; addresses, or 0. */
export interface SuspendedCalls {
  /** The frame of the innermost caller that is still suspended. */
  readonly innermost: number;
  /** What a panic has kept of the stack that it left: their number, and function and offset of each. */
  readonly kept: number;
}

/** What is known of a program counter. */
interface SourceLine {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** Marks a program counter as the offset of a call: see callers.go in package runtime. */
const callBit = 1 << 31;
/** And as a mere number, of an inlined call. */
const inlinedBit = 1 << 30;

/** Type arguments are listed as `[...]`, and what initialises variables as the initialiser of their package. */
function goName(symbol: string): string {
  return symbol.replace(/\[.*\]/, "[...]").replace(/\.[^./]*\u00b7init(?=$|\.)/, ".init");
}

/** Traces list up to so many frames: of more, one half from each end. */
const traceLimit = 100;

/** How many frames are looked at: the engine takes about a microsecond for each. */
export const frameLimit = 100_000;

/** Functions of the runtime that may have taken in `main.main`. */
const mainFunctions: ReadonlySet<string> = new Set([
  "runtime._start",
  "runtime.mainEntry",
  "runtime.mainEntry\u00b7f",
]);

/** The functions of the runtime below which there is no goroutine any more. */
const bottoms: ReadonlySet<string> = new Set(["runtime.(*coroutine).start", "runtime.(*coroutine).resume"]);

/** It runs deferred calls of a panic that has left its stack, and stands for the calls that were on that. */
const panicRunner = "runtime.deferPanicking";

/** The functions that run deferred calls because of a panic: Go shows one frame of `panic` for all of them. */
const panicFunctions: ReadonlySet<string> = new Set([
  "runtime.panicNilInterface",
  "runtime.panicValue",
  "runtime.startPanic",
  "runtime.continuePanic",
  "runtime.panicWaiting",
  panicRunner,
]);

const unknownLine: readonly CallLine[] = [{ func: undefined, file: "?", line: 0 }];

/**
 * Functions that the compiler makes and Go does not list: thunks, method values, wrappers of go and defer statements, what calls the
 * initialisers of variables.
 */
const wrapper = /\u00b7(?:[if]|resume)$|-fm$|\.(?:go|defer)wrap\d+$|^(?:.*\/)?[^./]*\.init$/;

/** Functions that run deferred calls at a return, or call them, and that runs what packages do before `main.main`. */
const unseen =
  /^runtime\.(?:runDeferred|deferReturn|deferReturnWaiting|initPackages)$|^runtime\.\(\*coroutine\)/;

/** A part of a function that was too large for the engine; each part calls the next one. */
const partOfFunction = /\u00b7part\d+$/;

/** The frames with one for each function: that of the innermost of its parts. */
function joinParts(frames: readonly Frame[]): Frame[] {
  const joined: Frame[] = [];
  let around: string | undefined;
  for (const frame of frames) {
    const name = frame.name.replace(partOfFunction, "");
    if (name !== around) joined.push({ ...frame, name });
    around = name === frame.name ? undefined : name;
  }
  return joined;
}

/**
 * Lists the frames of goroutines as Go does below `goroutine 1 [running]:`, from the custom sections of the module and
 * the stack as the engine has it.
 */
export class Tracer {
  readonly #module: WebAssembly.Module;
  readonly #memory: () => WebAssembly.Memory | undefined;
  #lines: readonly LineEntry[] | undefined;
  /** What has been looked up in them: the frames of a recursion are at few positions. */
  readonly #found: Map<number, readonly CallLine[]> = new Map();
  #suspensions: ReadonlyMap<number, SuspendedFunction> | undefined;
  #names: ReadonlyMap<number, string> | undefined;

  /** The source lines of the program counters that the program knows. */
  readonly #known: Map<number, SourceLine> = new Map();
  /** The numbers of inlined calls, by name and position. */
  readonly #inlined: Map<string, number> = new Map();
  readonly #table: () => WebAssembly.Table | undefined;
  #overflown: readonly Frame[] | undefined;

  /** Memory and function table (where the program exports it) are there only when it runs. */
  constructor(
    module: WebAssembly.Module,
    memory: () => WebAssembly.Memory | undefined,
    table: () => WebAssembly.Table | undefined,
  ) {
    this.#module = module;
    this.#memory = memory;
    this.#table = table;
  }

  /**
   * The frames of the goroutine that runs, innermost first, without those of the runtime at the top. `all`: with those of
   * package debug, which Go lists.
   */
  running(suspended: SuspendedCalls, all = false): string {
    const frames = joinParts(this.frames(suspended));
    if (this.#overflown !== undefined) return this.#listOverflown(frames, this.#overflown.length);
    const first = all ? frames.findIndex(({ name }) => name.startsWith("runtime/debug.")) : -1;
    return this.#list(first < 0 ? frames : frames.slice(first));
  }

  /**
   * The program counters of the calls of the goroutine that runs, from that in the calling function on. As in Go, a panic that
   * runs deferred calls is one call, those that run at a return are called by their function, and below all are
   * functions of the runtime.
   */
  callers(suspended: SuspendedCalls): number[] {
    const frames = joinParts(this.frames(suspended));
    const asking = frames.findIndex(({ name }) => name === "runtime.askCallers");
    const pcs: number[] = [];
    const add = (position: SourceLine, offset: number | undefined): void => {
      // What is inlined has no offset of its own: its program counters are just numbered, with gaps as calls have.
      const pc = ((offset ?? this.#inlinedCounter(position)) | callBit) >>> 0;
      this.#known.set(pc, position);
      pcs.push(pc);
    };
    let inPanic = false;
    let started: SourceLine | undefined;
    for (const { name, offset } of frames.slice(asking + 1)) {
      this.#expand(name, offset).forEach((position, depth) => {
        if (unseen.test(position.name)) return;
        const isPanic = panicFunctions.has(position.name);
        if (!isPanic) add(position, depth === 0 ? offset : undefined);
        else if (!inPanic) add({ ...position, name: "runtime.gopanic" }, undefined);
        inPanic = isPanic;
      });
      if (!mainFunctions.has(name)) continue;
      const { file, line } = this.linesOf(offset).at(-1)!;
      started = { name: "runtime.main", file, line };
    }
    if (started !== undefined) add(started, undefined);
    if (frames.length < frameLimit)
      add({ name: "runtime.goexit", file: "runtime/start.go", line: 0 }, undefined);
    return pcs;
  }

  /** The number of a call without an offset: the same one whenever that is met, so that there are no more numbers than calls. */
  #inlinedCounter({ name, file, line }: SourceLine): number {
    const key = `${name} ${line} ${file}`;
    let counter = this.#inlined.get(key);
    if (counter === undefined) {
      counter = inlinedBit | (2 * this.#inlined.size);
      this.#inlined.set(key, counter);
    }
    return counter;
  }

  /** What is at a program counter: a call that {@link callers} returned, or the index of a function in the table. */
  positionOf(pc: number): SourceLine | undefined {
    // Programs subtract one to come from a return address to the call; the numbers of calls are at least two apart.
    if ((pc & callBit) !== 0) return this.#known.get(pc) ?? this.#known.get(pc + 1);
    const name = this.#nameInTable(pc);
    return name === undefined ? undefined : { name: goName(name), file: "?", line: 0 };
  }

  #nameInTable(index: number): string | undefined {
    const table = this.#table();
    if (table === undefined || index >= table.length) return undefined;
    const func = table.get(index) as { readonly name?: string } | null;
    this.#names ??= readNames(this.#module);
    return this.#names.get(Number(func?.name ?? -1))?.replace(/\u00b7f$/, "");
  }

  /** All frames of the goroutine that runs, innermost first. */
  frames(suspended: SuspendedCalls): readonly Frame[] {
    const frames = this.#overflown ?? stackFrames();
    const bottom = frames.findIndex(({ name }) => bottoms.has(name));
    const own = bottom < 0 ? frames : frames.slice(0, bottom);
    // Of a stack that is not known to its end, nobody knows what is below.
    if (bottom < 0 && frames.length >= frameLimit) return own;
    return this.#withKept([...own, ...this.suspended(suspended.innermost)], suspended.kept);
  }

  /** The frames with those that a panic has left, in the place of the one that stands for them. */
  #withKept(frames: readonly Frame[], kept: number): readonly Frame[] {
    const runner = kept === 0 ? -1 : frames.findIndex(({ name }) => name === panicRunner);
    const memory = this.#memory();
    if (runner < 0 || memory === undefined) return frames;
    this.#names ??= readNames(this.#module);
    const view = new DataView(memory.buffer);
    const out = frames.slice(0, runner);
    const end = kept + 4 + 8 * view.getUint32(kept, true);
    for (let at = kept + 4; at < end; at += 8) {
      const index = view.getUint32(at, true);
      out.push({ index, name: this.#names.get(index) ?? "", offset: view.getUint32(at + 4, true) });
    }
    return out;
  }

  /** The calls of the source that one of the module is, innermost first; none for what Go does not list. */
  #expand(name: string, offset: number): readonly SourceLine[] {
    return this.linesOf(offset).flatMap(({ func, file, line }) => {
      const shown = func ?? (mainFunctions.has(name) ? "main.main" : name);
      // main.main is called once, and so usually inlined into what starts it.
      const starts = shown === "main.main" && shown !== name && file.startsWith("runtime/");
      return starts || wrapper.test(shown) ? [] : [{ name: goName(shown), file, line }];
    });
  }

  /** The frames of a suspended goroutine. */
  waiting({ innermost, kept }: SuspendedCalls): string {
    return this.#list(joinParts(this.#withKept(this.suspended(innermost), kept)));
  }

  /** Follows the frames in memory; their layout is in ABI.md, *Suspension*. */
  suspended(innermost: number): Frame[] {
    const memory = this.#memory();
    const out: Frame[] = [];
    if (memory === undefined) return out;
    this.#suspensions ??= readFrames(this.#module);
    this.#names ??= readNames(this.#module);
    const view = new DataView(memory.buffer);
    for (let at = innermost; at !== 0 && out.length < frameLimit; at = view.getUint32(at + 4, true)) {
      const made = this.#suspensions.get(view.getUint32(at, true));
      const offset = made?.offsets[view.getUint32(at + 8, true) - 1];
      const name = made === undefined ? undefined : this.#names.get(made.index);
      if (name !== undefined && offset !== undefined) out.push({ index: made!.index, name, offset });
    }
    return out;
  }

  /** Where the call at a byte of the module is. */
  linesOf(offset: number): readonly CallLine[] {
    this.#lines ??= readLines(this.#module);
    let lines = this.#found.get(offset);
    if (lines === undefined) {
      lines = this.#lines.findLast((candidate) => candidate.offset <= offset)?.lines ?? unknownLine;
      this.#found.set(offset, lines);
    }
    return lines;
  }

  /** The running goroutine is taken to have this stack, which has overflown, as the engine tells it. */
  overflown(stack: string): void {
    this.#overflown = framesIn(stack);
  }

  /** The calls of a stack of which the engine has remembered so many. */
  #listOverflown(frames: readonly Frame[], remembered: number): string {
    // The innermost one was about to begin: there is no call at its position.
    const [innermost, ...callers] = frames;
    if (innermost === undefined) return "";
    const texts = [`${goName(innermost.name)}(...)\n`, ...this.#texts(callers)];
    if (remembered < frameLimit) return this.#shorten(texts);
    return `${texts.slice(0, traceLimit / 2).join("")}...additional frames elided...\n`;
  }

  /** The calls of a trace. */
  #list(frames: readonly Frame[]): string {
    return this.#shorten(this.#texts(frames));
  }

  /** Those in the middle of a long trace are left out. */
  #shorten(texts: readonly string[]): string {
    const elided = texts.length - traceLimit;
    if (elided <= 0) return texts.join("");
    const half = traceLimit / 2;
    return `${texts.slice(0, half).join("")}...${elided} frames elided...\n${texts.slice(-half).join("")}`;
  }

  /**
   * A line for each call and one for its position. Of package runtime only what is exported is shown, as Go does it, and a panic
   * that runs deferred calls.
   */
  #texts(frames: readonly Frame[]): string[] {
    const positions = frames.flatMap(({ name, offset }) =>
      this.#expand(name, offset).map((position) => ({ ...position, offset })),
    );
    const first = positions.findIndex(({ name }) => !name.startsWith("runtime."));
    const texts: string[] = [];
    if (first < 0) return texts;
    let inPanic = false;
    for (const { name, file, line, offset } of positions.slice(first)) {
      const isPanic = panicFunctions.has(name);
      const startsPanic = isPanic && !inPanic;
      const hidden = name.startsWith("runtime.") && !/^runtime\.[A-Z]/.test(name);
      if (!hidden || isPanic) inPanic = isPanic;
      if (hidden && !startsPanic) continue;
      const shown = startsPanic ? "panic({...})" : name === "main.main" ? "main.main()" : `${name}(...)`;
      texts.push(line === 0 ? `${shown}\n` : `${shown}\n\t${file}:${line} +0x${offset.toString(16)}\n`);
    }
    return texts;
  }
}

/** The frames of the program on the stack of the engine, innermost first; none if it does not have them. */
function stackFrames(): Frame[] {
  const settings = Error as { stackTraceLimit?: number };
  const limit = settings.stackTraceLimit;
  settings.stackTraceLimit = frameLimit;
  const { stack } = new Error("trace");
  if (limit !== undefined) settings.stackTraceLimit = limit;
  return framesIn(stack ?? "");
}

/** The frames of the program in what the engine says of a stack. */
function framesIn(stack: string): Frame[] {
  const frames: Frame[] = [];
  for (const line of stack.split("\n")) {
    const match = /^\s*at (.+) \(wasm:.*wasm-function\[(\d+)\]:0x([0-9a-f]+)\)$/.exec(line);
    if (match === null) continue;
    frames.push({ name: match[1]!, index: Number(match[2]!), offset: Number.parseInt(match[3]!, 16) });
  }
  return frames;
}
