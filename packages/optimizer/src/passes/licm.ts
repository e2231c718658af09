import {
  dominates,
  InstructionBuilder,
  opSpec,
  sizeAlignOf,
  type Block,
  type Dominators,
  type Func,
  type Loop,
  type LoopNest,
  type Opcode,
  type Value,
} from "@goes/ir";
import { integerConstant } from "../go-rules/constants.ts";
import { locate, locationOf, mayAlias, type Escaped, type Location } from "../memory/alias.ts";
import { computeEscaped } from "../memory/escaped.ts";
import { analysesOf, type Pass, type PassContext } from "../pass.ts";
import { hidesPointer } from "./gvn.ts";

/**
 * Loop-invariant code motion: pure values whose args come from outside a loop move in front of it, loads too if
 * the loop writes nothing that they may read and reading early cannot go wrong. Inner loops first, so that values
 * climb out of nests. Leaves preheaders, which `simplify-cfg` removes if they stayed empty.
 */
export const licm: Pass = {
  name: "licm",
  doc: "moves invariant computations and loads out of loops",
  level: "both",
  requires: ["simplify-cfg"],
  // Preheaders apart, and those are said to the analyses.
  preserves: "cfg",
  run(func: Func, context: PassContext): boolean {
    if (!hasBackEdge(func)) return false;
    const analyses = analysesOf(func, context);
    if (analyses.loops.loops.length === 0) return false;
    if (addPreheaders(func, analyses.loops)) analyses.drop();
    const { dominators, loops: nest } = analyses;
    const motion = new Motion(func, dominators, nest);
    let changed = false;
    for (let i = nest.loops.length - 1; i >= 0; i--) if (motion.hoist(nest.loops[i]!)) changed = true;
    return changed;
  },
};

/** Whether a function has a loop. Blocks are in reverse postorder: an edge to an earlier block closes one. */
export function hasBackEdge(func: Func): boolean {
  const seen = new Uint8Array(func.blockBound);
  for (const block of func.blocks) {
    seen[block.id] = 1;
    for (const succ of block.succs) if (seen[succ.id] === 1) return true;
  }
  return false;
}

function preheaderOf(loop: Loop): Block | undefined {
  const outside = loop.header.preds.filter((pred) => !loop.latches.includes(pred));
  return outside.length === 1 && outside[0]!.kind === "jump" ? outside[0] : undefined;
}

/** Gives each loop a block of its own in front of the header; whether any was missing. */
function addPreheaders(func: Func, nest: LoopNest): boolean {
  let changed = false;
  for (const loop of nest.loops) {
    if (preheaderOf(loop) !== undefined) continue;
    const { header } = loop;
    const outside = header.preds.filter((pred) => !loop.latches.includes(pred));
    if (outside.length === 0) continue;
    const preheader = func.newBlock();
    preheader.kind = "jump";
    preheader.pos = header.pos;
    preheader.unlikely = header.unlikely;
    preheader.succs = [header];
    preheader.preds = outside;
    for (const phi of header.values) {
      if (phi.op !== "phi") break;
      const outer = phi.args.filter((_, i) => !loop.latches.includes(header.preds[i]!));
      const inner = phi.args.filter((_, i) => loop.latches.includes(header.preds[i]!));
      const same = outer.every((arg) => arg === outer[0]);
      const build = new InstructionBuilder(func, preheader, phi.pos);
      const merged = same ? outer[0]! : build.op("phi", phi.type, outer);
      phi.args = [merged, ...inner];
    }
    header.preds = [preheader, ...header.preds.filter((pred) => loop.latches.includes(pred))];
    for (const pred of outside) pred.succs[pred.succs.indexOf(header)] = preheader;
    changed = true;
  }
  return changed;
}

class Motion {
  readonly #func: Func;
  readonly #dominators: Dominators;
  readonly #nest: LoopNest;
  #escaped: Escaped | undefined;
  /** By block id: number of the loop (counted by `hoist`) that holds it, while that is treated. */
  readonly #stamp: Int32Array;
  #round = 0;

  constructor(func: Func, dominators: Dominators, nest: LoopNest) {
    this.#func = func;
    this.#dominators = dominators;
    this.#nest = nest;
    this.#stamp = new Int32Array(func.blockBound);
  }

