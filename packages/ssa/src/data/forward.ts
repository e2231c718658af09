import * as ir from "@goes/ir";
import { InternalError } from "@goes/source";
import { signatureOf, unalias, underlying, type Func, type Type } from "@goes/types";
import { Emitter } from "../emitter.ts";
import type { DataContext } from "./data-context.ts";
import { noteInterfaceCall } from "./dispatch.ts";
import { noteForward } from "./recovering.ts";
import { irType, layoutSymbol, lowerSignature, sizeOf, structOffsets, typeOf } from "./ir-types.ts";
import { receiverText } from "./symbols.ts";
import { asBytes } from "./type-text.ts";

/** A method and the way to it through embedded fields, as lookup gives it. */
export interface MethodPath {
  readonly obj: Func;
  /** Field indices, then the index of the method. */
  readonly index: readonly number[];
}

/**
 * An operand on its way to a method: the value itself (register class), the address of an immutable value, or the
 * address of a variable.
 */
interface Operand {
  readonly type: Type;
  readonly value: ir.Value;
  readonly form: "value" | "constant" | "variable";
}

/** The operand for a value of the type as expressions give it. */
export function operandOf(ctx: DataContext, type: Type, value: ir.Value): Operand {
  return { type, value, form: irType(ctx, type) === undefined ? "constant" : "value" };
}

/** Calls the method that `path` leads to from `start` in a wrapper of it; gives the results of register class. */
export function emitForwardCall(
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
    noteForward(ctx, to.func, { selector });
    call = to.emit("call.iface", type, [value, ...hidden, ...args], {
      imm: selector,
      sig: { params, results },
    });
  } else {
    const receiver = receiverFor(ctx, to, operand, path);
    const sym = ctx.useFunc(path.obj.origin, receiverArgs(operand.type));
    noteForward(ctx, to.func, { symbol: sym });
    call = to.emit("call", type, [...hidden, receiver, ...args], { sym });
  }
  return results.length === 1 ? [call] : results.map((_, i) => to.extract(call, i));
}

/** The type arguments of the defined type that a receiver (or what it points to) is an instance of. */
export function receiverArgs(type: Type): readonly Type[] {
  const named = receiverNamed(type);
  return named.kind === "named" ? named.typeArgs : [];
}

function receiverNamed(type: Type): Type {
  const actual = unalias(type);
  return actual.kind === "pointer" ? unalias(actual.element) : actual;
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

/** The value of an operand; memory class: an address that nobody writes to. */
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

/** Defines the function `symbol` by emitting its body; nothing happens if it is known. */
export function defineFunc(
  ctx: DataContext,
  symbol: string,
  shape: {
    readonly params: readonly ir.Type[];
    readonly results: readonly ir.Type[];
    readonly closure?: boolean;
    readonly calledByRuntime?: boolean;
    /** The function around which it is made, if it is a wrapper. */
    readonly wraps?: Func;
  },
  emit: (to: Emitter, params: readonly ir.Value[]) => void,
): string {
  ctx.define(symbol, () => {
    const func = new ir.Func(symbol, shape.params, shape.results);
    func.origin = shape.wraps === undefined ? "compiler" : ctx.originOf(shape.wraps.pkg);
    func.wrapper = shape.wraps !== undefined;
    func.closure = shape.closure ?? false;
    func.calledByRuntime = shape.calledByRuntime ?? false;
    ctx.module.funcs.set(symbol, func);
    const to = new Emitter(func);
    emit(
      to,
      shape.params.map((_, i) => to.param(i)),
    );
    to.finish();
  });
  return symbol;
}
