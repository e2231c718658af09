import type { Block } from "../block.ts";
import type { DataSymbol, Relocation } from "../data.ts";
import { Func, type FuncOrigin } from "../func.ts";
import { Module } from "../module.ts";
import { isOpcode, ops, type Opcode } from "../ops/op-table.ts";
import { types, type Type } from "../type.ts";
import type { Immediate, Value } from "../value.ts";
import { parseFloatText, parseString } from "./notation.ts";
import { TextReader } from "./reader.ts";

/** Reads the text form of one function; throws an {@link IrSyntaxError} that names the line if it is malformed. */
export function parseFunc(text: string): Func {
  const reader = new TextReader(text);
  reader.expectWord("func");
  const func = readFunc(reader);
  if (!reader.atEnd()) reader.fail("text behind the function");
  return func;
}

/** Reads the text form of a module, as {@link printModule} writes it. `start` may be missing. Throws an {@link IrSyntaxError} if it is malformed. */
export function parseModule(text: string): Module {
  const reader = new TextReader(text);
  const module = new Module();
  while (!reader.atEnd()) {
    const word = reader.word();
    if (word === "start") {
      module.start = reader.symbol();
    } else if (word === "layout") {
      const name = reader.symbol();
      reader.expectWord("size");
      const size = reader.integer();
      reader.expectWord("align");
      const align = reader.integer();
      const pointers = reader.tryWord("pointers") ? readIntegers(reader) : [];
      const payloads = reader.tryWord("payloads") ? new Set(readIntegers(reader)) : undefined;
      module.layouts.set(name, { name, size, align, pointers, payloads });
    } else if (word === "data") {
      const data = readData(reader);
      module.data.set(data.name, data);
    } else if (word === "methods") {
      const type = reader.symbol();
      const methods = new Map<string, string>();
      reader.expect("{");
      while (!reader.try("}")) {
        const selector = parseString(reader.string());
        methods.set(selector, reader.symbol());
      }
      module.methods.set(type, methods);
    } else if (word === "func") {
      const func = readFunc(reader);
      module.funcs.set(func.name, func);
    } else {
      reader.refuse(`unknown declaration ${word}`);
    }
  }
  return module;
}

function readIntegers(reader: TextReader): number[] {
  const out: number[] = [];
  reader.expect("[");
  while (!reader.try("]")) out.push(reader.integer());
  return out;
}

function readData(reader: TextReader): DataSymbol {
  const name = reader.symbol();
  reader.expectWord("size");
  const size = reader.integer();
  reader.expectWord("align");
  const align = reader.integer();
  const constant = reader.tryWord("constant");
  const pointers = reader.tryWord("pointers") ? readIntegers(reader) : [];
  const text = reader.tryWord("bytes") ? parseString(reader.string()) : "";
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const relocations: Relocation[] = [];
  if (reader.try("{")) {
    while (!reader.try("}")) {
      const offset = reader.integer();
      const kind = reader.word();
      if (kind !== "address" && kind !== "table" && kind !== "row")
        reader.refuse(`unknown relocation ${kind}`);
      const symbol = reader.symbol();
      const addend = reader.onSameLine() ? reader.integer() : 0;
      relocations.push({ offset, kind, symbol, addend });
    }
  }
  return { name, size, align, bytes, relocations, pointers, constant };
}

/** A phi or a terminator of the text names values and blocks that come later: filled in when all are known. */
interface Pending {
  readonly value: Value;
  readonly args: readonly number[];
  /** Of a phi: the predecessors. */
  readonly preds: readonly number[] | undefined;
}

interface PendingEnd {
  readonly block: Block;
  readonly control: readonly number[];
  readonly succs: readonly number[];
}

function readFunc(reader: TextReader): Func {
  const name = reader.symbol();
  const { params, results } = readSignature(reader);
  const func = new Func(name, params, results);
  const landing = readAttributes(reader, func);
  if (!reader.try("{")) return func;

  const blocks: (Block | undefined)[] = [];
  const values: (Value | undefined)[] = [];
  const pending: Pending[] = [];
  const ends: PendingEnd[] = [];
  // Nameless (void) values get ids above all names, so that names keep theirs.
  let spare = reader.maxValueName() + 1;

  while (!reader.try("}")) {
    const id = reader.blockName();
    reader.expect(":");
    if (blocks[id] !== undefined) reader.refuse(`block b${id} again`);
    const block = func.newBlock(id);
    blocks[id] = block;
    block.unlikely = reader.onSameLine() && reader.tryWord("unlikely");
    for (;;) {
      const end = readEnd(reader, block);
      if (end !== undefined) {
        ends.push(end);
        break;
      }
      const item = readValue(reader, func, block, () => spare++);
      if (item.value.type.kind !== "void") {
        if (values[item.value.id] !== undefined) reader.refuse(`value v${item.value.id} again`);
        values[item.value.id] = item.value;
      }
      block.values.push(item.value);
      pending.push(item);
    }
  }

  const blockOf = (id: number): Block => blocks[id] ?? reader.fail(`no block b${id} in ${name}`);
  const valueOf = (id: number): Value => values[id] ?? reader.fail(`no value v${id} in ${name}`);
  if (landing !== undefined) func.landing = blockOf(landing);
  for (const end of ends) {
    end.block.control = end.control.map(valueOf);
    end.block.succs = end.succs.map(blockOf);
    for (const succ of end.block.succs) succ.preds.push(end.block);
  }
  for (const item of pending) {
    item.value.args = item.args.map(valueOf);
    // The first phi of a block decides the order of the predecessors; the verifier compares the sets.
    if (item.preds !== undefined && item.value.block.values[0] === item.value) {
      const preds = item.preds.map(blockOf);
      if (
        preds.length === item.value.block.preds.length &&
        preds.every((pred) => item.value.block.preds.includes(pred))
      )
        item.value.block.preds = preds;
    }
  }
  for (const item of pending) {
    const { preds, value } = item;
    if (preds === undefined) continue;
    if (
      preds.length !== value.block.preds.length ||
      preds.some((pred, i) => value.block.preds[i]?.id !== pred)
    )
      reader.fail(`phi v${value.id} in ${name} does not name the predecessors of b${value.block.id}`);
  }
  return func;
}

