import { componentOffsets, largestSlot, types, type Type, type Value, type WasmOp } from "@goes/ir";
import { InternalError } from "@goes/source";
import { accessesOf } from "./accesses.ts";
import { noComponents, type Lowering, type LowerRule } from "./lowering.ts";

/** Blocks of memory of at most this many bytes are moved and cleared without a loop. */
const unrollLimit = 64;

/** A pointer and a constant to add, taken out of `offset` if the sum fits into an instruction. */
function address(pointer: Value, offset: number): { base: Value; at: number } {
  if (pointer.op === "offset" && (pointer.imm as number) >= 0) {
    const sum = (pointer.imm as number) + offset;
    if (sum >= 0) return { base: pointer.args[0]!, at: sum };
  }
  return { base: pointer, at: offset };
}

export const lowerLoad: LowerRule = (low, value) => {
  const { base, at } = address(low.component(value.args[0]!), (value.imm as number | undefined) ?? 0);
  const offsets = componentOffsets(value.type);
  const from = at < 0 ? low.op("offset", types.ptr, [base], at) : base;
  const first = at < 0 ? 0 : at;
  return accessesOf(value.type).map(({ load, type }, i) => low.op(load, type, [from], first + offsets[i]!));
};

export const lowerStore: LowerRule = (low, value) => {
  const { base, at } = address(low.component(value.args[0]!), (value.imm as number | undefined) ?? 0);
  const source = value.args[1]!;
  const offsets = componentOffsets(source.type);
  const to = at < 0 ? low.op("offset", types.ptr, [base], at) : base;
  const first = at < 0 ? 0 : at;
  const lowered = low.componentsOf(source);
  accessesOf(source.type).forEach(({ store }, i) => {
    low.op(store, types.void, [to, lowered[i]!], first + offsets[i]!);
  });
  return noComponents;
};

export const lowerOffset: LowerRule = (low, value) => {
  const base = low.component(value.args[0]!);
  const offset = value.imm as number;
  if (offset === 0) return [base];
  if (base.op === "global") return [low.op("global", types.ptr, [], (base.imm as number) + offset, base.sym)];
  if (base.op === "frame") return [low.op("frame", types.ptr, [], (base.imm as number) + offset)];
  if (base.op === "offset") {
    return [low.op("offset", types.ptr, [base.args[0]!], (base.imm as number) + offset)];
  }
  return [low.op("offset", types.ptr, [base], offset)];
};

export const lowerIndex: LowerRule = (low, value) => {
  const base = low.component(value.args[0]!);
  const index = low.wrap(low.component(value.args[1]!));
  const size = value.imm as number;
  if (size === 0) return [base];
  if (index.op === "i32.const") {
    const offset = Math.imul(index.imm as number, size);
    return [offset === 0 ? base : low.op("offset", types.ptr, [base], offset)];
  }
  const scaled = scale(low, index, size);
  return [low.cast(low.op("i32.add", types.i32, [low.cast(base, types.i32), scaled]), types.ptr)];
};

function scale(low: Lowering, index: Value, size: number): Value {
  if (size === 1) return index;
  if ((size & (size - 1)) === 0) return low.op("i32.shl", types.i32, [index, low.i32(31 - Math.clz32(size))]);
  return low.op("i32.mul", types.i32, [index, low.i32(size)]);
}

interface Chunk {
  readonly offset: number;
  readonly load: WasmOp;
  readonly store: WasmOp;
  readonly type: Type;
}

/**
 * The widest accesses that cover `size` bytes. Pointers are loaded as such: the collector must be able to find them while they
 * are on their way.
 */
function chunksOf(size: number, pointers: readonly number[] = []): Chunk[] {
  const chunks: Chunk[] = [];
  let next = 0;
  for (let offset = 0; offset < size;) {
    while (next < pointers.length && pointers[next]! < offset) next++;
    const pointer = pointers[next] ?? size;
    if (pointer === offset && offset + 4 <= size) {
      chunks.push({ offset, load: "ptr.load", store: "i32.store", type: types.ptr });
      offset += 4;
      continue;
    }
    const rest = Math.min(size, pointer) - offset;
    const width = rest >= 8 ? 8 : rest >= 4 ? 4 : rest >= 2 ? 2 : 1;
    chunks.push(
      width === 8
        ? { offset, load: "i64.load", store: "i64.store", type: types.i64 }
        : width === 4
          ? { offset, load: "i32.load", store: "i32.store", type: types.i32 }
          : width === 2
            ? { offset, load: "i32.load16_u", store: "i32.store16", type: types.i32 }
            : { offset, load: "i32.load8_u", store: "i32.store8", type: types.i32 },
    );
    offset += width;
  }
  return chunks;
}

