import type * as ast from "@goes/ast";
import { tupleType, types, type Value } from "@goes/ir";
import { underlying, type ChanType, type Type } from "@goes/types";
import { bufferLayout, channelKind } from "../layout/channel-elements.ts";
import { callRuntime } from "../function/runtime-call.ts";
import { buildExpr, buildExprAs, buildLasting } from "./expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { hoistCalls } from "./order/hoisted-calls.ts";

/** The result of a receive: the value (undefined if it is not wanted) and whether it was sent. */
export interface Received {
  readonly value: Value | undefined;
  readonly ok: Value;
}

/** Whether the value of a receive is used. */
type Wanted = "wanted" | "unwanted";

/** The channel type of an expression. */
export function channelType(fb: FunctionBuilder, expr: ast.Expr): ChanType {
  const type = underlying(fb.typeOf(expr));
  if (type.kind !== "chan") throw fb.broken("a channel operation on something that is no channel", expr);
  return type;
}

/** `make(chan T, capacity)`. */
export function makeChannel(fb: FunctionBuilder, type: ChanType, capacity: Value | undefined): Value {
  const { element } = type;
  const { size, layout } = bufferLayout(fb.ctx, element);
  const name = channelKind(fb.ctx, element) === "Word" ? "makeChanWord" : "makeChan";
  const bytes = fb.constant(types.uint32, BigInt(size));
  const data = layout === undefined ? fb.nil() : fb.global(layout);
  return callRuntime(fb.ctx, fb, name, [capacity ?? fb.int(0), bytes, data]);
}

/** A value of the element type as the uint64 that channel functions take. */
function toWord(fb: FunctionBuilder, element: Type, value: Value): Value {
  if (fb.sizeOf(element) === 0) return fb.constant(types.uint64, 0n);
  const payload = fb.emit("make.payload", types.payload, [value]);
  return fb.emit("intrinsic", types.uint64, [payload], { imm: "cast" });
}

/** The value that {@link toWord} made a word of. */
export function fromWord(fb: FunctionBuilder, element: Type, word: Value): Value {
  if (fb.sizeOf(element) === 0) return fb.zero(element);
  const payload = fb.emit("intrinsic", types.payload, [word], { imm: "cast" });
  return fb.emit("payload.value", fb.ir(element), [payload]);
}

/** What is sent: a word, or the address of a value that nothing changes. */
export function buildSent(fb: FunctionBuilder, expr: ast.Expr, element: Type): Value {
  if (channelKind(fb.ctx, element) === "Word") return toWord(fb, element, buildExprAs(fb, expr, element));
  const value = buildLasting(fb, expr, element);
  if (fb.isMemory(element)) return value;
  const address = fb.temp(element);
  fb.store(element, address, value);
  return address;
}

/** `channel <- value`. */
export function buildSend(fb: FunctionBuilder, stmt: ast.SendStmt): void {
  const { element } = channelType(fb, stmt.channel);
  hoistCalls(fb, [stmt.channel, stmt.value], [undefined, element]);
  const channel = buildExpr(fb, stmt.channel);
  const value = buildSent(fb, stmt.value, element);
  fb.pos = stmt.arrow;
  const sym = fb.ctx.runtimeFunc(`send${channelKind(fb.ctx, element)}`);
  fb.emit("call", types.void, [channel, value], { sym });
}

/** `<-channel`. */
export function buildReceive(fb: FunctionBuilder, expr: ast.UnaryExpr, wanted: Wanted): Received {
  const { element } = channelType(fb, expr.x);
  const channel = buildExpr(fb, expr.x);
  fb.pos = expr.pos;
  return receive(fb, element, channel, wanted);
}

const receivedWord = tupleType([types.uint64, types.bool]);

/** Receives from a channel. */
export function receive(fb: FunctionBuilder, element: Type, channel: Value, wanted: Wanted): Received {
  if (channelKind(fb.ctx, element) === "Word") {
    const sym = fb.ctx.runtimeFunc("receiveWord");
    const call = fb.emit("call", receivedWord, [channel], { sym });
    const ok = fb.extract(call, 1);
    if (wanted === "unwanted") return { value: undefined, ok };
    return { value: fromWord(fb, element, fb.extract(call, 0)), ok };
  }
  const address = wanted === "wanted" ? fb.temp(element) : undefined;
  const sym = fb.ctx.runtimeFunc("receiveMemory");
  const ok = fb.emit("call", types.bool, [channel, address ?? fb.nil()], { sym });
  return { value: address === undefined ? undefined : fb.load(element, address), ok };
}
