import { InternalError } from "@goes/source";
import { ops, type Opcode, type OpSpec } from "@goes/ir";
import { instruction, valueType } from "../opcodes.ts";
import type { ByteReader } from "./byte-reader.ts";
import { decodeModule, type DecodedModule } from "./decode.ts";

/**
 * The text format of a module that {@link emit} wrote: one instruction a line, indented by nesting, with the names
 * of functions where the module has them. `wat2wasm` accepts it.
 */
export function printWat(bytes: Uint8Array): string {
  return new WatPrinter(decodeModule(bytes)).print();
}

/** The text of one function, by its symbol; undefined if the module has none of that name. */
export function printWatFunction(bytes: Uint8Array, symbol: string): string | undefined {
  return new WatPrinter(decodeModule(bytes)).printFunction(symbol);
}

const typeNames: Readonly<Record<number, string>> = Object.freeze({
  [valueType.i32]: "i32",
  [valueType.i64]: "i64",
  [valueType.f32]: "f32",
  [valueType.f64]: "f64",
});

/** Names of instructions by opcode, from the op table. */
function instructionNames(): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const [name, spec] of Object.entries(ops) as [Opcode, OpSpec][]) {
    if (spec.code >= 0 && !name.startsWith("ptr.") && !name.startsWith("payload."))
      names.set(spec.code, name);
  }
  return names;
}

class WatPrinter {
  readonly #module: DecodedModule;
  readonly #names: readonly string[];
  readonly #instructions = instructionNames();
  readonly #lines: string[] = [];

  constructor(module: DecodedModule) {
    this.#module = module;
    this.#names = this.#uniqueNames();
  }

  print(): string {
    const module = this.#module;
    const lines = this.#lines;
    lines.push("(module");
    module.types.forEach((type, i) => lines.push(`  (type $t${i} (func${signature(type)}))`));
    module.imports.forEach((item, i) => {
      const from = `${quote(item.module)} ${quote(item.name)}`;
      lines.push(`  (import ${from} (func ${this.#names[i]} (type $t${item.type})))`);
    });
    for (const size of module.tables) lines.push(`  (table ${size} ${size} funcref)`);
    for (const pages of module.memories) lines.push(`  (memory ${pages})`);
    for (const { type, mutable, value } of module.globals) {
      const name = typeNames[type]!;
      lines.push(`  (global ${mutable ? `(mut ${name})` : name} (${name}.const ${value}))`);
    }
    for (const { name, kind, index } of module.exports) {
      const what =
        kind === 0 ? `func ${this.#names[index]}` : `${["", "table", "memory", "global"][kind]} ${index}`;
      lines.push(`  (export ${quote(name)} (${what}))`);
    }
    for (const { offset, functions } of module.elements) {
      lines.push(`  (elem (i32.const ${offset}) func`);
      for (const index of functions) lines.push(`    ${this.#names[index]}`);
      lines.push("  )");
    }
    module.bodies.forEach((body, i) => {
      this.#function(body, i);
    });
    for (const { offset, bytes } of module.data)
      lines.push(`  (data (i32.const ${offset}) ${quoteBytes(bytes)})`);
    lines.push(")\n");
    return lines.join("\n");
  }

  printFunction(symbol: string): string | undefined {
    const { imports, names, bodies } = this.#module;
    const i = bodies.findIndex((_, body) => names.get(imports.length + body) === symbol);
    if (i < 0) return undefined;
    this.#function(bodies[i]!, i);
    return `${this.#lines.join("\n")}\n`;
  }

  /** Names as identifiers of the text format, each once. */
  #uniqueNames(): string[] {
    const used = new Set<string>();
    const count = this.#module.imports.length + this.#module.functions.length;
    return Array.from({ length: count }, (_, i) => {
      const plain = (this.#module.names.get(i) ?? `f${i}`).replace(/[^\w!#$%&'*+\-./:<=>?@\\^`|~]/g, "_");
      let name = `$${plain}`;
      if (used.has(name)) name = `$${plain}#${i}`;
      used.add(name);
      return name;
    });
  }

