import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { builtinOf } from "./callee.ts";
import { resultType, types, type Value } from "@goes/ir";
import {
  ArrayType,
  signatureOf,
  unalias,
  underlying,
  type Func,
  type Signature,
  type SliceType,
  type Type,
} from "@goes/types";
import { buildBuiltin, prepareBuiltin } from "./builtins.ts";
import { bodylessFunc, holdsArguments } from "../../linking/directives.ts";
import { emitIntrinsic } from "../../linking/intrinsics.ts";
import { lowerSignature, type LoweredSignature } from "../../layout/ir-types.ts";
import { methodByConstantName } from "../../descriptors/reflection.ts";
import { callRuntime } from "../../function/runtime-call.ts";
import { noteArguments } from "../../function/allocation-notes.ts";
import { noteInterfaceCall } from "../../descriptors/dispatch.ts";
import type { WrapperTarget } from "../../synthesized/recovering.ts";
import { assignTo, buildArgument, buildConversion, buildExpr, instanceArgs } from "../expressions.ts";
import type { FunctionBuilder } from "../../function/function-builder.ts";
import { argumentRoles, builtinRoles } from "../order/operand-roles.ts";
import { hoistCalls, takeHoisted } from "../order/hoisted-calls.ts";
import { methodReceiver } from "./receivers.ts";
import { selectionOf } from "../../function/selections.ts";
import { prepareSteps } from "../order/spines.ts";

/** A call whose operands are evaluated: what `defer` and `go` keep, and ordinary calls do at once. */
export interface PreparedCall {
  /** Values with their Go types (undefined: a register value that no Go type describes). */
  readonly operands: readonly { readonly value: Value; readonly type: Type | undefined }[];
  /** What is called: the first operand if it is a function value; undefined for what never recovers. */
  readonly target: WrapperTarget | "closure" | undefined;
  /** Panics when a deferred call does so at once: a method of a nil interface. */
  readonly check?: (fb: FunctionBuilder) => void;
  /** Does the call with the operands, perhaps in another function; `into`: where a first result of memory class goes. */
  readonly invoke: (fb: FunctionBuilder, operands: readonly Value[], into?: Value) => readonly Value[];
}

/** Arguments with their types; of what is packed into a slice, the values. */
type Operands = readonly (PreparedCall["operands"][number] & { readonly packed?: readonly Value[] })[];

/** A call or conversion: its results. `into`: new memory for a first result of memory class. */
export function buildCall(fb: FunctionBuilder, expr: ast.CallExpr, into?: Value): readonly Value[] {
  if (fb.unit.info.types.get(expr.callee)?.mode === "type") return [buildConversion(fb, expr)];
  const hoisted = takeHoisted(fb, expr);
  if (hoisted !== undefined) return hoisted;
  const builtin = builtinOf(fb, expr);
  if (builtin !== undefined) return buildBuiltin(fb, expr, builtin);
  const prepared = prepareCall(fb, expr);
  const values = prepared.operands.map((operand) => operand.value);
  fb.pos = expr.lparen;
  return prepared.invoke(fb, values, into);
}

/** Evaluates what is called and the arguments. */
export function prepareCall(fb: FunctionBuilder, expr: ast.CallExpr): PreparedCall {
  const builtin = builtinOf(fb, expr);
  if (builtin !== undefined) {
    hoistCalls(fb, expr.args, builtinRoles(fb, expr, builtin));
    return prepareBuiltin(fb, expr, builtin);
  }
  prepareSteps(fb, expr);
  const callee = unparen(expr.callee);
  const signature = underlying(fb.typeOf(expr.callee)) as Signature;
  if (callee.kind === "SelectorExpr") {
    const selection = selectionOf(fb, callee);
    if (selection?.kind === "method") {
      // The receiver of an interface method is evaluated first, as in gc.
      const declared = signatureOf(selection.obj as Func).receiver?.type;
      const isDynamic = declared === undefined || underlying(declared).kind === "interface";
      const roles = argumentRoles(signature, expr);
      if (!isDynamic) hoistCalls(fb, [callee, ...expr.args], [undefined, ...roles]);
      const receiver = methodReceiver(fb, callee, selection);
      if (isDynamic) hoistCalls(fb, expr.args, roles);
      const args = buildArgs(fb, expr, signature);
      const self = { value: receiver.value, type: receiver.type };
      const named = constantNameFunc(fb, expr, receiver.method, receiver.type);
      if (named !== undefined) {
        const symbol = fb.ctx.useFunc(named);
        const lowered = lowerSignature(fb.ctx, signatureOf(named));
        return {
          operands: [self, ...args],
          target: { symbol },
          invoke: (to, values, into) => emitCall(to, lowered, signature, symbol, values, into),
        };
      }
      if (underlying(receiver.type).kind === "interface") {
        return interfaceCall(fb, receiver.method, signature, self, args);
      }
      const symbol = fb.ctx.useFunc(receiver.method.origin, receiver.typeArgs);
      const lowered = lowerSignature(fb.ctx, signature, receiver.type);
      return holding(fb, receiver.method.origin, args, {
        operands: [self, ...args],
        target: { symbol },
        invoke: (to, values, into) => emitCall(to, lowered, signature, symbol, values, into),
      });
    }
  }
  const func = staticFunc(fb, callee);
  if (func !== undefined) {
    const bodyless = bodylessFunc(fb.ctx, func.object.origin);
    hoistCalls(fb, expr.args, argumentRoles(signature, expr));
    const args = buildArgs(fb, expr, signature);
    if (bodyless?.kind === "intrinsic") {
      return {
        operands: args,
        target: undefined,
        invoke: (to, values) => {
          const result = emitIntrinsic(to.ctx, to, bodyless.op, signature, func.typeArgs, values);
          return result.type.kind === "void" ? [] : [result];
        },
      };
    }
    const symbol = fb.ctx.useFunc(func.object, func.typeArgs);
    const lowered = lowerSignature(fb.ctx, signature);
    return holding(fb, func.object.origin, args, {
      operands: args,
      target: { symbol },
      invoke: (to, values, into) => emitCall(to, lowered, signature, symbol, values, into),
    });
  }
  hoistCalls(fb, [expr.callee, ...expr.args], [undefined, ...argumentRoles(signature, expr)]);
  const closure = { value: buildExpr(fb, expr.callee), type: fb.typeOf(expr.callee) };
  const args = buildArgs(fb, expr, signature);
  const lowered = lowerSignature(fb.ctx, signature);
  return {
    operands: [closure, ...args],
    target: "closure",
    invoke: (to, values, into) => {
      const [object, ...rest] = values;
      return callClosure(to, lowered, signature, object!, rest, into);
    },
  };
}

