import type * as ast from "@goes/ast";
import { types, type Block, type Func, type Type as IrType, type Value } from "@goes/ir";
import { InternalError } from "@goes/source";
import {
  basicTypes,
  underlying,
  type BasicKind,
  type CheckedPackage,
  type Info,
  type Type,
  type Var,
} from "@goes/types";
import type { ProgramContext } from "../program/context.ts";
import { irType, layoutSymbol, sizeOf, zeroSizeSymbol } from "../layout/ir-types.ts";
import { typeKey } from "../names/symbols.ts";
import { Emitter, type Variable } from "./emitter.ts";
import type { Hoisted } from "../expressions/order/hoisted-calls.ts";
import type { Place } from "../expressions/places.ts";
import type { Substituter } from "./substituter.ts";
import { noteVariable } from "./allocation-notes.ts";
import type { BodyFacts, VariableFacts } from "./variable-facts.ts";

/** What a declaration and the bodies nested in it share. */
export interface Unit {
  readonly checked: CheckedPackage;
  readonly info: Info;
  readonly substituter: Substituter;
  readonly facts: VariableFacts;
  /** Loop variables are new in each iteration (language version go1.22). */
  readonly perIteration: boolean;
}

/** Where a Go variable lives. */
export type Storage =
  | { readonly kind: "register"; readonly variable: Variable }
  /** In a slot, in memory of the caller, or captured by address. `isPrivate`: nothing else has the address. */
  | { readonly kind: "memory"; readonly address: Value; readonly isPrivate: boolean }
  /** In an object on the heap, whose address may change with each iteration of a loop. */
  | { readonly kind: "heap"; readonly pointer: Variable };

/** Where `break` and `continue` go. */
interface JumpTarget {
  readonly label: string | undefined;
  readonly breakTo: (() => void) | undefined;
  readonly continueTo: (() => void) | undefined;
}

/** A result of the function: its Go type, the variable or memory that holds it while deferred calls may change it. */
export interface ResultSlot {
  readonly type: Type;
  /** Named results, and all results of functions with deferred calls. */
  storage: Storage | undefined;
  /** Memory class: where the caller needs it. */
  readonly hidden: Value | undefined;
}

/** Variables with more bytes are on the heap (gc allows eight times as many): the stack is for many frames. */
const maxSlotBytes = 16 * 1024;

const nonNilOps: ReadonlySet<string> = new Set(["new", "new.array", "slot", "global", "index", "offset"]);

/** Builds one function body: {@link Emitter} plus Go's types and the variables of the function. */
export class FunctionBuilder extends Emitter {
  readonly ctx: ProgramContext;
  readonly unit: Unit;
  readonly facts: BodyFacts;
  readonly storage: Map<Var, Storage> = new Map();
  readonly results: ResultSlot[] = [];
  readonly targets: JumpTarget[] = [];
  readonly labels: Map<string, Block> = new Map();
  /** Calls that were evaluated ahead of the expressions that hold them. */
  readonly hoisted: Hoisted = new Map();
  /** Parts of long chains that have been evaluated as places, each to be taken once. */
  readonly places: Map<ast.Expr, Place> = new Map();
  /** The next `fallthrough` goes here. */
  fallthroughTo: Block | undefined = undefined;
  /** Names the activation in records of deferred calls. */
  deferFrame: Value | undefined = undefined;
  /** The symbol of the function whose frame that is: the function around it, in the body of a range over a function. */
  deferOwner: string;
  /** Tells `recover` whether the function was called by a panic. */
  deferToken: Value | undefined = undefined;
  /** The body of a range over a function that defers calls for the function around it. */
  defersOutside = false;
  /** How a return statement leaves a body of a range over a function. */
  returnHook: ((values: readonly Value[] | undefined) => void) | undefined = undefined;
  /** How `break` and `continue` of statements around a body of a range over a function leave it. */
  leaveHook: ((keyword: "break" | "continue", label: string | undefined) => void) | undefined = undefined;
  /** How a goto to a label that this body does not have leaves it. */
  gotoHook: ((label: string) => void) | undefined = undefined;
  #literals = 0;
  #wrappers = 0;
  #ranges = 0;
  readonly #nonNil: Set<Value> = new Set();
  #nonNilBlock: Block | undefined = undefined;

  constructor(ctx: ProgramContext, func: Func, unit: Unit, facts: BodyFacts) {
    super(func);
    this.ctx = ctx;
    this.unit = unit;
    this.facts = facts;
    this.pos = func.pos;
    this.deferOwner = func.name;
  }

