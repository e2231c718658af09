import type * as ast from "@goes/ast";
import type { Value } from "@goes/ir";
import { unalias, underlying, PointerType, type Func, type Type } from "@goes/types";
import type { FunctionBuilder } from "../../function/function-builder.ts";
import { buildPlace, fieldPath, placeAddress, readPlace } from "../places.ts";
import { receiverTypeArgs, type ResolvedSelection } from "../../function/selections.ts";

/** The receiver of a method call or method value, as the method takes it. */
interface Receiver {
  readonly method: Func;
  readonly value: Value;
  /** The receiver type of the method, or the interface. */
  readonly type: Type;
  /** Type arguments of the receiver's type. */
  readonly typeArgs: readonly Type[];
}

/** Evaluates `x` of a method selector `x.M`, through embedded fields, taking addresses and following pointers. */
export function methodReceiver(
  fb: FunctionBuilder,
  expr: ast.SelectorExpr,
  selection: ResolvedSelection,
): Receiver {
  const method = selection.obj as Func;
  const path = selection.index.slice(0, -1);
  let place = fieldPath(fb, buildPlace(fb, expr.x), fb.typeOf(expr.x), path);
  const type = place.type.kind === "basic" && place.type.basic === "invalid" ? fb.typeOf(expr.x) : place.type;
  const under = underlying(type);
  const typeArgs = receiverTypeArgs(method);
  if (under.kind === "interface") return { method, value: readPlace(fb, place), type, typeArgs };
  const isPointer = unalias(type).kind === "pointer";
  if (method.origin.pointerReceiver) {
    if (isPointer) return { method, value: readPlace(fb, place), type, typeArgs };
    if (place.kind !== "memory") {
      // Only in instances: a value whose method set, as that of an addressable operand, has the method.
      const copy = fb.newObject(type);
      fb.store(type, copy, readPlace(fb, place));
      return { method, value: copy, type: new PointerType(type), typeArgs };
    }
    return { method, value: placeAddress(fb, place), type: new PointerType(type), typeArgs };
  }
  if (isPointer && under.kind === "pointer") {
    const pointer = readPlace(fb, place);
    fb.nilCheck(pointer);
    place = {
      kind: "memory",
      type: under.element,
      base: pointer,
      nilCheck: false,
      steps: [],
      isPrivate: false,
    };
  }
  const value = readPlace(fb, place);
  const lasting = place.kind === "memory" && !place.isPrivate ? fb.copied(place.type, value) : value;
  return { method, value: lasting, type: place.type, typeArgs };
}
