import * as ir from "@goes/ir";
import {
  signatureOf,
  unalias,
  underlying,
  type Func,
  type MethodSetEntry,
  type Signature,
  type Type,
} from "@goes/types";
import { irType, lowerSignature, typeOf } from "../layout/ir-types.ts";
import { receiverText, typeKey } from "../names/symbols.ts";
import type { DataContext } from "../program/data-context.ts";
import { constantClosure } from "./closure-objects.ts";

// Functions that the compiler makes. What needs one requests its symbol here, and with that records what the function is to do; its
// code is made when the worklist reaches the record (generate.ts), which may request others. So what requests (dispatch tables,
// descriptors, comparisons) does not depend on what makes the code, which in turn depends on all of them.

const { bool, payload, ptr, uint64 } = ir.types;

/** A method and the path to it through embedded fields, as lookup returns it. */
export interface MethodPath {
  readonly obj: Func;
  /** Field indices, then the index of the method. */
  readonly index: readonly number[];
}

/** What a synthesized function does. */
export type Content =
  /** `name·i`: calls a method of `type` with the payload of an interface as receiver. */
  | { readonly kind: "interfaceWrapper"; readonly type: Type; readonly entry: MethodSetEntry }
  /** Calls the method that a path leads to from the receiver. */
  | { readonly kind: "methodWrapper"; readonly receiver: Type; readonly path: MethodPath }
  /** `name-fm`: calls a method with the receiver that is `offset` bytes into its closure object. */
  | { readonly kind: "boundMethod"; readonly receiver: Type; readonly method: Func; readonly offset: number }
  /** `name·r`: as that, of the method values that reflection makes. */
  | { readonly kind: "reflectedMethod"; readonly type: Type; readonly entry: MethodSetEntry }
  /** `name·f`: calls `target` with all parameters but the closure. */
  | { readonly kind: "functionThunk"; readonly target: string }
  /** `name·f` of a function that is an instruction. */
  | {
      readonly kind: "intrinsicThunk";
      readonly op: string;
      readonly signature: Signature;
      readonly typeArgs: readonly Type[];
    }
  /** `eq:T`: whether the values at two addresses are equal. */
  | { readonly kind: "equal"; readonly type: Type }
  /** `eq:T·v`: whether two values of register class are equal. */
  | { readonly kind: "equalValues"; readonly type: Type }
  /** `hash:T`: the hash of the value at an address, with a seed. */
  | { readonly kind: "hash"; readonly type: Type }
  /** Calls a closure of the signature with arguments at addresses. */
  | { readonly kind: "callThunk"; readonly signature: Signature }
  /** Calls a finalizer of the signature with the pointer in an interface. */
  | { readonly kind: "finalizerThunk"; readonly signature: Signature }
  /** A function of the signature that hands its arguments to package reflect. */
  | { readonly kind: "makeThunk"; readonly signature: Signature }
  /** Calls the function `symbol`, whose types are not those of the function that linkname binds to it. */
  | { readonly kind: "linkAdapter"; readonly symbol: string; readonly to: FuncTypes };

/** Parameters and results of a function. */
export interface FuncTypes {
  readonly params: readonly ir.Type[];
  readonly results: readonly ir.Type[];
}

/** What callers know of a synthesized function. */
export interface Shape extends FuncTypes {
  readonly closure?: boolean;
  readonly calledByRuntime?: boolean;
  /** The function around which it is made, if it is a wrapper. */
  readonly wraps?: Func;
}

/** A function that is to be made. */
export interface SynthesizedFunc {
  readonly symbol: string;
  readonly shape: Shape;
  readonly content: Content;
}

/** Records that the function is needed; nothing happens if it is known. Returns its symbol. */
export function request(ctx: DataContext, symbol: string, shape: Shape, content: Content): string {
  ctx.define(symbol, () => {
    ctx.buildSynthesized({ symbol, shape, content });
  });
  return symbol;
}

/** The function `name·i` that calls a method of `type` with the payload of an interface as receiver. */
export function interfaceWrapper(ctx: DataContext, type: Type, entry: MethodSetEntry): string {
  const symbol = `${receiverText(ctx, type)}.${entry.obj.name}·i`;
  const { params, results } = lowerSignature(ctx, signatureOf(entry.obj));
  const shape = { params: [payload, ...params], results, wraps: entry.obj };
  return request(ctx, symbol, shape, { kind: "interfaceWrapper", type, entry });
}

/**
 * The symbol of a function `(hidden pointers, receiver, parameters)` that calls the method that `path` leads to
 * from `receiver`, through embedded fields: the method itself if nothing is between.
 */
export function methodFunction(ctx: DataContext, receiver: Type, path: MethodPath): string {
  const { obj, index } = path;
  const under = underlying(receiver);
  if (
    under.kind !== "interface" &&
    index.length === 1 &&
    obj.pointerReceiver === (under.kind === "pointer")
  ) {
    return ctx.useFunc(obj.origin, receiverArgs(receiver));
  }
  const { params, results } = lowerSignature(ctx, signatureOf(obj), receiver);
  const symbol = `${receiverText(ctx, receiver)}.${obj.name}`;
  return request(ctx, symbol, { params, results, wraps: obj }, { kind: "methodWrapper", receiver, path });
}

/** The code of the method value `x.M`, whose receiver is `offset` bytes into the closure object. */
export function boundMethod(
  ctx: DataContext,
  symbol: string,
  receiver: Type,
  method: Func,
  offset: number,
): string {
  const { params, results } = lowerSignature(ctx, signatureOf(method));
  const shape = { params: [...params, ptr], results, closure: true, wraps: method };
  return request(ctx, symbol, shape, { kind: "boundMethod", receiver, method, offset });
}