  /** The next number of a function literal in this body. */
  nextLiteral(): number {
    return ++this.#literals;
  }

  /** The next number of a wrapper of a deferred call in this body. */
  nextWrapper(): number {
    return ++this.#wrappers;
  }

  /** The next number of a body of a range over a function in this body. */
  nextRange(): number {
    return ++this.#ranges;
  }

  // Types

  /** The type in the instance that is being built; untyped ones are defaulted. */
  type(type: Type): Type {
    const replaced = this.unit.substituter.type(type);
    return replaced.kind === "basic" ? typed(replaced) : replaced;
  }

  /** The type of an expression in the instance that is being built. */
  typeOf(expr: ast.Expr): Type {
    const entry = this.unit.info.types.get(expr);
    if (entry !== undefined) return this.type(entry.type);
    if (expr.kind === "Ident") {
      const object = this.unit.info.defs.get(expr) ?? this.unit.info.uses.get(expr);
      if (object?.type !== undefined) return this.type(object.type);
    }
    throw this.broken(`no type was recorded for a ${expr.kind}`, expr);
  }

  /** The type of a variable in the instance that is being built. */
  typeOfVar(variable: Var): Type {
    return this.type(variable.type!);
  }

  /** The register type of values of the type, `ptr` for memory class. */
  ir(type: Type): IrType {
    return irType(this.ctx, type) ?? types.ptr;
  }

  /** Values of the type are addresses of memory. */
  isMemory(type: Type): boolean {
    return irType(this.ctx, type) === undefined;
  }

  /** Bytes of a value in memory. */
  sizeOf(type: Type): number {
    return sizeOf(this.ctx, type);
  }

  /** Two types of this instance are identical. */
  sameType(a: Type, b: Type): boolean {
    return a === b || typeKey(this.ctx, a) === typeKey(this.ctx, b);
  }

  /** Its position and function make an invariant that does not hold easier to find. */
  broken(message: string, node?: { readonly pos: number }): InternalError {
    const at = this.ctx.files.position(node?.pos ?? this.pos);
    const where = at === undefined ? "" : ` at ${at.file}:${at.line}:${at.column}`;
    return new InternalError("ssa", `${this.func.name}${where}: ${message}`);
  }

  /** Reports a construct that cannot be compiled yet. */
  unsupported(what: string): void {
    this.ctx.unsupported(this.pos, what);
  }

  // Memory

  /** The value of the type at `address + offset`; the address itself for memory class. */
  load(type: Type, address: Value, offset = 0): Value {
    const register = irType(this.ctx, type);
    if (register === undefined) return this.offset(address, offset);
    return this.emit("load", register, [address], { imm: offset });
  }

  /** Puts a value of the type at `address + offset`. */
  store(type: Type, address: Value, value: Value, offset = 0): void {
    const register = irType(this.ctx, type);
    if (register !== undefined) {
      if (value.type.text !== register.text) {
        throw this.broken(`a store of ${value.type.text} as ${register.text}`);
      }
      this.emit("store", types.void, [address, value], { imm: offset });
      return;
    }
    if (value.op === "const") {
      this.clear(type, address, offset);
      return;
    }
    const to = this.offset(address, offset);
    if (to === value) return;
    const extra = { imm: this.sizeOf(type), sym: layoutSymbol(this.ctx, type) };
    this.emit("move", types.void, [to, value], extra);
  }

  /** Zeroes a value of the type at `address + offset`. */
  clear(type: Type, address: Value, offset = 0): void {
    const size = this.sizeOf(type);
    if (size === 0) return;
    const register = irType(this.ctx, type);
    if (register !== undefined) {
      this.emit("store", types.void, [address, this.emit("zero", register)], { imm: offset });
      return;
    }
    const extra = { imm: size, sym: layoutSymbol(this.ctx, type) };
    this.emit("clear", types.void, [this.offset(address, offset)], extra);
  }

  /** The zero value. */
  zero(type: Type): Value {
    const register = irType(this.ctx, type);
    if (register !== undefined) return this.emit("zero", register);
    // The first 1024 bytes of memory are zero for ever.
    if (this.sizeOf(type) <= 1024) return this.nil();
    const address = this.temp(type);
    this.clear(type, address);
    return address;
  }

