const decoder = new TextDecoder();

/** Reads numbers in LEB128 and names from a custom section. */
class SectionReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    return this.#bytes[this.#at++] ?? 0;
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  signed(): number {
    let value = 0;
    for (let shift = 0; ;) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
      if (byte < 0x80) return shift < 32 && (byte & 0x40) !== 0 ? value | (-1 << shift) : value;
    }
  }

  name(): string {
    const length = this.unsigned();
    this.#at += length;
    return decoder.decode(this.#bytes.subarray(this.#at - length, this.#at));
  }
}

function readSection(module: WebAssembly.Module, name: string): SectionReader | undefined {
  const section = WebAssembly.Module.customSections(module, name)[0];
  return section === undefined ? undefined : new SectionReader(new Uint8Array(section));
}

/** A line in one of the functions that a call is in. */
export interface CallLine {
  /** A function that has been inlined; undefined: the one that has the call. */
  readonly func: string | undefined;
  readonly file: string;
  readonly line: number;
}

/** Where the calls from one byte of the module on are, up to the next entry. */
export interface LineEntry {
  readonly offset: number;
  /** Innermost function first. */
  readonly lines: readonly CallLine[];
}

/** What the custom section `goes.lines` says, by ascending offset. */
export function readLines(module: WebAssembly.Module): readonly LineEntry[] {
  const reader = readSection(module, "goes.lines");
  if (reader === undefined) return [];
  const names = (): readonly string[] => Array.from({ length: reader.unsigned() }, () => reader.name());
  const files = names();
  const funcs = names();
  const nodes = Array.from({ length: reader.unsigned() }, () => ({
    func: funcs[reader.unsigned()]!,
    file: files[reader.unsigned()]!,
    line: reader.unsigned(),
    around: reader.unsigned(),
  }));
  const entries: LineEntry[] = [];
  let offset = 0;
  let line = 0;
  while (!reader.atEnd) {
    offset += reader.unsigned();
    let file = files[reader.unsigned()]!;
    line += reader.signed();
    const lines: CallLine[] = [];
    let at = line;
    for (let around = nodes.length > 0 ? reader.unsigned() : 0; around !== 0;) {
      const node = nodes[around - 1]!;
      lines.push({ func: node.func, file, line: at });
      ({ file, line: at, around } = node);
    }
    lines.push({ func: undefined, file, line: at });
    entries.push({ offset, lines });
  }
  return entries;
}

/** The suspension points of one function. */
export interface SuspendedFunction {
  /** Index of the function. */
  readonly index: number;
  /** Bytes of the module, by state from 1. */
  readonly offsets: readonly number[];
}

/** What the custom section `goes.frames` says, by address of the descriptor. */
export function readFrames(module: WebAssembly.Module): ReadonlyMap<number, SuspendedFunction> {
  const functions = new Map<number, SuspendedFunction>();
  const reader = readSection(module, "goes.frames");
  if (reader === undefined) return functions;
  let descriptor = 0;
  let offset = 0;
  for (let left = reader.unsigned(); left > 0; left--) {
    descriptor += reader.signed();
    const index = reader.unsigned();
    const offsets = Array.from({ length: reader.unsigned() }, () => (offset += reader.signed()));
    functions.set(descriptor, { index, offsets });
  }
  return functions;
}

/** The names of functions by index, from the name section (core spec, appendix 7.4). */
export function readNames(module: WebAssembly.Module): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const reader = readSection(module, "name");
  const functionNames = 1;
  if (reader === undefined || reader.byte() !== functionNames) return names;
  reader.unsigned();
  for (let left = reader.unsigned(); left > 0; left--) names.set(reader.unsigned(), reader.name());
  return names;
}
