import {
  computeDominators,
  computeLiveness,
  computeLoops,
  runtimeName,
  runtimeSymbol,
  WasmBuilder,
  type Block,
  type Dominators,
  type Func,
  type LoopNest,
  type Module,
  type Value,
  types,
} from "@goes/ir";
import type { ModulePass } from "../pass.ts";
import { resultsSymbol } from "../coroutines/frame.ts";
import { storageOf } from "../coroutines/storage.ts";
import { PassedRoots } from "./passed-roots.ts";
import { Pointers } from "./pointers.ts";
import { computeAsking, computeCollecting, type Collection } from "./reaching.ts";

/**
 * Puts pointers where the collector finds them. The locals of wasm cannot be looked at: a pointer that is used after a call
 * that may collect is stored in the frame on the shadow stack, once, somewhere between its definition and the
 * call, where the least is executed. It is not loaded again, as nothing moves. Slots are not cleared: what is there too long
 * keeps garbage for a while and does no other harm. But where a program asks for a collection (runtime.GC), slots whose
 * pointers are not used afterwards are cleared before, in the functions that lead there.
 */
export const roots: ModulePass = {
  name: "roots",
  doc: "stores pointers that are used after calls that may collect where the collector finds them",
  level: "wasm",
  requires: ["lower", "coroutines", "barriers"],
  run(module: Module): readonly Func[] {
    const collectionOf = computeCollecting(module);
    if (collectionOf === undefined) return [];
    const asks = computeAsking(module);
    const plans: Plan[] = [];
    const passed = new PassedRoots(module);
    for (const func of module.funcs.values()) {
      const calls: Calls = new Map();
      for (const block of func.blocks) {
        for (const value of block.values) {
          const collection = collectionOf(func, value);
          if (collection !== "none") calls.set(value, collection);
        }
      }
      if (calls.size > 0) plans.push(planRoots(func, calls, passed, asks));
    }
    passed.solve();
    const changed = new Set(plans.filter((plan) => storeRoots(plan, passed)).map(({ func }) => func));
    if (asks !== undefined) for (const func of clearResults(module)) changed.add(func);
    return [...changed];
  },
};

/** The calls at which a root must be in its slot, by block: the first one of each. */
type Needs = Map<Value, Map<Block, Value>>;

/** The calls that may collect. */
type Calls = Map<Value, Collection>;

interface Plan {
  readonly func: Func;
  readonly dominators: Dominators;
  readonly needs: Needs;
  /** The calls that lead to runtime.GC, with the roots that are needed there. */
  readonly asking: ReadonlyMap<Value, ReadonlySet<Value>>;
  /** Whether the frame must not hold what was there before: it leads to runtime.GC, or runs goroutines or deferred calls that may. */
  readonly clears: boolean;
}

function planRoots(
  func: Func,
  calls: Calls,
  passed: PassedRoots,
  asks: ReturnType<typeof computeAsking>,
): Plan {
  const dominators = computeDominators(func);
  const pointers = new Pointers(func, func.origin === "runtime");
  const asking = new Map<Value, ReadonlySet<Value>>();
  const needs = findNeeds(func, calls, pointers, dominators, passed, (call, roots) => {
    if (asks?.(func, call) === true) asking.set(call, roots);
  });
  const clears = asking.size > 0 || (asks !== undefined && func.suspends !== undefined);
  return { func, dominators, needs, asking, clears };
}

function storeRoots({ func, dominators, needs, asking, clears }: Plan, passed: PassedRoots): boolean {
  for (const root of needs.keys()) if (passed.isHeldByCallers(func, root)) needs.delete(root);
  if (needs.size === 0) return false;
  const placement = new Placement(dominators, computeLoops(func, dominators));
  const before = new Map<Block, Map<Value | undefined, Value[]>>();
  const slots = new Map<Value, number>();
  const begin = (func.frameSize + 3) & -4;
  for (const [root, at] of needs) {
    slots.set(root, takeSlot(func, root));
    for (const point of placement.of(root, at)) {
      let positions = before.get(point.block);
      if (positions === undefined) before.set(point.block, (positions = new Map()));
      const list = positions.get(point.call);
      if (list === undefined) positions.set(point.call, [root]);
      else list.push(root);
    }
  }
  for (const [block, positions] of before) insertStores(func, block, positions, slots);
  func.frameSize = (func.frameSize + 15) & -16;
  const entry = new Set([...(before.get(func.blocks[0]!)?.values() ?? [])].flat());
  const words = wordsOf([...entry].map((root) => [root, slots.get(root)!]));
  const others: number[] = [];
  for (let at = begin; at < func.frameSize; at += 4) if (!words.has(at)) others.push(at);
  if (func.suspensions !== undefined) clearResumed(func, others);
  if (clears) {
    clearAt(func, func.blocks[0]!, afterParams(func.blocks[0]!), others);
    for (const [call, used] of asking) {
      const dead = wordsOf([...slots].filter(([root]) => !used.has(root)));
      clearAt(func, call.block, call.block.values.indexOf(call), [...dead].sort(ascending));
    }
  }
  return true;
}

