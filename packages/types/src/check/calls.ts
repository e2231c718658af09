import type * as ast from "@goes/ast";
import { invalidType } from "../basic.ts";
import { infer } from "../infer.ts";
import { instantiateSignature } from "../instantiate.ts";
import { unalias, underlying } from "../named.ts";
import { Var } from "../object.ts";
import { isNumeric, isTypeParam, isUntyped } from "../predicates.ts";
import { renameTypeParams } from "../substitute.ts";
import { SliceType, TupleType, type Signature, type Type, type TypeParam } from "../type.ts";
import { commonUnderlying, isMethodSet, typeSetOf } from "../typeset.ts";
import { assignment } from "./assignments.ts";
import { builtinCall } from "./builtins.ts";
import type { Checker } from "./checker.ts";
import { requireComplete } from "./declarations.ts";
import { conversion } from "./conversions.ts";
import { exprString, startPos } from "./expr-string.ts";
import { expr, exprOrType, rawExpr } from "./expressions.ts";
import {
  inferFromTarget,
  inferRest,
  recordInstance,
  typeArguments,
  withoutTypeParams,
} from "./instantiation.ts";
import { asValue, describe, invalidOperand, Operand, showType } from "./operand.ts";
import { verifyTypeArgs } from "./type-expressions.ts";

/** A call or a conversion. */
export function call(c: Checker, e: ast.CallExpr): Operand {
  let explicit: readonly Type[] = [];
  let explicitExprs: readonly ast.Expr[] = [];
  let x: Operand;
  const callee = e.callee;
  if (callee.kind === "IndexExpr") {
    x = exprOrType(c, callee.x, true);
    if (x.mode === "value" && x.type.kind === "signature" && x.type.typeParams.length > 0) {
      const args = typeArguments(c, callee);
      if (args !== undefined) c.requireVersion(18, callee.lbrack, "function instantiation");
      const want = x.type.typeParams.length;
      if (args === undefined) x.invalidate();
      else if (args.length > want) {
        const message = `got ${args.length} type arguments but want ${want}`;
        c.error("WrongTypeArgCount", callee.indices[want]!.pos, message);
        x.invalidate();
      } else {
        explicit = args;
        explicitExprs = callee.indices;
      }
      x.expr = callee;
    } else if (x.mode === "invalid") {
      for (const index of callee.indices) rawExpr(c, index, undefined);
    } else {
      // Looked at already: only the index is left.
      c.prepared.set(callee.x, x);
      x = rawExpr(c, callee, undefined);
    }
  } else x = rawExpr(c, callee, undefined);
  x.expr = callee;
  switch (x.mode) {
    case "invalid":
      useArguments(c, e.args);
      return x;
    case "type":
      return convert(c, e, x.type);
    case "builtin":
      if (x.builtin === undefined) return x.invalidate();
      return builtinCall(c, x.builtin, e);
    case "novalue":
      c.error("TooManyValues", callee.pos, `${describe(c, x)} used as value or type`);
      useArguments(c, e.args);
      return x.invalidate();
    case "commaok":
    case "constant":
    case "mapindex":
    case "nil":
    case "value":
    case "variable":
      break;
  }
  const core = commonUnderlying(x.type);
  if (!core.ok || core.type.kind !== "signature") {
    c.error(
      "InvalidCall",
      startPos(x.expr),
      `invalid operation: cannot call ${describe(c, x)}: ${core.ok ? `${showType(c, core.type === underlying(x.type) ? x.type : core.type)} is not a function` : core.cause}`,
    );
    useArguments(c, e.args);
    return x.invalidate();
  }
  const args = genericArguments(c, e.args);
  let signature: Signature | undefined = core.type;
  if (args === undefined) {
    // The result is known even so if it does not depend on the arguments.
    if (signature.typeParams.length > explicit.length) {
      if (callee.kind !== "IndexExpr") c.requireVersion(18, e.pos, "implicit function instantiation");
      return x.invalidate();
    }
    if (explicit.length > 0) {
      signature = instantiateSignature(signature, explicit);
      recordInstance(c, callee, explicit, signature);
    }
  } else signature = checkArguments(c, e, signature, explicit, explicitExprs, args);
  c.env.hasCallOrReceive = true;
  if (signature === undefined) {
    if (core.type.typeParams.length > 0) return x.invalidate();
    signature = core.type;
  }
  const results = signature.results.vars;
  if (results.length === 0) return new Operand("novalue", signature.results, e);
  if (results.length > 1) return new Operand("value", signature.results, e);
  const type = results[0]!.type ?? invalidType;
  return type === invalidType ? invalidOperand(e) : new Operand("value", type, e);
}

