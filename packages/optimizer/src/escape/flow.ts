import { opSpec, runtimeSymbol, type Func, type Module, type Type, type Value } from "@goes/ir";
import { heap, resultBit, type Levels } from "./levels.ts";

/**
 * How the value `from` gets into the value `to`. `copy`: it is it, or a part of it. `load`: what it points to. `loadFar`: what
 * is reached from there. `store`: it is stored in the object whose address is `to`. `contents`: the contents of its object are
 * copied to the object `to`.
 */
export type FlowKind = "copy" | "load" | "loadFar" | "store" | "contents";

/** A flow between two values of a function, by their ids. */
export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly kind: FlowKind;
}

/** What goes directly to a destination: from which level of the pointer on. */
interface Leak {
  readonly from: number;
  readonly level: 0 | 1 | 2;
  readonly bits: number;
}

/** All that matters of the pointers of a function. */
export interface Flows {
  readonly flows: readonly Flow[];
  readonly leaks: readonly Leak[];
}

/** What is known of the callees of a call. */
export interface Callees {
  /** What a function does with its parameters; undefined: unknown. The question makes the function depend on the answer. */
  summaryOf(symbol: string): Levels | undefined;
  /** The functions that an indirect call can reach; undefined: unknown. */
  targetsOf(call: Value): readonly string[] | undefined;
}

/** What the runtime does with the closures that are deferred it does before their frame is left. */
const deferCall = runtimeSymbol("deferCall");

/** Ops whose result holds no pointer that their args hold. */
const forgetting: ReadonlySet<string> = new Set([
  "len", "cap", "typeword", "eq", "ne", "lt", "le", "gt", "ge", "not", "real", "imag", "check.nil", "check.index", "check.range",
  "check.div", "check.shift", "clear", "barrier", "type.implements",
]); // prettier-ignore

/** Intrinsics with an effect that keep none of their args. */
const harmless: ReadonlySet<unknown> = new Set([
  "memory.fill",
  "memory.grow",
  "unwind.set",
  "suspend",
  "stack.get",
]);

/** Whether a value of the type can hold a pointer as such. */
function holdsPointer(type: Type): boolean {
  if (type.kind === "struct" || type.kind === "tuple") return type.fields.some(holdsPointer);
  return ["ptr", "payload", "string", "slice", "iface"].includes(type.kind);
}

/**
 * Whether pointers are made of values of the type: `uintptr`, and the words of channels and payloads. What has become an `int` is a
 * number and nothing else.
 */
function isWord({ kind }: Type): boolean {
  return kind === "uint32" || kind === "uint64";
}

/** Whether a value of the type can hold a pointer, be it as a number. */
function mayHoldPointer(type: Type): boolean {
  return isWord(type) || holdsPointer(type);
}

/**
 * The objects that an address is known to be in, each by the value that made it; undefined if there may be others. Growing
 * a slice leaves its contents where they are, or moves them to a new object, which the op is.
 */
export function objectsAt(address: Value): ReadonlySet<Value> | undefined {
  const found = new Set<Value>();
  const seen = new Set<Value>([address]);
  for (const value of seen) {
    switch (value.op) {
      case "slot":
      case "new":
      case "new.array":
        found.add(value);
        break;
      case "append.reserve":
        found.add(value);
        seen.add(value.args[0]!);
        break;
      case "offset":
      case "index":
      case "copy":
      case "data":
      case "make.slice":
        seen.add(value.args[0]!);
        break;
      case "select":
        seen.add(value.args[1]!);
        seen.add(value.args[2]!);
        break;
      case "phi":
        for (const arg of value.args) seen.add(arg);
        break;
      case "zero":
        break;
      case "const":
        if (value.imm !== 0n) return undefined;
        break;
      default:
        // Whatever else makes an address may lead anywhere.
        return undefined;
    }
    if (seen.size > 64) return undefined;
  }
  return found;
}

/** Collects how pointers flow in a function, with what its callees do. */
export function computeFlows(
  func: Func,
  module: Module,
  callees: Callees,
  repeated: (value: Value) => boolean,
): Flows {
  return new Collector(func, module, callees, repeated).run();
}

class Collector {
  readonly #func: Func;
  readonly #module: Module;
  readonly #callees: Callees;
  /** Whether a value may be computed more than once in an activation. */
  readonly #repeated: (value: Value) => boolean;
  readonly #flows: Flow[] = [];
  readonly #leaks: Leak[] = [];
  /** By call: what takes its results apart. */
  readonly #extracts = new Map<Value, Value[]>();

  constructor(func: Func, module: Module, callees: Callees, repeated: (value: Value) => boolean) {
    this.#func = func;
    this.#module = module;
    this.#callees = callees;
    this.#repeated = repeated;
  }

  run(): Flows {
    for (const block of this.#func.blocks) {
      for (const value of block.values) {
        if (value.op !== "extract") continue;
        const of = value.args[0]!;
        const list = this.#extracts.get(of);
        if (list === undefined) this.#extracts.set(of, [value]);
        else list.push(value);
      }
    }
    for (const block of this.#func.blocks) {
      for (const value of block.values) this.#visit(value);
      if (block.kind !== "return") continue;
      block.control.forEach((value, i) => {
        if (mayHoldPointer(value.type)) this.#leak(value, 0, resultBit(i));
      });
    }
    return { flows: this.#flows, leaks: this.#leaks };
  }

  #flow(from: Value, to: Value, kind: FlowKind): void {
    this.#flows.push({ from: from.id, to: to.id, kind });
  }

