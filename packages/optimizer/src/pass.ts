import type { Func, Level, Module } from "@goes/ir";

/** What a pass may look at besides its function. */
export interface PassContext {
  readonly module: Module;
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
  /** Whether blocks and edges stay as they are. */
  readonly preserves: "cfg" | "nothing";
  /** Transforms the function; whether it changed anything. */
  readonly run: (func: Func, context: PassContext) => boolean;
}

/** A pass over the whole program. */
export interface ModulePass extends PassInfo {
  /** Transforms the module; gives the functions that it changed. */
  readonly run: (module: Module) => readonly Func[];
}
