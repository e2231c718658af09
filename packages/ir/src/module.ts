import { layoutData } from "./runtime/structures.ts";
import { runtimeSymbol } from "./runtime/functions.ts";
import { allocatorLayout } from "./runtime/structures.ts";
import { sizeClassOf } from "./runtime/size-classes.ts";
import { runtimeName } from "./runtime/functions.ts";
import { InternalError } from "@goes/source";
import { DataBuilder } from "./build/data-builder.ts";
import type { DataSymbol } from "./data.ts";
import type { Allocation } from "./allocation.ts";
import type { Func } from "./func.ts";
import { InlinedPositions } from "./inlined.ts";
import type { Layout } from "./layout.ts";

/** A whole program in SSA form: all that the optimizer and the emitter see. */
export class Module {
  /** Functions by symbol, in the order in which they were added; imports are functions without blocks. */
  readonly funcs: Map<string, Func> = new Map();
  readonly data: Map<string, DataSymbol> = new Map();
  readonly layouts: Map<string, Layout> = new Map();
  /**
   * For each type descriptor that can be in an interface: the functions of the methods that are called through
   * interfaces, by selector (`String() string`). The linker packs the rows into the function table
   * (row displacement, Driesen and Hölzle 1995); `call.iface` adds the selector's offset to the type's row base.
   */
  readonly methods: Map<string, ReadonlyMap<string, string>> = new Map();
  /** Positions of values that have been inlined. */
  readonly inlined: InlinedPositions = new InlinedPositions();
  /** Collected for explanations, before any pass has run; undefined: not needed. */
  allocations: Allocation[] | undefined = undefined;
  /** The host looks up functions by their index in the table. */
  exportTable = false;
  /** Functions that nothing calls yet, but a later pass will. */
  readonly kept: Set<string> = new Set();
  /** Symbol of the function that the host calls. */
  start: string = runtimeSymbol("_start");

  /** The symbol of the constant data that holds the byte string `value`; made on first use. */
  stringSymbol(value: string): string {
    const name = `"${value}"`;
    if (!this.data.has(name)) {
      const data = new DataBuilder(this, value.length);
      for (let i = 0; i < value.length; i++) data.u8(i, value.charCodeAt(i));
      data.define(name, { align: 1, kind: "constant" });
    }
    return name;
  }

  /**
   * What hands out objects of a layout of at most {@link largestSlot} bytes: a data symbol, and the offset in it. Objects
   * without pointers share those of their class of sizes, which the runtime has.
   */
  allocatorOf(layoutName: string): {
    readonly symbol: string;
    readonly offset: number;
    readonly size: number;
  } {
    const layoutSymbol = this.layoutSymbol(layoutName);
    const { size } = this.layouts.get(layoutName)!;
    if (layoutSymbol === undefined) {
      const { index, bytes } = sizeClassOf(size);
      return { symbol: runtimeName("plainAllocators"), offset: index * allocatorLayout.size, size: bytes };
    }
    const slot = (size + 7) & -8;
    const name = `allocator:${layoutName}`;
    if (!this.data.has(name)) {
      const data = new DataBuilder(this, allocatorLayout.size);
      data.u32(allocatorLayout.offset.size, slot);
      data.address(allocatorLayout.offset.layout, layoutSymbol);
      data.define(name, { align: 4, kind: "variable" });
    }
    return { symbol: name, offset: 0, size: slot };
  }

  /**
   * The symbol of the constant data that tells the allocator where the pointers of a layout are ({size u32, count
   * u32, offsets…}), or undefined for one without pointers; made on first use.
   */
  layoutSymbol(layoutName: string): string | undefined {
    const layout = this.layouts.get(layoutName);
    if (layout === undefined) throw new InternalError("ir", `unknown layout ${layoutName}`);
    if (layout.pointers.length === 0) return undefined;
    const name = `layout:${layoutName}`;
    if (!this.data.has(name)) {
      const data = new DataBuilder(this, layoutData.size + layout.pointers.length * 4);
      data.u32(layoutData.offset.size, layout.size);
      data.u32(layoutData.offset.count, layout.pointers.length);
      layout.pointers.forEach((offset, i) => {
        data.u32(layoutData.size + i * 4, offset + (layout.payloads?.has(offset) === true ? 1 : 0));
      });
      data.define(name, { align: 4, kind: "constant" });
    }
    return name;
  }
}