/** Results of calls that were suspended have been taken by then when a program asks for a collection. */
function clearResults(module: Module): readonly Func[] {
  const results = module.data.get(resultsSymbol);
  if (results === undefined) return [];
  return [...module.funcs.values()].filter((func) => {
    const calls = func.blocks.flatMap(({ values }) =>
      values.filter(({ op, sym }) => op === "call" && sym === runtimeName("GC")),
    );
    for (const call of calls) {
      const build = new WasmBuilder(func, call.block, call.pos);
      build.enterAt(call.block, call.block.values.indexOf(call));
      const zero = build.i32(0);
      for (const at of results.pointers)
        build.op("i32.store", types.void, [build.global(resultsSymbol), zero], at);
    }
    return calls.length > 0;
  });
}

const ascending = (a: number, b: number): number => a - b;

/** The words of the frame that roots take. */
function wordsOf(slots: readonly (readonly [root: Value, at: number])[]): ReadonlySet<number> {
  const words = new Set<number>();
  for (const [{ type }, at] of slots) {
    for (let offset = 0; offset < storageOf(type).size; offset += 4) words.add(at + offset);
  }
  return words;
}

/** Where code of the function may begin in its entry. */
function afterParams({ values }: Block): number {
  const first = values.findIndex(({ op }) => op !== "phi" && op !== "param");
  return first < 0 ? values.length : first;
}

/**
 * Zeroes words where a function is resumed. Its frame is then on the stack again, where another goroutine was in between: what
 * that one left would stay reachable, in the gaps between slots too.
 */
function clearResumed(func: Func, words: readonly number[]): void {
  for (const block of func.blocks) {
    const resumed = block.values.findIndex(({ sym }) => sym === runtimeSymbol("freeFrame"));
    if (resumed >= 0) clearAt(func, block, resumed + 1, words);
  }
}

/** Zeroes words of the frame, in ascending order, before the value at an index of a block. */
function clearAt(func: Func, block: Block, index: number, words: readonly number[]): void {
  const pos = (block.values[index] ?? block.values.at(-1))?.pos ?? func.pos;
  const build = new WasmBuilder(func, block, pos);
  build.enterAt(block, index);
  for (let i = 0; i < words.length; i++) {
    const at = words[i]!;
    const wide = at % 8 === 0 && words[i + 1] === at + 4;
    if (wide) i++;
    const frame = build.op("frame", types.ptr, [], at);
    const zero = wide ? build.i64(0n) : build.i32(0);
    build.op(wide ? "i64.store" : "i32.store", types.void, [frame, zero], 0);
  }
}

function takeSlot(func: Func, { type }: Value): number {
  const { size } = storageOf(type);
  const at = (func.frameSize + size - 1) & -size;
  func.frameSize = at + size;
  return at;
}

