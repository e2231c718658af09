import {
  computeDominators,
  computeLiveness,
  computeLoops,
  hasBit,
  inLoop,
  removeUnreachableBlocks,
  resultType,
  splitBlockAt,
  types,
  WasmBuilder,
  type Block,
  type Func,
  type Loop,
  type LoopNest,
  type Type,
  type Value,
  frameLayout,
  runtimeSymbol,
} from "@goes/ir";
import type { MaySuspend } from "./may-suspend.ts";
import { resultsSymbol, suspendReason } from "./frame.ts";
import { frameRoom, openFunction, type Prologue, type Spill } from "./locals.ts";
import { isolatePoints, type SuspensionPoint } from "./points.ts";
import { isRematerialized, rematerialize } from "./rematerialize.ts";
import { repairValues } from "./repair.ts";
import { zeroOf } from "../memory/zero.ts";
import { ResumePaths } from "./resume-paths.ts";
import { resultOffset, storageOf } from "./storage.ts";

/** What the program around a function says. */
interface Surroundings {
  readonly maySuspend: MaySuspend;
  /** Panics can be recovered, so that unwinding may pass a suspended function. */
  readonly panicsUnwind: boolean;
}

/**
 * Gives a function that can suspend its paths out and in. After a call that may return suspended, a check leads to a block
 * that saves what is live into a frame and returns; at its entry the function looks whether it is to continue from a
 * frame, and goes to a block that restores the values and joins the code after that call. A suspension point
 * inside loops is reached through their headers, where a phi holds the state, so that loops keep one entry.
 */
export function transformFunction(func: Func, { maySuspend, panicsUnwind }: Surroundings): void {
  const spills: Spill[] = [];
  const prologue = openFunction(func, spills);
  const points = isolatePoints(func, maySuspend);
  new Transformation(func, prologue, points, spills, panicsUnwind).run();
}

/** The name of the descriptor of the frames of a function, and of the function that enters it again. */
export function resumeSymbols(name: string): { readonly descriptor: string; readonly thunk: string } {
  return { descriptor: `${name}·resume·o`, thunk: `${name}·resume` };
}

/** A value and its offset in the frame. */
interface SavedValue {
  readonly value: Value;
  readonly offset: number;
}

class Transformation {
  readonly #func: Func;
  readonly #build: WasmBuilder;
  readonly #prologue: Prologue;
  readonly #points: readonly SuspensionPoint[];
  readonly #panicsUnwind: boolean;
  /** Further definitions of values, with the value. */
  readonly #others: Map<Value, Value> = new Map();
  /** Where a panic that passes leaves the function; made when needed. */
  #leave: Block | undefined;
  /** The values of each phi that holds a state, by loop header. */
  readonly #selectors = new Map<Block, Value>();
  /** Where the states of a header go. */
  readonly #gates = new Map<Block, Block>();

  constructor(
    func: Func,
    prologue: Prologue,
    points: readonly SuspensionPoint[],
    spills: readonly Spill[],
    panicsUnwind: boolean,
  ) {
    this.#func = func;
    this.#build = new WasmBuilder(func, prologue.entry);
    this.#prologue = prologue;
    this.#points = points;
    this.#panicsUnwind = panicsUnwind;
    for (const { original, reload } of spills) this.#others.set(reload, original);
  }

