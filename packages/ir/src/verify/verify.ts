import type { Block } from "../block.ts";
import { computeDominators, dominates, type Dominators } from "../analysis/dominators.ts";
import type { Func } from "../func.ts";
import type { Module } from "../module.ts";
import { printValue } from "../text/print.ts";
import { resultType, sameType, types, type Type } from "../type.ts";
import type { Value } from "../value.ts";
import type { Invariant, Violation } from "./invariants.ts";
import { notations } from "./signature.ts";

/** Checks the {@link invariants}; returns one message a violation, none for a sound function. Never throws. */
export function verifyFunc(func: Func, module?: Module): string[] {
  return findViolations(func, module).map(({ message }) => message);
}

/** The violations of the invariants, with the messages of {@link verifyFunc}. Never throws. */
export function findViolations(func: Func, module?: Module): readonly Violation[] {
  const violations: Violation[] = [];
  try {
    const verification = new Verification(func, module, violations);
    verification.checkShape();
    // Dominators of a broken graph mean nothing.
    if (violations.length === 0) verification.checkValues();
  } catch (error) {
    violations.push({ invariant: undefined, message: `the verifier itself failed: ${String(error)}` });
  }
  return violations;
}

/** Notes what is wrong with one value. */
type Fail = (invariant: Invariant, what: string) => void;

const integerKinds = new Set([
  "int8",
  "int16",
  "int32",
  "int64",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "i32",
  "i64",
]);

class Verification {
  readonly #func: Func;
  readonly #module: Module | undefined;
  readonly #violations: Violation[];
  readonly #listed = new Set<Value>();

  constructor(func: Func, module: Module | undefined, violations: Violation[]) {
    this.#func = func;
    this.#module = module;
    this.#violations = violations;
  }