/**
 * A call of a function with `//go:uintptrescapes`: what pointers that were converted to uintptr as its arguments lead to lives until
 * it returns.
 */
function holding(fb: FunctionBuilder, func: Func, args: Operands, call: PreparedCall): PreparedCall {
  if (!holdsArguments(fb.ctx, func)) return call;
  const pointers = args.flatMap(({ value, packed }) => (packed ?? [value]).flatMap(convertedPointer));
  if (pointers.length === 0) return call;
  const count = call.operands.length;
  return {
    ...call,
    operands: [...call.operands, ...pointers.map((value) => ({ value, type: undefined }))],
    invoke: (to, values, into) => {
      const results = call.invoke(to, values.slice(0, count), into);
      for (const pointer of values.slice(count)) callRuntime(to.ctx, to, "keepPointer", [pointer]);
      return results;
    },
  };
}

function convertedPointer({ op, args }: Value): readonly Value[] {
  return op === "convert" && args[0]!.type.kind === "ptr" ? [args[0]!] : [];
}

/** The function that replaces reflection's MethodByName if the name is known. */
function constantNameFunc(
  fb: FunctionBuilder,
  expr: ast.CallExpr,
  method: Func,
  receiver: Type,
): Func | undefined {
  if (method.name !== "MethodByName" || expr.args.length !== 1) return undefined;
  const name = fb.unit.info.types.get(expr.args[0]!)?.value;
  const actual = unalias(receiver);
  if (name?.kind !== "string" || actual.kind !== "named") return undefined;
  return methodByConstantName(fb.ctx, method, actual.obj.name, name.value);
}

/** The function or instance that an expression names. */
function staticFunc(
  fb: FunctionBuilder,
  callee: ast.Expr,
): { readonly object: Func; readonly typeArgs: readonly Type[] } | undefined {
  let node = callee;
  if (node.kind === "IndexExpr") node = unparen(node.x);
  if (node.kind === "SelectorExpr") {
    if (fb.unit.info.selections.has(node)) return undefined;
    node = node.selector;
  }
  if (node.kind !== "Ident") return undefined;
  const object = fb.unit.info.uses.get(node);
  if (object?.kind !== "func") return undefined;
  return { object, typeArgs: instanceArgs(fb, node) };
}

function interfaceCall(
  fb: FunctionBuilder,
  method: Func,
  signature: Signature,
  self: PreparedCall["operands"][number],
  args: PreparedCall["operands"],
): PreparedCall {
  const selector = noteInterfaceCall(fb.ctx, method);
  const lowered = lowerSignature(fb.ctx, signature);
  return {
    operands: [self, ...args],
    target: { selector },
    check: (to) => {
      to.nilCheck(to.emit("typeword", types.ptr, [self.value]));
    },
    invoke: (to, values, into) => {
      const [object, ...rest] = values;
      to.nilCheck(to.emit("typeword", types.ptr, [object!]));
      const hidden = hiddenAddresses(to, lowered, into);
      const call = to.emit("call.iface", resultType(lowered.results), [object!, ...hidden, ...rest], {
        imm: selector,
        sig: { params: lowered.params, results: lowered.results },
      });
      return unpackResults(to, signature, call, hidden);
    },
  };
}

