import { types, WasmBuilder, type Block, type Func, type Module, type Value } from "@goes/ir";
import type { ModulePass } from "../pass.ts";
import { bitOf, FrameAddresses, type Mask, type StackObject } from "./frame-addresses.ts";
import { FrameLiveness, type After, type Unit } from "./frame-liveness.ts";
import { computeAsking } from "./reaching.ts";
import { computeUnknown } from "./unknown-callers.ts";

/**
 * Where a program asks for a collection (runtime.GC), objects on the stack that are not used afterwards must not keep what they hold.
 * In the functions that lead there they are cleared before the call, each word that is dead. An object that a caller passes on
 * and does not use again is left to the callee, which uses it for the last time. Where values lead to an object or
 * to another one, as phis do, it is found out at the call. Programs that ask for nothing are left as they are.
 */
export const clearObjects: ModulePass = {
  name: "clear-objects",
  doc: "clears objects on the stack that are not used after a collection that the program asks for",
  level: "wasm",
  requires: ["lower"],
  run(module: Module): readonly Func[] {
    const asks = computeAsking(module);
    if (asks === undefined) return [];
    const asking = new Map<string, number>();
    for (const func of module.funcs.values())
      if (func.blocks.some(({ values }) => values.some((value) => asks(func, value))))
        asking.set(func.name, 0);
    const left = new LeftObjects(module, asking);
    const changed: Func[] = [];
    for (let func = left.next(); func !== undefined; func = left.next()) {
      const clearing = clearDead(func, (value) => asks(func!, value), left);
      if (clearing) changed.push(func);
    }
    return changed;
  },
};

/** Which objects callers leave to the functions that they call. A function is done after all that call it, but for cycles. */
class LeftObjects {
  readonly #module: Module;
  readonly #unknown: ReadonlySet<string>;
  /** Functions that are not done, with the number of calls of them that have not been noted. */
  readonly #pending: Map<string, number>;
  /** By function: for each parameter the size of the object that all calls so far leave; 0: some do not. */
  readonly #sizes = new Map<string, Map<number, number>>();

  constructor(module: Module, asking: ReadonlyMap<string, number>) {
    this.#module = module;
    this.#unknown = computeUnknown(module);
    this.#pending = new Map(asking);
    for (const { blocks } of module.funcs.values())
      for (const { values } of blocks)
        for (const { op, sym } of values) {
          if (op !== "call") continue;
          const count = this.#pending.get(sym!);
          if (count !== undefined) this.#pending.set(sym!, count + 1);
        }
  }

  next(): Func | undefined {
    let first: string | undefined;
    for (const [name, count] of this.#pending) {
      first ??= name;
      if (count === 0) return this.#take(name);
    }
    if (first === undefined) return undefined;
    this.#sizes.delete(first);
    return this.#take(first);
  }

