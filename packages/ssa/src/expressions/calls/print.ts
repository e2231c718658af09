import {
  isInteger,
  isSigned,
  types,
  type RuntimeFunctionName,
  type Type as IrType,
  type Value,
} from "@goes/ir";
import { basicKind, type FunctionBuilder } from "../../function/function-builder.ts";
import type { Type } from "@goes/types";
import { callRuntime } from "../../function/runtime-call.ts";

/** What `print` and `println` do with operands of these types. */
export function printValues(
  fb: FunctionBuilder,
  values: readonly Value[],
  operandTypes: readonly Type[],
  mode: "plain" | "line",
): void {
  const call = (name: RuntimeFunctionName, ...args: Value[]): void => {
    callRuntime(fb.ctx, fb, name, args);
  };
  values.forEach((value, i) => {
    if (mode === "line" && i > 0) call("printSpace");
    printValue(fb, value, operandTypes[i]!, call);
  });
  if (mode === "line") call("printNewline");
}

function printValue(
  fb: FunctionBuilder,
  value: Value,
  type: Type,
  call: (name: RuntimeFunctionName, ...args: Value[]) => void,
): void {
  const widened = (to: IrType): Value =>
    value.type.text === to.text ? value : fb.emit("convert", to, [value]);
  switch (value.type.kind) {
    case "bool":
      call("printBool", value);
      return;
    case "string":
      call("printString", value);
      return;
    case "float32":
      call("printFloat32", value);
      return;
    case "float64":
      call("printFloat", value);
      return;
    case "complex64":
      call("printComplex64", value);
      return;
    case "complex128":
      call("printComplex", value);
      return;
    case "iface":
      call("printIface", value);
      return;
    case "slice": {
      // gc prints [length/capacity]address.
      call("printString", fb.string("["));
      call("printInt", fb.emit("len", types.int64, [value]));
      call("printString", fb.string("/"));
      call("printInt", fb.emit("cap", types.int64, [value]));
      call("printString", fb.string("]"));
      call("printPointer", fb.emit("data", types.ptr, [value]));
      return;
    }
    case "payload":
    case "f32":
    case "f64":
    case "i32":
    case "i64":
    case "int16":
    case "int32":
    case "int64":
    case "int8":
    case "ptr":
    case "struct":
    case "tuple":
    case "uint16":
    case "uint32":
    case "uint64":
    case "uint8":
    case "void":
      if (!isInteger(value.type)) call("printPointer", value);
      else if (isSigned(value.type)) call("printInt", widened(types.int64));
      else call(basicKind(type) === undefined ? "printHex" : "printUint", widened(types.uint64));
  }
}
