import type { Func, Level, Module } from "@goes/ir";
import type { Pos } from "@goes/source";
import { Analyses } from "./analyses.ts";

/** What a pass may look at besides its function. */
export interface PassContext {
  readonly module: Module;
  /** What is known of the graph of the function; undefined: a pass computes what it needs. */
  readonly analyses?: Analyses | undefined;
}

/** The analyses of the function that a pass runs on. */
export function analysesOf(func: Func, context: PassContext): Analyses {
  return context.analyses?.func === func ? context.analyses : new Analyses(func);
}

/** What is common to all passes. */
export interface PassInfo {
  /** As `--dump=` names it; also the name of the file. */
  readonly name: string;
  /** One sentence of what it does. */
  readonly doc: string;
  /** Level of the functions it works on; `both`: any. */
  readonly level: Level | "both";
  /** Names of passes that must have run before it in the pipeline. */
  readonly requires: readonly string[];
}

/** A pass over one function. One file, one record. */
export interface Pass extends PassInfo {
  /**
   * cfg: blocks and edges stay as they are, so the analyses hold; a pass that changes them now and then is `simplify-cfg` if it
   * drops the analyses itself. nothing: they are dropped when the pass has changed something.
   */
  readonly preserves: "cfg" | "nothing";
  /** Transforms the function; whether it changed anything. */
  readonly run: (func: Func, context: PassContext) => boolean;
}

/** Where a call is in the source. */
export interface CallLocation {
  /** A function that has been inlined; undefined: the one that has the call now. */
  readonly func: string | undefined;
  readonly file: string;
  readonly line: number;
}

/** The functions that a call is in, innermost first, with the position in each; empty where it is unknown. */
export type LocateCall = (pos: Pos) => readonly CallLocation[];

/** What a pass over the whole program may be told. */
export interface ModuleOptions {
  /** To test: functions of this size are split as those that engines do not take; see `split-large`. */
  readonly splitFrom?: number | undefined;
  /** With it, the program lists its calls in traces by itself; see `record-calls`. */
  readonly locateCall?: LocateCall | undefined;
}

/** A pass over the whole program. */
export interface ModulePass extends PassInfo {
  /** Transforms the module; returns the functions that it changed. */
  readonly run: (module: Module, options?: ModuleOptions) => readonly Func[];
}
