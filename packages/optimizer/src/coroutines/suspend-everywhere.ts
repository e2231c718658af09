import { types, WasmBuilder, type Block, type Func, type Module, type Value, runtimeSymbol } from "@goes/ir";
import type { ModulePass } from "../pass.ts";

/** The function of the runtime that suspends the goroutine, which then continues before any other. */
const suspending = runtimeSymbol("suspendHere");

/**
 * For tests of suspension: every function of the program and the library suspends where it begins, so that each call of
 * one is a point at which its caller is suspended and continued, and before each call of the runtime. Programs behave
 * as before. The runtime itself, and what it calls to compare and hash, stays as it is.
 */
export const suspendEverywhere: ModulePass = {
  name: "suspend-everywhere",
  doc: "lets every function suspend at its entry and before calls of the runtime, to test suspension",
  level: "wasm",
  requires: ["lower"],
  run(module: Module): readonly Func[] {
    if (!module.funcs.has(suspending)) return [];
    module.kept.delete(suspending);
    const quiet = neverSuspended(module);
    const changed = [...module.funcs.values()].filter((func) => isOfProgram(func) && !quiet.has(func.name));
    for (const func of changed) {
      for (const block of func.blocks) {
        // In the landing block the stack is still being unwound.
        if (block !== func.landing) addPoints(module, func, block);
      }
      addAtEntry(func);
    }
    return changed;
  },
};

/** Functions of the library that the scheduler calls outside of any goroutine, and all that they call. */
function neverSuspended(module: Module): ReadonlySet<string> {
  const found = new Set<string>();
  const work = [...module.funcs.values()].filter((func) => isOfProgram(func) && func.suspends === "never");
  for (let func = work.pop(); func !== undefined; func = work.pop()) {
    if (found.has(func.name)) continue;
    found.add(func.name);
    // As a value a declared function is entered through another.
    found.add(`${func.name}·f`);
    for (const block of func.blocks) {
      for (const { op, sym } of block.values) {
        const callee = op === "call" ? module.funcs.get(sym!) : undefined;
        if (callee !== undefined) work.push(callee);
      }
    }
  }
  return found;
}

function isOfProgram(func: Func): boolean {
  if (func.blocks.length === 0 || func.exportName !== undefined) return false;
  return func.origin !== "runtime" && !func.calledByRuntime;
}

function callsRuntime(module: Module, value: Value): boolean {
  if (value.op !== "call" || value.sym === suspending) return false;
  return module.funcs.get(value.sym!)?.origin === "runtime";
}

function addPoints(module: Module, func: Func, block: Block): void {
  const out: Value[] = [];
  const build = new WasmBuilder(func, block);
  for (const value of block.values) {
    if (callsRuntime(module, value)) {
      build.enterList(block, out);
      build.pos = value.pos;
      emitSuspendHere(build);
    }
    out.push(value);
  }
  block.values = out;
}

function addAtEntry(func: Func): void {
  const entry = func.blocks[0]!;
  const at = entry.values.findIndex((value) => value.op !== "param");
  const build = new WasmBuilder(func, entry, func.pos);
  if (at >= 0) build.enterAt(entry, at);
  emitSuspendHere(build);
}

function emitSuspendHere(build: WasmBuilder): void {
  build.emit("call", types.void, [], { sym: suspending });
}
