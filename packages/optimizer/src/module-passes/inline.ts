import {
  cloneBody,
  computeDominators,
  computeLoops,
  InstructionBuilder,
  ReplacementMap,
  removeUnreachableBlocks,
  splitBlockAfter,
  type Block,
  type Func,
  type Module,
  type Opcode,
  type Value,
} from "@goes/ir";
import { noPos, type Pos } from "@goes/source";
import type { ModulePass } from "../pass.ts";
import { reachedFromLanding } from "../passes/gvn.ts";
import { hasBackEdge } from "../passes/licm.ts";
import { computeCallGraph, type CallGraph } from "./call-graph.ts";
import { computeDefining } from "../collector/defining.ts";
import { computeWatched } from "./watched.ts";

/** Functions up to this cost are inlined at every call. */
const smallCost = 10;
/** Functions up to this cost are inlined at calls that a loop repeats. */
const loopCost = 40;
/** Functions up to this cost are inlined if theirs is the only call. */
const singleCallCost = 160;
/**
 * What functions that run once take in. Engines compile a function quickly first and well when it is called often,
 * but do not replace it while it runs: in `main` a loop body stays slow, and what it calls becomes fast.
 */
const coldCost = 10;
/** Functions that have grown to this cost take in no more but the smallest ones. */
const callerLimit = 4000;
/** What a call site costs: below this, the copy is no larger than the call. */
const callCost = 6;

/**
 * Replaces calls of small functions by their bodies, callees first, so that what is inlined has
 * already been treated. Never for recursive functions, those with loops (a call is cheap beside a loop, and see
 * `coldCost`), with landing blocks or that recover, and those marked noinline; not where execution is not expected.
 * Positions are those of the callee.
 */
export const inline: ModulePass = {
  name: "inline",
  doc: "replaces calls of small functions by their bodies",
  level: "both",
  requires: ["rewrite-go"],
  run(module: Module): readonly Func[] {
    const graph = computeCallGraph(module);
    const kept = new Set([...computeWatched(module), ...computeDefining(module)]);
    const costs = new Map<Func, number>();
    const changed: Func[] = [];
    for (const func of graph.bottomUp) {
      if (inlineCalls(func, module, graph, costs)) changed.push(func);
      costs.set(func, kept.has(func.name) || hasBackEdge(func) ? Infinity : costOf(func));
    }
    return changed;
  },
};

/** Rough size of a function in instructions; what vanishes in the code counts nothing. */
export function costOf(func: Func): number {
  let cost = 0;
  for (const block of func.blocks) {
    cost += block.kind === "jump" || block.kind === "return" ? 0 : 1;
    for (const value of block.values) cost += opCosts[value.op] ?? 1;
  }
  return cost;
}

const opCosts: { readonly [K in Opcode]?: number } = {
  param: 0,
  const: 0,
  zero: 0,
  phi: 0,
  copy: 0,
  extract: 0,
  offset: 0,
  "make.string": 0,
  "make.slice": 0,
  "make.struct": 0,
  "make.iface": 0,
  data: 0,
  len: 0,
  cap: 0,
  typeword: 0,
  payload: 0,
  "i32.const": 0,
  "i64.const": 0,
  "f32.const": 0,
  "f64.const": 0,
  "ptr.null": 0,
  cast: 0,
  call: callCost,
  "call.iface": callCost + 2,
  "call.closure": callCost + 2,
  "call.indirect": callCost,
  "map.find": callCost,
  "map.assign": callCost,
  "string.concat": callCost,
  new: callCost,
  "new.array": callCost,
  "append.reserve": callCost,
  "check.index": 2,
  "check.range": 2,
};

function inlineCalls(
  func: Func,
  module: Module,
  graph: CallGraph,
  costs: ReadonlyMap<Func, number>,
): boolean {
  const calls: Value[] = [];
  for (const block of func.blocks) {
    if (block.unlikely || block.kind === "unreachable") continue;
    const first = block === func.blocks[0] ? landingNeeds(func) : -1;
    block.values.forEach((value, i) => {
      if (value.op !== "call" || i <= first) return;
      const callee = module.funcs.get(value.sym!);
      if (callee !== undefined && mayInline(callee, func, graph) && costs.get(callee) !== Infinity)
        calls.push(value);
    });
  }
  if (calls.length === 0) return false;
  // Parameters stay in the entry when it is split.
  const entry = func.blocks[0]!;
  const isParam = ({ op }: Value): boolean => op === "param";
  entry.values = [...entry.values.filter(isParam), ...entry.values.filter((value) => !isParam(value))];
  let size = costOf(func);
  const cold = func.runsOnce || func.name === module.start;
  const { innermost } = computeLoops(func, computeDominators(func));
  // Before blocks are split.
  const repeated = new Set(calls.filter((call) => innermost[call.block.id] !== undefined));
  const joined = new Map<Value, readonly Value[]>();
  // Last calls first: splitting a block then moves nothing that is still to be treated.
  for (let i = calls.length - 1; i >= 0; i--) {
    const call = calls[i]!;
    const callee = module.funcs.get(call.sym!)!;
    const cost = costs.get(callee) ?? Infinity;
    const once = graph.callSites.get(callee) === 1 && callee.exportName === undefined;
    const usual = repeated.has(call) ? loopCost : smallCost;
    const limit = size > callerLimit ? callCost : cold ? coldCost : once ? singleCallCost : usual;
    if (cost > limit + call.args.length) continue;
    joined.set(call, inlineCall(func, call, callee, module));
    size += cost;
  }
  return finishInlining(func, joined);
}

