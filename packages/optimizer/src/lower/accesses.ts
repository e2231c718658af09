import { types, type WasmOp, type Type } from "@goes/ir";

/** How the components of a type are loaded and stored. */
interface Access {
  readonly load: WasmOp;
  readonly store: WasmOp;
  readonly type: Type;
}

function access(load: WasmOp, store: WasmOp, type: Type): Access {
  return { load, store, type };
}

/** The accesses to the components of a type, in the order of `componentOffsets`. */
export function accessesOf(type: Type): readonly Access[] {
  switch (type.kind) {
    case "bool":
    case "uint8":
      return [access("i32.load8_u", "i32.store8", types.i32)];
    case "int8":
      return [access("i32.load8_s", "i32.store8", types.i32)];
    case "uint16":
      return [access("i32.load16_u", "i32.store16", types.i32)];
    case "int16":
      return [access("i32.load16_s", "i32.store16", types.i32)];
    case "int32":
    case "uint32":
    case "i32":
      return [word];
    case "int64":
    case "uint64":
    case "i64":
      return [access("i64.load", "i64.store", types.i64)];
    case "float32":
    case "f32":
      return [access("f32.load", "f32.store", types.f32)];
    case "float64":
    case "f64":
      return [access("f64.load", "f64.store", types.f64)];
    case "ptr":
      return [pointer];
    case "payload":
      return [access("payload.load", "payload.store", types.payload)];
    case "string":
      return [pointer, word];
    case "slice":
      return [pointer, word, word];
    case "iface":
      return [pointer, access("payload.load", "payload.store", types.payload)];
    case "complex64":
      return [access("f32.load", "f32.store", types.f32), access("f32.load", "f32.store", types.f32)];
    case "complex128":
      return [access("f64.load", "f64.store", types.f64), access("f64.load", "f64.store", types.f64)];
    case "struct":
    case "tuple":
      return type.fields.flatMap(accessesOf);
    case "void":
      return [];
  }
}

const pointer = Object.freeze(access("ptr.load", "ptr.store", types.ptr));
const word = Object.freeze(access("i32.load", "i32.store", types.i32));
