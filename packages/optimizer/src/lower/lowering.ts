import {
  components,
  isGoOp,
  removeUnreachableBlocks,
  resultType,
  types,
  WasmBuilder,
  type Block,
  type Func,
  type GoOp,
  type Module,
  type Type,
  type Value,
  runtimeFunction,
  runtimeSymbol,
  type RuntimeFunctionName,
} from "@goes/ir";
import { InternalError } from "@goes/source";
import { accessesOf } from "./accesses.ts";
import { paramOffset, passedSignature, resultOffset, type PassedSignature } from "./signature.ts";

/** The wasm-level values that replace one Go-level value, one for each of `components(type)`. */
export type Components = readonly Value[];

/** Lowers one op: makes wasm-level values and returns the components of the result. */
export type LowerRule = (low: Lowering, value: Value) => Components;

/** What rules lower; `param` and `phi` are the business of the walk over the blocks. */
type LoweredOp = Exclude<GoOp, "param" | "phi">;

/** A rule for each of them. */
export type LowerRules = Readonly<Record<LoweredOp, LowerRule>>;

/** Objects of at most so many bytes on the stack count as if they held pointers. */
const smallObject = 256;

/** No components: the result of an op without one. */
export const noComponents: Components = Object.freeze([]);

/** Whether the host calls the function or is called by it: its signature is what the host sees. */
export function isBoundary(func: Func): boolean {
  return func.importName !== undefined || func.exportName !== undefined;
}

/**
 * The state of lowering one function: where values go, and what each Go-level value has become. Blocks are walked in
 * reverse postorder, so that what a value uses has been lowered before it; only the args of phis are filled in at the end.
 */
export class Lowering extends WasmBuilder {
  readonly module: Module;
  readonly #components: Map<Value, Components> = new Map();
  #passed: PassedSignature = { params: [], results: [], area: undefined };
  #area: Value | undefined;
  /** Bytes of the shadow-stack frame so far. */
  #frame = 0;
  /** Parts of the frame, in whole words, and whether pointers may be found in them. */
  readonly #objects: { at: number; end: number; pointers: boolean }[] = [];

  constructor(func: Func, module: Module) {
    super(func, func.blocks[0]!);
    this.module = module;
  }

