import { ReplacementMap, opSpec, type Block, type Func, type Type, type Value } from "@goes/ir";
import { isPrivate, locate, locationOf, mayAlias, type Escaped, type Location } from "../memory/alias.ts";
import { computeEscaped } from "../memory/escaped.ts";
import type { Pass, PassContext } from "../pass.ts";

/** What is known to be in memory. */
interface Known {
  readonly location: Location;
  readonly value: Value;
}

const maxKnown = 48;

/**
 * Replaces loads whose result is known from an earlier load or store, within extended basic blocks, drops stores
 * of what is there already, and calls the functions of closure objects that were just made directly.
 */
export const loadStoreForwarding: Pass = {
  name: "load-store-forwarding",
  doc: "forwards what was stored or loaded to later loads",
  level: "go",
  requires: ["simplify-cfg", "rewrite-go"],
  preserves: "cfg",
  run(func: Func, context: PassContext): boolean {
    if (!touchesMemory(func)) return false;
    const replacements = new ReplacementMap();
    const escaped = computeEscaped(func);
    const atEnd: (readonly Known[] | undefined)[] = [];
    let changed = false;
    for (const block of func.blocks) {
      const only = block.preds.length === 1 ? block.preds[0]! : undefined;
      const known = only === undefined ? [] : [...(atEnd[only.id] ?? [])];
      if (walk(block, known, replacements, escaped, context)) changed = true;
      atEnd[block.id] = known;
    }
    replacements.apply(func);
    if (dropDeadStores(func, escaped)) changed = true;
    return changed || replacements.any;
  },
};

function touchesMemory(func: Func): boolean {
  for (const block of func.blocks)
    for (const value of block.values) if (value.op === "load" || value.op === "store") return true;
  return false;
}

function walk(
  block: Block,
  known: Known[],
  replacements: ReplacementMap,
  escaped: Escaped,
  context: PassContext,
): boolean {
  let changed = false;
  const { values } = block;
  let kept = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    replacements.resolveArgs(value);
    let keep = true;
    switch (value.op) {
      case "load": {
        const location = locationOf(value);
        const there = find(known, location, value.type);
        if (there !== undefined) {
          replacements.replace(value, there.value);
          keep = false;
        } else remember(known, { location, value });
        break;
      }
      case "store": {
        const location = locationOf(value);
        const stored = value.args[1]!;
        if (find(known, location, stored.type)?.value === stored) {
          changed = true;
          keep = false;
          break;
        }
        forget(known, location, escaped);
        remember(known, { location, value: stored });
        break;
      }
      case "clear":
      case "move":
        forget(known, locate(value.args[0]!, 0, value.imm as number, undefined), escaped);
        break;
      case "call.closure":
        if (callDirectly(value, known, context)) changed = true;
        forgetShared(known, escaped);
        break;
      default: {
        // The op table says what other ops may write.
        const { effect } = opSpec(value.op);
        if (effect === "calls" || effect === "writes") forgetShared(known, escaped);
      }
    }
    if (keep) values[kept++] = value;
  }
  values.length = kept;
  return changed;
}

function sameLocation(a: Location, b: Location): boolean {
  if (a.offset === undefined || a.offset !== b.offset || a.size !== b.size) return false;
  return a.base === b.base || (a.base.op === "global" && b.base.op === "global" && a.base.sym === b.base.sym);
}

function find(known: readonly Known[], location: Location, type: Type): Known | undefined {
  if (location.offset === undefined) return undefined;
  for (let i = known.length - 1; i >= 0; i--) {
    const entry = known[i]!;
    if (sameLocation(entry.location, location) && entry.value.type.text === type.text) return entry;
  }
  return undefined;
}

function remember(known: Known[], entry: Known): void {
  if (entry.location.offset === undefined) return;
  if (known.length >= maxKnown) known.shift();
  known.push(entry);
}

function forget(known: Known[], written: Location, escaped: Escaped): void {
  let kept = 0;
  for (let i = 0; i < known.length; i++) {
    const entry = known[i]!;
    if (!mayAlias(entry.location, written, escaped)) known[kept++] = entry;
  }
  known.length = kept;
}

/** After a call only what it cannot reach is as it was, and the code of closure objects. */
function forgetShared(known: Known[], escaped: Escaped): void {
  let kept = 0;
  for (let i = 0; i < known.length; i++) {
    const entry = known[i]!;
    if (isPrivate(entry.location, escaped) || entry.value.op === "table.index") known[kept++] = entry;
  }
  known.length = kept;
}

/** A closure object made here begins with the table index of its function; nothing changes that. */
function callDirectly(call: Value, known: readonly Known[], context: PassContext): boolean {
  const object = call.args[0]!;
  if (object.op !== "new" && object.op !== "slot") return false;
  const first = known.findLast((entry) => entry.location.base === object && entry.location.offset === 0);
  if (first?.value.op !== "table.index" || !context.module.funcs.has(first.value.sym!)) return false;
  call.op = "call";
  call.args = [...call.args.slice(1), object];
  call.sym = first.value.sym;
  call.sig = undefined;
  return true;
}

/** Objects that do not escape and are never read need no stores. */
function dropDeadStores(func: Func, escaped: Escaped): boolean {
  const candidates: Value[] = [];
  for (const block of func.blocks)
    for (const value of block.values)
      if ((value.op === "slot" || value.op === "new") && escaped[value.id] === 0) candidates.push(value);
  if (candidates.length === 0) return false;
  const read = new Uint8Array(func.valueBound);
  const writes: [Value, Value][] = [];
  for (const block of func.blocks) {
    for (const value of block.values) {
      switch (value.op) {
        case "load":
          read[locate(value.args[0]!, 0, 0, undefined).base.id] = 1;
          break;
        case "move":
          read[locate(value.args[1]!, 0, 0, undefined).base.id] = 1;
          writes.push([locate(value.args[0]!, 0, 0, undefined).base, value]);
          break;
        case "store":
        case "clear":
          writes.push([locate(value.args[0]!, 0, 0, undefined).base, value]);
          break;
        default:
          // Whatever else has the address made it escape.
          break;
      }
    }
  }
  const own = new Set(candidates);
  const dead = new Set<Value>();
  for (const [base, write] of writes) if (own.has(base) && read[base.id] === 0) dead.add(write);
  if (dead.size === 0) return false;
  for (const block of func.blocks) {
    if (block.values.some((value) => dead.has(value)))
      block.values = block.values.filter((value) => !dead.has(value));
  }
  return true;
}
