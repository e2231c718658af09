import * as ir from "@goes/ir";
import { InternalError } from "@goes/source";
import { signatureOf, type MethodSetEntry, type Signature, type Type } from "@goes/types";
import type { Emitter } from "../function/emitter.ts";
import { constantClosure } from "./function-values.ts";
import type { DataContext } from "../program/data-context.ts";
import { defineFunc, emitForwardCall, operandOf } from "./wrappers.ts";
import { emitUnboxInterface } from "../descriptors/interfaces.ts";
import { noteForward } from "./recovering.ts";
import { irType, layoutSymbol, lowerSignature, sizeOf, typeOf } from "../layout/ir-types.ts";
import { receiverText } from "../names/symbols.ts";

// Calls in WebAssembly have static types. Reflection calls functions of any type through thunks, and makes functions of any type
// whose code hands its arguments to package reflect; one of each for all signatures of one representation.

const { ptr, void: none } = ir.types;

/** Bytes of the address of an argument in the arrays that thunks take. */
const wordSize = 4;

/** Where the receiver's payload is in the closure object of a bound method: {code, interface}. */
const boundPayload = 4 + ir.payloadOffset;

/** The representation of a signature: equal texts, equal thunks. */
function shapeText(ctx: DataContext, signature: Signature): string {
  const text = (type: Type): string => irType(ctx, type)?.text ?? "mem";
  const params = signature.params.vars.map((v) => text(typeOf(v)));
  const results = signature.results.vars.map((v) => text(typeOf(v)));
  return `(${params.join(",")})(${results.join(",")})`;
}

/**
 * The closure object of `func(fn unsafe.Pointer, args, results *unsafe.Pointer)` that calls the closure `fn` of a type with
 * the arguments at the addresses `args`, and puts the results to the addresses `results`. Arguments of memory class
 * must not be changed during the call.
 */
export function callThunk(ctx: DataContext, signature: Signature): string {
  const shape = { params: [ptr, ptr, ptr, ptr], results: [], closure: true };
  const code = defineFunc(
    ctx,
    `reflect.call${shapeText(ctx, signature)}`,
    shape,
    (to, [fn, args, results]) => {
      const lowered = lowerSignature(ctx, signature);
      const address = (array: ir.Value, i: number): ir.Value =>
        to.emit("load", ptr, [array], { imm: i * wordSize });
      const hidden: ir.Value[] = [];
      const places: { readonly type: Type; readonly place: ir.Value }[] = [];
      signature.results.vars.forEach((v, i) => {
        const type = typeOf(v);
        const place = address(results!, i);
        if (irType(ctx, type) === undefined) hidden.push(place);
        else places.push({ type, place });
      });
      const params = signature.params.vars.map((v, i) => loadFrom(ctx, to, typeOf(v), address(args!, i)));
      const call = to.emit("call.closure", ir.resultType(lowered.results), [fn!, ...hidden, ...params], {
        sig: { params: lowered.params, results: lowered.results },
      });
      places.forEach(({ type, place }, i) => {
        if (sizeOf(ctx, type) === 0) return;
        const value = lowered.results.length === 1 ? call : to.extract(call, i);
        to.emit("store", none, [place, value], { imm: 0 });
      });
      to.ret([]);
    },
  );
  return constantClosure(ctx, code);
}

/** The code of functions of the type whose closure objects `reflect.callMade` understands. */
export function makeThunk(ctx: DataContext, signature: Signature): string {
  const { params, results } = lowerSignature(ctx, signature);
  const shape = { params: [...params, ptr], results, closure: true };
  return defineFunc(ctx, `reflect.make${shapeText(ctx, signature)}`, shape, (to, values) => {
    noteForward(ctx, to.func, { anything: true });
    const paramTypes = signature.params.vars.map((v) => typeOf(v));
    const resultTypes = signature.results.vars.map((v) => typeOf(v));
    const args = addressArray(ctx, to, paramTypes.length);
    const places = addressArray(ctx, to, resultTypes.length);
    const put = (array: ir.Value, i: number, address: ir.Value): void => {
      to.emit("store", none, [array, address], { imm: i * wordSize });
    };
    let next = 0;
    const registers: { readonly type: ir.Type; readonly place: ir.Value }[] = [];
    resultTypes.forEach((goType, i) => {
      const type = irType(ctx, goType);
      if (type === undefined) {
        put(places, i, values[next++]!);
        return;
      }
      const place = slotFor(ctx, to, goType);
      if (sizeOf(ctx, goType) > 0) to.emit("store", none, [place, to.emit("zero", type)], { imm: 0 });
      registers.push({ type, place });
      put(places, i, place);
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
    to.emit("call", none, [values.at(-1)!, args, places], { sym: callMade(ctx) });
    to.ret(
      registers.map(({ type, place }) =>
        ir.sizeAlignOf(type).size === 0 ? to.emit("zero", type) : to.emit("load", type, [place], { imm: 0 }),
      ),
    );
  });
}

/**
 * The code of the method value that reflection makes: it finds the payload of the receiver, of `type`, in its closure object,
 * behind the type word of an interface.
 */
export function boundMethodCode(ctx: DataContext, type: Type, entry: MethodSetEntry): string {
  const { params, results, hidden } = lowerSignature(ctx, signatureOf(entry.obj));
  const shape = { params: [...params, ptr], results, closure: true, wraps: entry.obj };
  return defineFunc(ctx, `${receiverText(ctx, type)}.${entry.obj.name}·r`, shape, (to, values) => {
    to.func.pos = entry.obj.pos;
    const payload = to.emit("load", ir.types.box, [values.at(-1)!], { imm: boundPayload });
    const receiver = operandOf(ctx, type, emitUnboxInterface(ctx, to, type, payload));
    const args = values.slice(hidden.length, -1);
    to.ret(emitForwardCall(ctx, to, receiver, entry, values.slice(0, hidden.length), args));
  });
}

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

/** An array of `count` addresses on the stack: of places that others keep alive. */
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