  run(): void {
    const func = this.#func;
    const points = this.#points;
    const nest = computeLoops(func, computeDominators(func));
    const saved = this.#liveValues();
    if (this.#panicsUnwind) this.#makeLeave();
    const latches = new Map(nest.loops.map(({ header, latches }) => [header, latches]));
    const paths = new ResumePaths((header, block) => latches.get(header)?.includes(block) === true);
    points.forEach((point, i) => this.#addPoint(point, saved[i]!, nest, paths));
    this.#connect(paths);
    rematerialize(func, new Set([...saved.flat(), ...this.#prologue.fixed].filter(isRematerialized)));
    repairValues(func, this.#others);
    removeUnreachableBlocks(func);
    func.suspensions = points.map((point) => point.call.pos);
  }

  /** For each point the values that the code after it needs; its results and those of the entry apart. */
  #liveValues(): Value[][] {
    const func = this.#func;
    const { entry } = this.#prologue;
    const { liveIn } = computeLiveness(func);
    const byId: (Value | undefined)[] = new Array<Value | undefined>(func.valueBound).fill(undefined);
    for (const block of func.blocks) for (const value of block.values) byId[value.id] = value;
    const kept = new Set<Value | undefined>([this.#prologue.frame, this.#prologue.locals]);
    return this.#points.map(({ after, results }) => {
      const own = new Set(results.map(([, value]) => value));
      const live = liveIn[after.id]!;
      return byId.filter(
        (value): value is Value =>
          value !== undefined &&
          hasBit(live, value.id) &&
          !own.has(value) &&
          !kept.has(value) &&
          !(value.block === entry && value.op !== "param"),
      );
    });
  }

  /** The blocks around one point: the one that saves, and those that restore. */
  #addPoint(point: SuspensionPoint, live: readonly Value[], nest: LoopNest, paths: ResumePaths): void {
    const func = this.#func;
    const { call } = point;
    const room = frameRoom(this.#prologue);
    const values = live
      .filter((value) => !isRematerialized(value))
      .map((value) => ({ value, offset: room.take(value.type) }));

    const save = func.newBlock();
    save.unlikely = true;
    save.pos = call.pos;
    this.#branchToSave(point, save);
    const build = this.#at(save);
    const descriptor = build.global(resumeSymbols(func.name).descriptor);
    const frameArgs = [descriptor, build.i32(room.size), build.i32(point.state)];
    const frame = build.emit("call", types.ptr, frameArgs, { sym: runtimeSymbol("pushFrame") });
    const { locals } = this.#prologue;
    if (locals !== undefined) build.op("ptr.store", types.void, [frame, locals], frameLayout.size);
    for (const { value, offset } of values)
      build.op(storageOf(value.type).store, types.void, [frame, value], offset);
    // The collector looks at all words of a frame, and what was there before would stay reachable.
    for (const offset of room.rest()) build.op("i32.store", types.void, [frame, build.i32(0)], offset);
    this.#returnZeros(save);

    this.#addRestore(point, values, nest, paths);
  }

  /**
   * Leads from the resume block through the headers of the loops around a point to the code after its call. On the path the
   * values are restored: each in front of the outermost loop that does not change it, so that it stays
   * invariant there.
   */
  #addRestore(
    point: SuspensionPoint,
    values: readonly SavedValue[],
    nest: LoopNest,
    paths: ResumePaths,
  ): void {
    const loops: Loop[] = [];
    for (let loop = nest.innermost[point.after.id]; loop !== undefined; loop = loop.parent)
      loops.unshift(loop);
    const depthOf = (value: Value): number => {
      let depth = 0;
      while (depth < loops.length && inLoop(nest, loops[depth]!, value.block)) depth++;
      return depth;
    };
    let from: Block | undefined;
    for (let depth = 0; depth < loops.length; depth++) {
      const { header } = loops[depth]!;
      const here = values.filter(({ value }) => depthOf(value) === depth);
      if (here.length === 0) {
        paths.add(from, point.state, header);
      } else {
        const stage = this.#newRestore(point);
        this.#load(stage, here);
        this.#at(stage).jump(header);
        paths.add(from, point.state, stage);
        paths.enter(header, stage, point.state);
      }
      from = header;
    }
    const last = this.#newRestore(point);
    this.#load(
      last,
      values.filter(({ value }) => depthOf(value) === loops.length),
    );
    paths.add(from, point.state, last);
    for (const { header } of loops) paths.clear(header, last);
    this.#finishRestore(point, last);
  }

  #newRestore({ call }: SuspensionPoint): Block {
    const block = this.#func.newBlock();
    block.unlikely = true;
    block.pos = call.pos;
    return block;
  }

  #load(block: Block, values: readonly SavedValue[]): void {
    for (const { value, offset } of values) {
      const load = storageOf(value.type).load;
      this.#others.set(this.#at(block).op(load, value.type, [this.#prologue.frame], offset), value);
    }
  }

  /** The results of the call, and the edge to what follows it. */
  #finishRestore({ call, results, after }: SuspensionPoint, restore: Block): void {
    if (results.length > 0) {
      const build = this.#at(restore);
      const area = build.global(resultsSymbol);
      for (const [index, value] of results) {
        const load = storageOf(value.type).load;
        this.#others.set(build.op(load, value.type, [area], resultOffset(index)), value);
      }
    }
    if (this.#leave === undefined || call.op === "suspend") {
      this.#at(restore).jump(after);
    } else {
      const build = this.#at(restore);
      build.branch(build.op("unwind.get", types.i32), this.#leave, after);
    }
  }

  /** Ends the block before a point: with the edge to `save`, and with the one to what follows the call. */
  #branchToSave({ before, after, call }: SuspensionPoint, save: Block): void {
    if (call.op === "suspend") {
      before.values.splice(before.values.indexOf(call), 1);
      const build = this.#at(before);
      build.op("unwind.set", types.void, [build.i32(suspendReason)]);
      after.preds = [];
      build.jump(save);
      return;
    }
    const reason = this.#at(before).op("unwind.get", types.i32);
    after.preds = [];
    if (this.#leave === undefined) {
      this.#at(before).branch(reason, save, after);
      return;
    }
    const why = this.#func.newBlock();
    why.unlikely = true;
    this.#at(before).branch(reason, why, after);
    const build = this.#at(why);
    const other = build.op("i32.ne", types.i32, [reason, build.i32(suspendReason)]);
    build.branch(other, this.#leave, save);
  }

  /** Where a panic leaves: to the landing block, or out of the function. */
  #makeLeave(): void {
    const func = this.#func;
    const { landing } = func;
    if (landing === undefined) {
      this.#leave = func.newBlock();
      this.#leave.unlikely = true;
      const { locals, localsSize } = this.#prologue;
      if (locals !== undefined) {
        const sym = runtimeSymbol("leaveLocals");
        this.#at(this.#leave).emit("call", types.void, [locals, localsSize!], { sym });
      }
      this.#returnZeros(this.#leave);
      return;
    }
    // The landing block has no predecessors: a new one leads to what it was.
    const outside = func.newBlock();
    outside.unlikely = true;
    this.#at(outside).jump(landing);
    func.landing = outside;
    this.#leave = landing;
  }