/** Which roots are needed at which calls. Tells `passed` which args of the calls are among them. */
function findNeeds(
  func: Func,
  calls: Calls,
  pointers: Pointers,
  { position }: Dominators,
  passed: PassedRoots,
  atCall: (call: Value, roots: ReadonlySet<Value>) => void,
): Needs {
  const needs: Needs = new Map();
  const { liveOut, liveIn, words } = computeLiveness(func);
  const rootsById: (readonly Value[] | undefined)[] = [];
  for (const block of func.blocks) {
    for (const value of block.values) {
      const roots = pointers.rootsOf(value);
      if (roots.length > 0) rootsById[value.id] = roots;
    }
  }
  // Where a panic that was recovered comes to, the values of the entry are used.
  const landing = func.landing === undefined ? undefined : liveIn[func.landing.id];
  for (const block of func.blocks) {
    if (!block.values.some((value) => calls.has(value))) continue;
    const live = liveOut[block.id]!.slice();
    const set = ({ id }: Value): void => {
      live[id >> 5]! |= 1 << (id & 31);
    };
    block.control.forEach(set);
    for (let i = block.values.length - 1; i >= 0; i--) {
      const value = block.values[i]!;
      live[value.id >> 5]! &= ~(1 << (value.id & 31));
      if (value.op === "phi") continue;
      if (calls.has(value) && position[block.id]! >= 0) {
        const found = new Set<Value>();
        const panics = calls.get(value) === "panics";
        for (let word = 0; word < words; word++) {
          let bits = (panics ? 0 : live[word]!) | (landing?.[word] ?? 0);
          while (bits !== 0) {
            const bit = 31 - Math.clz32(bits & -bits);
            bits &= bits - 1;
            for (const root of rootsById[word * 32 + bit] ?? []) {
              // Results of the call itself come after it.
              if (root !== value && !(root.op === "extract" && root.args[0] === value)) found.add(root);
            }
          }
        }
        atCall(value, found);
        for (const root of found) {
          let at = needs.get(root);
          if (at === undefined) needs.set(root, (at = new Map()));
          at.set(block, value);
        }
        if (value.op === "call") passed.note(func, value, (arg) => rootsById[arg.id] ?? [], found);
      } else if (value.op === "call") passed.note(func, value, (arg) => rootsById[arg.id] ?? [], undefined);
      value.args.forEach(set);
    }
  }
  return needs;
}

/** Before which value of a block a store goes; undefined: right after the root, or at the beginning of the block. */
interface Store {
  readonly block: Block;
  readonly call: Value | undefined;
}

class Placement {
  readonly #dominators: Dominators;
  readonly #nest: LoopNest;

  constructor(dominators: Dominators, nest: LoopNest) {
    this.#dominators = dominators;
    this.#nest = nest;
  }

  /** One store that is before all the calls, or one before each of them if that is executed less often. */
  of(root: Value, calls: ReadonlyMap<Block, Value>): readonly Store[] {
    const blocks = [...calls.keys()];
    let common = blocks[0]!;
    for (const block of blocks) common = this.#common(common, block);
    let best = common;
    for (let at: Block | undefined = common; ; at = this.#dominators.idom[at.id]) {
      if (at === undefined) break;
      if (this.#frequency(at) < this.#frequency(best)) best = at;
      if (at === root.block) break;
    }
    const apart = blocks.reduce((sum, block) => sum + this.#frequency(block), 0);
    const at = (block: Block): Store => ({
      block,
      call: block === root.block ? undefined : calls.get(block),
    });
    return apart < this.#frequency(best) ? blocks.map(at) : [at(best)];
  }

  #common(a: Block, b: Block): Block {
    let [x, y] = [a, b];
    while (x !== y) {
      const { position, idom } = this.#dominators;
      if (position[x.id]! > position[y.id]!) x = idom[x.id]!;
      else y = idom[y.id]!;
    }
    return x;
  }

  #frequency(block: Block): number {
    const depth = this.#nest.innermost[block.id]?.depth ?? 0;
    return (block.unlikely ? 0.001 : 1) * 8 ** Math.min(depth, 12);
  }
}

function insertStores(
  func: Func,
  block: Block,
  positions: ReadonlyMap<Value | undefined, readonly Value[]>,
  slots: ReadonlyMap<Value, number>,
): void {
  const own = new Set(positions.get(undefined));
  const out: Value[] = [];
  const build = new WasmBuilder(func, block);
  build.enterList(block, out);
  const store = (root: Value): void => {
    build.pos = root.pos;
    const frame = build.op("frame", types.ptr, [], slots.get(root)!);
    build.op(storageOf(root.type).store, types.void, [frame, root], 0);
  };
  // Roots of other blocks go to the beginning, own ones after their definitions.
  let begun = false;
  const late: Value[] = [];
  for (const value of block.values) {
    if (!begun && value.op !== "phi" && value.op !== "param") {
      begun = true;
      late.forEach(store);
      for (const root of own) if (root.block !== block) store(root);
    }
    if (begun) for (const root of positions.get(value) ?? []) store(root);
    out.push(value);
    if (!own.has(value)) continue;
    if (begun) store(value);
    else late.push(value);
  }
  if (!begun) {
    late.forEach(store);
    for (const root of own) if (root.block !== block) store(root);
  }
  block.values = out;
}
