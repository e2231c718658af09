import {
  addEdge,
  computeDominators,
  computeLoops,
  splitEdge,
  types,
  WasmBuilder,
  type Block,
  type Func,
  type Module,
  runtimeName,
  runtimeSymbol,
} from "@goes/ir";
import type { ModulePass } from "../pass.ts";

/** The counter of the runtime, and the function that lets others run when it has reached 0. */
const counter = runtimeName("preemptCountdown");
const yielding = runtimeSymbol("preemptLoop");

/**
 * Lets loops that call nothing be interrupted: every edge back to their header counts down, and at 0 the goroutine lets
 * others run. Loops that call something are left alone, and so is the runtime. Off by default: the functions with
 * such loops can then suspend, and each iteration costs a load, a subtraction, a store and a branch.
 */
export const preempt: ModulePass = {
  name: "preempt",
  doc: "adds to loops without calls a check that lets other goroutines run",
  level: "wasm",
  requires: ["lower"],
  run(module: Module): readonly Func[] {
    if (!module.funcs.has(yielding) || !module.data.has(counter)) return [];
    module.kept.delete(yielding);
    const changed: Func[] = [];
    for (const func of module.funcs.values())
      if (func.blocks.length > 0 && func.origin !== "runtime" && preemptLoops(func)) changed.push(func);
    return changed;
  },
};

function preemptLoops(func: Func): boolean {
  const { loops } = computeLoops(func, computeDominators(func));
  const quiet = loops.filter((loop) => !loop.blocks.some(hasCall));
  for (const { header, latches } of quiet) for (const latch of latches) addCheck(func, latch, header);
  return quiet.length > 0;
}

function hasCall(block: Block): boolean {
  return block.values.some((value) => value.op === "call" || value.op === "call.indirect");
}

/** Puts the check into the edge from a latch to its header. */
function addCheck(func: Func, latch: Block, header: Block): void {
  const check = splitEdge(func, latch, header);
  const build = new WasmBuilder(func, check);
  const address = build.global(counter);
  const left = build.op("i32.load", types.i32, [address], 0);
  const next = build.op("i32.sub", types.i32, [left, build.i32(1)]);
  build.op("i32.store", types.void, [address, next], 0);
  // check → header, and check → others → header: the phis have their args of the edge twice.
  const others = func.newBlock();
  others.unlikely = true;
  build.enter(others);
  build.pos = header.pos;
  build.emit("call", types.void, [], { sym: yielding });
  const edge = header.preds.indexOf(check);
  check.kind = "if";
  check.control = [next];
  check.succs = [header, others];
  others.preds = [check];
  others.kind = "jump";
  addEdge(others, header);
  for (const phi of header.values) {
    if (phi.op !== "phi") break;
    phi.args.push(phi.args[edge]!);
  }
}