export const lowerMove: LowerRule = (low, value) => {
  const [to, from] = [low.component(value.args[0]!), low.component(value.args[1]!)];
  const size = value.imm as number;
  if (size === 0) return noComponents;
  overwrites(low, to, value.sym, size);
  if (size > unrollLimit) {
    low.op("memory.copy", types.void, [to, from, low.i32(size)]);
    return noComponents;
  }
  // All loads before the stores: the two may overlap.
  const source = address(from, 0);
  const target = address(to, 0);
  const chunks = chunksOf(size, low.module.layouts.get(value.sym ?? "")?.pointers);
  const loaded = chunks.map(({ load, offset, type }) => {
    const component = low.op(load, type, [source.base], source.at + offset);
    return type === types.ptr ? low.cast(component, types.i32) : component;
  });
  chunks.forEach(({ store, offset }, i) => {
    low.op(store, types.void, [target.base, loaded[i]!], target.at + offset);
  });
  return noComponents;
};

export const lowerClear: LowerRule = (low, value) => {
  const to = low.component(value.args[0]!);
  const size = value.imm as number;
  if (size === 0) return noComponents;
  overwrites(low, to, value.sym, size);
  if (size > unrollLimit) {
    low.op("memory.fill", types.void, [to, low.i32(0), low.i32(size)]);
    return noComponents;
  }
  const target = address(to, 0);
  for (const { store, offset, type } of chunksOf(size)) {
    low.op(
      store,
      types.void,
      [target.base, type === types.i64 ? low.i64(0n) : low.i32(0)],
      target.at + offset,
    );
  }
  return noComponents;
};

export const lowerSlot: LowerRule = (low, value) => {
  const layout = low.module.layouts.get(value.sym!);
  if (layout === undefined)
    throw new InternalError("lower", `unknown layout ${value.sym} in ${low.func.name}`);
  const at = low.reserveFrame(layout.size, Math.max(layout.align, 1), layout.pointers.length > 0);
  return [low.op("frame", types.ptr, [], at)];
};

export const lowerNew: LowerRule = (low, value) => {
  const [size, layout] = layoutArgs(low, value.sym) as [Value, Value];
  const bytes = size.imm as number;
  if (bytes === 0 || bytes > largestSlot) return low.callRuntime("newObject", [size, layout]);
  const allocator = low.module.allocatorOf(value.sym!);
  const allocatorAddress = low.op("global", types.ptr, [], allocator.offset, allocator.symbol);
  return low.callRuntime("newFixed", [allocatorAddress, low.i32(allocator.size)]);
};

/** Lets the collector know that memory of a layout is about to be overwritten: what is in the frame it looks at as a whole. */
function overwrites(low: Lowering, to: Value, layout: string | undefined, size: number): void {
  if (layout === undefined || to.op === "frame") return;
  if (low.module.layouts.get(layout)!.pointers.length === 0) return;
  low.op("barrier", types.void, [to, low.i32(size)]);
}

export const lowerBarrier: LowerRule = (low, value) => {
  low.op("barrier", types.void, low.flatArgs(value.args));
  return noComponents;
};

export const lowerNewArray: LowerRule = (low, value) =>
  low.callRuntime("newArray", [low.component(value.args[0]!), ...layoutArgs(low, value.sym)]);

/** Size and pointer map of a layout, as the allocator takes them. */
export function layoutArgs(low: Lowering, name: string | undefined): Value[] {
  const layout = name === undefined ? undefined : low.module.layouts.get(name);
  if (layout === undefined) throw new InternalError("lower", `unknown layout ${name} in ${low.func.name}`);
  const symbol = low.module.layoutSymbol(layout.name);
  return [
    low.i32(layout.size),
    symbol === undefined ? low.null() : low.op("global", types.ptr, [], 0, symbol),
  ];
}