  #fail(invariant: Invariant, message: string): void {
    this.#violations.push({ invariant, message });
  }

  checkShape(): void {
    const { blocks, landing } = this.#func;
    const listed = new Set(blocks);
    if (listed.size !== blocks.length) this.#fail("listed", "a block is listed twice");
    if (new Set(blocks.map((block) => block.id)).size !== blocks.length)
      this.#fail("listed", "two blocks share an id");
    const entry = blocks[0];
    if (entry !== undefined && entry.preds.length > 0)
      this.#fail("entry", `entry b${entry.id} has predecessors`);
    if (landing !== undefined) {
      if (!listed.has(landing)) this.#fail("landing", `landing b${landing.id} is not listed`);
      if (landing.preds.length > 0) this.#fail("landing", `landing b${landing.id} has predecessors`);
      if (landing === entry) this.#fail("landing", "the entry is the landing block");
    }
    const ids = new Set<number>();
    for (const block of blocks) {
      this.#checkEdges(block, listed);
      this.#checkEnd(block);
      let phis = true;
      for (const value of block.values) {
        if (this.#listed.has(value)) this.#fail("listed", `v${value.id} is listed twice`);
        if (ids.has(value.id)) this.#fail("listed", `two values share the id v${value.id}`);
        ids.add(value.id);
        this.#listed.add(value);
        if (value.block !== block)
          this.#fail("listed", `v${value.id} stands in b${block.id} but says b${value.block.id}`);
        if (value.op !== "phi") phis = false;
        else if (!phis) this.#fail("phis", `phi v${value.id} stands behind other values`);
        else if (value.args.length !== block.preds.length)
          this.#fail(
            "phis",
            `phi v${value.id} has ${value.args.length} args for ${block.preds.length} predecessors`,
          );
      }
    }
  }

  #checkEdges(block: Block, listed: ReadonlySet<Block>): void {
    if (new Set(block.succs).size !== block.succs.length)
      this.#fail("edges", `b${block.id} has a successor twice`);
    if (new Set(block.preds).size !== block.preds.length)
      this.#fail("edges", `b${block.id} has a predecessor twice`);
    for (const succ of block.succs) {
      if (!listed.has(succ)) this.#fail("edges", `successor b${succ.id} of b${block.id} is not listed`);
      if (!succ.preds.includes(block)) this.#fail("edges", `b${succ.id} lacks its predecessor b${block.id}`);
    }
    for (const pred of block.preds) {
      if (!listed.has(pred)) this.#fail("edges", `predecessor b${pred.id} of b${block.id} is not listed`);
      if (!pred.succs.includes(block)) this.#fail("edges", `b${pred.id} lacks its successor b${block.id}`);
    }
  }

  #checkEnd(block: Block): void {
    const { kind, control, succs, cases } = block;
    const fail = (what: string): void => this.#fail("ends", `b${block.id} ends with ${kind} but ${what}`);
    const counts = `${control.length} controls and ${succs.length} successors`;
    if (kind !== "switch" && cases.length > 0) fail("has cases");
    switch (kind) {
      case "jump":
        if (control.length !== 0 || succs.length !== 1) fail(`has ${counts}`);
        return;
      case "if":
        if (control.length !== 1 || succs.length !== 2) fail(`has ${counts}`);
        else if (control[0]!.type.kind !== "bool" && control[0]!.type.kind !== "i32")
          fail(`its control is ${control[0]!.type.text}`);
        return;
      case "switch":
        if (control.length !== 1 || succs.length === 0) fail(`has ${counts}`);
        else if (!integerKinds.has(control[0]!.type.kind)) fail(`its control is ${control[0]!.type.text}`);
        if (cases.some((at) => at < 0 || at >= succs.length)) fail("has a case without successor");
        return;
      case "unreachable":
        if (control.length !== 0 || succs.length !== 0) fail(`has ${counts}`);
        return;
      case "return": {
        const { results } = this.#func;
        if (succs.length !== 0) fail(`has ${counts}`);
        if (control.length !== results.length) fail(`gives ${control.length} of ${results.length} results`);
        control.forEach((value, i) => {
          const result = results[i];
          if (result !== undefined && !sameType(value.type, result))
            fail(`result ${i} is ${value.type.text}, not ${result.text}`);
        });
        return;
      }
    }
  }

  checkValues(): void {
    const func = this.#func;
    const dominators = computeDominators(func);
    const landingOnly = landingRegion(func);
    const positions = new Map<Value, number>();
    for (const block of func.blocks) block.values.forEach((value, i) => positions.set(value, i));
    for (const block of func.blocks) {
      if (dominators.position[block.id]! < 0) continue;
      for (const value of block.values) {
        this.#checkUses(value, dominators, positions, landingOnly);
        this.#checkOp(value);
      }
      block.control.forEach((value) => {
        this.#checkUse(value, block, Infinity, `the end of b${block.id}`, dominators, positions, landingOnly);
      });
    }
  }

  #checkUses(
    value: Value,
    dominators: Dominators,
    positions: ReadonlyMap<Value, number>,
    landingOnly: ReadonlySet<Block>,
  ): void {
    const { block } = value;
    const user = printValue(value);
    value.args.forEach((arg, i) => {
      const phi = value.op === "phi";
      const at = phi ? block.preds[i]! : block;
      if (dominators.position[at.id]! < 0) return;
      this.#checkUse(
        arg,
        at,
        phi ? Infinity : positions.get(value)!,
        user,
        dominators,
        positions,
        landingOnly,
      );
    });
  }

  #checkUse(
    used: Value,
    block: Block,
    position: number,
    user: string,
    dominators: Dominators,
    positions: ReadonlyMap<Value, number>,
    landingOnly: ReadonlySet<Block>,
  ): void {
    if (!this.#listed.has(used)) {
      this.#fail("dominance", `${user}: v${used.id} (${used.op}) is not in the function`);
      return;
    }
    const fits =
      used.block === block ? positions.get(used)! < position : dominates(dominators, used.block, block);
    if (!fits)
      this.#fail(
        "dominance",
        `${user}: v${used.id} of b${used.block.id} does not dominate the use in b${block.id}`,
      );
    if (landingOnly.has(block) && !landingOnly.has(used.block) && used.block !== this.#func.blocks[0])
      this.#fail(
        "unwinding",
        `${user}: the landing region uses v${used.id} of b${used.block.id}, which is not the entry`,
      );
  }

  #checkOp(value: Value): void {
    const { spec, args, variadic } = notations[value.op];
    const fail: Fail = (invariant, what) => this.#fail(invariant, `${printValue(value)}: ${what}`);
    if (spec.level !== "both" && spec.level !== this.#func.level)
      fail("level", `is not an op of the ${this.#func.level} level`);
    if (value.args.length < args.length || (!variadic && value.args.length > args.length))
      fail("args", `has ${value.args.length} args`);
    let shared: Type | undefined;
    args.forEach((notation, i) => {
      const arg = value.args[i];
      if (arg === undefined || notation === "?") {
        if (arg?.type.kind === "void") fail("args", `v${arg.id} is void`);
        return;
      }
      if (notation === "A") {
        shared ??= arg.type;
        if (!sameType(shared, arg.type)) fail("args", `args of types ${shared.text} and ${arg.type.text}`);
        return;
      }
      const expected = notation === "T" ? value.type.text : notation;
      if (arg.type.text !== expected) fail("args", `v${arg.id} is ${arg.type.text}, not ${expected}`);
    });
    if (spec.result !== "T" && value.type.text !== spec.result)
      fail("result", `gives ${value.type.text}, not ${spec.result}`);
    if (value.op === "phi")
      for (const arg of value.args)
        if (!sameType(arg.type, value.type))
          fail("phis", `v${arg.id} is ${arg.type.text}, not ${value.type.text}`);
    this.#checkImmediate(value, fail);
    this.#checkSymbol(value, fail);
    this.#checkSpecial(value, fail);
  }

  #checkImmediate(value: Value, fail: Fail): void {
    const { spec } = notations[value.op];
    const { imm } = value;
    if (spec.imm === "none") {
      if (imm !== undefined) fail("imm", "has an imm");
      return;
    }
    if (spec.imm === "bytes" || spec.imm === "selector" || spec.imm === "opcode") {
      if (typeof imm !== "string") fail("imm", "its imm is no string");
      return;
    }
    const float = value.type.kind === "float32" || value.type.kind === "float64";
    const big = value.op === "i64.const" || value.op === "payload.const" || (value.op === "const" && !float);
    if (typeof imm !== (big ? "bigint" : "number")) fail("imm", `its imm is no ${big ? "bigint" : "number"}`);
    if (spec.imm === "int" && typeof imm === "number" && !Number.isInteger(imm))
      fail("imm", "its imm is no integer");
  }

  #checkSymbol(value: Value, fail: Fail): void {
    const { spec } = notations[value.op];
    const { sym } = value;
    if (spec.sym === "none") {
      if (sym !== undefined) fail("sym", "has a symbol");
      return;
    }
    if (sym === undefined) {
      // move and clear of memory without pointers need no layout.
      if (spec.sym !== "layout" || value.op === "slot" || value.op === "new") fail("sym", "lacks its symbol");
      return;
    }
    const module = this.#module;
    if (module === undefined) return;
    const table = spec.sym === "func" ? module.funcs : spec.sym === "data" ? module.data : module.layouts;
    if (!table.has(sym)) fail("sym", `no ${spec.sym} ${sym}`);
  }

  #checkSpecial(value: Value, fail: Fail): void {
    const { op, sig, args } = value;
    const indirect = op === "call.closure" || op === "call.iface" || op === "call.indirect";
    if (indirect !== (sig !== undefined)) fail("sig", indirect ? "lacks its sig" : "has a sig");
    if (sig !== undefined && indirect) {
      const passed = op === "call.indirect" ? args.slice(0, -1) : args.slice(1);
      checkCall(passed, sig.params, sig.results, value, fail);
    } else if (op === "param") this.#checkParam(value, fail);
    else if (op === "call") {
      const callee = value.sym === undefined ? undefined : this.#module?.funcs.get(value.sym);
      // Wasm-level functions may call functions that are lowered later: components are compared then.
      if (callee !== undefined && callee.level === this.#func.level)
        checkCall(args, callee.params, callee.results, value, fail);
    } else if (op === "select") {
      const kind = args[0]?.type.kind;
      if (kind !== "bool" && kind !== "i32") fail("args", `v${args[0]?.id ?? "?"} is no condition`);
    } else if (op === "make.struct") checkFields(value, fail);
    else if (op === "extract") checkExtract(value, fail);
  }

  #checkParam(value: Value, fail: Fail): void {
    const type = this.#func.params[value.imm as number];
    if (value.block !== this.#func.blocks[0]) fail("params", "stands outside the entry");
    if (type === undefined || !sameType(type, value.type)) fail("params", "is no parameter of the function");
  }
}