  /** Lowers the whole function with the rules. */
  run(rules: LowerRules): void {
    const { func } = this;
    removeUnreachableBlocks(func);
    const params = func.params.flatMap((type) => components(type));
    const results = func.results.flatMap((type) => components(type));
    this.#passed = isBoundary(func) ? { params, results, area: undefined } : passedSignature(params, results);
    const blocks = [...func.blocks];
    const firstParam: number[] = [];
    let next = 0;
    for (const type of func.params) {
      firstParam.push(next);
      next += components(type).length;
    }
    const phis: { phi: Value; lowered: Components }[] = [];
    for (const block of blocks) {
      const values = block.values;
      const { kind, control, succs, cases, pos } = block;
      block.values = [];
      this.block = block;
      if (block === blocks[0]) this.#enterArea();
      for (const value of values) {
        this.pos = value.pos;
        if (value.op === "phi") {
          const lowered = components(value.type).map((type) => this.op("phi", type));
          phis.push({ phi: value, lowered });
          this.#components.set(value, lowered);
        } else if (value.op === "param") {
          const first = firstParam[value.imm as number]!;
          this.#components.set(
            value,
            components(value.type).map((type, i) => this.#param(type, first + i)),
          );
        } else {
          if (!isGoOp(value.op))
            throw new InternalError("lower", `${value.op} in ${func.name} on the Go level`);
          this.#components.set(value, rules[value.op](this, value));
        }
      }
      this.pos = pos;
      const end = this.block;
      const lowered = this.#lowerControl(kind, control, cases.length);
      end.kind = kind;
      end.control = lowered;
      if (end === block) continue;
      end.cases = cases;
      end.succs = succs;
      for (const succ of succs) succ.preds[succ.preds.indexOf(block)] = end;
      if (block.control === control) block.control = [];
    }
    for (const { phi, lowered } of phis) {
      for (const arg of phi.args)
        this.componentsOf(arg).forEach((component, i) => lowered[i]!.args.push(component));
    }
    func.params = [...this.#passed.params];
    func.results = [...this.#passed.results];
    func.frameSize = (this.#frame + 15) & -16;
    func.frameObjects = this.#objects.flatMap(({ at, end, pointers }, i) => {
      const next = this.#objects[i + 1]?.at ?? func.frameSize;
      return [...(pointers ? [at, end] : []), ...(end < next ? [end, next] : [])];
    });
    func.level = "wasm";
  }

  /** The components of a Go-level value. */
  componentsOf(value: Value): Components {
    const lowered = this.#components.get(value);
    if (lowered === undefined) {
      throw new InternalError("lower", `v${value.id} is used before it is defined in ${this.func.name}`);
    }
    return lowered;
  }

  /** The components of all args in order. */
  flatArgs(args: readonly Value[]): Value[] {
    return args.flatMap((arg) => this.componentsOf(arg));
  }

  /** The only component of a value. */
  component(value: Value): Value {
    const lowered = this.componentsOf(value);
    if (lowered.length !== 1)
      throw new InternalError("lower", `v${value.id} has ${lowered.length} components`);
    return lowered[0]!;
  }

  /** Calls a function of the runtime; returns the components of its results. */
  callRuntime(name: RuntimeFunctionName, args: readonly Value[]): Components {
    const results = runtimeFunction(name).results.flatMap((type) => components(type));
    return this.resultsOf(
      this.op("call", resultType(results), args, undefined, runtimeSymbol(name)),
      results,
    );
  }

  /** A new block, for a rule that splits the current one; it is as unlikely as that at least. */
  override newBlock(unlikely = false): Block {
    const block = super.newBlock();
    block.unlikely = unlikely || this.block.unlikely;
    return block;
  }

  /**
   * Takes room in the frame; returns its offset. `pointers`: whether there are any in the layout of what is there. What was on the
   * stack before may look like some in small objects without.
   */
  reserveFrame(size: number, align: number, pointers: boolean): number {
    const offset = (this.#frame + align - 1) & -align;
    const part = {
      at: offset & -4,
      end: (offset + size + 3) & -4,
      pointers: pointers || size <= smallObject,
    };
    const last = this.#objects.at(-1);
    if (last === undefined || last.end <= part.at) this.#objects.push(part);
    else {
      last.end = Math.max(last.end, part.end);
      last.pointers ||= part.pointers;
    }
    this.#frame = offset + Math.max(size, 1);
    return offset;
  }

  /** The address of the area through which the caller passes what is too much to pass by value. */
  #enterArea(): void {
    const { area } = this.#passed;
    if (area !== undefined) this.#area = this.op("param", types.ptr, [], area.from);
  }

  #param(type: Type, index: number): Value {
    const { area } = this.#passed;
    if (area === undefined || index < area.from) return this.op("param", type, [], index);
    if (index >= area.to) return this.op("param", type, [], area.from + 1 + index - area.to);
    const [access] = accessesOf(type);
    return this.op(access!.load, type, [this.#area!], paramOffset(area, index));
  }

  #lowerResults(results: Value[]): Value[] {
    const { area } = this.#passed;
    if (area === undefined) return results;
    for (let i = area.results; i < results.length; i++) {
      const [access] = accessesOf(results[i]!.type);
      this.op(access!.store, types.void, [this.#area!, results[i]!], resultOffset(area, i));
    }
    return results.slice(0, area.results);
  }

  #lowerControl(kind: Block["kind"], control: readonly Value[], cases: number): Value[] {
    if (kind === "return") return this.#lowerResults(this.flatArgs(control));
    if (kind !== "switch") return this.flatArgs(control);
    const index = this.component(control[0]!);
    if (index.type.kind !== "i64") return [index];
    // Beyond the cases the low half could meet one of them.
    const inside = this.op("i64.lt_u", types.i32, [index, this.i64(BigInt(cases))]);
    return [this.op("select", types.i32, [inside, this.wrap(index), this.i32(-1)])];
  }
}
