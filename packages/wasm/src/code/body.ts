import { InternalError } from "@goes/source";
import { type Func, type Value, runtimeSymbol } from "@goes/ir";
import type { ByteWriter } from "../byte-writer.ts";
import type { OpInfo } from "../op-info.ts";
import { instruction, valueType } from "../opcodes.ts";
import { writeEpilogue, writeLocals, writePrologue, writeZero } from "./frame.ts";
import type { FlowEdge, FlowGraph, FlowNode } from "./graph.ts";
import { writeCode, writeInstruction } from "./instruction.ts";
import { isCopy } from "./live-ranges.ts";
import type { Locals } from "./locals.ts";
import { stackOp } from "./stack-code.ts";
import type { Trace } from "../check/trace.ts";
import type { FunctionType, Symbols } from "./symbols.ts";
import type { Uses } from "./uses.ts";

/** Where the call of a body is, for traces. */
interface CallSite {
  /** Bytes from the start of the body (its size not included). */
  readonly offset: number;
  readonly pos: number;
  /** Of the call that makes a frame of a function that is being suspended: the symbol of its descriptor, and the state. */
  readonly frame?: { readonly descriptor: string; readonly state: number };
}

/** Everything known about a function before its bytes are written. */
export interface BodyPlan {
  readonly func: Func;
  readonly type: FunctionType;
  readonly graph: FlowGraph;
  readonly uses: Uses;
  readonly locals: Locals;
  readonly symbols: Symbols;
  /** Whether a call may return because the stack is unwound, which its caller must follow. */
  readonly mayUnwind: (call: Value) => boolean;
}

/**
 * Writes the body: locals, instructions and the final end; returns the call sites. A trace is told what the bytes
 * stand for.
 */
export function writeBody(plan: BodyPlan, out: ByteWriter, trace?: Trace): CallSite[] {
  // The first round writes nothing: it finds out which labels are branched to.
  const targets = new Set<FlowNode>();
  const dry = new BodyWriter(plan, out, targets, undefined, undefined);
  dry.structure();
  const writer = new BodyWriter(plan, out, new Set(), targets, trace);
  writeLocals(out, plan.locals);
  const start = out.length;
  writePrologue(out, plan.func, plan.locals, plan.symbols);
  if (out.length > start) trace?.frameMade(start, out.length);
  writer.structure();
  return writer.sites;
}

/** Deeper nested arms leave by branches, so that what follows them need not nest in an else. */
const maxNesting = 30;

/** What execution meets after the code that is being written: a node, the end of the function, or nothing known. */
type Next = FlowNode | "end" | undefined;

/** A node to write, the end of the innermost label, or what follows the arm of an if. */
type Work = { readonly node: FlowNode; readonly next: Next } | "end" | (() => void);

class BodyWriter {
  readonly sites: CallSite[] = [];
  readonly #plan: BodyPlan;
  readonly #out: ByteWriter;
  /** Branched to, collected in both rounds. */
  readonly #used: Set<FlowNode>;
  /** Labels that the first round found in use; undefined: this is the first round. */
  readonly #needed: ReadonlySet<FlowNode> | undefined;
  readonly #dry: boolean;
  readonly #trace: Trace | undefined;
  readonly #start: number;
  /** Open constructs, outermost first; undefined: one that is no target. */
  readonly #labels: (FlowNode | undefined)[] = [];
  /** The index of each target among them. */
  readonly #labelAt = new Map<FlowNode, number>();
  /** What is to be written after that which is written now, the next at the end: a program may nest as deep as it is long. */
  readonly #work: Work[] = [];
  /** How many nodes each node dominates, by its order; made for the first deep nest. */
  #sizes: Uint32Array | undefined;
  /** How many arms of ifs are open. */
  #nesting = 0;
  /** Whether execution can reach the point that is written next. */
  #live = true;
  /** Whether the validator thinks that it cannot. */
  #polymorphic = false;
  /** The results of the function are on the stack, and the end of the body follows. */
  #resultsReady = false;
  /** Peephole local.set x, local.get x: where the set begins and ends. */
  #setAt = -1;
  #setEnd = -1;
  #setLocal = -1;
  readonly #byId: (Value | undefined)[];
  readonly #leavesByUnwinding: boolean;
  readonly #wrapped: boolean;