/** Calls the function `symbol`. */
function emitCall(
  fb: FunctionBuilder,
  lowered: LoweredSignature,
  signature: Signature,
  symbol: string,
  args: readonly Value[],
  into?: Value,
): readonly Value[] {
  const hidden = hiddenAddresses(fb, lowered, into);
  const call = fb.emit("call", resultType(lowered.results), [...hidden, ...args], { sym: symbol });
  return unpackResults(fb, signature, call, hidden);
}

/** Calls a function value, which may be nil. */
export function callClosure(
  fb: FunctionBuilder,
  lowered: LoweredSignature,
  signature: Signature,
  closure: Value,
  args: readonly Value[],
  into?: Value,
): readonly Value[] {
  fb.nilCheck(closure);
  const hidden = hiddenAddresses(fb, lowered, into);
  const call = fb.emit("call.closure", resultType(lowered.results), [closure, ...hidden, ...args], {
    sig: { params: lowered.params, results: lowered.results },
  });
  return unpackResults(fb, signature, call, hidden);
}

function hiddenAddresses(fb: FunctionBuilder, lowered: LoweredSignature, into: Value | undefined): Value[] {
  return lowered.hidden.map((type, i) => (i === 0 && into !== undefined ? into : fb.temp(type)));
}

/** The results of a call in the order of the signature. */
function unpackResults(
  fb: FunctionBuilder,
  signature: Signature,
  call: Value,
  hidden: readonly Value[],
): readonly Value[] {
  let nextHidden = 0;
  let nextField = 0;
  return signature.results.vars.map((result) => {
    if (fb.isMemory(fb.type(result.type!))) return hidden[nextHidden++]!;
    return call.type.kind === "tuple" ? fb.extract(call, nextField++) : call;
  });
}

/** The arguments as the parameters take them: `f(g())` spread, variadic ones packed. */
function buildArgs(fb: FunctionBuilder, expr: ast.CallExpr, signature: Signature): Operands {
  const params = signature.params.vars.map((param) => fb.type(param.type!));
  const fixed = signature.variadic ? params.length - 1 : params.length;
  const only = expr.args[0];
  if (only !== undefined && expr.args.length === 1) {
    const type = multiType(fb, only);
    if (type !== undefined) {
      const values = buildMulti(fb, only);
      const converted = values.map((value, i) => {
        const target = i < fixed ? params[i]! : (underlying(params[fixed]!) as SliceType).element;
        return assignTo(fb, value, type[i]!, target);
      });
      return packed(fb, converted, params, fixed, signature.variadic);
    }
  }
  if (expr.ellipsis !== undefined || !signature.variadic) {
    return expr.args.map((arg, i) => ({ value: buildArgument(fb, arg, params[i]!), type: params[i]! }));
  }
  const element = (underlying(params[fixed]!) as SliceType).element;
  const values = expr.args.map((arg, i) => buildArgument(fb, arg, i < fixed ? params[i]! : element));
  const operands = packed(fb, values, params, fixed, true);
  noteArguments(fb, expr, operands.at(-1)!.value);
  return operands;
}

function packed(
  fb: FunctionBuilder,
  values: readonly Value[],
  params: readonly Type[],
  fixed: number,
  variadic: boolean,
): Operands {
  const operands: Operands = values.slice(0, fixed).map((value, i) => ({ value, type: params[i]! }));
  if (!variadic) return operands;
  const type = params[fixed]!;
  const { element } = underlying(type) as SliceType;
  const rest = values.slice(fixed);
  return [...operands, { value: packSlice(fb, element, rest), type, packed: rest }];
}

/** A slice of new memory that holds the values; nil for none. */
function packSlice(fb: FunctionBuilder, element: Type, values: readonly Value[]): Value {
  if (values.length === 0) return fb.emit("zero", types.slice);
  const array = new ArrayType(element, values.length);
  const data = fb.newObject(array);
  const size = fb.sizeOf(element);
  values.forEach((value, i) => {
    fb.store(element, data, value, i * size);
  });
  const count = fb.int(values.length);
  return fb.emit("make.slice", types.slice, [data, count, count]);
}

/** The types of the results of a call that returns several; undefined for other expressions. */
export function multiType(fb: FunctionBuilder, expr: ast.Expr): readonly Type[] | undefined {
  const node = unparen(expr);
  if (node.kind !== "CallExpr") return undefined;
  const type = fb.unit.info.types.get(node)?.type;
  if (type?.kind !== "tuple" || type.vars.length < 2) return undefined;
  return type.vars.map((variable) => fb.type(variable.type!));
}

/** The results of a call that returns several. */
export function buildMulti(fb: FunctionBuilder, expr: ast.Expr): readonly Value[] {
  return buildCall(fb, unparen(expr) as ast.CallExpr);
}
