import type { RelocationKind, Relocation } from "../data.ts";
import type { Module } from "../module.ts";

/** What a data symbol is besides its bytes. */
export interface DataForm {
  /** Bytes in all, with the zeros after those that were written. Default: those that the builder was made for. */
  readonly size?: number;
  /** Bytes, a power of two. */
  readonly align: number;
  /** Byte offsets of the pointers that the program may change. Default: none. */
  readonly pointers?: readonly number[];
  /** `constant`: nothing writes to it. */
  readonly kind: "constant" | "variable";
}

/** Writes the bytes of a data symbol, with the words that only linking knows. All is zero at first. */
export class DataBuilder {
  readonly bytes: Uint8Array;
  readonly relocations: Relocation[] = [];
  readonly #module: Module;
  readonly #view: DataView;

  /** `size`: the bytes that can be written. */
  constructor(module: Module, size: number) {
    this.#module = module;
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  /** The low 8 bits of a number. */
  u8(offset: number, value: number): void {
    this.#view.setUint8(offset, value);
  }

  /** The low 32 bits of a number. */
  u32(offset: number, value: number): void {
    this.#view.setUint32(offset, value >>> 0, true);
  }

  /** The low `size` bytes of an integer; `size` is 1, 2, 4 or 8. */
  integer(offset: number, size: number, value: bigint): void {
    if (size === 8) this.#view.setBigUint64(offset, BigInt.asUintN(64, value), true);
    else if (size === 4) this.#view.setUint32(offset, Number(BigInt.asUintN(32, value)), true);
    else if (size === 2) this.#view.setUint16(offset, Number(BigInt.asUintN(16, value)), true);
    else this.#view.setUint8(offset, Number(BigInt.asUintN(8, value)));
  }

  /** A float of 4 or 8 bytes. */
  float(offset: number, size: number, value: number): void {
    if (size === 4) this.#view.setFloat32(offset, value, true);
    else this.#view.setFloat64(offset, value, true);
  }

  /** The address of a data symbol; nil without one. */
  address(offset: number, symbol: string | undefined, addend = 0): void {
    if (symbol !== undefined) this.#relocate(offset, "address", symbol, addend);
  }

  /** The index of a function in the table. */
  table(offset: number, symbol: string): void {
    this.#relocate(offset, "table", symbol, 0);
  }

  /** The base of the row of a type in the dispatch table. */
  row(offset: number, symbol: string): void {
    this.#relocate(offset, "row", symbol, 0);
  }

  /** A Go string (address and length) from a byte string, whose bytes are in the module once. */
  string(offset: number, bytes: string): void {
    if (bytes === "") return;
    this.address(offset, this.#module.stringSymbol(bytes));
    this.u32(offset + 4, bytes.length);
  }

  /** Adds the data to the module, replacing what has the name; returns the name. */
  define(name: string, { size, align, pointers, kind }: DataForm): string {
    const { bytes, relocations } = this;
    this.#module.data.set(name, {
      name,
      size: size ?? bytes.length,
      align,
      bytes,
      relocations,
      pointers: pointers ?? [],
      constant: kind === "constant",
    });
    return name;
  }

  #relocate(offset: number, kind: RelocationKind, symbol: string, addend: number): void {
    this.relocations.push({ offset, kind, symbol, addend });
  }
}