  #leak(from: Value, level: 0 | 1 | 2, bits = heap): void {
    this.#leaks.push({ from: from.id, level, bits });
  }

  #visit(value: Value): void {
    const { op, args } = value;
    switch (op) {
      case "load":
        if (holdsPointer(value.type) || isWord(value.type)) this.#flow(args[0]!, value, "load");
        return;
      case "store":
        this.#store(args[0]!, args[1]!);
        return;
      case "move":
        if (value.sym === undefined || this.#module.layouts.get(value.sym)!.pointers.length > 0)
          this.#move(args[0]!, args[1]!);
        return;
      case "index":
      case "offset":
        this.#flow(args[0]!, value, "copy");
        return;
      case "select":
        this.#flow(args[1]!, value, "copy");
        this.#flow(args[2]!, value, "copy");
        return;
      case "append.reserve":
        this.#flow(args[0]!, value, "copy");
        return;
      case "extract":
        if (!isCall(args[0]!)) this.#copyAll(value);
        return;
      case "call":
        if (value.sym === deferCall) this.#defer(args[0]!, args[1]!, value);
        else this.#call(value, [value.sym!], args);
        return;
      case "call.closure":
        this.#call(value, this.#callees.targetsOf(value), [...args.slice(1), args[0]!]);
        return;
      case "call.iface":
        this.#call(value, this.#callees.targetsOf(value), args);
        return;
      case "map.find":
      case "map.assign":
      case "map.delete":
        this.#call(value, [value.sym!], args);
        return;
      case "check":
        this.#call(value, [value.sym!], args.slice(1));
        return;
      case "intrinsic.effect":
        if (value.imm === "memory.copy") this.#move(args[0]!, args[1]!);
        else if (!harmless.has(value.imm)) for (const arg of args) this.#leak(arg, 0);
        return;
      default:
        // What computes passes its args on, if they can be pointers; what has an effect may keep them.
        if (forgetting.has(op)) return;
        if (opSpec(op).effect === "pure" || op === "string.concat") this.#copyAll(value);
        else if (args.length > 0 && op !== "new.array") for (const arg of args) this.#leak(arg, 0);
    }
  }

  #copyAll(value: Value): void {
    if (!mayHoldPointer(value.type)) return;
    for (const arg of value.args) if (mayHoldPointer(arg.type)) this.#flow(arg, value, "copy");
  }

  #store(address: Value, value: Value): void {
    if (!mayHoldPointer(value.type)) return;
    // A pointer that is kept as a number is not followed any further.
    const objects = holdsPointer(value.type) ? objectsAt(address) : undefined;
    if (objects === undefined) this.#leak(value, 0);
    else for (const object of objects) this.#flow(value, object, "store");
  }

  #move(to: Value, from: Value): void {
    const objects = objectsAt(to);
    if (objects === undefined) this.#leak(from, 1);
    else for (const object of objects) this.#flow(from, object, "contents");
  }

  /** The closure is called once, before the frame is left; in a loop there are more of them at a time. */
  #defer(closure: Value, frame: Value, call: Value): void {
    const code = frame.op === "slot" && !this.#repeated(call) ? codeOf(closure, this.#func) : undefined;
    const summary = code === undefined ? undefined : this.#callees.summaryOf(code);
    if (summary === undefined) {
      this.#leak(closure, 0);
      return;
    }
    const [zero, one, two] = summary.at;
    const last = zero.length - 1;
    this.#pass(closure, zero[last]!, one[last]!, two[last]!, call);
  }

  #call(call: Value, targets: readonly string[] | undefined, args: readonly Value[]): void {
    if (targets === undefined) {
      for (const arg of args) this.#leak(arg, 0);
      return;
    }
    const summaries = targets.map((target) => this.#callees.summaryOf(target));
    args.forEach((arg, i) => {
      if (!mayHoldPointer(arg.type)) return;
      let [a, b, c] = [0, 0, 0];
      for (const summary of summaries) {
        if (summary === undefined) {
          this.#leak(arg, 0);
          return;
        }
        a |= summary.at[0][i] ?? 0;
        b |= summary.at[1][i] ?? 0;
        c |= summary.at[2][i] ?? 0;
      }
      this.#pass(arg, a, b, c, call);
    });
  }

  /** What becomes of an arg that callees pass on to these destinations: itself, what it points to, what is farther away. */
  #pass(arg: Value, a: number, b: number, c: number, call: Value): void {
    if (c === 0) return;
    if ((c & heap) !== 0) this.#leak(arg, (a & heap) !== 0 ? 0 : (b & heap) !== 0 ? 1 : 2);
    if ((c & ~heap) === 0) return;
    const many = call.type.kind === "tuple";
    const count = call.type.kind === "tuple" ? call.type.fields.length : 1;
    for (let result = 0; result < count; result++) {
      const bit = resultBit(result);
      if (bit === heap || (c & bit) === 0) continue;
      const kind = (a & bit) !== 0 ? "copy" : (b & bit) !== 0 ? "load" : "loadFar";
      if (!many) this.#flow(arg, call, kind);
      else
        for (const part of this.#extracts.get(call) ?? [])
          if (part.imm === result) this.#flow(arg, part, kind);
    }
  }
}

function isCall({ op }: Value): boolean {
  return op === "call" || op === "call.closure" || op === "call.iface";
}

/** The function whose code a closure object that is made here has. */
function codeOf(closure: Value, func: Func): string | undefined {
  if (closure.op !== "new") return undefined;
  for (const block of func.blocks)
    for (const { op, args, imm } of block.values)
      if (op === "store" && args[0] === closure && imm === 0 && args[1]!.op === "table.index")
        return args[1]!.sym;
  return undefined;
}
