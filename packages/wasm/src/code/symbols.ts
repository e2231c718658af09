import type { CallSignature, Func } from "@goes/ir";
import type { WasmType } from "../value-types.ts";

/** What the emitter of bodies needs from the linker: all numbers are final. */
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
  /** The function to call when the shadow stack is full; undefined where nobody looks. */
  readonly stackOverflow: string | undefined;
  /** The lowest shadow-stack pointer that functions which look let pass. */
  readonly stackLimit: number;
  /** Whether the function looks, at its entry, whether there is room on the shadow stack. */
  checksStack(func: Func): boolean;
}

/** The signature of a function in types of the target. */
export interface FunctionType {
  readonly params: readonly WasmType[];
  readonly results: readonly WasmType[];
}
