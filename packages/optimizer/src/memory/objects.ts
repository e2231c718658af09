import {
  computeUses,
  fieldOffsets,
  sizeAlignOf,
  types,
  type Func,
  type Module,
  type Type,
  type Uses,
  type Value,
} from "@goes/ir";
import { reachedFromLanding } from "../passes/gvn.ts";

/** A part of an object that is always read and written as a whole: it becomes one SSA variable. */
export interface Piece {
  readonly offset: number;
  readonly size: number;
  readonly type: Type;
}

/** A use of an object: which bytes, by which value. */
export interface Access {
  readonly kind: "load" | "store" | "clear" | "move.to" | "move.from";
  readonly value: Value;
  readonly offset: number;
  /** Bytes, of clear and move. */
  readonly size: number;
}

/** A slot or new object whose address goes nowhere but into loads, stores, clears and moves. */
export interface MemoryObject {
  /** The slot or new. */
  readonly address: Value;
  readonly accesses: Access[];
  /** Values that only compute or check addresses in it: they vanish with it. */
  readonly addressing: Value[];
  /** By offset, ascending. */
  pieces: Piece[];
}

const maxPieces = 24;
const maxMoved = 192;

/** Finds the objects that can be taken apart into variables, with their pieces. */
export function findObjects(func: Func, module: Module): MemoryObject[] {
  const found: MemoryObject[] = [];
  let uses: Uses | undefined;
  const landing = reachedFromLanding(func);
  for (const block of func.blocks) {
    for (const value of block.values) {
      if (value.op !== "slot" && value.op !== "new") continue;
      uses ??= computeUses(func);
      const object = accessesOf(value, uses, landing);
      if (object !== undefined) found.push(object);
    }
  }
  if (found.length === 0) return found;
  const pointers = (object: MemoryObject): readonly number[] =>
    module.layouts.get(object.address.sym ?? "")?.pointers ?? [];
  let objects = found.filter(collectPieces);
  // Objects that are moved into each other must have the same pieces; who does not fit leaves the game.
  for (;;) {
    const byAddress = new Map(objects.map((object) => [object.address, object]));
    const before = objects.length;
    shareMovedPieces(objects, byAddress);
    for (const object of objects) fillGaps(object, pointers(object));
    shareMovedPieces(objects, byAddress);
    objects = objects.filter(fits);
    if (objects.length !== before) continue;
    const odd = objects.find((object) => !movedAlike(object, byAddress));
    if (odd === undefined) return objects;
    objects = objects.filter((object) => object !== odd);
  }
}

function accessesOf(address: Value, uses: Uses, landing: Uint8Array | undefined): MemoryObject | undefined {
  const accesses: Access[] = [];
  const addressing: Value[] = [];
  const work: [Value, number][] = [[address, 0]];
  while (work.length > 0) {
    const [pointer, offset] = work.pop()!;
    for (const user of uses.users[pointer.id] ?? []) {
      if (landing !== undefined && landing[user.block.id] === 1) return undefined;
      const at = offset + (typeof user.imm === "number" ? user.imm : 0);
      switch (user.op) {
        case "load":
          accesses.push({ kind: "load", value: user, offset: at, size: 0 });
          break;
        case "store":
          if (user.args[1] === pointer) return undefined;
          accesses.push({ kind: "store", value: user, offset: at, size: 0 });
          break;
        case "clear":
          accesses.push({ kind: "clear", value: user, offset, size: user.imm as number });
          break;
        case "move": {
          const size = user.imm as number;
          if (size > maxMoved || user.args[0] === user.args[1]) return undefined;
          accesses.push({
            kind: user.args[0] === pointer ? "move.to" : "move.from",
            value: user,
            offset,
            size,
          });
          break;
        }
        case "offset":
        case "copy":
          addressing.push(user);
          work.push([user, at]);
          break;
        case "check.nil":
          addressing.push(user);
          break;
        default:
          // Anything else may keep the address.
          return undefined;
      }
    }
    if (uses.controls[pointer.id] !== undefined) return undefined;
  }
  return { address, accesses, addressing, pieces: [] };
}

/** The leaves of a type in memory: structs are taken apart, strings, slices and interfaces are not. */
function forEachLeaf(type: Type, offset: number, visit: (type: Type, offset: number) => void): void {
  if (type.kind === "struct") {
    const offsets = fieldOffsets(type.fields);
    type.fields.forEach((field, i) => forEachLeaf(field, offset + offsets[i]!, visit));
  } else {
    visit(type, offset);
  }
}

/** The type that a load reads or a store writes. */
function accessType(access: Access): Type {
  return access.kind === "load" ? access.value.type : access.value.args[1]!.type;
}

/** Adds a piece unless it is there; false if it overlaps another one. */
function addPiece(object: MemoryObject, type: Type, offset: number): boolean {
  const { pieces } = object;
  const { size } = sizeAlignOf(type);
  let i = 0;
  while (i < pieces.length && pieces[i]!.offset + pieces[i]!.size <= offset) i++;
  const other = pieces[i];
  if (other !== undefined && other.offset < offset + size)
    return other.offset === offset && other.type.text === type.text;
  pieces.splice(i, 0, { offset, size, type });
  return pieces.length <= maxPieces;
}

