import {
  splitBlockAt,
  types,
  WasmBuilder,
  type Block,
  type Func,
  type Value,
  frameLayout,
  runtimeName,
  runtimeSymbol,
} from "@goes/ir";
import { isRematerialized } from "./rematerialize.ts";
import { Room, storageOf } from "./storage.ts";

/** The beginning of a function that can suspend. */
export interface Prologue {
  /** Every activation begins here: parameters, `frame`, `locals`; ends with a branch to `resume` or `body`. */
  readonly entry: Block;
  readonly resume: Block;
  readonly body: Block;
  /** The frame from which this activation continues; nil for a call. */
  readonly frame: Value;
  /** The memory of the addressed locals; undefined if there are none. */
  readonly locals: Value | undefined;
  readonly localsSize: Value | undefined;
  /** Constants and addresses of the old entry, which does not dominate the landing block any more. */
  readonly fixed: readonly Value[];
}

/** A value of the old entry that the landing block reads from memory: what is in registers there is unknown. */
export interface Spill {
  readonly original: Value;
  readonly reload: Value;
}

/**
 * Gives a function its new entry. Parameters stay there; what else the old entry did is done by calls only. The
 * addressed locals move from the shadow stack, which the goroutines share, to memory of the activation's own; so do
 * the values that the landing block takes from the entry. Their reloads are appended to `spills`.
 */
export function openFunction(func: Func, spills: Spill[]): Prologue {
  const entry = func.blocks[0]!;
  const params = entry.values.filter((value) => value.op === "param");
  entry.values = [...params, ...entry.values.filter((value) => value.op !== "param")];
  const needed = landingValues(func, entry);
  const body = splitBlockAt(func, entry, params.length);
  const room = new Room(func.frameSize);
  const offsets = needed.map((value) => room.take(value.type));
  const build = new WasmBuilder(func, entry);
  const resuming = runtimeName("resumingFrame");
  const frame = build.op("ptr.load", types.ptr, [build.global(resuming)], 0);
  let locals: Value | undefined;
  let localsSize: Value | undefined;
  if (room.size > 0 || func.landing !== undefined) {
    localsSize = build.i32(Math.max(room.size, 4));
    locals = build.emit("call", types.ptr, [frame, localsSize], { sym: runtimeSymbol("enterLocals") });
    moveFrame(func, locals);
    returnLocals(func, locals, localsSize);
    if (needed.length > 0) spill(func, entry, body, locals, needed, offsets, spills);
  }
  func.frameSize = 0;
  func.frameObjects = [];

  const resume = func.newBlock();
  resume.unlikely = true;
  body.preds = [];
  build.branch(build.cast(frame, types.i32), resume, body);
  build.enter(resume);
  build.op("ptr.store", types.void, [build.global(resuming), build.null()], 0);
  const fixed = func.landing === undefined ? [] : body.values.filter(isRematerialized);
  return { entry, resume, body, frame, locals, localsSize, fixed };
}

/** Values of the entry, constants apart, that are used by blocks which the landing block reaches. */
function landingValues(func: Func, entry: Block): Value[] {
  if (func.landing === undefined) return [];
  const needed = new Set<Value>();
  const seen = new Set<Block>([func.landing]);
  for (const block of seen) {
    for (const succ of block.succs) seen.add(succ);
    const use = (value: Value): void => {
      if (value.block === entry && value.op !== "frame" && !isRematerialized(value)) needed.add(value);
    };
    for (const value of block.values) value.args.forEach(use);
    block.control.forEach(use);
  }
  return [...needed];
}

function moveFrame(func: Func, locals: Value): void {
  for (const block of func.blocks) {
    for (const value of block.values) {
      if (value.op !== "frame") continue;
      value.op = "offset";
      value.args = [locals];
    }
  }
}

function returnLocals(func: Func, locals: Value, size: Value): void {
  for (const block of func.blocks) {
    if (block.kind !== "return") continue;
    const build = new WasmBuilder(func, block);
    build.emit("call", types.void, [locals, size], { sym: runtimeSymbol("leaveLocals") });
  }
}

function spill(
  func: Func,
  entry: Block,
  body: Block,
  locals: Value,
  values: readonly Value[],
  offsets: readonly number[],
  spills: Spill[],
): void {
  const landing = func.landing!;
  const build = new WasmBuilder(func, body);
  values.forEach((original, i) => {
    const { load, store } = storageOf(original.type);
    // Parameters are in the entry, the others in what was split off it.
    build.enterAt(body, original.block === entry ? 0 : body.values.indexOf(original) + 1);
    build.op(store, types.void, [locals, original], offsets[i]!);
    build.enterAt(landing, i);
    const reload = build.op(load, original.type, [locals], offsets[i]!);
    spills.push({ original, reload });
  });
}

/** Where values begin in a frame: after the header and the address of the locals. */
export function frameRoom(prologue: Prologue): Room {
  return new Room(frameLayout.size + (prologue.locals === undefined ? 0 : 4));
}
