import * as ir from "@goes/ir";
import { InternalError } from "@goes/source";
import { underlying, type Type } from "@goes/types";
import type { Emitter } from "../function/emitter.ts";
import type { DataContext } from "../program/data-context.ts";
import type { Generator } from "./generator.ts";
import { noteWrapper } from "./recovering.ts";
import { irType, layoutSymbol, lowerSignature, sizeOf, typeOf } from "../layout/ir-types.ts";

// Calls in WebAssembly have static types. Reflection calls functions of any type through thunks, and makes functions of any type
// whose code hands its arguments to package reflect; one of each for all signatures of one representation.

const { ptr, void: none } = ir.types;

/** Bytes of the address of an argument in the arrays that thunks take. */
const wordSize = 4;

/** Calls the closure `fn` with the arguments at the addresses `args`, and puts the results to the addresses `results`. */
export const callThunk: Generator<"callThunk"> = (ctx, to, [fn, args, results], { signature }) => {
  const lowered = lowerSignature(ctx, signature);
  const address = (array: ir.Value, i: number): ir.Value =>
    to.emit("load", ptr, [array], { imm: i * wordSize });
  const hidden: ir.Value[] = [];
  const slots: { readonly type: Type; readonly slot: ir.Value }[] = [];
  signature.results.vars.forEach((v, i) => {
    const type = typeOf(v);
    const slot = address(results!, i);
    if (irType(ctx, type) === undefined) hidden.push(slot);
    else slots.push({ type, slot });
  });
  const params = signature.params.vars.map((v, i) => loadFrom(ctx, to, typeOf(v), address(args!, i)));
  const call = to.emit("call.closure", ir.resultType(lowered.results), [fn!, ...hidden, ...params], {
    sig: { params: lowered.params, results: lowered.results },
  });
  slots.forEach(({ type, slot }, i) => {
    if (sizeOf(ctx, type) === 0) return;
    const value = lowered.results.length === 1 ? call : to.extract(call, i);
    to.emit("store", none, [slot, value], { imm: 0 });
  });
  to.ret([]);
};

/** Calls the closure `fn` with the pointer that the interface at `argument` holds, and forgets the results. */
export const finalizerThunk: Generator<"finalizerThunk"> = (ctx, to, [fn, argument], { signature }) => {
  const lowered = lowerSignature(ctx, signature);
  const hidden = signature.results.vars
    .map(typeOf)
    .filter((type) => irType(ctx, type) === undefined)
    .map((type) => slotFor(ctx, to, type));
  const isInterface = underlying(typeOf(signature.params.vars[0]!)).kind === "interface";
  const value = isInterface
    ? to.emit("load", ir.types.iface, [argument!], { imm: 0 })
    : to.emit("load", ptr, [argument!], { imm: ir.payloadOffset });
  to.emit("call.closure", ir.resultType(lowered.results), [fn!, ...hidden, value], {
    sig: { params: lowered.params, results: lowered.results },
  });
  to.ret([]);
};

/** Hands the addresses of its arguments and of memory for the results to package reflect. */
export const makeThunk: Generator<"makeThunk"> = (ctx, to, values, { signature }) => {
  noteWrapper(ctx, to.func, { anything: true });
  const paramTypes = signature.params.vars.map((v) => typeOf(v));
  const resultTypes = signature.results.vars.map((v) => typeOf(v));
  const args = addressArray(ctx, to, paramTypes.length);
  const slots = addressArray(ctx, to, resultTypes.length);
  const put = (array: ir.Value, i: number, address: ir.Value): void => {
    to.emit("store", none, [array, address], { imm: i * wordSize });
  };
  let next = 0;
  const registers: { readonly type: ir.Type; readonly slot: ir.Value }[] = [];
  resultTypes.forEach((goType, i) => {
    const type = irType(ctx, goType);
    if (type === undefined) {
      put(slots, i, values[next++]!);
      return;
    }
    const slot = slotFor(ctx, to, goType);
    if (sizeOf(ctx, goType) > 0) to.emit("store", none, [slot, to.emit("zero", type)], { imm: 0 });
    registers.push({ type, slot });
    put(slots, i, slot);
  });
  paramTypes.forEach((goType, i) => {
    const value = values[next++]!;
    let address = value;
    if (irType(ctx, goType) !== undefined) {
      address = slotFor(ctx, to, goType);
      if (sizeOf(ctx, goType) > 0) to.emit("store", none, [address, value], { imm: 0 });
    }
    put(args, i, address);
  });
  to.emit("call", none, [values.at(-1)!, args, slots], { sym: callMade(ctx) });
  to.ret(
    registers.map(({ type, slot }) =>
      ir.sizeAlignOf(type).size === 0 ? to.emit("zero", type) : to.emit("load", type, [slot], { imm: 0 }),
    ),
  );
};

function loadFrom(ctx: DataContext, to: Emitter, type: Type, address: ir.Value): ir.Value {
  const register = irType(ctx, type);
  if (register === undefined) return address;
  return sizeOf(ctx, type) === 0
    ? to.emit("zero", register)
    : to.emit("load", register, [address], { imm: 0 });
}

function slotFor(ctx: DataContext, to: Emitter, type: Type): ir.Value {
  return to.slot(layoutSymbol(ctx, type));
}

/** An array of `count` addresses on the stack: of slots that others keep alive. */
function addressArray(ctx: DataContext, to: Emitter, count: number): ir.Value {
  if (count === 0) return to.nil();
  const name = `reflect.addresses${count}`;
  const { layouts } = ctx.module;
  if (!layouts.has(name)) layouts.set(name, { name, size: count * wordSize, align: wordSize, pointers: [] });
  return to.slot(name);
}

function callMade(ctx: DataContext): string {
  const object = ctx.packages.find(({ pkg }) => pkg.path === "reflect")?.pkg.scope.lookup("callMade");
  if (object?.kind !== "func") throw new InternalError("ssa", "package reflect has no function callMade");
  return ctx.useFunc(object, []);
}