function checkCall(
  args: readonly Value[],
  params: readonly Type[],
  results: readonly Type[],
  value: Value,
  fail: Fail,
): void {
  if (args.length !== params.length)
    fail("call", `passes ${args.length} args for ${params.length} parameters`);
  args.forEach((arg, i) => {
    const param = params[i];
    if (param !== undefined && !sameType(arg.type, param))
      fail("call", `arg ${i} is ${arg.type.text}, not ${param.text}`);
  });
  const type = resultType(results);
  if (!sameType(value.type, type)) fail("call", `gives ${value.type.text}, not ${type.text}`);
}

function checkFields(value: Value, fail: Fail): void {
  const { type, args } = value;
  if (type.kind !== "struct") return fail("fields", "makes no struct");
  if (args.length !== type.fields.length)
    return fail("fields", `has ${args.length} of ${type.fields.length} fields`);
  args.forEach((arg, i) => {
    if (!sameType(arg.type, type.fields[i]!)) fail("fields", `field ${i} is ${arg.type.text}`);
  });
}

function checkExtract(value: Value, fail: Fail): void {
  const type = value.args[0]?.type;
  if (type?.kind !== "struct" && type?.kind !== "tuple") fail("fields", "takes part of no struct or tuple");
  else if (!sameType(type.fields[value.imm as number] ?? types.void, value.type))
    fail("fields", "has the wrong type");
}

/** The blocks that only the landing block reaches. */
function landingRegion(func: Func): ReadonlySet<Block> {
  if (func.landing === undefined) return new Set();
  const reach = (root: Block | undefined): Set<Block> => {
    const seen = new Set<Block>(root === undefined ? [] : [root]);
    for (const block of seen) for (const succ of block.succs) seen.add(succ);
    return seen;
  };
  const region = reach(func.landing);
  for (const block of reach(func.blocks[0])) region.delete(block);
  return region;
}
