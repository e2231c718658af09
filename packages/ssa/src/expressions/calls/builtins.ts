import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { types, type Value } from "@goes/ir";
import { emptyInterface, underlying, type BuiltinName, type Type } from "@goes/types";
import { buildAppend, buildCopy, clearSlice } from "./append-copy.ts";
import { buildMulti, multiType, type PreparedCall } from "./calls.ts";
import { alignOf, structOffsets } from "../../layout/ir-types.ts";
import { callRuntime } from "../../function/runtime-call.ts";
import { mapSymbol } from "../../layout/map-functions.ts";
import { assignTo, buildExpr, buildExprAs, buildInt, buildLasting, toInt64 } from "../expressions.ts";
import type { FunctionBuilder } from "../../function/function-builder.ts";
import { buildMake } from "./make.ts";
import { builtinRoles } from "../order/operand-roles.ts";
import { nilComparison } from "../operators.ts";
import { hoistCalls } from "../order/hoisted-calls.ts";
import { printValues } from "./print.ts";
import { selectionOf } from "../../function/selections.ts";

/** The offset of the field that a selector selects; embedded fields on the path count (spec, "Package unsafe"). */
function offsetOfSelected(fb: FunctionBuilder, expr: ast.Expr): number {
  const node = unparen(expr);
  const selection = node.kind === "SelectorExpr" ? selectionOf(fb, node) : undefined;
  if (selection === undefined) throw fb.broken("unsafe.Offsetof of no selector", expr);
  let type = selection.receiver;
  let offset = 0;
  for (const index of selection.index) {
    const under = underlying(type);
    const struct = under.kind === "pointer" ? under.element : type;
    offset += structOffsets(fb.ctx, struct)[index]!;
    const fields = underlying(struct);
    if (fields.kind === "struct") type = fields.fields[index]!.type ?? type;
  }
  return offset;
}

/** A call of a built-in function (spec, "Built-in functions"): no result or one. */
export function buildBuiltin(fb: FunctionBuilder, expr: ast.CallExpr, name: BuiltinName): readonly Value[] {
  const args = expr.args;
  hoistCalls(fb, args, builtinRoles(fb, expr, name));
  const arg = (index: number): Value => buildExpr(fb, args[index]!);
  const at = expr.lparen;
  switch (name) {
    case "append":
      return [buildAppend(fb, expr)];
    case "len":
    case "cap":
      return [lengthOf(fb, args[0]!, name)];
    case "make":
      return [buildMake(fb, expr)];
    case "new": {
      const mode = fb.unit.info.types.get(args[0]!)?.mode;
      const type = fb.typeOf(args[0]!);
      if (mode === "type") {
        fb.pos = at;
        return [fb.newObject(type)];
      }
      const value = arg(0);
      const object = fb.newObject(type);
      fb.store(type, object, value);
      return [object];
    }
    case "min":
    case "max":
      return [extreme(fb, expr, name)];
    case "complex": {
      const type = fb.ir(fb.typeOf(expr));
      return [fb.emit("make.complex", type, complexParts(fb, expr))];
    }
    case "real":
    case "imag":
      return [fb.emit(name, fb.ir(fb.typeOf(expr)), [arg(0)])];
    case "unsafe.Add": {
      const pointer = arg(0);
      const distance = buildInt(fb, args[1]!);
      if (distance.op === "const") {
        const bytes = Number(distance.imm as bigint);
        if (bytes >= 0 && bytes < 1 << 30) return [fb.offset(pointer, bytes)];
      }
      return [fb.emit("index", types.ptr, [pointer, distance], { imm: 1 })];
    }
    case "unsafe.Slice": {
      const pointer = arg(0);
      const length = buildInt(fb, args[1]!);
      const slice = underlying(fb.typeOf(expr));
      if (checksUnsafe(fb) && slice.kind === "slice") {
        const size = fb.constant(types.uint32, BigInt(fb.sizeOf(slice.element)));
        fb.pos = at;
        callRuntime(fb.ctx, fb, "checkUnsafeSlice", [pointer, length, size]);
      }
      // Slice(nil, 0) is nil, which a slice of the nil pointer is.
      return [fb.emit("make.slice", types.slice, [pointer, length, length])];
    }
    case "unsafe.String": {
      const pointer = arg(0);
      const length = buildInt(fb, args[1]!);
      if (checksUnsafe(fb)) {
        fb.pos = at;
        callRuntime(fb.ctx, fb, "checkUnsafeString", [pointer, length]);
      }
      return [fb.emit("make.string", types.string, [pointer, length])];
    }
    case "unsafe.SliceData":
    case "unsafe.StringData":
      return [fb.emit("data", types.ptr, [arg(0)])];
    case "unsafe.Sizeof":
      return [fb.constant(types.uint32, BigInt(fb.sizeOf(fb.typeOf(args[0]!))))];
    // These three are not constant only if a type parameter is involved.
    case "unsafe.Alignof":
      return [fb.constant(types.uint32, BigInt(alignOf(fb.ctx, fb.typeOf(args[0]!))))];
    case "unsafe.Offsetof":
      return [fb.constant(types.uint32, BigInt(offsetOfSelected(fb, args[0]!)))];
    case "clear":
    case "close":
    case "copy":
    case "delete":
    case "panic":
    case "print":
    case "println":
    case "recover": {
      const prepared = prepareBuiltin(fb, expr, name);
      fb.pos = at;
      return prepared.invoke(
        fb,
        prepared.operands.map((operand) => operand.value),
      );
    }
  }
}