  constructor(
    plan: BodyPlan,
    out: ByteWriter,
    used: Set<FlowNode>,
    needed: ReadonlySet<FlowNode> | undefined,
    trace: Trace | undefined,
  ) {
    this.#trace = trace;
    this.#plan = plan;
    this.#out = out;
    this.#used = used;
    this.#needed = needed;
    this.#dry = needed === undefined;
    this.#start = out.length;
    this.#byId = [];
    let unwinds = false;
    for (const node of plan.graph.nodes) {
      for (const value of node.block?.values ?? []) {
        if (plan.uses.live[value.id] === 0) continue;
        this.#byId[value.id] = value;
        unwinds ||= plan.mayUnwind(value);
      }
    }
    this.#leavesByUnwinding = unwinds && plan.func.landing === undefined;
    this.#wrapped = this.#leavesByUnwinding && (plan.type.results.length > 0 || plan.func.frameSize > 0);
  }

  structure(): void {
    const { graph, type } = this.#plan;
    const out = this.#out;
    const dry = this.#dry;
    if (this.#wrapped) {
      if (!dry) this.#open(instruction.block);
      this.#label(undefined);
      this.#tree(graph.entry, undefined);
      this.#unlabel();
      if (dry) return;
      if (!this.#polymorphic) out.u8(instruction.unreachable);
      out.u8(instruction.end);
      this.#epilogue();
      for (const result of type.results) writeZero(out, result);
      out.u8(instruction.end);
      return;
    }
    this.#tree(graph.entry, "end");
    if (dry) return;
    if (type.results.length > 0 && !this.#polymorphic && !this.#resultsReady) out.u8(instruction.unreachable);
    out.u8(instruction.end);
  }

  /** The code of a node and of all that it dominates. */
  #tree(root: FlowNode, next: Next): void {
    const work = this.#work;
    work.push({ node: root, next });
    for (let item = work.pop(); item !== undefined; item = work.pop()) {
      if (item === "end") this.#close();
      else if (typeof item === "function") item();
      else this.#node(item.node, item.next);
    }
  }

  #node(node: FlowNode, next: Next): void {
    const behind = this.#place(node.outer, next);
    if (node.loop?.header === node) {
      if (!this.#dry) this.#open(instruction.loop);
      this.#label(node);
      this.#work.push("end");
    }
    this.#body(node, this.#place(node.inner, behind));
  }

  /** Opens the blocks that the nodes of the list follow; returns what follows the innermost. */
  #place(list: readonly FlowNode[], next: Next): Next {
    let behind = next;
    for (let i = list.length - 1; i >= 0; i--) {
      const node = list[i]!;
      this.#work.push({ node, next: behind });
      // A label without branches needs no block: its node just follows.
      if (this.#needed === undefined || this.#needed.has(node)) {
        if (!this.#dry) this.#open(instruction.block);
        this.#label(node);
        this.#work.push("end");
      }
      behind = node;
    }
    return behind;
  }

  #open(code: number): void {
    this.#out.u8(code);
    this.#out.u8(valueType.empty);
  }