  #function(reader: ByteReader, i: number): void {
    const typeIndex = this.#module.functions[i]!;
    const type = this.#module.types[typeIndex]!;
    const name = this.#names[this.#module.imports.length + i]!;
    this.#lines.push(`  (func ${name} (type $t${typeIndex})${signature(type)}`);
    const locals: string[] = [];
    for (let groups = reader.u32(); groups > 0; groups--) {
      const count = reader.u32();
      const local = typeNames[reader.u8()]!;
      for (let k = 0; k < count; k++) locals.push(local);
    }
    if (locals.length > 0) this.#lines.push(`    (local ${locals.join(" ")})`);
    this.#body(reader);
    this.#lines.push("  )");
  }

  #body(reader: ByteReader): void {
    const labels: string[] = [];
    let nextLabel = 0;
    const line = (text: string, depth = labels.length): void => {
      this.#lines.push("    " + "  ".repeat(depth) + text);
    };
    const label = (): string => {
      const depth = reader.u32();
      return labels[labels.length - 1 - depth] ?? String(depth);
    };
    while (!reader.done) {
      const code = reader.u8();
      switch (code) {
        case instruction.block:
        case instruction.loop:
        case instruction.if: {
          reader.u8();
          const name = `$l${nextLabel++}`;
          const keyword = code === instruction.block ? "block" : code === instruction.loop ? "loop" : "if";
          line(`${keyword} ${name}`);
          labels.push(name);
          break;
        }
        case instruction.else:
          line("else", labels.length - 1);
          break;
        case instruction.end:
          if (labels.length === 0) return;
          line("end", labels.length - 1);
          labels.pop();
          break;
        case instruction.br:
          line(`br ${label()}`);
          break;
        case instruction.brIf:
          line(`br_if ${label()}`);
          break;
        case instruction.brTable: {
          const targets = Array.from({ length: reader.u32() + 1 }, label);
          line(`br_table ${targets.join(" ")}`);
          break;
        }
        default:
          line(this.#plain(code, reader));
      }
    }
  }

  /** An instruction that opens and closes nothing. */
  #plain(code: number, reader: ByteReader): string {
    switch (code) {
      case instruction.unreachable:
        return "unreachable";
      case instruction.return:
        return "return";
      case instruction.drop:
        return "drop";
      case instruction.select:
        return "select";
      case instruction.call:
        return `call ${this.#names[reader.u32()]}`;
      case instruction.callIndirect: {
        const type = reader.u32();
        reader.u8();
        return `call_indirect (type $t${type})`;
      }
      case instruction.localGet:
        return `local.get ${reader.u32()}`;
      case instruction.localSet:
        return `local.set ${reader.u32()}`;
      case instruction.localTee:
        return `local.tee ${reader.u32()}`;
      case instruction.globalGet:
        return `global.get ${reader.u32()}`;
      case instruction.globalSet:
        return `global.set ${reader.u32()}`;
      case instruction.i32Const:
        return `i32.const ${reader.signed()}`;
      case instruction.i64Const:
        return `i64.const ${reader.signed()}`;
      case instruction.f32Const:
        return `f32.const ${printNumber(reader.f32())}`;
      case instruction.f64Const:
        return `f64.const ${printNumber(reader.f64())}`;
      default:
        return this.#tabled(code, reader);
    }
  }

  /** An instruction that is a row of the op table. */
  #tabled(code: number, reader: ByteReader): string {
    const prefix = 0xfc;
    const full = code === prefix ? (prefix << 8) | reader.u32() : code;
    const name = this.#instructions.get(full);
    if (name === undefined)
      throw new InternalError("wasm text", `unknown instruction 0x${full.toString(16)}`);
    if (/\.(load|store)/.test(name)) {
      reader.u32();
      const offset = reader.u32();
      return offset === 0 ? name : `${name} offset=${offset}`;
    }
    if (name.startsWith("memory.")) {
      reader.u8();
      if (name === "memory.copy") reader.u8();
    }
    return name;
  }
}

function signature(type: {
  readonly params: readonly number[];
  readonly results: readonly number[];
}): string {
  const list = (keyword: string, items: readonly number[]): string =>
    items.length === 0 ? "" : ` (${keyword} ${items.map((item) => typeNames[item]).join(" ")})`;
  return list("param", type.params) + list("result", type.results);
}

function printNumber(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (value === Infinity) return "inf";
  if (value === -Infinity) return "-inf";
  return Object.is(value, -0) ? "-0" : String(value);
}

function quote(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function quoteBytes(bytes: Uint8Array): string {
  let out = '"';
  for (const byte of bytes) {
    const plain = byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
    out += plain ? String.fromCharCode(byte) : `\\${byte.toString(16).padStart(2, "0")}`;
  }
  return out + '"';
}
