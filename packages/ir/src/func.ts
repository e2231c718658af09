import { noPos, type Pos } from "@goes/source";
import { Block } from "./block.ts";
import type { Opcode } from "./ops/op-table.ts";
import type { Type } from "./type.ts";
import { Value } from "./value.ts";

/** Which ops a function may hold: see the op table. */
export type Level = "go" | "wasm";

/** Where an imported function comes from. */
export interface ImportName {
  readonly module: string;
  readonly name: string;
}

/**
 * The only caller of a closure: the runtime at the return of `owner` (or when a panic reaches it), or the scheduler.
 * Such a closure never reaches an ordinary call.
 */
export type ClosureRole =
  { readonly kind: "deferred"; readonly owner: string } | { readonly kind: "goroutine" };

/** Why a function can suspend: the position, and what is called there. */
export interface SuspendCause {
  /** The call; noPos where the function is suspended by what the runtime calls for it. */
  readonly pos: Pos;
  /** The function that is called, or that the runtime calls; undefined: it suspends itself. */
  readonly callee: string | undefined;
  /** `deferred`: a deferred call of its own; `interface`: a method call, with the selector. */
  readonly through: "itself" | "call" | "closure" | "interface" | "deferred";
  readonly selector?: string | undefined;
}

/**
 * Who a function is from: the user's packages (those of a Go tree too), our library, package runtime, or the compiler, which
 * makes initialisers, comparisons and the like. A wrapper is from where the function is that it wraps.
 */
export type FuncOrigin = "user" | "library" | "runtime" | "compiler";

/** A function. `blocks[0]` is the entry and has no predecessors; none: the function is imported. */
export class Func {
  /** Symbol, as traces print it: `main.main`, `main.(*T).M`, `main.f.func1`, `slices.Sort[int]`. */
  readonly name: string;
  params: readonly Type[];
  results: readonly Type[];
  blocks: Block[] = [];
  level: Level = "go";
  pos: Pos = noPos;
  origin: FuncOrigin = "user";
  /** The compiler made it around another function: as a function value, for an interface, for a deferred call … */
  wrapper = false;
  /** It runs once in a program: `main`, `init` functions and package initialisers. */
  runsOnce = false;
  /** Only the runtime calls it: to compare and to hash values. */
  calledByRuntime = false;
  /** The function whose returns run what it defers: the one around the body of a range over a function. Undefined: itself. */
  defersFor: string | undefined = undefined;
  /** Set for imported functions. */
  importName: ImportName | undefined = undefined;
  /** The name under which the module exports it. */
  exportName: string | undefined = undefined;
  /** Part of the collector: what it writes is nothing that the collector looks at. */
  unbarriered = false;
  /** It collects: calls that may lead to it are where pointers must be in memory. */
  collects = false;
  /** `//go:noinline`. */
  noinline = false;
  /** The last parameter is the closure object. */
  closure = false;
  /** Calls the built-in `recover`: it is at the end of the table (see ARCHITECTURE.md, panics). */
  recovers = false;
  /**
   * Where execution continues when a panic that a deferred call of this activation recovered, or Goexit, unwinds
   * to it: runs the remaining deferred calls, loads the results from memory and returns. It has no predecessors
   * and uses only values of the entry block. Set for functions with `defer`.
   */
  landing: Block | undefined = undefined;
  /** Of closures that only a `defer` or `go` statement made. */
  role: ClosureRole | undefined = undefined;
  /**
   * What the runtime says of its own functions: `always`: every indirect call in it may suspend; `never`: no call in
   * it is a suspension point, it deals with suspended callees itself. Undefined: the call graph decides.
   */
  suspends: "always" | "never" | undefined = undefined;
  /** It has its paths out and in again: positions of its suspension points, by state from 1. */
  suspensions: readonly Pos[] | undefined = undefined;
  /** Set with {@link suspensions}. */
  suspendCause: SuspendCause | undefined = undefined;
  /** Bytes of the shadow-stack frame; computed by lowering. */
  frameSize = 0;
  /**
   * Parts of the frame, as `begin, end, begin, end …`: the objects in it that may hold pointers, and the gaps between objects; computed
   * by lowering, for the pass that clears them.
   */
  frameObjects: readonly number[] = [];
  #nextValue = 0;
  #nextBlock = 0;

  constructor(name: string, params: readonly Type[], results: readonly Type[]) {
    this.name = name;
    this.params = params;
    this.results = results;
  }

  /** The number of value ids in use: a bound for arrays indexed by id. */
  get valueBound(): number {
    return this.#nextValue;
  }

  /** The number of block ids in use. */
  get blockBound(): number {
    return this.#nextBlock;
  }

  /** Appends an empty block. */
  newBlock(id = this.#nextBlock): Block {
    this.#nextBlock = Math.max(this.#nextBlock, id + 1);
    const block = new Block(id);
    this.blocks.push(block);
    return block;
  }

  /** Makes a value that belongs to `block` but is in no list yet. */
  makeValue(
    block: Block,
    op: Opcode,
    type: Type,
    args: Value[] = [],
    pos: Pos = noPos,
    id = this.#nextValue,
  ): Value {
    this.#nextValue = Math.max(this.#nextValue, id + 1);
    return new Value(id, block, op, type, args, pos);
  }

  /** Makes a value and appends it to `block`. */
  newValue(block: Block, op: Opcode, type: Type, args: Value[] = [], pos: Pos = noPos): Value {
    const value = this.makeValue(block, op, type, args, pos);
    block.values.push(value);
    return value;
  }
}
