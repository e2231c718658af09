import { runtimeName, runtimeSymbol, type Module } from "@goes/ir";

/** Functions that fill all of the object at their second arg, whatever was there. */
export const defining: ReadonlySet<string> = new Set([
  runtimeSymbol("receiveMemory"),
  runtimeSymbol("tryReceiveMemory"),
]);

/** Those that must be seen as such, since the program asks for collections: they are not inlined. */
export function computeDefining(module: Module): ReadonlySet<string> {
  return module.funcs.has(runtimeName("GC")) ? defining : new Set();
}
