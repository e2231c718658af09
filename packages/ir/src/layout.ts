/** The memory form of a Go type: what allocation, clearing, copying and the collector need to know of it. */
export interface Layout {
  /** Go's name of the type, unique in the module: `main.Node`, `[16]int`. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes, a power of two. */
  readonly align: number;
  /** Byte offsets of the pointers (and of payloads, whose low halves may be some) in one value, ascending. */
  readonly pointers: readonly number[];
  /** Those of them that are payloads of interfaces: the type word in front says whether they point. */
  readonly payloads?: ReadonlySet<number> | undefined;
}