const origins: readonly FuncOrigin[] = ["user", "library", "runtime", "compiler"];

function readOrigin(reader: TextReader): FuncOrigin {
  const word = reader.word();
  return origins.find((origin) => origin === word) ?? reader.fail(`unknown origin ${word}`);
}

function readAttributes(reader: TextReader, func: Func): number | undefined {
  let landing: number | undefined;
  while (reader.onSameLine()) {
    if (reader.tryWord("wasm")) func.level = "wasm";
    else if (reader.tryWord("noinline")) func.noinline = true;
    else if (reader.tryWord("unbarriered")) func.unbarriered = true;
    else if (reader.tryWord("collects")) func.collects = true;
    else if (reader.tryWord("origin")) func.origin = readOrigin(reader);
    else if (reader.tryWord("wrapper")) func.wrapper = true;
    else if (reader.tryWord("once")) func.runsOnce = true;
    else if (reader.tryWord("called-by-runtime")) func.calledByRuntime = true;
    else if (reader.tryWord("defers-for")) func.defersFor = reader.symbol();
    else if (reader.tryWord("closure")) func.closure = true;
    else if (reader.tryWord("recovers")) func.recovers = true;
    else if (reader.tryWord("deferred")) func.role = { kind: "deferred", owner: reader.symbol() };
    else if (reader.tryWord("goroutine")) func.role = { kind: "goroutine" };
    else if (reader.tryWord("suspends")) func.suspends = reader.word() === "always" ? "always" : "never";
    else if (reader.tryWord("suspensions")) func.suspensions = readIntegers(reader);
    else if (reader.tryWord("landing")) landing = reader.blockName();
    else if (reader.tryWord("frame")) func.frameSize = reader.integer();
    else if (reader.tryWord("objects")) func.frameObjects = readIntegers(reader);
    else if (reader.tryWord("export")) func.exportName = parseString(reader.string());
    else if (reader.tryWord("import"))
      func.importName = { module: parseString(reader.string()), name: parseString(reader.string()) };
    else break;
  }
  return landing;
}

function readSignature(reader: TextReader): { params: Type[]; results: Type[] } {
  const params = reader.typeList("(", ")");
  if (!reader.onSameLine()) return { params, results: [] };
  if (reader.peek("(")) return { params, results: reader.typeList("(", ")") };
  const lone = reader.tryType();
  return { params, results: lone === undefined ? [] : [lone] };
}

function readEnd(reader: TextReader, block: Block): PendingEnd | undefined {
  const control: number[] = [];
  const succs: number[] = [];
  if (reader.tryWord("jump")) block.kind = "jump";
  else if (reader.tryWord("if")) block.kind = "if";
  else if (reader.tryWord("switch")) block.kind = "switch";
  else if (reader.tryWord("return")) block.kind = "return";
  else if (reader.tryWord("unreachable")) block.kind = "unreachable";
  else return undefined;
  if (reader.onSameLine()) {
    while (reader.peekValueName()) {
      control.push(reader.valueName());
      if (!reader.try(",")) break;
    }
    while (reader.onSameLine() && reader.peekBlockName()) succs.push(reader.blockName());
    if (block.kind === "switch") block.cases = readIntegers(reader);
  }
  return { block, control, succs };
}

function readValue(reader: TextReader, func: Func, block: Block, spareId: () => number): Pending {
  const named = reader.peekValueName();
  const id = named ? reader.valueName() : spareId();
  if (named) reader.expect("=");
  const op = reader.word();
  if (!isOpcode(op)) reader.refuse(`unknown op ${op}`);
  const type = named ? reader.type() : types.void;
  const value = func.makeValue(block, op, type, [], 0, id);
  const args: number[] = [];
  let preds: number[] | undefined;
  if (reader.onSameLine() && reader.peek("@")) value.sym = reader.symbol();
  if (op === "phi") {
    preds = [];
    while (reader.onSameLine() && reader.peekBlockName()) {
      preds.push(reader.blockName());
      reader.expect(":");
      args.push(reader.valueName());
    }
  } else {
    while (reader.onSameLine() && reader.peekValueName()) {
      args.push(reader.valueName());
      if (!reader.try(",")) break;
    }
  }
  if (reader.onSameLine() && !reader.peek("!") && !reader.peek("sig"))
    value.imm = readImmediate(reader, op, type);
  if (reader.onSameLine() && reader.tryWord("sig")) value.sig = readSignature(reader);
  if (reader.onSameLine() && reader.try("!")) value.pos = reader.integer();
  return { value, args, preds };
}

function readImmediate(reader: TextReader, op: Opcode, type: Type): Immediate {
  const kind = ops[op].imm;
  if (kind === "bytes" || kind === "selector") return parseString(reader.string());
  if (kind === "opcode") return reader.word();
  const text = reader.number();
  if (isBigImmediate(op, type)) {
    if (!/^-?\d+$/.test(text)) reader.refuse(`${text} is not an integer`);
    return BigInt(text);
  }
  return parseFloatText(text);
}

/** Whether the immediate of a value is a bigint: 64-bit constants and all Go-level constants but floats. */
function isBigImmediate(op: Opcode, type: Type): boolean {
  if (op === "i64.const" || op === "payload.const") return true;
  return op === "const" && type.kind !== "float32" && type.kind !== "float64";
}
