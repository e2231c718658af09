import {
  runtimeName,
  runtimeSymbol,
  types,
  WasmBuilder,
  type Block,
  type Func,
  type Module,
  type Value,
} from "@goes/ir";
import type { Pos } from "@goes/source";
import type { ModulePass } from "../pass.ts";

/** Functions that return a new object, all of whose pointers are nil. */
const allocating: ReadonlySet<string | undefined> = new Set([
  runtimeSymbol("newFixed"),
  runtimeSymbol("newObject"),
  runtimeSymbol("newArray"),
]);

/**
 * Write barriers: before a pointer in memory is overwritten while the collector marks, the old one is shaded (Yuasa 1990), so
 * that all that was reachable when the cycle began is found. There is no barrier before stores to the frame, which is
 * looked at as a whole when a cycle begins, to variables by their name, for the same reason, and to fields of a new object
 * that nothing was stored to. What the coroutine pass stores later is in frames of goroutines, which the collector looks at before
 * they run. Without a collector the op `barrier` just disappears.
 */
export const barriers: ModulePass = {
  name: "barriers",
  doc: "lets the collector see pointers that are overwritten while it marks",
  level: "wasm",
  requires: ["lower"],
  run(module: Module): readonly Func[] {
    const collects = module.funcs.has(runtimeName("beginCycle"));
    const changed: Func[] = [];
    for (const func of module.funcs.values()) {
      if (func.blocks.length > 0 && addBarriers(func, collects && !func.unbarriered)) changed.push(func);
    }
    return changed;
  },
};

/** New objects, with the offsets that pointers have been stored to. */
type Fresh = Map<Value, Set<number>>;

function addBarriers(func: Func, wanted: boolean): boolean {
  let changed = false;
  const ends = new Map<Block, Fresh>();
  for (const block of func.blocks) {
    if (!block.values.some(({ op }) => op === "ptr.store" || op === "payload.store" || op === "barrier")) {
      if (wanted) ends.set(block, walk(func, block, startOf(block, ends), undefined));
      continue;
    }
    const values: Value[] = [];
    ends.set(block, walk(func, block, startOf(block, ends), wanted ? values : undefined));
    const next = wanted ? values : block.values.filter(({ op }) => op !== "barrier");
    // What is added may be as much as what is taken away.
    if (next.length === block.values.length && next.every((value, i) => value === block.values[i])) continue;
    block.values = next;
    changed = true;
  }
  return changed;
}

/** What is new where a block begins: what was new at the end of its only predecessor. */
function startOf(block: Block, ends: ReadonlyMap<Block, Fresh>): Fresh {
  const before = block.preds.length === 1 ? ends.get(block.preds[0]!) : undefined;
  return new Map([...(before ?? [])].map(([object, stored]) => [object, new Set(stored)]));
}

/** Goes through a block; appends its values, with barriers, to `out`. */
function walk(func: Func, block: Block, fresh: Fresh, out: Value[] | undefined): Fresh {
  block.values.forEach((value, i) => {
    switch (value.op) {
      case "call":
        if (allocating.has(value.sym)) fresh.set(value, new Set());
        else fresh.clear();
        break;
      case "call.indirect":
        fresh.clear();
        break;
      case "ptr.store":
      case "payload.store":
        if (!isTypeWord(block, i) && needsBarrier(value, fresh) && out !== undefined) {
          const build = builderOf(func, block, value.pos, out);
          callIfMarking(build, "shadeSlot", [addressOf(build, value)]);
        }
        break;
      case "barrier": {
        const { base } = rootOf(value.args[0]!);
        if (isRoot(base) || fresh.has(base)) return;
        if (out !== undefined)
          callIfMarking(builderOf(func, block, value.pos, out), "shadeRange", value.args);
        return;
      }
      default:
        // Nothing else writes pointers or loses sight of new objects: what writes memory is one of these ops.
        break;
    }
    out?.push(value);
  });
  return fresh;
}

/** Whether the store of a pointer is that of the type word of an interface, which the collector does not follow. */
function isTypeWord({ values }: Block, index: number): boolean {
  const store = values[index]!;
  if (store.op !== "ptr.store") return false;
  const at = rootOf(store.args[0]!, (store.imm as number | undefined) ?? 0);
  for (let i = index + 1; i < values.length && i <= index + 4; i++) {
    const next = values[i]!;
    if (next.op !== "payload.store") continue;
    const payload = rootOf(next.args[0]!, (next.imm as number | undefined) ?? 0);
    if (payload.base === at.base && payload.offset !== undefined && payload.offset === at.offset! + 4)
      return true;
  }
  return false;
}

function needsBarrier(store: Value, fresh: Fresh): boolean {
  const { base, offset } = rootOf(store.args[0]!, (store.imm as number | undefined) ?? 0);
  if (isRoot(base)) return false;
  const stored = fresh.get(base);
  if (stored === undefined) return true;
  if (offset === undefined) {
    fresh.delete(base);
    return true;
  }
  if (stored.has(offset)) return true;
  stored.add(offset);
  return false;
}

/** The frame and variables are looked at as a whole when a cycle begins. */
function isRoot(base: Value): boolean {
  return base.op === "frame" || base.op === "global";
}

/** The object that an address leads to, and how far from its beginning; undefined: somewhere. */
function rootOf(address: Value, imm = 0): { readonly base: Value; readonly offset: number | undefined } {
  let offset: number | undefined = imm;
  let base = address;
  for (;;) {
    if (base.op === "offset") {
      if (offset !== undefined) offset += base.imm as number;
      base = base.args[0]!;
    } else if (base.op === "cast" || base.op === "copy") base = base.args[0]!;
    else if (base.op === "i32.add") {
      const [left, right] = base.args as [Value, Value];
      const next = isAddress(left) ? left : isAddress(right) ? right : undefined;
      if (next === undefined) return { base, offset: undefined };
      offset = undefined;
      base = next;
    } else return { base, offset };
  }
}

function isAddress(value: Value): boolean {
  return value.op === "cast" && value.args[0]!.type === types.ptr;
}

/** Appends the call of a function of the collector, made only while it marks. */
function callIfMarking(build: WasmBuilder, name: "shadeSlot" | "shadeRange", args: readonly Value[]): void {
  const marking = build.op("i32.load", types.i32, [build.global(runtimeName("marking"))], 0);
  build.emit("call.if", types.void, [marking, ...args], { sym: runtimeSymbol(name) });
}

/** A builder that appends to what a block becomes. */
function builderOf(func: Func, block: Block, pos: Pos, out: Value[]): WasmBuilder {
  const build = new WasmBuilder(func, block, pos);
  build.enterList(block, out);
  return build;
}

function addressOf(build: WasmBuilder, store: Value): Value {
  const imm = (store.imm as number | undefined) ?? 0;
  return imm === 0 ? store.args[0]! : build.op("offset", types.ptr, [store.args[0]!], imm);
}
