import {
  DataBuilder,
  fieldLayout,
  layoutData,
  methodLayout,
  thunksLayout,
  typeDescriptorLayout,
  typeFlags,
} from "@goes/ir";
import { methodSet, PointerType, signatureOf, unalias, underlying, type Func, type Type } from "@goes/types";
import {
  callThunk,
  finalizerThunk,
  makeThunk,
  reflectedMethod,
  takesFinalized,
} from "../synthesized/requests.ts";
import type { DataContext } from "../program/data-context.ts";
import { isComparableType } from "../synthesized/equality.ts";
import { payloadForm } from "./interfaces.ts";
import { alignOf, layoutSymbol, sizeOf, structOffsets, typeOf } from "../layout/ir-types.ts";
import type { ConvertedType, Descriptor } from "../program/data-state.ts";
import { reflectName, reflectString, selectorOf, typeKey } from "../names/symbols.ts";
import {
  needsMethodNames,
  reflectedMethods,
  callsFinalizers,
  reflectsCalls,
  reflectsImplements,
  reflectsMakeFunc,
  reflectsMethods,
  reflectsTypeTable,
  usesReflection,
  usesSomeReflection,
} from "./reflection.ts";
import { reflectMapClosures } from "./expand-descriptors.ts";
import { interfaceMethods, typeTableSymbol } from "./type-descriptors.ts";
import { asBytes, isExported, qualifiedMember, sortedMethods, symbolPath } from "../names/type-text.ts";

const { offset: at, size: descriptorSize } = typeDescriptorLayout;
const { offset: fieldAt, size: fieldSize } = fieldLayout;
const { offset: methodAt, size: methodSize } = methodLayout;

/** Numbers of `reflect.Kind`. */
const kinds: Readonly<Record<string, number>> = {
  bool: 1,
  int: 2,
  int8: 3,
  int16: 4,
  int32: 5,
  int64: 6,
  uint: 7,
  uint8: 8,
  uint16: 9,
  uint32: 10,
  uint64: 11,
  uintptr: 12,
  float32: 13,
  float64: 14,
  complex64: 15,
  complex128: 16,
  array: 17,
  chan: 18,
  signature: 19,
  interface: 20,
  map: 21,
  pointer: 22,
  slice: 23,
  string: 24,
  struct: 25,
  "unsafe.Pointer": 26,
};

const form = { align: 8, kind: "constant" } as const;

/** Adds all type descriptors to the module: the program is complete. */
export function writeDescriptors(ctx: DataContext): void {
  const names = needsMethodNames(ctx);
  for (const descriptor of ctx.data.descriptorList) writeDescriptor(ctx, descriptor, names);
  if (reflectsTypeTable(ctx)) writeTypeTable(ctx);
}

/** Kinds of types that can be looked for by their parts. */
const composite = new Set(["array", "chan", "signature", "map", "pointer", "slice", "struct"]);

function writeTypeTable(ctx: DataContext): void {
  const symbols = ctx.data.descriptorList
    .filter(({ type }) => composite.has(underlying(type).kind))
    .map(({ symbol }) => symbol);
  const table = new DataBuilder(ctx.module, 4 * (symbols.length + 1));
  table.u32(0, symbols.length);
  symbols.forEach((symbol, i) => {
    table.address(4 * (i + 1), symbol);
  });
  table.define(typeTableSymbol, form);
}

function writeDescriptor(ctx: DataContext, descriptor: Descriptor, methodNames: boolean): void {
  const { type, symbol } = descriptor;
  const under = underlying(type);
  const actual = unalias(type);
  const data = new DataBuilder(ctx.module, descriptorSize);
  data.u32(at.size, sizeOf(ctx, type));
  data.u32(at.id, descriptor.index + 1);
  if ((ctx.module.methods.get(symbol)?.size ?? 0) > 0) data.row(at.row, symbol);
  data.u8(at.kind, kinds[under.kind === "basic" ? under.basic : under.kind] ?? 0);
  data.u8(at.flags, flagsOf(type));
  data.u8(at.align, alignOf(ctx, type));
  data.u8(at.fieldAlign, alignOf(ctx, type));
  data.address(at.equal, descriptor.equal);
  data.address(at.hash, descriptor.hash);
  data.string(at.name, asBytes(reflectString(ctx, type)));
  if (actual.kind === "named" && actual.obj.pkg !== undefined) {
    data.string(at.pkgPath, asBytes(symbolPath(actual.obj.pkg)));
  } else if (actual.kind === "basic" && actual.basic === "unsafe.Pointer") {
    data.string(at.pkgPath, "unsafe");
  } else if (actual.kind === "struct") {
    // Of the fields that are not exported: panics say that types of one text are of different packages.
    const hidden = actual.fields.find((field) => !field.exported)?.pkg;
    if (hidden !== undefined) data.string(at.pkgPath, asBytes(symbolPath(hidden)));
  }
  data.string(at.typeName, asBytes(reflectName(ctx, type)));
  const converted = ctx.data.converted.get(symbol);
  if (methodNames && converted !== undefined) writeMethods(ctx, data, converted);
  data.address(at.ptrTo, existing(ctx, new PointerType(type)));
  if (under.kind === "interface") data.address(at.pointers, implementers(ctx, descriptor));
  // The layout data begins with the size.
  else if (usesReflection(ctx))
    data.address(at.pointers, ctx.module.layoutSymbol(layoutSymbol(ctx, type)), layoutData.offset.count);
  writeParts(ctx, data, descriptor);
  data.define(symbol, form);
}

