import type { ProgramExit } from "./wasi.ts";

/** A call on the stack of a program. */
interface Frame {
  readonly name: string;
  /** Byte of the module. */
  readonly offset: number;
}

/** Traces have up to so many frames. */
const traceLimit = 100;

/** Makes V8 record more than the ten innermost frames. */
export function traceDeeply(): void {
  (Error as { stackTraceLimit?: number }).stackTraceLimit = traceLimit;
}

/**
 * The frames of a program that ended because of a panic, as Go lists them below `goroutine 1 [running]:`; empty where
 * it ended otherwise, or where the engine does not tell. Functions that were inlined are not listed of their own,
 * and neither are wrappers.
 */
export function panicTrace(module: WebAssembly.Module, exit: ProgramExit): string {
  const frames = framesOf(exit.stack ?? "");
  const own = frames.findIndex(({ name }) => !name.startsWith("runtime.") || name === startFunction);
  if (own < 0 || !frames.slice(0, own).some(({ name }) => panicFunctions.has(name))) return "";
  const lines = readLines(module);
  let out = "";
  for (const { name, offset } of frames.slice(own)) {
    const line = lineOf(lines, offset);
    if (/·[if]$/.test(name)) continue;
    // main.main is called once, and so usually inlined into the start function.
    if (name === startFunction && (line === undefined || line.startsWith("runtime/"))) continue;
    const shown = name === startFunction || name === "main.main" ? "main.main()" : `${name}(...)`;
    out += `${shown}\n`;
    if (line !== undefined) out += `\t${line} +0x${offset.toString(16)}\n`;
  }
  return out;
}

const startFunction = "runtime._start";
const panicFunctions: ReadonlySet<string> = new Set(["runtime.fatalPanic", "runtime.panicValue"]);

/** The frames of the program in a stack as V8 prints it, innermost first. */
function framesOf(stack: string): readonly Frame[] {
  const frames: Frame[] = [];
  for (const line of stack.split("\n")) {
    const match = /^\s*at (.+) \(wasm:.*wasm-function\[\d+\]:0x([0-9a-f]+)\)$/.exec(line);
    if (match !== null) frames.push({ name: match[1]!, offset: Number.parseInt(match[2]!, 16) });
  }
  return frames;
}

/** The line of the calls from one byte of the module on, up to the next entry. */
interface LineEntry {
  readonly offset: number;
  /** `file:line` */
  readonly line: string;
}

/** The line of the call at a byte of the module. */
function lineOf(lines: readonly LineEntry[], offset: number): string | undefined {
  return lines.findLast((entry) => entry.offset <= offset)?.line;
}

/** What the custom section `goes.lines` says, by ascending offset. */
function readLines(module: WebAssembly.Module): readonly LineEntry[] {
  const lines: LineEntry[] = [];
  const section = WebAssembly.Module.customSections(module, "goes.lines")[0];
  if (section === undefined) return lines;
  const bytes = new Uint8Array(section);
  const decoder = new TextDecoder();
  let at = 0;
  const unsigned = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  };
  const signed = (): number => {
    let value = 0;
    for (let shift = 0; ;) {
      const byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) return shift < 32 && (byte & 0x40) !== 0 ? value | (-1 << shift) : value;
    }
  };
  const files = Array.from({ length: unsigned() }, () => {
    const length = unsigned();
    at += length;
    return decoder.decode(bytes.subarray(at - length, at));
  });
  let offset = 0;
  let line = 0;
  while (at < bytes.length) {
    offset += unsigned();
    const file = files[unsigned()]!;
    line += signed();
    lines.push({ offset, line: `${file}:${line}` });
  }
  return lines;
}