  #label(target: FlowNode | undefined): void {
    if (target !== undefined) this.#labelAt.set(target, this.#labels.length);
    this.#labels.push(target);
  }

  #unlabel(): void {
    const target = this.#labels.pop();
    if (target !== undefined) this.#labelAt.delete(target);
  }

  #close(): void {
    this.#unlabel();
    this.#polymorphic = false;
    if (!this.#dry) this.#out.u8(instruction.end);
  }

  #body(node: FlowNode, next: Next): void {
    this.#live = true;
    this.#trace?.node(this.#out.length, node);
    switch (node.kind) {
      case "jump": {
        if (node.block !== undefined) this.#code(node, node.code, node.code.length);
        const edge = node.succs[0]!;
        this.#copies(node, edge);
        if (node.assign !== undefined && !this.#dry) {
          this.#out.u8(instruction.i32Const);
          this.#out.s32(node.assign.value);
          this.#setLocalTo(this.#plan.locals.selectors[node.assign.selector]!);
        }
        this.#goto(node, edge.target, next);
        return;
      }
      case "if":
        this.#if(node, next);
        return;
      case "switch":
        this.#switch(node);
        return;
      case "return":
        this.#code(node, node.code, node.code.length);
        this.#return(next);
        return;
      case "unreachable":
        this.#code(node, node.code, node.code.length);
        this.#dead();
        if (!this.#dry) this.#out.u8(instruction.unreachable);
        return;
    }
  }

  #dead(): void {
    this.#live = false;
    this.#polymorphic = true;
  }

  #return(next: Next): void {
    const { type } = this.#plan;
    if (!this.#dry) this.#epilogue();
    if (next === "end" && (type.results.length === 0 || this.#labels.length === 0)) {
      this.#resultsReady = type.results.length > 0;
      return;
    }
    if (!this.#dry) this.#out.u8(instruction.return);
    this.#dead();
  }

  #epilogue(): void {
    const { func, locals, symbols } = this.#plan;
    const start = this.#out.length;
    writeEpilogue(this.#out, func, locals, symbols);
    if (this.#out.length > start) this.#trace?.frameGivenBack(start, this.#out.length);
  }

  /** Whether a jump from `node` to `target` is a branch to a label. */
  #isBranch(node: FlowNode, target: FlowNode): boolean {
    return target.labelled || target.order <= node.order;
  }

  #goto(node: FlowNode, target: FlowNode, next: Next): void {
    if (!this.#isBranch(node, target)) this.#work.push({ node: target, next });
    else if (target.order <= node.order || target !== next) this.#branch(instruction.br, target, node);
  }

  #branch(code: number, target: FlowNode, from: FlowNode): void {
    const depth = this.#depth(target, from);
    if (code === instruction.br) this.#dead();
    if (this.#dry) return;
    this.#out.u8(code);
    this.#out.u32(depth);
  }

  /** The relative depth of the label of a node as seen from another node. */
  #depth(target: FlowNode, from: FlowNode): number {
    if (target.order > from.order) this.#used.add(target);
    const at = this.#labelAt.get(target);
    if (at === undefined) {
      throw new InternalError("wasm", `no label for b${target.block?.id} in ${this.#plan.func.name}`);
    }
    return this.#labels.length - 1 - at;
  }

  #if(node: FlowNode, next: Next): void {
    const [then, otherwise] = [node.succs[0]!, node.succs[1]!];
    const flat = this.#nesting >= maxNesting;
    const thenBranch = this.#isPlainBranch(node, then);
    const elseBranch = this.#isPlainBranch(node, otherwise);
    const thenFalls = !flat && thenBranch && then.target === next && then.target.order > node.order;
    const elseFalls = !flat && elseBranch && otherwise.target === next && otherwise.target.order > node.order;
    if (thenBranch && !thenFalls) {
      this.#condition(node, false);
      this.#branch(instruction.brIf, then.target, node);
      this.#edge(node, otherwise, next);
    } else if (elseBranch && !elseFalls) {
      this.#condition(node, true);
      this.#branch(instruction.brIf, otherwise.target, node);
      this.#edge(node, then, next);
    } else if (elseFalls || thenFalls) {
      this.#condition(node, thenFalls);
      this.#arm(node, thenFalls ? otherwise : then, next, instruction.if, () => this.#endIf());
    } else {
      const swapped = flat
        ? this.#size(node, otherwise) < this.#size(node, then)
        : this.#ends(node, otherwise, next) && !this.#ends(node, then, next);
      const [first, second] = swapped ? [otherwise, then] : [then, otherwise];
      this.#condition(node, swapped);
      this.#arm(node, first, flat ? undefined : next, instruction.if, () => {
        if (this.#live) {
          this.#arm(node, second, next, instruction.else, () => this.#endIf());
          return;
        }
        this.#endIf();
        this.#edge(node, second, next);
      });
    }
  }

  /** How many nodes the arm along an edge holds: where the smaller arms nest, nests are no deeper than a logarithm. */
  #size(node: FlowNode, { target }: FlowEdge): number {
    if (this.#isBranch(node, target)) return 0;
    this.#sizes ??= dominatedSizes(this.#plan.graph);
    return this.#sizes[target.order]!;
  }

  /** An edge without copies to a label. */
  #isPlainBranch(node: FlowNode, edge: FlowEdge): boolean {
    return this.#isBranch(node, edge.target) && this.#needsNoCopies(edge);
  }

  /** Whether an edge does certainly not continue after the if. */
  #ends(node: FlowNode, edge: FlowEdge, next: Next): boolean {
    const { target } = edge;
    if (this.#isBranch(node, target)) return target !== next || target.order <= node.order;
    if (target.loop?.header === target) return false;
    if (target.kind === "return") return next !== "end" || this.#plan.type.results.length > 0;
    if (target.kind === "unreachable") return true;
    return (
      target.kind === "jump" &&
      this.#isBranch(target, target.succs[0]!.target) &&
      target.succs[0]!.target !== next
    );
  }

  /** Writes one arm of an if, and then what `then` writes. */
  #arm(node: FlowNode, edge: FlowEdge, next: Next, code: number, then: () => void): void {
    this.#live = true;
    if (!this.#dry) {
      this.#out.u8(code);
      if (code === instruction.if) this.#out.u8(valueType.empty);
    }
    this.#polymorphic = false;
    this.#label(undefined);
    this.#nesting++;
    this.#work.push(() => {
      this.#nesting--;
      this.#unlabel();
      then();
    });
    this.#copies(node, edge);
    if (!this.#isBranch(node, edge.target)) this.#work.push({ node: edge.target, next });
    else if (edge.target !== next || edge.target.order <= node.order)
      this.#branch(instruction.br, edge.target, node);
  }

  #endIf(): void {
    this.#live = true;
    this.#polymorphic = false;
    if (!this.#dry) this.#out.u8(instruction.end);
  }

  #edge(node: FlowNode, edge: FlowEdge, next: Next): void {
    this.#live = true;
    this.#copies(node, edge);
    this.#goto(node, edge.target, next);
  }

  #switch(node: FlowNode): void {
    const { selectors } = this.#plan.locals;
    this.#code(node, node.code, node.code.length);
    const depths = node.succs.map((edge) => this.#depth(edge.target, node));
    const last = depths[depths.length - 1]!;
    this.#dead();
    if (this.#dry) return;
    const out = this.#out;
    if (node.selector !== undefined) {
      out.u8(instruction.localGet);
      out.u32(selectors[node.selector]!);
    }
    out.u8(instruction.brTable);
    out.u32(node.cases.length);
    for (const index of node.cases) out.u32(depths[index]!);
    out.u32(last);
  }

  /** The condition of an if, or its opposite. */
  #condition(node: FlowNode, inverted: boolean): void {
    const { code } = node;
    if (!inverted) {
      this.#code(node, code, code.length);
      return;
    }
    const last = code[code.length - 1]!;
    const value = (last & 7) === stackOp.op ? this.#byId[last >> 3] : undefined;
    const info = value === undefined ? undefined : this.#plan.uses.infoOf(value);
    if (value?.op === "i32.eq" && this.#endsWithZero(code)) {
      this.#code(node, code, code.length - 2);
      return;
    }
    if (info !== undefined && (info.inverse !== 0 || value?.op === "i32.eqz")) {
      this.#code(node, code, code.length - 1);
      if (info.inverse !== 0 && !this.#dry) {
        const start = this.#out.length;
        writeCode(this.#out, info.inverse);
        this.#trace?.inverse(start, this.#out.length, value!);
      }
      return;
    }
    this.#code(node, code, code.length);
    if (!this.#dry) this.#out.u8(instruction.i32Eqz);
  }

  /** Whether the comparison at the end of the code is with the constant 0. */
  #endsWithZero(code: readonly number[]): boolean {
    const operand = code[code.length - 2]!;
    if ((operand & 7) !== stackOp.op) return false;
    const value = this.#byId[operand >> 3];
    return value?.op === "ptr.null" || (value?.op === "i32.const" && value.imm === 0);
  }

  #needsNoCopies(edge: FlowEdge): boolean {
    return edge.phis.every((phi, i) => this.#isCoalesced(phi, edge, i));
  }

  #isCoalesced(phi: Value, edge: FlowEdge, index: number): boolean {
    const part = edge.parts[index]!;
    if (!isCopy(part)) return false;
    const { of } = this.#plan.locals;
    return of[part[0]! >> 3] === of[phi.id];
  }

  /** The parallel copies of an edge: the stack holds all values while the phis are set. */
  #copies(node: FlowNode, edge: FlowEdge): void {
    if (this.#dry) {
      for (const part of edge.parts) this.#code(node, part, part.length);
      return;
    }
    const pending: number[] = [];
    edge.phis.forEach((phi, i) => {
      if (this.#isCoalesced(phi, edge, i)) return;
      const part = edge.parts[i]!;
      this.#code(node, part, part.length);
      pending.push(this.#plan.locals.of[phi.id]!);
    });
    for (let i = pending.length - 1; i >= 0; i--) this.#setLocalTo(pending[i]!);
  }

  #setLocalTo(index: number): void {
    this.#setAt = this.#out.length;
    this.#setLocal = index;
    this.#out.u8(instruction.localSet);
    this.#out.u32(index);
    this.#setEnd = this.#out.length;
  }

  #getLocal(index: number): void {
    const out = this.#out;
    if (out.length === this.#setEnd && this.#setLocal === index) {
      out.patch(this.#setAt, instruction.localTee);
      this.#setEnd = -1;
      return;
    }
    out.u8(instruction.localGet);
    out.u32(index);
  }

  #code(node: FlowNode, code: readonly number[], end: number): void {
    const { symbols, uses, locals } = this.#plan;
    const out = this.#out;
    const dry = this.#dry;
    for (let i = 0; i < end; i++) {
      const element = code[i]!;
      const kind = element & 7;
      const id = element >> 3;
      if (dry) {
        // Only the branches out of the code matter.
        if (kind !== stackOp.op && kind !== stackOp.panicCall) continue;
        const value = this.#byId[id]!;
        if (node.landing !== undefined && this.#plan.mayUnwind(value)) this.#depth(node.landing, node);
        continue;
      }
      switch (kind) {
        case stackOp.get:
          this.#getLocal(locals.of[id]!);
          break;
        case stackOp.set:
          this.#setLocalTo(locals.of[id]!);
          break;
        case stackOp.tee:
          out.u8(instruction.localTee);
          out.u32(locals.of[id]!);
          break;
        case stackOp.drop:
          out.u8(instruction.drop);
          break;
        case stackOp.framePointer:
          out.u8(instruction.localGet);
          out.u32(locals.framePointer);
          break;
        case stackOp.panicIf:
          this.#trace?.panicIf(out.length, this.#byId[id]!);
          this.#open(instruction.if);
          break;
        case stackOp.panicCall: {
          const value = this.#byId[id]!;
          this.#instruction(value, uses.infoOf(value));
          this.#label(undefined);
          if (this.#plan.mayUnwind(value)) this.#leave(node, instruction.br);
          else if (value.op !== "call.if") out.u8(instruction.unreachable);
          this.#unlabel();
          out.u8(instruction.end);
          break;
        }
        default: {
          const value = this.#byId[id]!;
          const info = uses.infoOf(value);
          this.#instruction(value, info);
          if (info.effect > 3 && this.#plan.mayUnwind(value)) {
            out.u8(instruction.globalGet);
            out.u32(symbols.unwind);
            this.#leave(node, instruction.brIf);
          }
        }
      }
    }
  }

  /** Leaves because the stack is unwound: to the landing block, or out of the function. */
  #leave(node: FlowNode, code: number): void {
    const depth =
      node.landing !== undefined
        ? this.#depth(node.landing, node)
        : this.#labels.length - (this.#wrapped ? 1 : 0);
    this.#out.u8(code);
    this.#out.u32(depth);
  }

  #instruction(value: Value, info: OpInfo): void {
    const { symbols, locals, uses } = this.#plan;
    let extra = 0;
    if (info.form === "memory") {
      const base = uses.resolve(value.args[0]!);
      if (base.op === "frame") extra = Number(base.imm ?? 0);
    }
    if (
      value.pos !== 0 &&
      (info.form === "call" || info.form === "call.indirect" || info.form === "panic.if")
    ) {
      const offset = this.#out.length - this.#start;
      const frame = frameOf(value);
      this.sites.push({ offset, pos: value.pos, ...(frame !== undefined && { frame }) });
    }
    const start = this.#out.length;
    writeInstruction(this.#out, value, info, symbols, locals.framePointer, extra);
    this.#trace?.value(start, this.#out.length, value);
  }
}

/** For each node, by its order: how many nodes it dominates, itself included. */
function dominatedSizes({ nodes }: FlowGraph): Uint32Array {
  const sizes = new Uint32Array(nodes.length).fill(1);
  // A dominator comes earlier in reverse postorder than what it dominates.
  for (let i = nodes.length - 1; i > 0; i--) sizes[nodes[i]!.idom!.order]! += sizes[i]!;
  return sizes;
}

/** Which frame a call makes: see the coroutine pass. */
function frameOf({ sym, args }: Value): CallSite["frame"] {
  if (sym !== runtimeSymbol("pushFrame")) return undefined;
  const [descriptor, , state] = args;
  return { descriptor: descriptor!.sym!, state: state!.imm as number };
}
