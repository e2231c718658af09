import type { Func, Module } from "@goes/ir";
import { InternalError, type Pos } from "@goes/source";
import { ByteWriter } from "./byte-writer.ts";
import { checkLocals } from "./check/check-locals.ts";
import { Trace } from "./check/trace.ts";
import { writeBody } from "./code/body.ts";
import { planBody } from "./code/compile.ts";
import { computeSegments } from "./link/data-bytes.ts";
import { link, typeBytes, type LinkedModule } from "./link/link.ts";
import { computeOpInfo } from "./op-info.ts";
import { instruction, section, valueType } from "./opcodes.ts";

/** Settings of {@link emit}. */
export interface EmitOptions {
  /** Write the name section; default true. */
  readonly names?: boolean;
  /** Bytes of the shadow stack, where the module does not make room for it itself; default 256 MiB. */
  readonly stackSize?: number;
  /** Custom sections to append. */
  readonly custom?: readonly CustomSection[];
  /** Check the code of each function against its IR ({@link checkLocals}); a difference is an InternalError. Slow. */
  readonly verify?: boolean;
}

/** A custom section: bytes under a name. */
export interface CustomSection {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A function of the emitted module. */
export interface EmittedFunction {
  readonly index: number;
  readonly name: string;
  readonly pos: Pos;
  /** Bytes of the module from `start` to `end` are its body; 0 for imports. */
  readonly start: number;
  readonly end: number;
}

/** A module in the binary format, and what a stack trace needs to know of it. */
export interface EmittedModule {
  readonly bytes: Uint8Array;
  /** By index, imports first. */
  readonly functions: readonly EmittedFunction[];
  /** Position of each call: byte offset in the module, ascending. */
  readonly callSites: readonly { readonly offset: number; readonly pos: Pos }[];
  /** The frames that functions may leave when they are suspended, in the order of the functions. */
  readonly frames: readonly EmittedFrames[];
}

/** The frames of one function. */
interface EmittedFrames {
  /** Address of the descriptor to which they refer. */
  readonly descriptor: number;
  /** Index of the function. */
  readonly index: number;
  /** Byte offsets in the module of the instructions of the call, by state from 1. */
  readonly offsets: readonly number[];
}

const defaultStackSize = 256 * 1024 * 1024;

/**
 * Links a module of the wasm level and writes it in the binary format: the same module yields the same bytes. The
 * module is not changed. A broken invariant throws an InternalError that names the function.
 */
export function emit(module: Module, options: EmitOptions = {}): EmittedModule {
  const linked = link(module, options.stackSize ?? defaultStackSize);
  const out = new ByteWriter(65536);
  out.bytes(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00));
  // Bodies come first, because they may find types that no function has.
  const code = new ByteWriter(65536);
  const body = new ByteWriter(4096);
  const table = computeOpInfo();
  const bodies: { start: number; end: number }[] = [];
  const sites: { offset: number; pos: Pos }[] = [];
  const frames: { descriptor: string; func: Func; offsets: number[] }[] = [];
  code.u32(linked.defined.length);
  for (const func of linked.defined) {
    body.reset();
    const type = linked.types[linked.typeIndexes.get(func)!]!;
    const plan = planBody(func, type, table, linked.symbols, linked.unwinding(func));
    const trace = options.verify === true ? new Trace() : undefined;
    const found = writeBody(plan, body, trace);
    if (trace !== undefined) {
      const [fault] = checkLocals(plan, trace, body.view());
      if (fault !== undefined) throw new InternalError("wasm", `${func.name} ${fault}`);
    }
    code.u32(body.length);
    const start = code.length;
    code.bytes(body.view());
    bodies.push({ start, end: code.length });
    const offsets: number[] = [];
    let descriptor: string | undefined;
    for (const { offset, pos, frame } of found) {
      sites.push({ offset: start + offset, pos });
      if (frame === undefined) continue;
      descriptor = frame.descriptor;
      offsets[frame.state - 1] = start + offset;
    }
    if (descriptor !== undefined) frames.push({ descriptor, func, offsets });
  }
  writeTypes(out, linked);
  writeImports(out, linked);
  writeFunctions(out, linked);
  writeTable(out, linked);
  writeMemory(out, linked);
  writeGlobals(out, linked);
  writeExports(out, linked);
  writeStart(out, linked);
  writeElements(out, linked);
  let codeStart = 0;
  if (linked.defined.length > 0) {
    writeSection(out, section.code, code);
    codeStart = out.length - code.length;
  }
  writeData(out, linked);
  if (options.names !== false) writeNames(out, linked);
  for (const { name, bytes } of options.custom ?? []) writeCustom(out, name, bytes);
  const imports = linked.imports.map((func, index) => ({
    index,
    name: func.name,
    pos: func.pos,
    start: 0,
    end: 0,
  }));
  const defined = linked.defined.map((func, i) => ({
    index: imports.length + i,
    name: func.name,
    pos: func.pos,
    start: codeStart + bodies[i]!.start,
    end: codeStart + bodies[i]!.end,
  }));
  return {
    bytes: out.toBytes(),
    functions: [...imports, ...defined],
    callSites: sites.map(({ offset, pos }) => ({ offset: codeStart + offset, pos })),
    frames: frames.map(({ descriptor, func, offsets }) => ({
      descriptor: linked.symbols.address(descriptor),
      index: linked.symbols.functionIndex(func.name),
      // A state that optimization has removed has no position.
      offsets: Array.from(offsets, (offset) => codeStart + (offset ?? 0)),
    })),
  };
}