/** The descriptor of a type, if the program has one. */
function existing(ctx: DataContext, type: Type): string | undefined {
  return ctx.data.descriptors.get(`type:${typeKey(ctx, type)}`)?.symbol;
}

function flagsOf(type: Type): number {
  const actual = unalias(type);
  const under = underlying(type);
  let flags = 0;
  if (under.kind !== "interface") {
    const form = payloadForm(type);
    if (form !== "indirect") flags |= typeFlags.direct;
    if (form !== "bits") flags |= typeFlags.pointer;
    const isFloat = under.kind === "basic" && under.basic.startsWith("float");
    const isString = under.kind === "basic" && under.basic === "string";
    if (form !== "indirect" && !isFloat && !isString && isComparableType(type)) flags |= typeFlags.bitEqual;
  }
  if (isComparableType(type)) flags |= typeFlags.comparable;
  if (actual.kind === "named" || actual.kind === "basic") flags |= typeFlags.named;
  if (actual.kind === "named" && actual.typeArgs.length > 0) flags |= typeFlags.instance;
  return flags;
}

function writeMethods(ctx: DataContext, data: DataBuilder, { descriptor, methods }: ConvertedType): void {
  if (methods.size === 0) return;
  const entries = new Map([...methods.values()].map((entry) => [entry.obj, entry]));
  const sorted = sortedMethods([...entries.keys()]);
  const table = new DataBuilder(ctx.module, sorted.length * methodSize);
  const found = new Set(
    reflectsMethods(ctx) ? reflectedMethods(ctx, entries.values()).map((entry) => entry.obj) : [],
  );
  sorted.forEach((method, i) => {
    const start = i * methodSize;
    table.string(start + methodAt.name, asBytes(method.name));
    if (found.has(method)) {
      table.address(start + methodAt.typ, existing(ctx, signatureOf(method)));
      table.table(start + methodAt.function, reflectedMethod(ctx, descriptor.type, entries.get(method)!));
    }
    if (!isExported(method.name) && method.pkg !== undefined) {
      table.string(start + methodAt.pkgPath, asBytes(symbolPath(method.pkg)));
    }
  });
  data.address(at.methods, table.define(`methods:${descriptor.symbol.slice("type:".length)}`, form));
  data.u32(at.methodCount, sorted.length);
}

/** The bitmap of the ids of the types that implement an interface that type assertions ask for. */
function implementers(ctx: DataContext, descriptor: Descriptor): string | undefined {
  const { asserted, converted, descriptorList } = ctx.data;
  if (!asserted.has(descriptor.symbol) && !usesSomeReflection(ctx)) return undefined;
  const table = new DataBuilder(ctx.module, 4 * Math.ceil((descriptorList.length + 1) / 32));
  const wanted = interfaceMethods(descriptor.type).map((method) => ({
    name: qualifiedMember(method.name, method.pkg),
    selector: selectorOf(ctx, method),
  }));
  const note = ({ index }: Descriptor, methodOf: (name: string) => Func | undefined): void => {
    const implemented = wanted.every(({ name, selector }) => {
      const method = methodOf(name);
      return method !== undefined && selectorOf(ctx, method) === selector;
    });
    const id = index + 1;
    if (implemented) table.u8(id >> 3, table.bytes[id >> 3]! | (1 << (id & 7)));
  };
  for (const { descriptor: type, methods } of converted.values())
    note(type, (name) => methods.get(name)?.obj);
  if (reflectsImplements(ctx)) {
    // Reflection also tests types that no interface holds.
    for (const type of descriptorList) {
      if (converted.has(type.symbol)) continue;
      const own = interfaceMethods(type.type);
      const methods = own.length > 0 ? own : methodSet(type.type).map(({ obj }) => obj);
      if (methods.length === 0) continue;
      const byName = new Map(methods.map((obj) => [qualifiedMember(obj.name, obj.pkg), obj]));
      note(type, (name) => byName.get(name));
    }
  }
  return table.define(`implementers:${descriptor.symbol.slice("type:".length)}`, form);
}

