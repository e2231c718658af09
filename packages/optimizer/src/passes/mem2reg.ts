import {
  fieldOffsets,
  GoBuilder,
  ReplacementMap,
  sizeAlignOf,
  types,
  type Block,
  type Dominators,
  type Func,
  type GoOp,
  type Type,
  type Value,
} from "@goes/ir";
import { findObjects, type Access, type MemoryObject, type Piece } from "../memory/objects.ts";
import { Variables } from "../memory/variables.ts";
import { analysesOf, type Pass, type PassContext } from "../pass.ts";

/** Work above this (variables times blocks) is not worth its time. */
const maxWork = 2_000_000;

/**
 * Takes slots and new objects apart into SSA variables, if their address goes nowhere but into accesses of
 * whole parts. What lies in memory when a panic unwinds is unknown, so objects that the landing region uses stay.
 * Requires blocks in reverse postorder.
 */
export const mem2reg: Pass = {
  name: "mem2reg",
  doc: "turns slots and objects whose address does not escape into values",
  level: "go",
  requires: ["simplify-cfg"],
  preserves: "cfg",
  run(func: Func, context: PassContext): boolean {
    const objects = findObjects(func, context.module);
    if (objects.length === 0) return false;
    const pieceCount = objects.reduce((sum, object) => sum + object.pieces.length, 0);
    if (pieceCount * func.blocks.length > maxWork) return false;
    new Promotion(func, objects, analysesOf(func, context).dominators).run();
    return true;
  },
};

class Promotion {
  readonly #func: Func;
  /** First variable number by object. */
  readonly #base = new Map<MemoryObject, number>();
  /** What each access touches; a move between two of the objects has two accesses. */
  readonly #byValue = new Map<Value, [MemoryObject, Access][]>();
  readonly #news = new Map<Value, MemoryObject>();
  readonly #dropped = new Set<Value>();
  readonly #variables: Variables;
  readonly #replacements = new ReplacementMap();
  readonly #preorder: readonly Block[];
  readonly #build: GoBuilder;
  #out: Value[] = [];

  constructor(func: Func, objects: readonly MemoryObject[], dominators: Dominators) {
    this.#func = func;
    this.#build = new GoBuilder(func, func.blocks[0]!);
    const variableTypes: Type[] = [];
    for (const object of objects) {
      this.#base.set(object, variableTypes.length);
      for (const piece of object.pieces) variableTypes.push(piece.type);
      for (const access of object.accesses) {
        const list = this.#byValue.get(access.value);
        if (list === undefined) this.#byValue.set(access.value, [[object, access]]);
        else list.push([object, access]);
      }
      for (const value of object.addressing) this.#dropped.add(value);
      this.#dropped.add(object.address);
      if (object.address.op === "new") this.#news.set(object.address, object);
    }
    this.#preorder = dominators.preorder;
    this.#variables = new Variables(func, dominators, variableTypes);
  }

  run(): void {
    for (const block of this.#preorder) for (const value of block.values) this.#note(value, block);
    this.#variables.placePhis();
    for (const block of this.#preorder) {
      this.#variables.enter(block);
      this.#out = [];
      this.#build.enterList(block, this.#out);
      for (const value of block.values) this.#rewrite(value);
      block.values = this.#out;
    }
    this.#variables.finish();
    this.#replacements.apply(this.#func);
  }

  /** The pieces that an access touches, with their variables. */
  #pieces(object: MemoryObject, offset: number, size: number): [Piece, number][] {
    const base = this.#base.get(object)!;
    const out: [Piece, number][] = [];
    object.pieces.forEach((piece, i) => {
      if (piece.offset >= offset && piece.offset + piece.size <= offset + size) out.push([piece, base + i]);
    });
    return out;
  }