function writeSection(out: ByteWriter, id: number, content: ByteWriter): void {
  out.u8(id);
  out.vector(content.view());
}

function writeTypes(out: ByteWriter, linked: LinkedModule): void {
  if (linked.types.length === 0) return;
  const content = new ByteWriter();
  content.u32(linked.types.length);
  for (const type of linked.types) content.bytes(typeBytes(type));
  writeSection(out, section.type, content);
}

function writeImports(out: ByteWriter, linked: LinkedModule): void {
  if (linked.imports.length === 0) return;
  const content = new ByteWriter();
  content.u32(linked.imports.length);
  for (const func of linked.imports) {
    content.name(func.importName?.module ?? "env");
    content.name(func.importName?.name ?? func.name);
    content.u8(0);
    content.u32(linked.typeIndexes.get(func)!);
  }
  writeSection(out, section.import, content);
}

function writeFunctions(out: ByteWriter, linked: LinkedModule): void {
  if (linked.defined.length === 0) return;
  const content = new ByteWriter();
  content.u32(linked.defined.length);
  for (const func of linked.defined) content.u32(linked.typeIndexes.get(func)!);
  writeSection(out, section.function, content);
}

function writeTable(out: ByteWriter, linked: LinkedModule): void {
  const { size } = linked.table;
  if (size === 0 && !linked.callsIndirect) return;
  const content = new ByteWriter();
  content.u32(1);
  content.u8(valueType.funcref);
  content.u8(1);
  content.u32(size);
  content.u32(size);
  writeSection(out, section.table, content);
}

function writeMemory(out: ByteWriter, linked: LinkedModule): void {
  if (linked.pages === 0) return;
  const content = new ByteWriter();
  content.u32(1);
  content.u8(0);
  content.u32(linked.pages);
  writeSection(out, section.memory, content);
}

function writeGlobals(out: ByteWriter, linked: LinkedModule): void {
  if (linked.globals.length === 0) return;
  const content = new ByteWriter();
  content.u32(linked.globals.length);
  for (const value of linked.globals) {
    content.u8(valueType.i32);
    content.u8(1);
    content.u8(instruction.i32Const);
    content.s32(value);
    content.u8(instruction.end);
  }
  writeSection(out, section.global, content);
}

function writeExports(out: ByteWriter, linked: LinkedModule): void {
  const exported: { name: string; kind: number; index: number }[] = [];
  if (linked.pages > 0) exported.push({ name: "memory", kind: 2, index: 0 });
  if (linked.module.exportTable && linked.table.size > 0) exported.push({ name: "table", kind: 1, index: 0 });
  for (const func of linked.defined) {
    const name = func.exportName ?? (func.name === linked.module.start ? "_start" : undefined);
    if (name !== undefined) exported.push({ name, kind: 0, index: linked.symbols.functionIndex(func.name) });
  }
  if (exported.length === 0) return;
  const content = new ByteWriter();
  content.u32(exported.length);
  for (const { name, kind, index } of exported) {
    content.name(name);
    content.u8(kind);
    content.u32(index);
  }
  writeSection(out, section.export, content);
}

function writeStart(out: ByteWriter, { begin, symbols }: LinkedModule): void {
  if (begin === undefined) return;
  const content = new ByteWriter();
  content.u32(symbols.functionIndex(begin));
  writeSection(out, section.start, content);
}

function writeElements(out: ByteWriter, linked: LinkedModule): void {
  const { entries } = linked.table;
  if (entries.length === 0) return;
  const content = new ByteWriter();
  content.u32(1);
  content.u8(0);
  content.u8(instruction.i32Const);
  content.u8(1);
  content.u8(instruction.end);
  content.u32(entries.length - 1);
  for (const symbol of entries.slice(1)) content.u32(linked.symbols.functionIndex(symbol));
  writeSection(out, section.element, content);
}

function writeData(out: ByteWriter, linked: LinkedModule): void {
  const segments = computeSegments(linked);
  if (segments.length === 0) return;
  const content = new ByteWriter(4096);
  content.u32(segments.length);
  for (const { address, bytes } of segments) {
    content.u8(0);
    content.u8(instruction.i32Const);
    content.s32(address);
    content.u8(instruction.end);
    content.vector(bytes);
  }
  writeSection(out, section.data, content);
}

/** The name section (core spec, appendix 7.4) with the names of functions. */
function writeNames(out: ByteWriter, linked: LinkedModule): void {
  const funcs = [...linked.imports, ...linked.defined];
  if (funcs.length === 0) return;
  const names = new ByteWriter(4096);
  names.u32(funcs.length);
  funcs.forEach((func, index) => {
    names.u32(index);
    names.name(func.name);
  });
  const functionNames = 1;
  const content = new ByteWriter(4096);
  content.u8(functionNames);
  content.vector(names.view());
  writeCustom(out, "name", content.view());
}

function writeCustom(out: ByteWriter, name: string, bytes: Uint8Array): void {
  const content = new ByteWriter(bytes.length + 16);
  content.name(name);
  content.bytes(bytes);
  writeSection(out, section.custom, content);
}