/** Replaces the calls that have been inlined by their results; false if there are none. */
export function finishInlining(func: Func, joined: ReadonlyMap<Value, readonly Value[]>): boolean {
  if (joined.size === 0) return false;
  replaceCalls(func, joined);
  removeUnreachableBlocks(func);
  return true;
}

/**
 * The index in the entry of the last value that the landing block or what it reaches uses; -1 for none. Up to there
 * the entry must stay in one piece.
 */
export function landingNeeds(func: Func): number {
  const landing = reachedFromLanding(func);
  if (landing === undefined) return -1;
  const entry = func.blocks[0]!;
  const needed = new Set<Value>();
  for (const block of func.blocks) {
    if (landing[block.id] !== 1) continue;
    for (const value of block.values) for (const arg of value.args) if (arg.block === entry) needed.add(arg);
    for (const value of block.control) if (value.block === entry) needed.add(value);
  }
  return entry.values.findLastIndex((value) => needed.has(value));
}

function mayInline(callee: Func, caller: Func, graph: CallGraph): boolean {
  if (callee.blocks.length === 0 || callee.noinline || callee.recovers || callee.landing !== undefined)
    return false;
  // A frame belongs to an activation.
  if (callee.level !== caller.level || callee.frameSize > 0) return false;
  if (graph.recursive.has(callee)) return false;
  return callee.blocks.some((block) => block.kind === "return");
}

/** Replaces `call` by the body of `callee`; returns the results, for the uses of the call. */
export function inlineCall(func: Func, call: Value, callee: Func, module: Module): Value[] {
  const before = call.block;
  const after = splitBlockAfter(func, call);
  before.values.pop();
  const { blocks } = cloneBody(func, callee, call.args);
  const entry = blocks[callee.blocks[0]!.id]!;
  before.succs = [entry];
  entry.preds = [before];
  after.preds = [];
  const results: Value[][] = callee.results.map(() => []);
  const inlinedPosition = placement(func, call, callee, module);
  for (const original of callee.blocks) {
    const copy = blocks[original.id]!;
    copy.unlikely ||= before.unlikely;
    if (inlinedPosition !== undefined)
      for (const value of copy.values) value.pos = inlinedPosition(value.pos);
    if (copy.kind !== "return") continue;
    copy.control.forEach((value, i) => results[i]!.push(value));
    copy.kind = "jump";
    copy.control = [];
    copy.succs = [after];
    after.preds.push(copy);
  }
  return joinResults(func, call, results, after);
}

/**
 * What becomes of the positions of an inlined function; undefined: they stay. Traces are of the program: what it calls of
 * the runtime is where the call is, and the user's functions are listed of their own.
 */
function placement(func: Func, call: Value, callee: Func, module: Module): ((pos: Pos) => Pos) | undefined {
  if (callee.origin === "runtime") return func.origin === "runtime" ? undefined : () => call.pos;
  if (callee.origin !== "user" || func.origin !== "user") return undefined;
  const known = new Map<Pos, Pos>();
  return (pos) => {
    if (pos === noPos) return pos;
    let made = known.get(pos);
    if (made === undefined) known.set(pos, (made = module.inlined.add(pos, call.pos, callee.name)));
    return made;
  };
}

/** The results are phis in front of what followed the call; returns the replacement of each. */
function joinResults(func: Func, call: Value, results: readonly Value[][], after: Block): Value[] {
  const build = new InstructionBuilder(func, after, call.pos);
  build.enterAt(after, 0);
  return results.map((args) => (args.length === 1 ? args[0]! : build.op("phi", args[0]!.type, args)));
}

/** Uses of inlined calls are replaced in one sweep, by their results. */
function replaceCalls(func: Func, joined: ReadonlyMap<Value, readonly Value[]>): void {
  const replacements = new ReplacementMap();
  for (const [call, results] of joined) if (results.length === 1) replacements.replace(call, results[0]!);
  for (const block of func.blocks) {
    for (const value of block.values) {
      if (value.op !== "extract") continue;
      const results = joined.get(value.args[0]!);
      if (results !== undefined && results.length > 1)
        replacements.replace(value, results[value.imm as number]!);
    }
  }
  replacements.apply(func);
}
