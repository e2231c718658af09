import {
  alignTo,
  componentOffsets,
  components,
  fieldOffsets,
  Func,
  resultType,
  runtimeName,
  sizeAlignOf,
  structType,
  types,
  type Type,
  type Value,
} from "@goes/ir";
import type { ProgramContext, ProgramInput } from "./context.ts";
import { Emitter } from "../function/emitter.ts";
import { callRuntime } from "../function/runtime-call.ts";

/** Functions of package runtime that work only in a goroutine, and one that makes goroutines. */
const schedulerFuncs = ["park", "newGoroutine", "Gosched", "Goexit", "newTimer"] as const;

/** Those that a program waits with for something outside of it. */
const waitingFuncs = ["timeSleep", "newTimer", "waitInput"] as const;

/**
 * A program that has goroutines, or that can wait, starts with the scheduler, in place of a plain call of main; one that
 * waits for something from outside also exports a function for the host to drive it. Returns whether that is new.
 */
export function reachScheduler(context: ProgramContext, input: ProgramInput): boolean {
  const { module } = context;
  const has = (names: readonly Parameters<typeof runtimeName>[0][]): boolean =>
    names.some((name) => module.funcs.has(runtimeName(name)));
  if (input.suspendEverywhere === true) module.kept.add(context.runtimeFunc("suspendHere"));
  else if (!has(schedulerFuncs)) return false;
  const plain = module.start;
  const isLibrary = input.buildMode === "c-shared";
  module.start = context.runtimeFunc(isLibrary ? "_initializeGoroutines" : "_startGoroutines");
  if (plain !== module.start) {
    module.funcs.delete(plain!);
    context.runtimeFunc("seedScheduler");
    context.runtimeFunc("overflown");
  }
  if (input.preempt === true) module.kept.add(context.runtimeFunc("preemptLoop"));
  if (has(waitingFuncs) && !isLibrary) context.runtimeFunc("step");
  for (const func of [...module.funcs.values()]) {
    const isOurs = func.origin === "runtime" || func.wrapper;
    if (func.exportName !== undefined && !isOurs) wrapExport(context, func);
  }
  return context.hasWork();
}

const exportSuffix = "·export";

/**
 * What the host calls runs as a goroutine: the export becomes that of a function that hands the arguments over in a closure
 * object, and finds the results there.
 */
function wrapExport(context: ProgramContext, func: Func): void {
  const { module } = context;
  const held: readonly Type[] = [...func.params, ...func.results];
  const offsets = fieldOffsets([types.i32, ...held]).slice(1);
  const resultOffset = (index: number): number => offsets[func.params.length + index]!;

  const inner = new Func(`${func.name}·exported`, [types.ptr], []);
  inner.pos = func.pos;
  inner.origin = func.origin;
  inner.wrapper = true;
  inner.closure = true;
  inner.role = { kind: "goroutine" };
  module.funcs.set(inner.name, inner);
  const callee = new Emitter(inner);
  const object = callee.param(0);
  const args = func.params.map((type, i) => callee.emit("load", type, [object], { imm: offsets[i]! }));
  const call = callee.emit("call", resultType(func.results), args, { sym: func.name });
  func.results.forEach((_, i) => {
    const result = func.results.length === 1 ? call : callee.extract(call, i);
    callee.emit("store", types.void, [object, result], { imm: resultOffset(i) });
  });
  callee.ret([]);
  callee.finish();

  const outer = new Func(`${func.name}${exportSuffix}`, func.params, func.results);
  outer.pos = func.pos;
  outer.origin = func.origin;
  outer.wrapper = true;
  outer.exportName = func.exportName;
  func.exportName = undefined;
  module.funcs.set(outer.name, outer);
  const caller = new Emitter(outer);
  const layout = `closure:${inner.name}`;
  const { size, align } = sizeAlignOf(structType([types.i32, ...held]));
  const pointers = held.flatMap((type, i) => {
    const kinds = components(type).map(({ kind }) => kind);
    return componentOffsets(type)
      .filter((_, i) => kinds[i] === "ptr" || kinds[i] === "payload")
      .map((at) => at + offsets[i]!);
  });
  module.layouts.set(layout, { name: layout, size: alignTo(size, align), align, pointers });
  const closure = caller.emit("new", types.ptr, [], { sym: layout });
  const code = caller.emit("table.index", types.i32, [], { sym: inner.name });
  caller.emit("store", types.void, [closure, code], { imm: 0 });
  func.params.forEach((_, i) => {
    caller.emit("store", types.void, [closure, caller.param(i)], { imm: offsets[i]! });
  });
  callRuntime(context, caller, "runExported", [closure]);
  const load = (type: Type, i: number): Value =>
    caller.emit("load", type, [closure], { imm: resultOffset(i) });
  caller.ret(func.results.map(load));
  caller.finish();
}
