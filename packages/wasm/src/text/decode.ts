import { section } from "../opcodes.ts";
import { ByteReader } from "./byte-reader.ts";

/** A module as the text printer needs it: sections taken apart, bodies still bytes. */
export interface DecodedModule {
  readonly types: { readonly params: readonly number[]; readonly results: readonly number[] }[];
  readonly imports: { readonly module: string; readonly name: string; readonly type: number }[];
  /** Type of each defined function. */
  readonly functions: number[];
  readonly tables: number[];
  readonly memories: number[];
  readonly globals: { readonly type: number; readonly mutable: boolean; readonly value: bigint }[];
  readonly exports: { readonly name: string; readonly kind: number; readonly index: number }[];
  readonly elements: { readonly offset: bigint; readonly functions: readonly number[] }[];
  readonly bodies: ByteReader[];
  readonly data: { readonly offset: bigint; readonly bytes: Uint8Array }[];
  /** Names of functions by index. */
  readonly names: Map<number, string>;
}

/** Takes a module apart that {@link emit} wrote. Other modules may use features that it does not know. */
export function decodeModule(bytes: Uint8Array): DecodedModule {
  const module: DecodedModule = {
    types: [],
    imports: [],
    functions: [],
    tables: [],
    memories: [],
    globals: [],
    exports: [],
    elements: [],
    bodies: [],
    data: [],
    names: new Map(),
  };
  const reader = new ByteReader(bytes, 8);
  while (!reader.done) {
    const id = reader.u8();
    decodeSection(module, id, reader.part(reader.u32()));
  }
  return module;
}

function decodeSection(module: DecodedModule, id: number, reader: ByteReader): void {
  if (id === section.custom) {
    if (reader.name() === "name") decodeNames(module, reader);
    return;
  }
  const constant = (): bigint => {
    reader.u8();
    const value = reader.signed();
    reader.u8();
    return value;
  };
  for (let count = reader.u32(); count > 0; count--) {
    switch (id) {
      case section.type:
        reader.u8();
        module.types.push({
          params: [...reader.bytes(reader.u32())],
          results: [...reader.bytes(reader.u32())],
        });
        break;
      case section.import: {
        const from = reader.name();
        const name = reader.name();
        reader.u8();
        module.imports.push({ module: from, name, type: reader.u32() });
        break;
      }
      case section.function:
        module.functions.push(reader.u32());
        break;
      case section.table:
        reader.u8();
        module.tables.push(limits(reader));
        break;
      case section.memory:
        module.memories.push(limits(reader));
        break;
      case section.global: {
        const type = reader.u8();
        const mutable = reader.u8() === 1;
        module.globals.push({ type, mutable, value: constant() });
        break;
      }
      case section.export:
        module.exports.push({ name: reader.name(), kind: reader.u8(), index: reader.u32() });
        break;
      case section.element: {
        reader.u8();
        const offset = constant();
        const functions = Array.from({ length: reader.u32() }, () => reader.u32());
        module.elements.push({ offset, functions });
        break;
      }
      case section.code:
        module.bodies.push(reader.part(reader.u32()));
        break;
      case section.data: {
        reader.u8();
        const offset = constant();
        module.data.push({ offset, bytes: reader.bytes(reader.u32()) });
        break;
      }
    }
  }
}

function limits(reader: ByteReader): number {
  const bounded = reader.u8() === 1;
  const least = reader.u32();
  if (bounded) reader.u32();
  return least;
}

function decodeNames(module: DecodedModule, reader: ByteReader): void {
  const functionNames = 1;
  while (!reader.done) {
    const kind = reader.u8();
    const part = reader.part(reader.u32());
    if (kind !== functionNames) continue;
    for (let count = part.u32(); count > 0; count--) {
      const index = part.u32();
      module.names.set(index, part.name());
    }
  }
}
