/**
 * What a relocation puts into its four bytes: `address` the address of a data symbol plus addend, `table` the
 * index of a function in the table, `row` the row base of a type in the dispatch table.
 */
export type RelocationKind = "address" | "table" | "row";

/** A value in a data symbol that only linking knows. */
export interface Relocation {
  readonly offset: number;
  readonly kind: RelocationKind;
  readonly symbol: string;
  readonly addend: number;
}

/** A named piece of linear memory: a package-level variable, a string, a type descriptor, a closure. */
export interface DataSymbol {
  readonly name: string;
  /** Bytes in all; what `bytes` does not cover is zero. */
  readonly size: number;
  readonly align: number;
  readonly bytes: Uint8Array;
  readonly relocations: readonly Relocation[];
  /** Byte offsets of the pointers that the program may change: roots of the collector. */
  readonly pointers: readonly number[];
  /** Nothing writes to it: equal constants may share memory. */
  readonly constant: boolean;
}
