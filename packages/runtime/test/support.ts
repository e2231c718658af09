import { createWasi, type ProgramHost } from "../src/wasi.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A number in LEB128, unsigned or (negative ones too) signed. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

/** As {@link unsigned}, with a sign. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest < -64 || rest > 63; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest & 0x7f];
}

/** A vector: the count, then the items. */
export function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

export function name(text: string): number[] {
  const bytes = encoder.encode(text);
  return [...unsigned(bytes.length), ...bytes];
}

export function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

export function customSection(title: string, content: readonly number[]): number[] {
  return section(0, [...name(title), ...content]);
}

/** A module of the sections. */
export function moduleOf(...sections: readonly (readonly number[])[]): WebAssembly.Module {
  return new WebAssembly.Module(
    Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, ...sections.flat()]),
  );
}

/**
 * A program without functions of its own but `_start`, whose code is given; it imports `proc_exit` (function 0) and exports a
 * memory of one page.
 */
export function programOf(
  code: readonly number[],
  ...more: readonly (readonly number[])[]
): WebAssembly.Module {
  const body = [0x00, ...code, 0x0b];
  return moduleOf(
    section(
      1,
      vector([
        [0x60, ...vector([]), ...vector([])],
        [0x60, ...vector([[0x7f]]), ...vector([])],
      ]),
    ),
    section(2, vector([[...name("wasi_snapshot_preview1"), ...name("proc_exit"), 0x00, 0x01]])),
    section(3, vector([[0x00]])),
    section(5, vector([[0x00, 0x01]])),
    section(
      7,
      vector([
        [...name("memory"), 0x02, 0x00],
        [...name("_start"), 0x00, 0x01],
      ]),
    ),
    section(10, vector([[...unsigned(body.length), ...body]])),
    ...more,
  );
}

/** A host that remembers what is written and what is waited for. */
interface TestHost extends ProgramHost {
  readonly written: { readonly 1: string; readonly 2: string };
  readonly slept: readonly bigint[];
}

/** A host with the given parts. Its clocks: 1000 for `realtime`, 5 for `monotonic`. */
export function testHost(parts: Partial<ProgramHost> = {}): TestHost {
  const written = { 1: "", 2: "" };
  const slept: bigint[] = [];
  return {
    args: [],
    env: [],
    read: () => 0,
    write: (descriptor, bytes) => {
      written[descriptor] += decoder.decode(bytes);
    },
    now: (clock) => (clock === "realtime" ? 1000n : 5n),
    random: (buffer) => buffer.fill(7),
    sleep: (nanoseconds) => slept.push(nanoseconds),
    ...parts,
    written,
    slept,
  };
}

/** WASI over a memory of one page, with what tests need to read and write there. */
export interface TestWasi {
  readonly memory: WebAssembly.Memory;
  readonly view: DataView;
  readonly call: (name: string, ...args: readonly (number | bigint)[]) => number;
  /** Puts a text to an address; returns its length. */
  readonly put: (at: number, text: string) => number;
  readonly text: (at: number, size: number) => string;
  /** Puts a list of vectors to an address. */
  readonly vectors: (at: number, ...parts: readonly (readonly [at: number, size: number])[]) => void;
}

/** The functions of WASI that a host gives to a program. */
export function wasiOf(host: ProgramHost): TestWasi {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const functions = createWasi(host, () => memory) as Record<
    string,
    (...args: readonly (number | bigint)[]) => number
  >;
  const view = new DataView(memory.buffer);
  return {
    memory,
    view,
    call: (wanted, ...args) => functions[wanted]!(...args),
    put: (at, text) => {
      const bytes = encoder.encode(text);
      new Uint8Array(memory.buffer).set(bytes, at);
      return bytes.length;
    },
    text: (at, size) => decoder.decode(new Uint8Array(memory.buffer, at, size).slice()),
    vectors: (at, ...parts) => {
      parts.forEach(([start, size], i) => {
        view.setUint32(at + 8 * i, start, true);
        view.setUint32(at + 8 * i + 4, size, true);
      });
    },
  };
}

/** An error as hosts throw it. */
export function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