function writeParts(ctx: DataContext, data: DataBuilder, descriptor: Descriptor): void {
  const { type, symbol } = descriptor;
  const under = underlying(type);
  const reflection = usesReflection(ctx);
  const described = reflection && (descriptor.described || ctx.data.expands.all);
  const key = symbol.slice("type:".length);
  switch (under.kind) {
    case "pointer":
    case "slice":
      data.address(at.elem, existing(ctx, under.element));
      break;
    case "chan":
      data.address(at.elem, existing(ctx, under.element));
      data.u32(at.length, { receive: 1, send: 2, both: 3 }[under.direction]);
      break;
    case "array":
      data.address(at.elem, existing(ctx, under.element));
      data.u32(at.length, under.length);
      break;
    case "map": {
      data.address(at.elem, existing(ctx, under.value));
      data.address(at.key, existing(ctx, under.key));
      if (!reflection) break;
      const closures = reflectMapClosures(ctx, type);
      const table = new DataBuilder(ctx.module, 4 * closures.length);
      closures.forEach((closure, i) => {
        table.address(4 * i, closure);
      });
      data.address(at.functions, table.define(`mapfuncs:${key}`, form));
      break;
    }
    case "struct": {
      data.u32(at.fieldCount, under.fields.length);
      if (!described || under.fields.length === 0) break;
      const table = new DataBuilder(ctx.module, fieldSize * under.fields.length);
      const offsets = structOffsets(ctx, type);
      under.fields.forEach((field, i) => {
        const start = i * fieldSize;
        table.string(start + fieldAt.name, asBytes(field.name));
        if (!isExported(field.name) && field.pkg !== undefined) {
          table.string(start + fieldAt.pkgPath, asBytes(symbolPath(field.pkg)));
        }
        table.string(start + fieldAt.tag, under.tags[i] ?? "");
        table.address(start + fieldAt.typ, existing(ctx, typeOf(field)));
        table.u32(start + fieldAt.offset, offsets[i]!);
        table.u32(start + fieldAt.embedded, field.embedded ? 1 : 0);
      });
      data.address(at.fields, table.define(`fields:${key}`, form));
      break;
    }
    case "signature": {
      const inCount = under.params.vars.length;
      const outCount = under.results.vars.length;
      data.u32(at.length, inCount | (outCount << 16) | (under.variadic ? 0x80000000 : 0));
      data.u32(at.fieldCount, inCount + outCount);
      const calls = reflection && reflectsCalls(ctx);
      const makes = reflection && reflectsMakeFunc(ctx);
      const finalizes = callsFinalizers(ctx) && takesFinalized(under);
      if (calls || makes || finalizes) {
        const thunks = new DataBuilder(ctx.module, thunksLayout.size);
        if (calls) thunks.address(thunksLayout.offset.call, callThunk(ctx, under));
        if (finalizes) thunks.address(thunksLayout.offset.finalize, finalizerThunk(ctx, under));
        if (makes) thunks.table(thunksLayout.offset.make, makeThunk(ctx, under));
        data.address(at.functions, thunks.define(`thunks:${key}`, form));
      }
      if (!described || inCount + outCount === 0) break;
      const table = new DataBuilder(ctx.module, 4 * (inCount + outCount));
      [...under.params.vars, ...under.results.vars].forEach((v, i) => {
        table.address(4 * i, existing(ctx, typeOf(v)));
      });
      data.address(at.fields, table.define(`fields:${key}`, form));
      break;
    }
    case "interface": {
      const methods = sortedMethods(interfaceMethods(type));
      data.u32(at.fieldCount, methods.length);
      if (methods.length === 0) break;
      const table = new DataBuilder(ctx.module, methodSize * methods.length);
      methods.forEach((method, i) => {
        const start = i * methodSize;
        table.string(start + methodAt.name, asBytes(method.name));
        if (!isExported(method.name) && method.pkg !== undefined) {
          table.string(start + methodAt.pkgPath, asBytes(symbolPath(method.pkg)));
        }
        table.address(start + methodAt.typ, existing(ctx, signatureOf(method)));
      });
      data.address(at.fields, table.define(`fields:${key}`, form));
      break;
    }
    case "basic":
    case "tuple":
    case "union":
      break;
  }
}