function collectPieces(object: MemoryObject): boolean {
  let sound = true;
  for (const access of object.accesses) {
    if (access.kind !== "load" && access.kind !== "store") continue;
    forEachLeaf(accessType(access), access.offset, (type, offset) => {
      sound &&= addPiece(object, type, offset);
    });
  }
  return sound;
}

function objectAt(
  pointer: Value,
  byAddress: ReadonlyMap<Value, MemoryObject>,
): [MemoryObject, number] | undefined {
  let offset = 0;
  let at = pointer;
  while (at.op === "offset" || at.op === "copy") {
    offset += at.op === "offset" ? (at.imm as number) : 0;
    at = at.args[0]!;
  }
  const object = byAddress.get(at);
  return object === undefined ? undefined : [object, offset];
}

function shareMovedPieces(
  objects: readonly MemoryObject[],
  byAddress: ReadonlyMap<Value, MemoryObject>,
): void {
  for (let grew = true; grew;) {
    grew = false;
    for (const object of objects) {
      for (const access of object.accesses) {
        if (access.kind !== "move.to") continue;
        const from = objectAt(access.value.args[1]!, byAddress);
        if (from === undefined) continue;
        const [source, start] = from;
        if (copyPieces(source, start, object, access.offset, access.size)) grew = true;
        if (copyPieces(object, access.offset, source, start, access.size)) grew = true;
      }
    }
  }
}

/** Whether what other objects move into this one has the pieces that it has there. */
function movedAlike(object: MemoryObject, byAddress: ReadonlyMap<Value, MemoryObject>): boolean {
  const listed = (of: MemoryObject, start: number, size: number): string =>
    of.pieces
      .filter((piece) => piece.offset >= start && piece.offset + piece.size <= start + size)
      .map((piece) => `${piece.offset - start} ${piece.type.text}`)
      .join();
  return object.accesses.every((access) => {
    if (access.kind !== "move.to") return true;
    const from = objectAt(access.value.args[1]!, byAddress);
    if (from === undefined) return true;
    return listed(object, access.offset, access.size) === listed(from[0], from[1], access.size);
  });
}

function copyPieces(
  from: MemoryObject,
  start: number,
  to: MemoryObject,
  target: number,
  size: number,
): boolean {
  const before = to.pieces.length;
  if (before > maxPieces) return false;
  for (const piece of [...from.pieces])
    if (piece.offset >= start && piece.offset + piece.size <= start + size)
      addPiece(to, piece.type, piece.offset - start + target);
  return to.pieces.length > before;
}

/** What is moved out of the object must be known byte for byte: gaps become raw pieces. */
function fillGaps(object: MemoryObject, pointers: readonly number[]): void {
  for (const access of object.accesses) {
    if (access.kind !== "move.from") continue;
    const end = access.offset + access.size;
    for (let at = access.offset; at < end && object.pieces.length <= maxPieces;) {
      const inside = object.pieces.find((piece) => piece.offset <= at && at < piece.offset + piece.size);
      if (inside !== undefined) {
        at = inside.offset + inside.size;
        continue;
      }
      const next = object.pieces.find((piece) => piece.offset > at)?.offset ?? end;
      const type = rawType(at, Math.min(next, end), pointers);
      addPiece(object, type, at);
      at += sizeAlignOf(type).size;
    }
  }
}

function rawType(at: number, end: number, pointers: readonly number[]): Type {
  if (pointers.includes(at) && at + 4 <= end) return types.ptr;
  if (at % 8 === 0 && at + 8 <= end && !pointers.includes(at + 4)) return types.uint64;
  if (at % 4 === 0 && at + 4 <= end) return types.uint32;
  if (at % 2 === 0 && at + 2 <= end) return types.uint16;
  return types.uint8;
}

/** Whether every access covers whole pieces, and what is moved out is covered. */
function fits(object: MemoryObject): boolean {
  const { pieces } = object;
  if (pieces.length > maxPieces) return false;
  return object.accesses.every((access) => {
    if (access.kind === "load" || access.kind === "store") {
      let sound = true;
      forEachLeaf(accessType(access), access.offset, (type, offset) => {
        const piece = pieces.find((other) => other.offset === offset && other.size > 0);
        sound &&= sizeAlignOf(type).size === 0 || piece?.type.text === type.text;
      });
      return sound;
    }
    const end = access.offset + access.size;
    let covered = 0;
    for (const piece of pieces) {
      const inside = piece.offset >= access.offset && piece.offset + piece.size <= end;
      if (!inside && piece.offset < end && piece.offset + piece.size > access.offset) return false;
      if (inside) covered += piece.size;
    }
    return access.kind !== "move.from" || covered === access.size;
  });
}