/**
 * The code of the method value that reflection makes: it finds the payload of the receiver, of `type`, in its closure object,
 * after the type word of an interface.
 */
export function reflectedMethod(ctx: DataContext, type: Type, entry: MethodSetEntry): string {
  const { params, results } = lowerSignature(ctx, signatureOf(entry.obj));
  const shape = { params: [...params, ptr], results, closure: true, wraps: entry.obj };
  const symbol = `${receiverText(ctx, type)}.${entry.obj.name}·r`;
  return request(ctx, symbol, shape, { kind: "reflectedMethod", type, entry });
}

/** The closure object of a thunk `target·f` that calls `target` with all its parameters but the closure. */
export function thunkClosure(ctx: DataContext, target: string, shape: Shape): string {
  const whole = { ...shape, params: [...shape.params, ptr], closure: true };
  return constantClosure(ctx, request(ctx, `${target}·f`, whole, { kind: "functionThunk", target }));
}

/** The symbol of `eq:T`: `func(p, q unsafe.Pointer) bool`. */
export function equalFunc(ctx: DataContext, type: Type): string {
  const shape = { params: [ptr, ptr], results: [bool], calledByRuntime: true };
  return request(ctx, `eq:${typeKey(ctx, type)}`, shape, { kind: "equal", type });
}

/** The symbol of `eq:T·v`, which compares two values of register class field by field. */
export function equalValuesFunc(ctx: DataContext, type: Type, register: ir.Type): string {
  const shape = { params: [register, register], results: [bool], calledByRuntime: true };
  return request(ctx, `eq:${typeKey(ctx, type)}·v`, shape, { kind: "equalValues", type });
}

/** The closure object of {@link equalFunc}, for type descriptors. */
export function equalClosure(ctx: DataContext, type: Type): string {
  const shape = { params: [ptr, ptr], results: [bool], calledByRuntime: true };
  return thunkClosure(ctx, equalFunc(ctx, type), shape);
}

/** The symbol of `hash:T`: `func(p unsafe.Pointer, seed uint64) uint64`. */
export function hashFunc(ctx: DataContext, type: Type): string {
  const shape = { params: [ptr, uint64], results: [uint64], calledByRuntime: true };
  return request(ctx, `hash:${typeKey(ctx, type)}`, shape, { kind: "hash", type });
}

/** The closure object of {@link hashFunc}, for type descriptors. */
export function hashClosure(ctx: DataContext, type: Type): string {
  const shape = { params: [ptr, uint64], results: [uint64], calledByRuntime: true };
  return thunkClosure(ctx, hashFunc(ctx, type), shape);
}

/**
 * The closure object of `func(fn unsafe.Pointer, args, results *unsafe.Pointer)` that calls the closure `fn` of a type with
 * the arguments at the addresses `args`, and puts the results to the addresses `results`. Arguments of memory class
 * must not be changed during the call.
 */
export function callThunk(ctx: DataContext, signature: Signature): string {
  const shape = { params: [ptr, ptr, ptr, ptr], results: [], closure: true };
  const symbol = `reflect.call${representation(ctx, signature)}`;
  return constantClosure(ctx, request(ctx, symbol, shape, { kind: "callThunk", signature }));
}

/** Whether functions of the type can be finalizers: with one parameter, a pointer or an interface. */
export function takesFinalized(signature: Signature): boolean {
  const { vars } = signature.params;
  if (signature.variadic || vars.length !== 1) return false;
  const { kind } = underlying(typeOf(vars[0]!));
  return kind === "pointer" || kind === "interface";
}

/**
 * The closure object of `func(fn unsafe.Pointer, argument *any)` that calls the closure `fn` of a type for which
 * {@link takesFinalized} holds with the pointer in the interface, and forgets the results.
 */
export function finalizerThunk(ctx: DataContext, signature: Signature): string {
  const shape = { params: [ptr, ptr, ptr], results: [], closure: true };
  const symbol = `runtime.finalize${representation(ctx, signature)}`;
  return constantClosure(ctx, request(ctx, symbol, shape, { kind: "finalizerThunk", signature }));
}

/** The code of functions of the type whose closure objects `reflect.callMade` understands. */
export function makeThunk(ctx: DataContext, signature: Signature): string {
  const { params, results } = lowerSignature(ctx, signature);
  const shape = { params: [...params, ptr], results, closure: true };
  const symbol = `reflect.make${representation(ctx, signature)}`;
  return request(ctx, symbol, shape, { kind: "makeThunk", signature });
}

/** The representation of a signature: equal texts, equal thunks. */
function representation(ctx: DataContext, signature: Signature): string {
  const text = (type: Type): string => irType(ctx, type)?.text ?? "mem";
  const params = signature.params.vars.map((v) => text(typeOf(v)));
  const results = signature.results.vars.map((v) => text(typeOf(v)));
  return `(${params.join(",")})(${results.join(",")})`;
}

/** The type arguments of the defined type that a receiver (or what it points to) is an instance of. */
export function receiverArgs(type: Type): readonly Type[] {
  const named = receiverNamed(type);
  return named.kind === "named" ? named.typeArgs : [];
}

/** The defined type that a receiver is, or points to. */
export function receiverNamed(type: Type): Type {
  const actual = unalias(type);
  return actual.kind === "pointer" ? unalias(actual.element) : actual;
}
