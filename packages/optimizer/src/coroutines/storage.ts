import { type WasmOp, type Type } from "@goes/ir";
import { InternalError } from "@goes/source";

/** How a value of the wasm level is kept in memory. */
interface Storage {
  readonly size: 4 | 8;
  readonly load: WasmOp;
  readonly store: WasmOp;
}

/** How a value of this type is kept in a frame. */
export function storageOf(type: Type): Storage {
  if (type.kind === "i32") return { size: 4, load: "i32.load", store: "i32.store" };
  if (type.kind === "f32") return { size: 4, load: "f32.load", store: "f32.store" };
  if (type.kind === "ptr") return { size: 4, load: "ptr.load", store: "ptr.store" };
  if (type.kind === "i64") return { size: 8, load: "i64.load", store: "i64.store" };
  if (type.kind === "f64") return { size: 8, load: "f64.load", store: "f64.store" };
  if (type.kind === "payload") return { size: 8, load: "payload.load", store: "payload.store" };
  throw new InternalError("optimizer", `a value of type ${type.text} lives across a suspension point`);
}

/** Hands out offsets in a block of memory. */
export class Room {
  #size: number;
  /** Words before the end that have not been taken. */
  readonly #gaps: number[] = [];

  /** Begins after the first `size` bytes. */
  constructor(size: number) {
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  /** The offset of room for a value of this type. */
  take(type: Type): number {
    const { size } = storageOf(type);
    if (size === 4 && this.#gaps.length > 0) return this.#gaps.pop()!;
    if (this.#size % size !== 0) this.#gaps.push(this.#size);
    const offset = (this.#size + size - 1) & -size;
    this.#size = offset + size;
    return offset;
  }

  /** The offsets of words that have not been taken, up to a multiple of 16 bytes. */
  rest(): readonly number[] {
    const rest = [...this.#gaps];
    for (let at = this.#size; at % 16 !== 0; at += 4) rest.push(at);
    return rest;
  }
}

/** The memory in which the result number `index` of a function waits for its caller, which is entered later. */
export function resultOffset(index: number): number {
  return index * 8;
}
