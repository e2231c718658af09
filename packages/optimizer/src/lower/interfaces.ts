import { types } from "@goes/ir";
import { InternalError } from "@goes/source";
import type { LowerRule } from "./lowering.ts";

/** A value as a payload: 64 bits, integers extended by their sign, strings as pointer and length. */
export const lowerMakePayload: LowerRule = (low, value) => {
  const source = value.args[0]!;
  const components = low.componentsOf(source);
  const first = components[0]!;
  switch (source.type.kind) {
    case "bool":
    case "uint8":
    case "uint16":
    case "uint32":
      return [low.cast(low.extend(first), types.payload)];
    case "int8":
    case "int16":
    case "int32":
      return [low.cast(low.op("i64.extend_i32_s", types.i64, [first]), types.payload)];
    case "ptr":
      return [low.cast(low.extend(low.cast(first, types.i32)), types.payload)];
    case "int64":
    case "uint64":
      return [low.cast(first, types.payload)];
    case "float32":
      return [low.cast(low.extend(low.op("i32.reinterpret_f32", types.i32, [first])), types.payload)];
    case "float64":
      return [low.cast(low.op("i64.reinterpret_f64", types.i64, [first]), types.payload)];
    case "string": {
      const length = low.op("i64.shl", types.i64, [low.extend(components[1]!), low.i64(32n)]);
      const data = low.extend(low.cast(first, types.i32));
      return [low.cast(low.op("i64.or", types.i64, [data, length]), types.payload)];
    }
    case "payload":
    case "complex128":
    case "complex64":
    case "f32":
    case "f64":
    case "i32":
    case "i64":
    case "iface":
    case "slice":
    case "struct":
    case "tuple":
    case "void":
      throw new InternalError("lower", `make.payload of ${source.type.text} in ${low.func.name}`);
  }
};

/** What {@link lowerMakePayload} put into a payload. */
export const lowerPayloadValue: LowerRule = (low, value) => {
  const payload = low.cast(low.component(value.args[0]!), types.i64);
  switch (value.type.kind) {
    case "bool":
    case "uint8":
    case "uint16":
    case "uint32":
    case "int8":
    case "int16":
    case "int32":
      return [low.wrap(payload)];
    case "ptr":
      return [low.cast(low.wrap(payload), types.ptr)];
    case "int64":
    case "uint64":
      return [payload];
    case "float32":
      return [low.op("f32.reinterpret_i32", types.f32, [low.wrap(payload)])];
    case "float64":
      return [low.op("f64.reinterpret_i64", types.f64, [payload])];
    case "string": {
      const length = low.op("i64.shr_u", types.i64, [payload, low.i64(32n)]);
      return [low.cast(low.wrap(payload), types.ptr), low.wrap(length)];
    }
    case "payload":
    case "complex128":
    case "complex64":
    case "f32":
    case "f64":
    case "i32":
    case "i64":
    case "iface":
    case "slice":
    case "struct":
    case "tuple":
    case "void":
      throw new InternalError("lower", `payload.value of ${value.type.text} in ${low.func.name}`);
  }
};