/** Whether the interface that an operand becomes can be nil: what is not an interface never makes a nil one. */
function canBeNil(fb: FunctionBuilder, operand: ast.Expr): boolean {
  const under = underlying(fb.typeOf(operand));
  return under.kind === "interface" || (under.kind === "basic" && under.basic === "untyped nil");
}

/** The library is trusted: its calls of unsafe.Slice and unsafe.String are not checked. */
function checksUnsafe(fb: FunctionBuilder): boolean {
  return !fb.ctx.isLibrary(fb.unit.checked.pkg);
}

/** The built-in functions that are allowed as statements, so also after `defer` and `go`. */
export function prepareBuiltin(fb: FunctionBuilder, expr: ast.CallExpr, name: BuiltinName): PreparedCall {
  const args = expr.args;
  switch (name) {
    case "panic": {
      const value = buildExprAs(fb, args[0]!, emptyInterface);
      const checked = canBeNil(fb, args[0]!);
      return prepared([{ value, type: emptyInterface }], (to, [operand]) => {
        if (checked) {
          const notNil = nilComparison(to, "ne", operand!);
          to.emit("check", types.void, [notNil], { sym: to.ctx.runtimeFunc("panicNilInterface") });
        }
        callRuntime(to.ctx, to, "panicValue", [operand!]);
        to.unreachable();
        return [];
      });
    }
    case "print":
    case "println": {
      const operands = spreadArgs(fb, args);
      return prepared(operands, (to, values) => {
        printValues(
          to,
          values,
          operands.map((operand) => operand.type),
          name === "println" ? "line" : "plain",
        );
        return [];
      });
    }
    case "delete": {
      const spread = args.length === 1 ? spreadArgs(fb, args) : undefined;
      const object = spread?.[0] ?? { value: buildExpr(fb, args[0]!), type: fb.typeOf(args[0]!) };
      const map = underlying(object.type);
      if (map.kind !== "map") throw fb.broken("delete from something that is no map", expr);
      const key = spread?.[1];
      const converted =
        key === undefined ? buildLasting(fb, args[1]!, map.key) : assignTo(fb, key.value, key.type, map.key);
      return prepared([object, { value: converted, type: map.key }], (to, values) => {
        to.emit("map.delete", types.void, values, { sym: mapSymbol(to.ctx, map, "delete") });
        return [];
      });
    }
    case "clear": {
      const type = fb.typeOf(args[0]!);
      const under = underlying(type);
      const operand = { value: buildExpr(fb, args[0]!), type };
      return prepared([operand], (to, [value]) => {
        if (under.kind === "map") {
          to.emit("call", types.void, [value!], { sym: mapSymbol(to.ctx, under, "clear") });
        } else if (under.kind === "slice") {
          clearSlice(to, under.element, value!);
        }
        return [];
      });
    }
    case "copy": {
      const [target, source] = spreadArgs(fb, args);
      const slice = underlying(target!.type);
      if (slice.kind !== "slice") throw fb.broken("copy to something that is no slice", expr);
      return prepared([target!, source!], (to, [into, from]) => [buildCopy(to, slice.element, into!, from!)]);
    }
    case "recover":
      // `defer recover()` stops the panic that its function was deferred for, and no other: the token is taken along.
      return {
        operands: [{ value: fb.deferToken ?? fb.nil(), type: undefined }],
        target: undefined,
        invoke: (to, [token]) => [callRuntime(to.ctx, to, "recoverValue", [token!])],
      };
    case "close":
      return prepared([{ value: buildExpr(fb, args[0]!), type: fb.typeOf(args[0]!) }], (to, values) => {
        callRuntime(to.ctx, to, "closeChan", values);
        return [];
      });
    case "append":
    case "cap":
    case "complex":
    case "imag":
    case "len":
    case "make":
    case "max":
    case "min":
    case "new":
    case "real":
    case "unsafe.Add":
    case "unsafe.Alignof":
    case "unsafe.Offsetof":
    case "unsafe.Sizeof":
    case "unsafe.Slice":
    case "unsafe.SliceData":
    case "unsafe.String":
    case "unsafe.StringData":
      throw fb.broken(`a call of ${name} is no statement`, expr);
  }
}

