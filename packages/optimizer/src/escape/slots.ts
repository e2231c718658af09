import {
  computeDominators,
  dominates,
  ReplacementMap,
  fieldOffsets,
  InstructionBuilder,
  sizeAlignOf,
  types,
  type Func,
  type Layout,
  type Module,
  type Value,
} from "@goes/ir";
import { computeCyclic } from "./cycles.ts";
import type { FunctionEscapes } from "./summaries.ts";
import { Turns } from "./turns.ts";

/** An object larger than this is on the heap. */
const maxObject = 64 * 1024;
/** All slots of a function together. */
const maxFunction = 128 * 1024;
/**
 * All objects of a function that is waiting again and again, as bodies of goroutines are: its frames hold the slots all the
 * time, and objects on the heap only while they are used.
 */
const maxSuspending = 96;

/** What becomes of an allocation. */
interface Decision {
  readonly value: Value;
  readonly onStack: boolean;
}

/** Decides which objects of a function do not outlive it and fit on the stack. */
export function decide(func: Func, module: Module, escapes: FunctionEscapes, suspends: boolean): Decision[] {
  const decisions: Decision[] = [];
  let room = suspends ? maxSuspending : maxFunction - slotBytes(func, module);
  let cyclic: Uint8Array | undefined;
  let turns: Turns | undefined;
  for (const block of func.blocks) {
    for (const value of block.values) {
      if (value.op !== "new" && value.op !== "new.array") continue;
      const size = sizeOf(value, module);
      let onStack =
        size !== undefined && size <= Math.min(room, maxObject) && escapes.levels.at[0][value.id] === 0;
      if (onStack && (cyclic ??= computeCyclic(func))[block.id] === 1)
        onStack = (turns ??= new Turns(func, escapes.flows.flows)).endsWithTurn(value);
      if (onStack) room -= (size! + 7) & -8;
      decisions.push({ value, onStack });
    }
  }
  if (suspends && !isWorthLocals(func, decisions))
    return decisions.map(({ value }) => ({ value, onStack: false }));
  return decisions;
}

/**
 * Whether the memory that a function which can suspend takes for its slots at each call is there anyway, or pays, since some object is
 * made in every call or in a loop.
 */
function isWorthLocals(func: Func, decisions: readonly Decision[]): boolean {
  if (func.landing !== undefined || func.blocks[0]!.values.some(({ op }) => op === "slot")) return true;
  const blocks = new Set(decisions.filter(({ onStack }) => onStack).map(({ value }) => value.block));
  if (blocks.size === 0) return false;
  const cyclic = computeCyclic(func);
  const dominators = computeDominators(func);
  const returns = func.blocks.filter(({ kind, id }) => kind === "return" && dominators.position[id]! >= 0);
  return [...blocks].some(
    (block) => cyclic[block.id] === 1 || returns.every((end) => dominates(dominators, block, end)),
  );
}

/** Puts objects into slots. */
export function moveToStack(func: Func, module: Module, objects: readonly Value[]): void {
  const replacements = new ReplacementMap();
  const entry = func.blocks[0]!;
  const slots: Value[] = [];
  const build = new InstructionBuilder(func, entry);
  const chosen = new Set(objects);
  for (const block of func.blocks) {
    if (!block.values.some((value) => chosen.has(value))) continue;
    const out: Value[] = [];
    block.values.forEach((value, i) => {
      if (!chosen.has(value)) {
        out.push(value);
        return;
      }
      const layout = layoutOf(value, module);
      build.pos = value.pos;
      build.enterList(entry, slots);
      const slot = build.emit("slot", types.ptr, [], { sym: layout.name });
      replacements.replace(value, slot);
      if (isFilled(block.values, i, layout.size)) return;
      build.enterList(block, out);
      build.op("clear", types.void, [slot], layout.size, layout.name);
    });
    block.values = out;
  }
  const at = entry.values.findLastIndex(({ op }) => op === "param") + 1;
  entry.values.splice(at, 0, ...slots);
  replacements.apply(func);
}

function slotBytes(func: Func, module: Module): number {
  let sum = 0;
  for (const { op, sym } of func.blocks[0]!.values) if (op === "slot") sum += module.layouts.get(sym!)!.size;
  return sum;
}

/** Bytes of an object, if that is known and not 0. */
function sizeOf({ op, args, sym }: Value, module: Module): number | undefined {
  const { size } = module.layouts.get(sym!)!;
  if (op === "new") return size === 0 ? undefined : size;
  const [count] = args;
  if (count!.op !== "const") return undefined;
  const bytes = Number(count!.imm) * size;
  return bytes > 0 ? bytes : undefined;
}

/** The layout of the object, or of the array of objects, that a value makes. */
function layoutOf(value: Value, module: Module): Layout {
  const element = module.layouts.get(value.sym!)!;
  if (value.op === "new") return element;
  const count = Number(value.args[0]!.imm);
  const name = `[${count}]${element.name}`;
  const known = module.layouts.get(name);
  if (known !== undefined) return known;
  const repeat = (offsets: Iterable<number>): number[] =>
    Array.from({ length: count }, (_, i) => [...offsets].map((offset) => offset + i * element.size)).flat();
  const layout: Layout = {
    name,
    size: count * element.size,
    align: element.align,
    pointers: repeat(element.pointers),
    payloads: element.payloads === undefined ? undefined : new Set(repeat(element.payloads)),
  };
  module.layouts.set(name, layout);
  return layout;
}

/** Whether the block stores to every byte of the object number `index` before it does anything else with it. */
function isFilled(values: readonly Value[], index: number, size: number): boolean {
  if (size > 256) return false;
  const addresses = new Map<Value, number>([[values[index]!, 0]]);
  const filled = new Uint8Array(size);
  for (let i = index + 1; i < values.length; i++) {
    const value = values[i]!;
    const [address] = value.args;
    const at = address === undefined ? undefined : addresses.get(address);
    if (value.op === "offset" && at !== undefined) {
      addresses.set(value, at + (value.imm as number));
    } else if (value.op === "store" && at !== undefined && !addresses.has(value.args[1]!)) {
      forEachByte(value.args[1]!.type, at + (value.imm as number), (byte) => {
        filled[byte] = 1;
      });
      if (!filled.includes(0)) return true;
    } else if (value.args.some((arg) => addresses.has(arg))) return false;
  }
  return false;
}

function forEachByte(type: Value["type"], start: number, visit: (byte: number) => void): void {
  if (type.kind === "struct") {
    const offsets = fieldOffsets(type.fields);
    type.fields.forEach((field, i) => {
      forEachByte(field, start + offsets[i]!, visit);
    });
    return;
  }
  const { size } = sizeAlignOf(type);
  for (let byte = start; byte < start + size; byte++) visit(byte);
}
