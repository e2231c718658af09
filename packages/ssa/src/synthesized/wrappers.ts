import * as ir from "@goes/ir";
import { InternalError } from "@goes/source";
import { signatureOf, underlying, type Type } from "@goes/types";
import type { Emitter } from "../function/emitter.ts";
import type { DataContext } from "../program/data-context.ts";
import { noteInterfaceCall } from "../descriptors/dispatch.ts";
import { noteWrapper } from "./recovering.ts";
import {
  irType,
  layoutSymbol,
  lowerSignature,
  sizeOf,
  structOffsets,
  typeOf,
  valueType,
} from "../layout/ir-types.ts";
import { emitPayloadValue } from "../descriptors/interfaces.ts";
import { emitIntrinsic } from "../linking/intrinsics.ts";
import type { Generator } from "./generator.ts";
import { receiverArgs, receiverNamed, type MethodPath } from "./requests.ts";
import { receiverText } from "../names/symbols.ts";
import { asBytes } from "../names/type-text.ts";

/**
 * An operand on its way to a method: the value itself (register class), the address of an immutable value, or the
 * address of a variable.
 */
interface Operand {
  readonly type: Type;
  readonly value: ir.Value;
  readonly form: "value" | "constant" | "variable";
}

/** The operand for a value of the type as expressions produce it. */
function operandOf(ctx: DataContext, type: Type, value: ir.Value): Operand {
  return { type, value, form: irType(ctx, type) === undefined ? "constant" : "value" };
}

/** Calls the method that `path` leads to from `start` in a wrapper of it; returns the results of register class. */
function emitWrappedCall(
  ctx: DataContext,
  to: Emitter,
  start: Operand,
  path: MethodPath,
  hidden: readonly ir.Value[],
  args: readonly ir.Value[],
): readonly ir.Value[] {
  let operand = start;
  for (const index of path.index.slice(0, -1)) operand = stepInto(ctx, to, operand, index);
  const signature = signatureOf(path.obj);
  const { results } = lowerSignature(ctx, signature);
  const type = ir.resultType(results);
  let call: ir.Value;
  if (underlying(operand.type).kind === "interface") {
    const value = loadOperand(ctx, to, operand);
    to.emit("check.nil", ir.types.void, [to.emit("typeword", ir.types.ptr, [value])]);
    const { params } = lowerSignature(ctx, signature);
    const selector = noteInterfaceCall(ctx, path.obj);
    noteWrapper(ctx, to.func, { selector });
    call = to.emit("call.iface", type, [value, ...hidden, ...args], {
      imm: selector,
      sig: { params, results },
    });
  } else {
    const receiver = receiverFor(ctx, to, operand, path);
    const sym = ctx.useFunc(path.obj.origin, receiverArgs(operand.type));
    noteWrapper(ctx, to.func, { symbol: sym });
    call = to.emit("call", type, [...hidden, receiver, ...args], { sym });
  }
  return results.length === 1 ? [call] : results.map((_, i) => to.extract(call, i));
}

function stepInto(ctx: DataContext, to: Emitter, operand: Operand, index: number): Operand {
  const under = underlying(operand.type);
  if (under.kind === "pointer") {
    const pointer = loadOperand(ctx, to, operand);
    to.emit("check.nil", ir.types.void, [pointer]);
    return stepInto(ctx, to, { type: under.element, value: pointer, form: "variable" }, index);
  }
  if (under.kind !== "struct")
    throw new InternalError("ssa", `a field of ${receiverText(ctx, operand.type)}`);
  const type = typeOf(under.fields[index]!);
  if (operand.form === "value") return { type, value: to.extract(operand.value, index), form: "value" };
  const value = to.offset(operand.value, structOffsets(ctx, operand.type)[index]!);
  return { type, value, form: operand.form };
}

/** The value of an operand; memory class: an address that nothing writes to. */
function loadOperand(ctx: DataContext, to: Emitter, operand: Operand): ir.Value {
  if (operand.form === "value") return operand.value;
  const type = irType(ctx, operand.type);
  if (type !== undefined) return to.emit("load", type, [operand.value], { imm: 0 });
  if (operand.form === "constant") return operand.value;
  const layout = layoutSymbol(ctx, operand.type);
  const copy = to.slot(layout);
  to.emit("move", ir.types.void, [copy, operand.value], { imm: sizeOf(ctx, operand.type), sym: layout });
  return copy;
}

