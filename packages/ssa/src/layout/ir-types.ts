import * as ir from "@goes/ir";
import { InternalError } from "@goes/source";
import { goesSizes, unalias, underlying, type Signature, type Type, type Var } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { typeKey } from "../names/symbols.ts";

/** The register type of values of a Go type; undefined: memory class (ABI.md, "Values"). */
export function irType(ctx: DataContext, type: Type): ir.Type | undefined {
  const cache = ctx.data.irTypes;
  const known = cache.get(type);
  if (known !== undefined) return known ?? undefined;
  const computed = computeIrType(ctx, type);
  const result = computed !== undefined && laysOutAlike(ctx, type, computed) ? computed : undefined;
  cache.set(type, result ?? null);
  return result;
}

/**
 * Whether the IR places the components where Go does. Not so if an array without elements aligns what follows
 * it: such types stay in memory.
 */
function laysOutAlike(ctx: DataContext, type: Type, computed: ir.Type): boolean {
  if (computed.kind !== "struct") return true;
  const { size, align } = ir.sizeAlignOf(computed);
  if (size !== sizeOf(ctx, type) || align !== alignOf(ctx, type)) return false;
  if (underlying(type).kind === "array") return true;
  const offsets = structOffsets(ctx, type);
  return ir.fieldOffsets(computed.fields).every((offset, i) => offset === offsets[i]);
}

/** The register type of values of a Go type, `ptr` (their address) for the memory class. */
export function valueType(ctx: DataContext, type: Type): ir.Type {
  return irType(ctx, type) ?? ir.types.ptr;
}

function computeIrType(ctx: DataContext, type: Type): ir.Type | undefined {
  const under = underlying(type);
  switch (under.kind) {
    case "basic":
      return basicIrType(under.basic);
    case "pointer":
    case "map":
    case "chan":
    case "signature":
      return ir.types.ptr;
    case "slice":
      return ir.types.slice;
    case "interface":
      if (unalias(type).kind === "typeparam") {
        throw new InternalError("ssa", "the layout of a type parameter is asked for");
      }
      return ir.types.iface;
    case "struct":
      return registerStruct(
        ctx,
        under.fields.map((field) => typeOf(field)),
      );
    case "array":
      if (under.length > 1) return undefined;
      return registerStruct(ctx, under.length === 0 ? [] : [under.element]);
    case "tuple":
    case "union":
      throw new InternalError("ssa", `no values have a type of kind ${under.kind}`);
  }
}

function registerStruct(ctx: DataContext, fields: readonly Type[]): ir.Type | undefined {
  if (fields.length > 64) return undefined;
  const result: ir.Type[] = [];
  for (const field of fields) {
    const type = irType(ctx, field);
    if (type === undefined) return undefined;
    result.push(type);
  }
  const struct = ir.structType(result);
  return ir.components(struct).length <= ir.maxComponents ? struct : undefined;
}

function basicIrType(basic: string): ir.Type {
  switch (basic) {
    case "bool":
    case "untyped bool":
      return ir.types.bool;
    case "int":
    case "int64":
    case "untyped int":
      return ir.types.int64;
    case "uint":
    case "uint64":
      return ir.types.uint64;
    case "uintptr":
    case "uint32":
      return ir.types.uint32;
    case "int32":
    case "untyped rune":
      return ir.types.int32;
    case "float64":
    case "untyped float":
      return ir.types.float64;
    case "complex128":
    case "untyped complex":
      return ir.types.complex128;
    case "string":
    case "untyped string":
      return ir.types.string;
    case "unsafe.Pointer":
    case "untyped nil":
      return ir.types.ptr;
    case "int8":
      return ir.types.int8;
    case "int16":
      return ir.types.int16;
    case "uint8":
      return ir.types.uint8;
    case "uint16":
      return ir.types.uint16;
    case "float32":
      return ir.types.float32;
    case "complex64":
      return ir.types.complex64;
    default:
      throw new InternalError("ssa", `no values have type ${basic}`);
  }
}

/** The type of a variable, which the checker has resolved. */
export function typeOf(variable: Var): Type {
  const type = variable.type;
  if (type === undefined) throw new InternalError("ssa", `${variable.name} has no type`);
  return type;
}

/** The name of the layout of a type, registered in the module. */
export function layoutSymbol(ctx: DataContext, type: Type): string {
  const { layouts } = ctx.data;
  const known = layouts.get(type);
  if (known !== undefined) return known;
  const name = typeKey(ctx, type);
  layouts.set(type, name);
  if (!ctx.module.layouts.has(name)) {
    ctx.module.layouts.set(name, {
      name,
      size: sizeOf(ctx, type),
      align: alignOf(ctx, type),
      pointers: pointerOffsets(ctx, type),
      payloads: payloadOffsets(type),
    });
  }
  return name;
}

/** Size of a value in memory, in bytes. */
export function sizeOf(ctx: DataContext, type: Type): number {
  const cache = ctx.data.sizes;
  let size = cache.get(type);
  if (size === undefined) {
    size = goesSizes.sizeof(type);
    cache.set(type, size);
  }
  return size;
}

