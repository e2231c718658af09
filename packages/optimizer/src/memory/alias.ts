import { sizeAlignOf, type Type, type Value } from "@goes/ir";

/** A piece of memory as an access names it: a base pointer, and bytes from an offset on if that is constant. */
export interface Location {
  readonly base: Value;
  /** Byte offset from the base; undefined: anywhere in the object. */
  readonly offset: number | undefined;
  readonly size: number;
  /** What is stored there; undefined: bytes of any type. */
  readonly type: Type | undefined;
}

/** The location that a load or store accesses. */
export function locationOf(access: Value): Location {
  const type = access.op === "load" ? access.type : access.args[1]!.type;
  const { size } = sizeAlignOf(type);
  return locate(access.args[0]!, access.imm as number, size, type);
}

/** The location of `size` bytes at a pointer, seen through pointer arithmetic. */
export function locate(pointer: Value, imm: number, size: number, type: Type | undefined): Location {
  let offset: number | undefined = imm;
  let base = pointer;
  for (;;) {
    if (base.op === "offset") {
      if (offset !== undefined) offset += base.imm as number;
    } else if (base.op === "index") {
      offset = undefined;
    } else if (base.op !== "copy") {
      break;
    }
    base = base.args[0]!;
  }
  if (base.op === "global" && offset !== undefined) offset += base.imm as number;
  return { base, offset, size, type };
}

/** Whether the base is the only name of its object until its address escapes. */
function isOwnObject(base: Value): boolean {
  return base.op === "slot" || base.op === "new" || base.op === "new.array";
}

/**
 * Whether a type in memory holds pointers (1), numbers (2), or both. Go memory has one type for life, but code that
 * uses unsafe looks at numbers as bytes and words, and a string or interface is copied with its pointer: so only
 * accesses of plain numbers and of what holds a pointer are known to be apart.
 */
function classOf(type: Type): number {
  switch (type.kind) {
    case "string":
    case "slice":
    case "iface":
    case "ptr":
    case "payload":
      return 1;
    case "struct":
    case "tuple": {
      let bits = 0;
      for (const field of type.fields) bits |= classOf(field);
      return bits;
    }
    case "bool":
    case "complex128":
    case "complex64":
    case "f32":
    case "f64":
    case "float32":
    case "float64":
    case "i32":
    case "i64":
    case "int16":
    case "int32":
    case "int64":
    case "int8":
    case "uint16":
    case "uint32":
    case "uint64":
    case "uint8":
    case "void":
      return 2;
  }
}

/** By value id: 1 for own objects whose address escapes the function's own accesses. */
export type Escaped = Uint8Array;

/** Whether two accesses may touch the same byte. */
export function mayAlias(a: Location, b: Location, escaped: Escaped): boolean {
  if (a.base === b.base) {
    if (a.offset === undefined || b.offset === undefined) return true;
    return a.offset < b.offset + b.size && b.offset < a.offset + a.size;
  }
  if (a.base.op === "global" && b.base.op === "global") {
    if (a.base.sym !== b.base.sym) return false;
    if (a.offset === undefined || b.offset === undefined) return true;
    return a.offset < b.offset + b.size && b.offset < a.offset + a.size;
  }
  const ownA = isOwnObject(a.base);
  const ownB = isOwnObject(b.base);
  if (ownA && ownB) return false;
  if ((ownA && b.base.op === "global") || (ownB && a.base.op === "global")) return false;
  if ((ownA && escaped[a.base.id] === 0) || (ownB && escaped[b.base.id] === 0)) return false;
  // Parameters and loaded pointers cannot be slots or objects that did not exist when they were made, but that
  // needs an order in time; types hold apart what is left.
  return a.type === undefined || b.type === undefined || (classOf(a.type) & classOf(b.type)) !== 0;
}

/** Whether code that is not seen (a call) may reach the location. */
export function isPrivate(location: Location, escaped: Escaped): boolean {
  return isOwnObject(location.base) && escaped[location.base.id] === 0;
}