function receiverFor(ctx: DataContext, to: Emitter, operand: Operand, path: MethodPath): ir.Value {
  const isPointer = underlying(operand.type).kind === "pointer";
  if (path.obj.pointerReceiver) {
    if (isPointer) return loadOperand(ctx, to, operand);
    if (operand.form === "variable") return operand.value;
    throw new InternalError("ssa", `${path.obj.name} needs the address of a value`);
  }
  if (!isPointer) return loadOperand(ctx, to, operand);
  const element = receiverNamed(operand.type);
  const pointer = loadOperand(ctx, to, operand);
  if (path.index.length > 1) {
    to.emit("check.nil", ir.types.void, [pointer]);
  } else {
    const text = `value method ${receiverText(ctx, element)}.${path.obj.name} called using nil *${receiverName(element)} pointer`;
    const notNil = to.emit("ne", ir.types.bool, [pointer, to.nil()]);
    to.emit("check", ir.types.void, [notNil, to.string(asBytes(text))], {
      sym: ctx.runtimeFunc("panicWrap"),
    });
  }
  return loadOperand(ctx, to, { type: element, value: pointer, form: "variable" });
}

function receiverName(type: Type): string {
  return type.kind === "named" ? type.obj.name : "";
}

/** `name·i`: the receiver is in the payload of an interface. */
export const interfaceWrapper: Generator<"interfaceWrapper"> = (
  ctx,
  to,
  [payload, ...rest],
  { type, entry },
) => {
  const { hidden } = lowerSignature(ctx, signatureOf(entry.obj));
  to.func.pos = entry.obj.pos;
  const receiver = operandOf(ctx, type, emitPayloadValue(ctx, to, type, payload!));
  const count = hidden.length;
  to.ret(emitWrappedCall(ctx, to, receiver, entry, rest.slice(0, count), rest.slice(count)));
};

/** The receiver comes after the hidden pointers. */
export const methodWrapper: Generator<"methodWrapper"> = (ctx, to, values, { receiver, path }) => {
  const { hidden } = lowerSignature(ctx, signatureOf(path.obj), receiver);
  to.func.pos = path.obj.pos;
  const operand = operandOf(ctx, receiver, values[hidden.length]!);
  const args = values.slice(hidden.length + 1);
  to.ret(emitWrappedCall(ctx, to, operand, path, values.slice(0, hidden.length), args));
};

/** `name-fm`: the receiver is in the closure object, which is the last parameter. */
export const boundMethod: Generator<"boundMethod"> = (ctx, to, values, { receiver, method, offset }) => {
  const { hidden } = lowerSignature(ctx, signatureOf(method));
  to.func.pos = method.pos;
  const closure = values.at(-1)!;
  const register = irType(ctx, receiver);
  const value =
    register === undefined
      ? to.offset(closure, offset)
      : to.emit("load", valueType(ctx, receiver), [closure], { imm: offset });
  const operand = operandOf(ctx, receiver, value);
  const args = values.slice(hidden.length, -1);
  const path = { obj: method, index: [0] };
  to.ret(emitWrappedCall(ctx, to, operand, path, values.slice(0, hidden.length), args));
};

/** Where the receiver's payload is in the closure object of a method value that reflection makes: {code, interface}. */
const boundPayload = 4 + ir.payloadOffset;

/** `name·r`: the receiver is in the payload of an interface in the closure object. */
export const reflectedMethod: Generator<"reflectedMethod"> = (ctx, to, values, { type, entry }) => {
  const { hidden } = lowerSignature(ctx, signatureOf(entry.obj));
  to.func.pos = entry.obj.pos;
  const payload = to.emit("load", ir.types.payload, [values.at(-1)!], { imm: boundPayload });
  const receiver = operandOf(ctx, type, emitPayloadValue(ctx, to, type, payload));
  const args = values.slice(hidden.length, -1);
  to.ret(emitWrappedCall(ctx, to, receiver, entry, values.slice(0, hidden.length), args));
};

/** `name·f`: all parameters but the closure are passed on. */
export const functionThunk: Generator<"functionThunk"> = (
  ctx,
  to,
  params,
  { target },
  { results, wraps },
) => {
  // Functions that only the runtime calls do not recover.
  if (wraps !== undefined) noteWrapper(ctx, to.func, { symbol: target });
  const call = to.emit("call", ir.resultType(results), params.slice(0, -1), { sym: target });
  to.ret(results.length === 1 ? [call] : results.map((_, i) => to.extract(call, i)));
};

/** `name·f` of a function that is an instruction. */
export const intrinsicThunk: Generator<"intrinsicThunk"> = (ctx, to, values, content, { results }) => {
  const { op, signature, typeArgs } = content;
  const result = emitIntrinsic(ctx, to, op, signature, typeArgs, values.slice(0, -1));
  to.ret(results.length === 0 ? [] : [result]);
};
