import type * as ast from "@goes/ast";
import { types, type Value } from "@goes/ir";
import { underlying } from "@goes/types";
import { buildExpr, buildInt } from "./expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { boundRoles } from "./order/operand-roles.ts";
import { hoistCalls } from "./order/hoisted-calls.ts";
import { boundSuffix, buildPlace, placeAddress } from "./places.ts";

/** `x[low:high:max]` (spec, "Slice expressions"), with gc's panics. */
export function buildSliceExpr(fb: FunctionBuilder, expr: ast.SliceExpr): Value {
  const bounds = [expr.low, expr.high, expr.max];
  hoistCalls(fb, [expr.x, ...bounds], [undefined, ...boundRoles(fb, bounds)]);
  const type = underlying(fb.typeOf(expr.x));
  if (type.kind === "basic") {
    const text = buildExpr(fb, expr.x);
    const low = expr.low === undefined ? undefined : buildInt(fb, expr.low);
    const high = expr.high === undefined ? undefined : buildInt(fb, expr.high);
    fb.pos = expr.lbrack;
    return sliceString(fb, text, low, high);
  }
  let data: Value;
  let length: Value;
  let capacity: Value;
  let element;
  if (type.kind === "slice") {
    const slice = buildExpr(fb, expr.x);
    element = type.element;
    data = fb.emit("data", types.ptr, [slice]);
    length = fb.emit("len", types.int64, [slice]);
    capacity = fb.emit("cap", types.int64, [slice]);
  } else {
    const array = type.kind === "pointer" ? underlying(type.element) : type;
    if (array.kind !== "array") throw fb.broken("slicing something of this type", expr);
    element = array.element;
    if (type.kind === "pointer") {
      data = buildExpr(fb, expr.x);
      fb.pos = expr.lbrack;
      fb.nilCheck(data);
    } else {
      data = placeAddress(fb, buildPlace(fb, expr.x));
    }
    length = fb.int(array.length);
    capacity = length;
  }
  const low = expr.low === undefined ? undefined : buildInt(fb, expr.low);
  let high = expr.high === undefined ? undefined : buildInt(fb, expr.high);
  const max = expr.max === undefined ? undefined : buildInt(fb, expr.max);
  fb.pos = expr.lbrack;
  const limit = type.kind === "slice" ? "cap" : "len";
  if (max !== undefined && high !== undefined) {
    rangeCheck(fb, max, capacity, `panicSlice3A${limit}`);
    rangeCheck(fb, high, max, "panicSlice3B");
    if (low !== undefined) rangeCheck(fb, low, high, "panicSlice3C");
    capacity = max;
  } else {
    if (high === undefined) high = length;
    else rangeCheck(fb, high, capacity, `panicSliceA${limit}`);
    if (low !== undefined) rangeCheck(fb, low, high, "panicSliceB");
  }
  if (low === undefined || isZero(low)) return fb.emit("make.slice", types.slice, [data, high, capacity]);
  const newLength = fb.emit("sub", types.int64, [high, low]);
  const newCapacity = fb.emit("sub", types.int64, [capacity, low]);
  const moved = fb.emit("index", types.ptr, [data, low], { imm: fb.sizeOf(element) });
  // An empty slice must not point past its array, into somebody else's object.
  const empty = fb.emit("eq", types.bool, [newCapacity, fb.int(0)]);
  const start = fb.emit("select", types.ptr, [empty, data, moved]);
  return fb.emit("make.slice", types.slice, [start, newLength, newCapacity]);
}

function sliceString(
  fb: FunctionBuilder,
  text: Value,
  low: Value | undefined,
  high: Value | undefined,
): Value {
  const data = fb.emit("data", types.ptr, [text]);
  const length = fb.emit("len", types.int64, [text]);
  const end = high ?? length;
  if (high !== undefined) rangeCheck(fb, high, length, "panicSliceAlen");
  if (low === undefined || isZero(low)) return fb.emit("make.string", types.string, [data, end]);
  rangeCheck(fb, low, end, "panicSliceB");
  const newLength = fb.emit("sub", types.int64, [end, low]);
  const moved = fb.emit("index", types.ptr, [data, low], { imm: 1 });
  // As with slices, what is empty must not point past the text.
  const empty = fb.emit("eq", types.bool, [newLength, fb.int(0)]);
  const start = fb.emit("select", types.ptr, [empty, data, moved]);
  return fb.emit("make.string", types.string, [start, newLength]);
}

/** What panics for a bound that is out of range; with the suffix `U` for unsigned ones. */
type BoundsPanic = `panicSlice${"Alen" | "Acap" | "B" | "3Alen" | "3Acap" | "3B" | "3C"}`;

function rangeCheck(fb: FunctionBuilder, value: Value, limit: Value, panic: BoundsPanic): void {
  if (value.op === "const" && limit.op === "const") {
    const at = value.imm as bigint;
    if (at >= 0n && at <= (limit.imm as bigint)) return;
  }
  if (value === limit) return;
  fb.emit("check.range", types.void, [value, limit], {
    sym: fb.ctx.runtimeFunc(`${panic}${boundSuffix(fb, value)}`),
  });
}

function isZero(value: Value): boolean {
  return value.op === "const" && value.imm === 0n;
}
