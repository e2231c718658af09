import * as ir from "@goes/ir";
import { underlying, type Type } from "@goes/types";
import type { Emitter } from "../function/emitter.ts";
import type { DataContext } from "../program/data-context.ts";
import { noteConversion } from "./dispatch.ts";
import { irType, layoutSymbol, sizeOf } from "../layout/ir-types.ts";
import { typeDescriptor } from "./type-descriptors.ts";

/** How values of a type are held in the payload of an interface. */
type PayloadForm =
  /** The bits of a bool, integer or float. */
  | "bits"
  /** A pointer, map, channel or function, or a string: it begins with a pointer. */
  | "pointer"
  /** The address of an immutable copy. */
  | "indirect";

/** How values of the (non-interface) type are held in the payload of an interface. */
export function payloadForm(type: Type): PayloadForm {
  const under = underlying(type);
  switch (under.kind) {
    case "pointer":
    case "map":
    case "chan":
    case "signature":
      return "pointer";
    case "basic":
      if (under.basic === "string" || under.basic === "unsafe.Pointer") return "pointer";
      return under.basic.startsWith("complex") ? "indirect" : "bits";
    case "array":
    case "interface":
    case "slice":
    case "struct":
    case "tuple":
    case "union":
      return "indirect";
  }
}

/** An interface value that holds `value` of the (non-interface) type; notes the conversion. */
export function emitMakeInterface(ctx: DataContext, to: Emitter, type: Type, value: ir.Value): ir.Value {
  noteConversion(ctx, type);
  const descriptor = to.global(typeDescriptor(ctx, type));
  return to.emit("make.iface", ir.types.iface, [descriptor, emitPayload(ctx, to, type, value)]);
}

/** The payload of an interface that holds `value`. */
function emitPayload(ctx: DataContext, to: Emitter, type: Type, value: ir.Value): ir.Value {
  if (payloadForm(type) !== "indirect") return to.emit("make.payload", ir.types.payload, [value]);
  const size = sizeOf(ctx, type);
  if (size === 0) return to.emit("make.payload", ir.types.payload, [to.nil()]);
  const layout = layoutSymbol(ctx, type);
  const copy = to.emit("new", ir.types.ptr, [], { sym: layout });
  if (irType(ctx, type) === undefined) {
    to.emit("move", ir.types.void, [copy, value], { imm: size, sym: layout });
  } else {
    to.emit("store", ir.types.void, [copy, value], { imm: 0 });
  }
  return to.emit("make.payload", ir.types.payload, [copy]);
}

/** The value of the (non-interface) type in a payload (`payload`); memory class: the address of the immutable copy. */
export function emitPayloadValue(ctx: DataContext, to: Emitter, type: Type, payload: ir.Value): ir.Value {
  const register = irType(ctx, type);
  if (payloadForm(type) !== "indirect") return to.emit("payload.value", register ?? ir.types.ptr, [payload]);
  const address = to.emit("payload.value", ir.types.ptr, [payload]);
  if (register === undefined) return address;
  if (sizeOf(ctx, type) === 0) return to.emit("zero", register);
  return to.emit("load", register, [address], { imm: 0 });
}