function convert(c: Checker, e: ast.CallExpr, type: Type): Operand {
  if (type.kind === "named" || type.kind === "alias") {
    if (type.typeParams.length > 0 && type.typeArgs.length === 0) {
      c.error(
        "WrongTypeArgCount",
        e.callee.pos,
        `cannot use generic type ${showType(c, type)} without instantiation`,
      );
      useArguments(c, e.args);
      return invalidOperand(e);
    }
  }
  if (e.args.length === 0) {
    c.error("WrongArgCount", e.pos, `missing argument in conversion to ${showType(c, type)}`);
    return invalidOperand(e);
  }
  if (e.args.length > 1) {
    useArguments(c, e.args);
    c.error(
      "WrongArgCount",
      e.args[e.args.length - 1]!.pos,
      `too many arguments in conversion to ${showType(c, type)}`,
    );
    return invalidOperand(e);
  }
  if (!requireComplete(c, type)) return invalidOperand(e);
  const x = expr(c, e.args[0]!, type);
  if (x.mode === "invalid") return x;
  if (e.ellipsis !== undefined) {
    c.error("BadDotDotDotSyntax", e.args[0]!.pos, `invalid use of ... in conversion to ${showType(c, type)}`);
    return x.invalidate();
  }
  const under = underlying(type);
  if (under.kind === "interface" && !isTypeParam(type) && !isMethodSet(typeSetOf(under))) {
    c.error(
      "MisplacedConstraintIface",
      e.pos,
      `cannot use interface ${showType(c, type)} in conversion (contains specific type constraints or is comparable)`,
    );
    return x.invalidate();
  }
  conversion(c, x, type);
  x.expr = e;
  return x;
}

/** Checks expressions whose values are not needed after an error, so that what they mention counts as used. */
export function useArguments(c: Checker, args: readonly ast.Expr[]): void {
  for (const arg of args) rawExpr(c, arg, undefined);
}

/** The arguments of a call: one call with several results supplies as many. Undefined after an error. */
function genericArguments(c: Checker, args: readonly ast.Expr[]): Operand[] | undefined {
  if (args.length === 1) {
    const x = oneArgument(c, args[0]!);
    if (x.mode === "invalid") return undefined;
    if (x.mode === "value" && x.type.kind === "tuple") {
      return x.type.vars.map((v) => new Operand("value", v.type ?? invalidType, args[0]!));
    }
    return [x];
  }
  const operands: Operand[] = [];
  for (const arg of args) {
    const x = oneArgument(c, arg);
    if (x.mode === "value" && x.type.kind === "tuple") {
      c.error("TooManyValues", startPos(x.expr), `multiple-value ${describe(c, x)} in single-value context`);
      x.invalidate();
    }
    operands.push(x);
  }
  return operands;
}

function oneArgument(c: Checker, e: ast.Expr): Operand {
  if (e.kind === "IndexExpr") {
    // f[int] as an argument may leave out arguments that the parameter's type decides.
    const x = exprOrType(c, e.x, true);
    if (x.mode === "value" && x.type.kind === "signature" && x.type.typeParams.length > e.indices.length) {
      const args = typeArguments(c, e);
      if (args === undefined) return invalidOperand(e);
      if (!c.allows(21)) return uninferredInstance(c, x, args, e);
      return partialInstance(c, x, args, e);
    }
    c.prepared.set(e.x, x);
  }
  const x = rawExpr(c, e, undefined);
  switch (x.mode) {
    case "novalue":
      c.error("TooManyValues", e.pos, `${describe(c, x)} used as value`);
      return x.invalidate();
    case "builtin":
      c.error("UncalledBuiltin", e.pos, `${describe(c, x)} must be called`);
      return x.invalidate();
    case "type":
      c.error("NotAnExpr", e.pos, `${describe(c, x)} is not an expression`);
      return x.invalidate();
    case "commaok":
    case "constant":
    case "invalid":
    case "mapindex":
    case "nil":
    case "value":
    case "variable":
      return x;
  }
}

/** Before go1.21 the parameter's type decided nothing. */
function uninferredInstance(c: Checker, x: Operand, args: readonly Type[], e: ast.IndexExpr): Operand {
  c.requireVersion(18, e.lbrack, "function instantiation");
  const problem = inferRest((x.type as Signature).typeParams, args, c);
  if (!problem.ok) c.error("CannotInferTypeArgs", e.pos, problem.message);
  c.requireVersion(21, e.pos, "implicitly instantiated function as argument");
  return invalidOperand(e);
}