  /** Opens the headers of loops with points inside, and sends each state on its path. */
  #connect(paths: ResumePaths): void {
    const { resume, frame } = this.#prologue;
    const state = this.#at(resume).op("i32.load", types.i32, [frame], frameLayout.offset.state);
    // What it holds stays readable: nothing is allocated before all has been restored.
    this.#at(resume).emit("call", types.void, [frame], { sym: runtimeSymbol("freeFrame") });
    for (const header of paths.headers()) this.#openHeader(header, paths);
    for (const [from, targets] of paths.all()) {
      const gate = from === undefined ? resume : this.#gates.get(from)!;
      const selector = from === undefined ? state : this.#selectors.get(from)!;
      this.#dispatch(gate, selector, targets);
    }
  }

  /**
   * Splits a loop header after its phis: a state that is not 0 goes to the gate of the loop. The state is cleared where
   * the values have been restored, so iterations of the loop only look at it.
   */
  #openHeader(header: Block, paths: ResumePaths): void {
    const func = this.#func;
    let phis = 0;
    while (header.values[phis]?.op === "phi") phis++;
    const build = new WasmBuilder(func, header, header.pos);
    build.enterAt(header, phis);
    const selector = build.op("phi", types.i32);
    selector.args = header.preds.map((pred) => {
      const entered = paths.stateOf(header, pred);
      if (entered !== undefined) return this.#at(pred).i32(entered);
      return paths.isInside(header, pred) ? selector : this.#zeroAtEnd(pred, types.i32);
    });
    for (const phi of header.values.slice(0, phis))
      while (phi.args.length < header.preds.length)
        phi.args.push(this.#zeroAtEnd(header.preds[phi.args.length]!, phi.type));
    for (const restore of paths.clears(header))
      this.#others.set(this.#zeroAtEnd(restore, types.i32), selector);
    const rest = splitBlockAt(func, header, phis + 1);
    rest.preds = [];
    const gate = func.newBlock();
    gate.unlikely = true;
    this.#at(header).branch(selector, gate, rest);
    this.#selectors.set(header, selector);
    this.#gates.set(header, gate);
  }

  /** Sends each state from `gate` to its target; headers hear the state. */
  #dispatch(gate: Block, selector: Value, targets: ReadonlyMap<number, Block>): void {
    const blocks = [...new Set(targets.values())];
    if (blocks.length === 1) {
      this.#at(gate).jump(blocks[0]!);
    } else {
      const most = [...targets.keys()].reduce((a, b) => Math.max(a, b));
      const last = blocks.at(-1)!;
      const states = Array.from({ length: most + 1 }, (_, state) => targets.get(state) ?? last);
      this.#at(gate).switch(selector, states, last);
    }
    for (const target of blocks) {
      const own = this.#selectors.get(target);
      for (const phi of target.values) {
        if (phi.op !== "phi") break;
        if (phi.args.length === target.preds.length) continue;
        phi.args.push(phi === own ? selector : this.#zeroAtEnd(gate, phi.type));
      }
    }
  }

  #returnZeros(block: Block): void {
    const zeros = this.#func.results.map((type) => this.#zeroAtEnd(block, type));
    this.#at(block).ret(zeros);
  }

  #zeroAtEnd(block: Block, type: Type): Value {
    const { op, imm } = zeroOf(type);
    return this.#at(block).op(op, type, [], imm);
  }

  /** The builder, at the end of a block and with its position. */
  #at(block: Block): WasmBuilder {
    const build = this.#build;
    build.block = block;
    build.pos = block.pos;
    return build;
  }
}

/** The function that enters `func` again and puts its results where the caller looks for them. */
export function makeThunk(func: Func, make: (name: string) => Func): Func {
  const thunk = make(resumeSymbols(func.name).thunk);
  thunk.level = "wasm";
  thunk.origin = func.origin;
  thunk.wrapper = true;
  thunk.closure = true;
  thunk.pos = func.pos;
  const build = new WasmBuilder(thunk, thunk.newBlock());
  build.op("param", types.ptr, [], 0);
  const args = func.params.map((type) => {
    const { op, imm } = zeroOf(type);
    return build.op(op, type, [], imm);
  });
  const call = build.emit("call", resultType(func.results), args, { sym: func.name });
  const results = build.resultsOf(call, func.results);
  if (results.length > 0) {
    // After suspending again these are zeros that nothing reads.
    const area = build.global(resultsSymbol);
    results.forEach((value, i) => {
      build.op(storageOf(value.type).store, types.void, [area, value], resultOffset(i));
    });
  }
  build.ret([]);
  return thunk;
}