/** Alignment of a value in memory, in bytes. */
export function alignOf(_ctx: DataContext, type: Type): number {
  return goesSizes.alignof(type);
}

/** Byte offsets of the fields of a struct type (an alias or named type of one). */
export function structOffsets(ctx: DataContext, type: Type): readonly number[] {
  const under = underlying(type);
  if (under.kind !== "struct") throw new InternalError("ssa", `field offsets of ${typeKey(ctx, type)}`);
  const cache = ctx.data.offsets;
  let offsets = cache.get(under);
  if (offsets === undefined) {
    offsets = goesSizes.offsetsof(under.fields);
    cache.set(under, offsets);
  }
  return offsets;
}

/** Byte offsets of the pointers (and payloads of interfaces) in a value, ascending. */
export function pointerOffsets(ctx: DataContext, type: Type): readonly number[] {
  const under = underlying(type);
  switch (under.kind) {
    case "basic":
      return under.basic === "string" || under.basic === "unsafe.Pointer" ? [0] : [];
    case "pointer":
      return isOutsideHeap(under.element) ? [] : [0];
    case "map":
    case "chan":
    case "signature":
    case "slice":
      return [0];
    case "interface":
      return [ir.payloadOffset];
    case "struct":
    case "array":
      break;
    case "tuple":
    case "union":
      return [];
  }
  const { pointers } = ctx.data;
  const known = pointers.get(under);
  if (known !== undefined) return known;
  const result: number[] = [];
  if (isOutsideHeap(under)) {
    // The collector's own.
  } else if (under.kind === "struct") {
    const offsets = goesSizes.offsetsof(under.fields);
    under.fields.forEach((field, i) => {
      for (const at of pointerOffsets(ctx, typeOf(field))) result.push(offsets[i]! + at);
    });
  } else if (under.length > 0) {
    const inner = pointerOffsets(ctx, under.element);
    const size = sizeOf(ctx, under.element);
    if (inner.length > 0) {
      for (let i = 0; i < under.length; i++) for (const at of inner) result.push(i * size + at);
    }
  }
  pointers.set(under, result);
  return result;
}

/**
 * Whether values of the type are never in the heap, nor refer to it: structs of the runtime that begin with a blank field of its type
 * notInHeap.
 */
function isOutsideHeap(type: Type): boolean {
  const under = underlying(type);
  if (under.kind !== "struct") return false;
  const [first] = under.fields;
  if (first?.name !== "_" || first.pkg?.path !== "runtime") return false;
  const marker = unalias(typeOf(first));
  return marker.kind === "named" && marker.obj.name === "notInHeap";
}

/** Byte offsets of the payloads of interfaces in a value; undefined if there are none. */
function payloadOffsets(type: Type): ReadonlySet<number> | undefined {
  const found = new Set<number>();
  collectPayloads(type, 0, found);
  return found.size === 0 ? undefined : found;
}

function collectPayloads(type: Type, base: number, found: Set<number>): void {
  const under = underlying(type);
  if (under.kind === "interface") found.add(base + ir.payloadOffset);
  else if (under.kind === "struct") {
    const offsets = goesSizes.offsetsof(under.fields);
    under.fields.forEach((field, i) => collectPayloads(typeOf(field), base + offsets[i]!, found));
  } else if (under.kind === "array" && under.length > 0) {
    const inner = new Set<number>();
    collectPayloads(under.element, 0, inner);
    if (inner.size === 0) return;
    const size = goesSizes.sizeof(under.element);
    for (let i = 0; i < under.length; i++) for (const at of inner) found.add(base + i * size + at);
  }
}

/** The data symbol of all variables of size 0. */
export function zeroSizeSymbol(ctx: DataContext): string {
  const name = "goes.nothing";
  if (!ctx.module.data.has(name)) {
    new ir.DataBuilder(ctx.module, 0).define(name, { size: 8, align: 8, kind: "variable" });
  }
  return name;
}

/** A Go signature on the IR level. */
export interface LoweredSignature {
  /** Go types of the results of memory class, in order: each is a leading `ptr` parameter. */
  readonly hidden: readonly Type[];
  /** Hidden pointers, receiver, parameters (memory class: `ptr`). Without a closure parameter. */
  readonly params: readonly ir.Type[];
  /** Results of register class. */
  readonly results: readonly ir.Type[];
}

/** The IR form of a signature; `receiver`: the type of a receiver that is passed after the hidden pointers. */
export function lowerSignature(ctx: DataContext, signature: Signature, receiver?: Type): LoweredSignature {
  const hidden: Type[] = [];
  const results: ir.Type[] = [];
  for (const result of signature.results.vars) {
    const type = typeOf(result);
    const register = irType(ctx, type);
    if (register === undefined) hidden.push(type);
    else results.push(register);
  }
  const params: ir.Type[] = hidden.map(() => ir.types.ptr);
  if (receiver !== undefined) params.push(valueType(ctx, receiver));
  for (const param of signature.params.vars) params.push(valueType(ctx, typeOf(param)));
  return { hidden, params, results };
}
