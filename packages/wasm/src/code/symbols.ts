import type { CallSignature } from "@goes/ir";
import type { WasmType } from "../value-types.ts";

/** What the emitter of bodies asks of the linker: all numbers are final. */
export interface Symbols {
  /** Index of a function, imports first. */
  functionIndex(symbol: string): number;
  /** Index of the type of an indirect call. */
  typeIndex(signature: CallSignature): number;
  /** Address of a data symbol. */
  address(symbol: string): number;
  /** Index in the function table. */
  tableIndex(symbol: string): number;
  /** Offset of a selector in the rows of the dispatch table. */
  selectorOffset(selector: string): number;
  /** The globals; -1: the module has none. */
  readonly stackPointer: number;
  readonly unwind: number;
  /** Lowest address of the shadow stack, and the one behind it. */
  readonly stackLow: number;
  readonly stackHigh: number;
  /** The function to call when the shadow stack is full. */
  readonly stackOverflow: string | undefined;
}

/** The signature of a function in types of the target. */
export interface FunctionType {
  readonly params: readonly WasmType[];
  readonly results: readonly WasmType[];
}