  hoist(loop: Loop): boolean {
    const preheader = preheaderOf(loop);
    if (preheader === undefined) return false;
    const round = ++this.#round;
    const { position } = this.#dominators;
    for (const block of loop.blocks) this.#stamp[block.id] = round;
    const blocks = [...loop.blocks].sort((a, b) => position[a.id]! - position[b.id]!);
    const writes = writesOf(blocks, this.#func.level === "wasm");
    const exits = blocks.filter((block) => block.succs.some((succ) => this.#stamp[succ.id] !== round));
    let changed = false;
    for (const block of blocks) {
      if (block.unlikely && !loop.header.unlikely) continue;
      let always: boolean | undefined;
      const { values } = block;
      let kept = 0;
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!;
        if (this.#isInvariant(value, round)) {
          always ??= this.#runsAlways(block, loop, exits);
          if (this.#mayMove(value, always && !writes.checks, writes)) {
            value.block = preheader;
            preheader.values.push(value);
            continue;
          }
        }
        values[kept++] = value;
      }
      if (kept === values.length) continue;
      values.length = kept;
      changed = true;
    }
    return changed;
  }

  #isInvariant(value: Value, round: number): boolean {
    for (const arg of value.args) if (this.#stamp[arg.block.id] === round) return false;
    return true;
  }

  /** Whether the block runs in the first iteration of the loop, checks and calls apart. */
  #runsAlways(block: Block, loop: Loop, exits: readonly Block[]): boolean {
    return (
      loop.latches.every((latch) => dominates(this.#dominators, block, latch)) &&
      exits.every((exit) => dominates(this.#dominators, block, exit)) &&
      // A block of an inner loop may be after an endless one.
      this.#nest.innermost[block.id] === loop
    );
  }

  #mayMove(value: Value, always: boolean, writes: Writes): boolean {
    switch (opSpec(value.op).effect) {
      case "pure":
        // An address outside its object must not be a root of the collector.
        if (value.op === "index" && writes.anything) return false;
        if (value.op === "cast" && writes.calls && hidesPointer(value)) return false;
        return mayComputeEarly(value, always);
      case "reads":
        return this.#mayLoadEarly(value, always, writes);
      case "allocates":
      case "calls":
      case "panics":
      case "writes":
        return false;
    }
  }

  #mayLoadEarly(value: Value, always: boolean, writes: Writes): boolean {
    if (this.#func.level === "wasm") {
      // Loads stay after the checks of their block; without types only a loop that writes nothing will do.
      return always && writes.nothing && value.op.includes(".load");
    }
    if (value.op !== "load" || writes.anything) return false;
    const location = locationOf(value);
    if (!always && !isReadable(location, value)) return false;
    this.#escaped ??= computeEscaped(this.#func);
    for (const written of writes.locations) if (mayAlias(location, written, this.#escaped)) return false;
    return true;
  }
}

/** What the blocks of a loop write. */
interface Writes {
  /** Anything may be written: there are calls. */
  readonly anything: boolean;
  readonly nothing: boolean;
  readonly calls: boolean;
  /** Something may end a round early. */
  readonly checks: boolean;
  readonly locations: readonly Location[];
}

function writesOf(blocks: readonly Block[], lowered: boolean): Writes {
  const locations: Location[] = [];
  let anything = false;
  let nothing = true;
  let calls = false;
  let hasChecks = false;
  for (const block of blocks) {
    for (const value of block.values) {
      switch (opSpec(value.op).effect) {
        case "panics":
          hasChecks = true;
          break;
        case "allocates":
          calls = true;
          break;
        case "calls":
          calls = anything = true;
          nothing = false;
          hasChecks = true;
          break;
        case "writes":
          nothing = false;
          if (lowered) anything = true;
          else if (value.op === "store") locations.push(locationOf(value));
          else if (value.op === "clear" || value.op === "move")
            locations.push(locate(value.args[0]!, 0, value.imm as number, undefined));
          else anything = true;
          break;
        case "pure":
        case "reads":
          break;
      }
    }
  }
  return { anything, nothing, calls, checks: hasChecks, locations };
}

/** Whether computing a pure value where it may not be needed does no harm. */
function mayComputeEarly(value: Value, always: boolean): boolean {
  switch (value.op) {
    case "phi":
    case "param":
    case "slot":
      return false;
    case "div":
    case "rem": {
      // The check in front of it stays where it is.
      if (value.type.kind === "float64" || value.type.kind === "float32") return true;
      const divisor = integerConstant(value.args[1]!);
      return divisor !== undefined && divisor !== 0n;
    }
    case "eq":
    case "ne":
    case "lt":
    case "le":
    case "gt":
    case "ge":
      // Comparing strings reads them: what is not a string because a type test said so must not be read.
      return value.args[0]!.type.kind !== "string" || always;
    case "intrinsic":
      return opSpec(value.imm as Opcode).traps !== true;
    case "extract":
      // The results of a call follow it.
      return value.args[0]!.op !== "call";
    default:
      // Pure ops of both levels do no harm, except for instructions that trap.
      return opSpec(value.op).traps !== true;
  }
}

/** Nil is readable up to here (zeros). */
const readableNil = 1024;

/**
 * Whether reading the location is harmless even where the program would not: memory of its own, or a pointer of
 * known static type (nil reads zeros), but none that comes out of an interface or an integer.
 */
function isReadable(location: Location, load: Value): boolean {
  const { base, offset } = location;
  if (offset === undefined || offset < 0) return false;
  switch (base.op) {
    case "slot":
    case "new":
    case "global":
      return true;
    case "param":
    case "load":
      return offset + sizeAlignOf(load.type).size <= readableNil;
    default:
      // Not known to point at memory that is there.
      return false;
  }
}