function partialInstance(c: Checker, x: Operand, args: readonly Type[], e: ast.IndexExpr): Operand {
  const result = new Operand("value", x.type, e);
  c.partialInstances.set(result, args);
  return result;
}

/** Checks arguments against parameters; infers type arguments. Returns the signature that is called. */
function checkArguments(
  c: Checker,
  e: ast.CallExpr,
  generic: Signature,
  explicit: readonly Type[],
  explicitExprs: readonly ast.Expr[],
  args: readonly Operand[],
): Signature | undefined {
  let signature = generic;
  const nargs = args.length;
  let params: readonly Var[] = signature.params.vars;
  let npars = params.length;
  const spread = e.ellipsis !== undefined;
  if (signature.variadic) {
    if (spread) {
      if (e.args.length === 1 && nargs > 1) {
        c.error("InvalidDotDotDot", e.pos, `cannot use ... with ${nargs}-valued ${exprString(e.args[0]!)}`);
        return undefined;
      }
    } else if (nargs >= npars - 1) {
      params = spreadVariadic(c, params, nargs);
      npars = nargs;
    } else npars--;
  } else if (spread) {
    c.error("NonVariadicCall", e.pos, `cannot use ... in call to non-variadic ${exprString(e.callee)}`);
    return undefined;
  }
  if (nargs !== npars) {
    const few = nargs < npars;
    const at = few ? (args[nargs - 1]?.expr.pos ?? e.pos) : (args[npars]?.expr.pos ?? e.rparen);
    const have = haveTypes(c, args, spread && signature.variadic);
    const want = `(${paramTypes(c, signature)})`;
    c.error(
      "WrongArgCount",
      at,
      `${few ? "not enough" : "too many"} arguments in call to ${exprString(e.callee)}\n\thave ${have}\n\twant ${want}`,
    );
    return undefined;
  }
  if (signature.typeParams.length > 0 && e.callee.kind !== "IndexExpr")
    c.requireVersion(18, e.pos, "implicit function instantiation");
  if (args.some((x) => x.mode === "invalid") && signature.typeParams.length > 0) return undefined;
  const hasGenericArgs = args.some((x) => isGenericFunction(x));
  if (hasGenericArgs && !c.allows(21)) {
    for (const x of args)
      if (isGenericFunction(x))
        c.requireVersion(21, startPos(x.expr), "implicitly instantiated function as argument");
  }
  if (signature.typeParams.length > 0 || hasGenericArgs) {
    const instantiated = inferCall(c, e, signature, explicit, explicitExprs, params, args);
    if (instantiated === undefined) return undefined;
    signature = instantiated;
    params = signature.params.vars;
    if (signature.variadic && !spread) params = spreadVariadic(c, params, nargs);
  }
  const context = (): string => `argument to ${exprString(e.callee)}`;
  for (let i = 0; i < nargs; i++) {
    assignment(c, args[i]!, params[i]!.type ?? invalidType, context);
  }
  return signature;
}

function isGenericFunction(x: Operand): boolean {
  return x.mode === "value" && x.type.kind === "signature" && x.type.typeParams.length > 0;
}

/** The parameters with the last one, `...T`, repeated for the arguments that there are. */
function spreadVariadic(c: Checker, params: readonly Var[], count: number): readonly Var[] {
  const last = params[params.length - 1]!;
  const type = last.type ?? invalidType;
  const under = underlying(type);
  const element = under.kind === "slice" ? under.element : type;
  const out = params.slice(0, -1);
  if (out.length === count) return out;
  const v = new Var(last.pos, c.pkg, last.name, element, "param");
  while (out.length < count) out.push(v);
  return out;
}

/**
 * Infers the type arguments of a generic call and those of generic functions among its arguments together (spec,
 * "Type inference").
 */
