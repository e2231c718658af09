import { InternalError } from "@goes/source";
import { components, type Type } from "@goes/ir";
import { valueType } from "./opcodes.ts";

/** The register classes of the target; `ptr` is an i32 and `payload` an i64. */
export type WasmType = "i32" | "i64" | "f32" | "f64";

/** The target's type for a wasm-level type of the IR. */
export function wasmType(type: Type): WasmType {
  switch (type.kind) {
    case "i32":
    case "ptr":
    case "bool":
      return "i32";
    case "i64":
    case "payload":
      return "i64";
    case "f32":
    case "f64":
      return type.kind;
    case "complex128":
    case "complex64":
    case "float32":
    case "float64":
    case "iface":
    case "int16":
    case "int32":
    case "int64":
    case "int8":
    case "slice":
    case "string":
    case "struct":
    case "tuple":
    case "uint16":
    case "uint32":
    case "uint64":
    case "uint8":
    case "void":
      throw new InternalError("wasm", `${type.text} is no type of the wasm level`);
  }
}

/** The byte of a type in the binary format. */
export function typeByte(type: WasmType): number {
  return valueType[type];
}

/** The wasm types of a list of IR types, aggregates flattened. */
export function flatten(list: readonly Type[]): readonly WasmType[] {
  return list.flatMap((type) => components(type).map(wasmType));
}