  #touched(object: MemoryObject, access: Access): [Piece, number][] {
    const { kind, value } = access;
    const size =
      kind === "load"
        ? sizeAlignOf(value.type).size
        : kind === "store"
          ? sizeAlignOf(value.args[1]!.type).size
          : access.size;
    return this.#pieces(object, access.offset, size);
  }

  #note(value: Value, block: Block): void {
    const made = this.#news.get(value);
    if (made !== undefined)
      made.pieces.forEach((_, i) => this.#variables.noteWrite(this.#base.get(made)! + i, block));
    const accesses = this.#byValue.get(value);
    if (accesses === undefined) return;
    for (const [object, access] of accesses)
      if (access.kind === "load" || access.kind === "move.from")
        for (const [, variable] of this.#touched(object, access)) this.#variables.noteRead(variable, block);
    for (const [object, access] of accesses)
      if (access.kind !== "load" && access.kind !== "move.from")
        for (const [, variable] of this.#touched(object, access)) this.#variables.noteWrite(variable, block);
  }

  /** Makes a value in front of what follows `like`, which is left out or comes after it. */
  #insert(like: Value, op: GoOp, type: Type, args: Value[], imm?: number): Value {
    this.#build.pos = like.pos;
    return this.#build.op(op, type, args, imm);
  }

  #rewrite(value: Value): void {
    const made = this.#news.get(value);
    if (made !== undefined) {
      made.pieces.forEach((piece, i) => {
        this.#variables.write(this.#base.get(made)! + i, this.#insert(value, "zero", piece.type, []));
      });
    }
    if (this.#dropped.has(value)) return;
    const accesses = this.#byValue.get(value);
    if (accesses === undefined) {
      this.#out.push(value);
      return;
    }
    const [object, access] = accesses[0]!;
    switch (access.kind) {
      case "load":
        this.#replacements.replace(value, this.#read(value, object, access.offset, value.type));
        return;
      case "store":
        this.#write(value, object, access.offset, value.args[1]!);
        return;
      case "clear":
        for (const [piece, variable] of this.#touched(object, access))
          this.#variables.write(variable, this.#insert(value, "zero", piece.type, []));
        return;
      case "move.from":
      case "move.to":
        this.#move(value, accesses);
    }
  }

  /** The current value of the memory at `offset`, put together from its pieces. */
  #read(like: Value, object: MemoryObject, offset: number, type: Type): Value {
    if (type.kind === "struct") {
      const offsets = fieldOffsets(type.fields);
      const fields = type.fields.map((field, i) => this.#read(like, object, offset + offsets[i]!, field));
      return this.#insert(like, "make.struct", type, fields);
    }
    return this.#variables.read(this.#variableAt(object, offset));
  }

  #write(like: Value, object: MemoryObject, offset: number, value: Value): void {
    const { type } = value;
    if (type.kind === "struct") {
      const offsets = fieldOffsets(type.fields);
      type.fields.forEach((field, i) => {
        this.#write(like, object, offset + offsets[i]!, this.#insert(like, "extract", field, [value], i));
      });
      return;
    }
    this.#variables.write(this.#variableAt(object, offset), value);
  }

  #variableAt(object: MemoryObject, offset: number): number {
    return this.#base.get(object)! + object.pieces.findIndex((piece) => piece.offset === offset);
  }

  #move(value: Value, accesses: readonly [MemoryObject, Access][]): void {
    const to = accesses.find(([, access]) => access.kind === "move.to");
    const from = accesses.find(([, access]) => access.kind === "move.from");
    if (to === undefined) {
      const [object, access] = from!;
      for (const [piece, variable] of this.#touched(object, access)) {
        const stored = this.#variables.read(variable);
        this.#insert(value, "store", types.void, [value.args[0]!, stored], piece.offset - access.offset);
      }
      return;
    }
    const [object, access] = to;
    const moved = this.#touched(object, access).map(([piece, variable]): [number, Value] => {
      const at = piece.offset - access.offset;
      if (from === undefined)
        return [variable, this.#insert(value, "load", piece.type, [value.args[1]!], at)];
      const [source, sourceAccess] = from;
      return [variable, this.#variables.read(this.#variableAt(source, sourceAccess.offset + at))];
    });
    for (const [variable, copied] of moved) this.#variables.write(variable, copied);
  }
}