function inferCall(
  c: Checker,
  e: ast.CallExpr,
  generic: Signature,
  explicit: readonly Type[],
  explicitExprs: readonly ast.Expr[],
  expanded: readonly Var[],
  args: readonly Operand[],
): Signature | undefined {
  const count = generic.typeParams.length;
  const hasGenericArgs = args.some((x) => isGenericFunction(x));
  if (!hasGenericArgs && explicit.length === count) {
    return useInstance(c, e, generic, explicit, explicitExprs);
  }
  // In generic code the arguments may mention the very parameters that are to be inferred (a recursive call).
  let typeParams: readonly TypeParam[] = [];
  let params: readonly Var[] = expanded;
  if (count > 0) {
    const renamed = renameTypeParams(generic.typeParams, new TupleType(expanded));
    typeParams = renamed.params;
    params = renamed.type.kind === "tuple" ? renamed.type.vars : expanded;
  }
  const typeArgs: (Type | undefined)[] = typeParams.map((_, i) => explicit[i]);
  const ranges: {
    readonly arg: number;
    readonly start: number;
    readonly end: number;
    readonly params: readonly TypeParam[];
  }[] = [];
  const all: TypeParam[] = [...typeParams];
  const inferenceArgs = args.map((x, i) => {
    if (!isGenericFunction(x)) return { operand: asValue(x), text: exprString(x.expr) };
    const signature = x.type as Signature;
    const under = underlying(params[i]!.type ?? invalidType);
    if (under.kind !== "signature" && !isTypeParam(params[i]!.type ?? invalidType)) {
      return { operand: asValue(x), text: exprString(x.expr) };
    }
    const renamed = renameTypeParams(signature.typeParams, withoutTypeParams(signature));
    const start = all.length;
    all.push(...renamed.params);
    const known = c.partialInstances.get(x) ?? [];
    for (let k = 0; k < renamed.params.length; k++) typeArgs.push(known[k]);
    ranges.push({ arg: i, start, end: all.length, params: signature.typeParams });
    return {
      operand: { mode: "value" as const, type: renamed.type, value: undefined },
      text: exprString(x.expr),
    };
  });
  const result = infer(
    { typeParams: all, typeArgs, params: new TupleType(params), args: inferenceArgs },
    c.types,
  );
  if (!result.ok) {
    const at = result.argument === undefined ? undefined : args[result.argument]?.expr.pos;
    c.error("CannotInferTypeArgs", at ?? e.lparen, `in call to ${exprString(e.callee)}, ${result.message}`);
    return undefined;
  }
  for (const range of ranges) {
    const x = args[range.arg]!;
    const own = result.typeArgs.slice(range.start, range.end);
    const instance = instantiateSignature(x.type as Signature, own);
    recordInstance(c, x.expr, own, instance);
    x.type = instance;
    c.later(() => {
      verifyTypeArgs(c, range.params, own, [], startPos(x.expr));
    });
  }
  if (count === 0) return generic;
  return useInstance(c, e, generic, result.typeArgs.slice(0, count), explicitExprs);
}

function useInstance(
  c: Checker,
  e: ast.CallExpr,
  generic: Signature,
  typeArgs: readonly Type[],
  explicitExprs: readonly ast.Expr[],
): Signature | undefined {
  const instance = instantiateSignature(generic, typeArgs);
  recordInstance(c, e.callee, typeArgs, instance);
  c.later(() => {
    verifyTypeArgs(c, generic.typeParams, typeArgs, explicitExprs, e.lparen);
  });
  return instance;
}

/** Types of operands as "have" lines show them. */
export function haveTypes(c: Checker, args: readonly Operand[], spread: boolean): string {
  return `(${args.map((x) => argumentType(c, x)).join(", ")}${spread ? "..." : ""})`;
}

function argumentType(c: Checker, x: Operand): string {
  if (x.mode === "invalid") return "unknown type";
  if (x.mode === "nil") return "nil";
  if (isUntyped(x.type)) {
    if (isNumeric(x.type)) return "number";
    return showType(c, x.type).replace("untyped ", "");
  }
  return showType(c, x.type);
}

function paramTypes(c: Checker, signature: Signature): string {
  return signature.params.vars
    .map((v, i) => {
      const type = v.type ?? invalidType;
      if (signature.variadic && i === signature.params.vars.length - 1) {
        const plain = unalias(type);
        return `...${showType(c, plain instanceof SliceType ? plain.element : type)}`;
      }
      return type === invalidType ? "unknown type" : showType(c, type);
    })
    .join(", ");
}

/** A function that stays generic although a value of type `target` is wanted: infers its arguments from it. */
export function inferForTarget(c: Checker, x: Operand, target: Type | undefined): Operand {
  if (!isGenericFunction(x)) return x;
  if (target === invalidType) return x.invalidate();
  return inferFromTarget(c, x, c.partialInstances.get(x) ?? [], [], target, x.expr);
}