  /** Memory of its own for a value of the type, on the stack if it is not very large; its contents are undefined. */
  temp(type: Type): Value {
    const size = this.sizeOf(type);
    if (size === 0) return this.#nothing();
    if (size > maxSlotBytes) return this.inEntry(() => this.newObject(type));
    return this.slot(layoutSymbol(this.ctx, type));
  }

  /** A new zeroed object on the heap. */
  newObject(type: Type): Value {
    if (this.sizeOf(type) === 0) return this.#nothing();
    return this.emit("new", types.ptr, [], { sym: layoutSymbol(this.ctx, type) });
  }

  /** The address of all variables without size: any but nil. */
  #nothing(): Value {
    return this.global(zeroSizeSymbol(this.ctx));
  }

  /** A value that stays as it is whatever happens to the memory it came from. */
  copied(type: Type, value: Value): Value {
    if (!this.isMemory(type) || value.op === "const") return value;
    const copy = this.temp(type);
    this.store(type, copy, value);
    return copy;
  }

  /** Panics if the pointer is nil. */
  nilCheck(pointer: Value): void {
    // The runtime is trusted: its pointers are not nil where it follows them.
    if (nonNilOps.has(pointer.op) || this.unit.checked.pkg.path === "runtime") return;
    if (this.#nonNilBlock !== this.block) {
      this.#nonNil.clear();
      this.#nonNilBlock = this.block;
    }
    if (this.#nonNil.has(pointer)) return;
    this.#nonNil.add(pointer);
    this.emit("check.nil", types.void, [pointer]);
  }

  // Variables

  /** Makes a variable that is declared here; `initial` undefined: the zero value. */
  declare(variable: Var, initial: Value | undefined): void {
    const type = this.typeOfVar(variable);
    const storage = this.newStorage(variable);
    if (storage.kind === "register") {
      this.write(storage.variable, initial ?? this.zero(type));
    } else if (initial !== undefined) {
      this.store(type, this.addressOf(storage), initial);
    } else if (storage.kind === "memory") {
      this.clear(type, storage.address);
    }
  }

  /** Makes the storage of a variable that is declared here; heap objects are zero, all else is undefined. */
  newStorage(variable: Var): Storage {
    const type = this.typeOfVar(variable);
    const facts = this.unit.facts;
    const captured = facts.captured.has(variable);
    const register = irType(this.ctx, type);
    const onHeap =
      facts.addressed.has(variable) ||
      (captured && (register === undefined || facts.reassigned.has(variable)));
    let storage: Storage;
    if (onHeap) {
      const pointer = this.variable(types.ptr);
      const object = this.newObject(type);
      this.write(pointer, object);
      noteVariable(this, variable, object);
      storage = { kind: "heap", pointer };
    } else if (register !== undefined) {
      storage = { kind: "register", variable: this.variable(register) };
    } else {
      storage = { kind: "memory", address: this.temp(type), isPrivate: true };
    }
    this.storage.set(variable, storage);
    return storage;
  }

  /** The storage of a local variable. */
  storageOf(variable: Var): Storage {
    const storage = this.storage.get(variable);
    if (storage === undefined) throw this.broken(`the variable ${variable.name} has no storage`);
    return storage;
  }

  /** The address of storage in memory. */
  addressOf(storage: Storage): Value {
    if (storage.kind === "memory") return storage.address;
    if (storage.kind === "heap") return this.read(storage.pointer);
    throw this.broken("the address of a variable in a register is needed");
  }

  /** Runs `action` with the entry block as the current one. */
  inEntry<T>(action: () => T): T {
    const saved = this.block;
    this.block = this.entry;
    const result = action();
    this.block = saved;
    return result;
  }

  /** The block of a label, made on first use. */
  labelBlock(name: string): Block {
    let block = this.labels.get(name);
    if (block === undefined) {
      block = this.newBlock();
      this.labels.set(name, block);
    }
    return block;
  }
}

/** The default type of an untyped one; nil has none and stays. */
export function typed(type: Type): Type {
  if (type.kind !== "basic") return type;
  const kind = defaults[type.basic];
  return kind === undefined ? type : basicTypes[kind];
}

const defaults: Readonly<Partial<Record<BasicKind, BasicKind>>> = Object.freeze({
  "untyped bool": "bool",
  "untyped int": "int",
  "untyped rune": "int32",
  "untyped float": "float64",
  "untyped complex": "complex128",
  "untyped string": "string",
});

/** The kind of a basic type, whatever its name; undefined for other types. */
export function basicKind(type: Type): BasicKind | undefined {
  const under = underlying(type);
  return under.kind === "basic" ? under.basic : undefined;
}