function prepared(
  operands: readonly { readonly value: Value; readonly type: Type }[],
  invoke: PreparedCall["invoke"],
): PreparedCall {
  return { operands, target: undefined, invoke };
}

function lengthOf(fb: FunctionBuilder, expr: ast.Expr, which: "len" | "cap"): Value {
  const type = underlying(fb.typeOf(expr));
  const value = buildExpr(fb, expr);
  fb.pos = expr.pos;
  switch (type.kind) {
    case "array":
      return fb.int(type.length);
    case "pointer": {
      const array = underlying(type.element);
      return fb.int(array.kind === "array" ? array.length : 0);
    }
    case "map":
      // The first field of a map is the number of its elements; that of nil reads as 0.
      return toInt64(fb, fb.emit("load", types.uint32, [value], { imm: 0 }));
    case "chan":
      return callRuntime(fb.ctx, fb, which === "len" ? "chanLen" : "chanCap", [value]);
    case "basic":
    case "interface":
    case "signature":
    case "slice":
    case "struct":
    case "tuple":
    case "union":
      return fb.emit(which, types.int64, [value]);
  }
}

/** The arguments of a built-in function; a single call may supply them all. */
function spreadArgs(
  fb: FunctionBuilder,
  args: readonly ast.Expr[],
): readonly { readonly value: Value; readonly type: Type }[] {
  const [only] = args;
  const spread = args.length === 1 && only !== undefined ? multiType(fb, only) : undefined;
  if (spread === undefined || only === undefined) {
    return args.map((arg) => ({ value: buildExpr(fb, arg), type: fb.typeOf(arg) }));
  }
  return buildMulti(fb, only).map((value, i) => ({ value, type: spread[i]! }));
}

function complexParts(fb: FunctionBuilder, expr: ast.CallExpr): readonly Value[] {
  const kind = fb.ir(fb.typeOf(expr)).kind;
  const part = kind === "complex64" ? types.float32 : types.float64;
  return spreadArgs(fb, expr.args).map(({ value }) => {
    return value.type.text === part.text ? value : fb.emit("convert", part, [value]);
  });
}

function extreme(fb: FunctionBuilder, expr: ast.CallExpr, op: "min" | "max"): Value {
  const type = fb.typeOf(expr);
  const values = expr.args.map((arg) => buildExprAs(fb, arg, type));
  fb.pos = expr.lparen;
  return values.reduce((best, value) => {
    if (best.type.kind !== "string") return fb.emit(op, best.type, [best, value]);
    const better = fb.emit(op === "min" ? "lt" : "gt", types.bool, [value, best]);
    return fb.emit("select", types.string, [better, value, best]);
  });
}