  /** What all callers of a function leave to it. */
  of(func: Func): StackObject[] {
    if (this.#unknown.has(func.name)) return [];
    const sizes = [...(this.#sizes.get(func.name) ?? [])];
    return sizes.flatMap(([param, size]) => (size === 0 ? [] : [{ param, begin: 0, end: size }]));
  }

  /** A call leaves objects of these sizes, by the index of their arg. */
  note({ sym, args }: Value, left: ReadonlyMap<number, number>): void {
    const count = this.#pending.get(sym!);
    if (count === undefined) return;
    this.#pending.set(sym!, count - 1);
    let sizes = this.#sizes.get(sym!);
    const first = sizes === undefined;
    if (sizes === undefined) this.#sizes.set(sym!, (sizes = new Map()));
    args.forEach((_, i) => {
      const size = left.get(i) ?? 0;
      sizes.set(i, first || sizes.get(i) === size ? size : 0);
    });
  }

  #take(name: string): Func {
    this.#pending.delete(name);
    return this.#module.funcs.get(name)!;
  }
}

function clearDead(func: Func, asks: (value: Value) => boolean, left: LeftObjects): boolean {
  const objects: StackObject[] = left.of(func);
  for (let i = 0; i < func.frameObjects.length; i += 2)
    objects.push({ param: undefined, begin: func.frameObjects[i]!, end: func.frameObjects[i + 1]! });
  const noted = new Set<Value>();
  let changed = false;
  if (objects.length > 0) {
    const addresses = new FrameAddresses(func, objects);
    const liveness = new FrameLiveness(func, addresses);
    const plans: { readonly block: Block; readonly call: Value; readonly plan: Plan }[] = [];
    for (const block of func.blocks) {
      for (const [call, after] of liveness.afterCalls(block, asks)) {
        const plan = planCall(call, after, addresses, liveness);
        plans.push({ block, call, plan });
        if (call.op !== "call") continue;
        noted.add(call);
        left.note(call, plan.left);
      }
    }
    for (const { block, call, plan } of plans)
      changed = insert(func, block, call, plan, addresses) || changed;
  }
  for (const block of func.blocks)
    for (const value of block.values)
      if (value.op === "call" && !noted.has(value)) left.note(value, new Map());
  return changed;
}

/** What is done before a call. */
interface Plan {
  /** What nothing uses after it. */
  readonly dead: readonly Unit[];
  /** Objects in the frame that nothing uses unless one of these values leads there. */
  readonly maybe: ReadonlyMap<number, readonly Value[]>;
  /** What the callee uses for the last time, by the index of the arg: the size. */
  readonly left: ReadonlyMap<number, number>;
}

function planCall(call: Value, after: After, addresses: FrameAddresses, liveness: FrameLiveness): Plan {
  const { objects } = addresses;
  const leadsOf = (values: readonly Value[]): Mask =>
    values.reduce((all, value) => all | addresses.leadsOf(value), 0n);
  const heldBy = (mask: Mask): Mask => addresses.reachedFrom(addresses.contentsOf(mask));
  // Of what is used by its address in the frame, some words may be dead; the rest is alive as a whole.
  const byBase = objectsOf(after.units, liveness);
  const byValue = leadsOf(after.values);
  const whole = addresses.kept | addresses.reachedFrom(leadsOf(call.args)) | heldBy(byBase) | heldBy(byValue);
  const live = after.units | liveness.unitsOf(whole | byValue);
  const dead = liveness.units.filter((_, i) => (live & (1n << BigInt(i))) === 0n);

  const maybe = new Map<number, readonly Value[]>();
  const left = new Map<number, number>();
  objects.forEach(({ param }, i) => {
    const bit = bitOf(i);
    if (param !== undefined || (byValue & bit) === 0n || ((byBase | whole) & bit) !== 0n) return;
    const values = after.values.filter((value) => (addresses.leadsOf(value) & bit) !== 0n);
    if (values.every(({ type }) => type.kind === "ptr" || type.kind === "i32")) maybe.set(i, values);
  });
  call.args.forEach((arg, i) => {
    const object = addresses.baseOf(arg);
    if (object === undefined) return;
    const { param, begin, end } = objects[object]!;
    if (param === undefined && arg.imm !== begin) return;
    const others = leadsOf(call.args.filter((_, k) => k !== i));
    const used = addresses.kept | addresses.reachedFrom(byBase | byValue | others);
    if ((used & bitOf(object)) === 0n) left.set(i, end - begin);
  });
  return { dead, maybe, left };
}

/** The value of a parameter, which may be unused so far. */
function paramOf(func: Func, index: number): Value {
  const entry = func.blocks[0]!;
  const found = entry.values.find(({ op, imm }) => op === "param" && imm === index);
  if (found !== undefined) return found;
  const made = func.makeValue(entry, "param", func.params[index]!);
  made.imm = index;
  entry.values.unshift(made);
  return made;
}

function objectsOf(units: bigint, liveness: FrameLiveness): Mask {
  let objects = 0n;
  liveness.units.forEach(({ object }, i) => {
    if ((units & (1n << BigInt(i))) !== 0n) objects |= bitOf(object);
  });
  return objects;
}

function insert(
  func: Func,
  block: Block,
  call: Value,
  { dead, maybe }: Plan,
  addresses: FrameAddresses,
): boolean {
  if (dead.length === 0 && maybe.size === 0) return false;
  const build = new WasmBuilder(func, block, call.pos);
  const { objects } = addresses;
  for (const { object } of dead) {
    const { param } = objects[object]!;
    if (param !== undefined) paramOf(func, param);
  }
  build.enterAt(block, block.values.indexOf(call));
  const baseOf = ({ param, begin }: StackObject): Value =>
    param === undefined ? build.op("frame", types.ptr, [], begin) : paramOf(func, param);
  for (let i = 0; i < dead.length; i++) {
    const { object, begin, end } = dead[i]!;
    const base = baseOf(objects[object]!);
    const at = begin - objects[object]!.begin;
    if (end - begin > 4) {
      const size = build.i32(end - begin);
      build.op("memory.fill", types.void, [base, build.i32(0), size]);
      continue;
    }
    const next = dead[i + 1];
    const wide = next?.object === object && next.begin === end && next.end === end + 4;
    if (wide) i++;
    build.op(wide ? "i64.store" : "i32.store", types.void, [base, wide ? build.i64(0n) : build.i32(0)], at);
  }
  for (const [object, values] of maybe) {
    const { begin, end } = objects[object]!;
    const base = baseOf(objects[object]!);
    const from = build.cast(base, types.i32);
    let size = build.i32(end - begin);
    for (const value of values) {
      const distance = build.op("i32.sub", types.i32, [build.cast(value, types.i32), from]);
      const inside = build.op("i32.le_u", types.i32, [distance, build.i32(end - begin)]);
      size = build.op("select", types.i32, [inside, build.i32(0), size]);
    }
    build.op("memory.fill", types.void, [base, build.i32(0), size]);
  }
  return true;
}
