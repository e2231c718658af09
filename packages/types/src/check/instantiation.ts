import type * as ast from "@goes/ast";
import { infer, type Inference } from "../infer.ts";
import { instantiateSignature } from "../instantiate.ts";
import { invalidType } from "../basic.ts";
import { unalias, underlying } from "../named.ts";
import { Var } from "../object.ts";
import { Signature, TupleType, type Type, type TypeParam } from "../type.ts";
import type { Checker } from "./checker.ts";
import { exprString } from "./expr-string.ts";
import { Operand } from "./operand.ts";
import { instanceIdent, typeExpr, verifyTypeArgs } from "./type-expressions.ts";
import { record } from "./untyped.ts";

/**
 * `f[A, B]` outside of a call: arguments that are left out are inferred from the function type `target` that the
 * context requires. Without one, the function stays generic: the caller reports it.
 */
export function instantiateFunction(
  c: Checker,
  x: Operand,
  e: ast.IndexExpr,
  target: Type | undefined,
): Operand {
  c.requireVersion(18, e.lbrack, "function instantiation");
  const signature = x.type as Signature;
  const args = typeArguments(c, e);
  if (args === undefined) return x.invalidate();
  if (args.length > signature.typeParams.length) {
    c.error(
      "WrongTypeArgCount",
      e.indices[signature.typeParams.length]!.pos,
      `got ${args.length} type arguments but want ${signature.typeParams.length}`,
    );
    return x.invalidate();
  }
  if (args.length < signature.typeParams.length) {
    return inferFromTarget(c, x, args, e.indices, target, e);
  }
  return finish(c, signature, args, e.indices, e);
}

/** The type arguments written in an index expression; undefined after an error. */
export function typeArguments(c: Checker, e: ast.IndexExpr): Type[] | undefined {
  const args = e.indices.map((index) => typeExpr(c, index, "variable"));
  return args.includes(invalidType) ? undefined : args;
}

/** A generic function that is used as a value of type `target`. */
export function inferFromTarget(
  c: Checker,
  x: Operand,
  args: readonly Type[],
  argExprs: readonly ast.Expr[],
  target: Type | undefined,
  e: ast.Expr,
): Operand {
  const signature = x.type as Signature;
  const under = target === undefined ? undefined : underlying(target);
  if (target === undefined || under?.kind !== "signature" || unalias(target).kind === "typeparam") {
    if (args.length > 0) {
      // The constraints may decide the rest.
      const rest = inferRest(signature.typeParams, args, c);
      if (rest.ok) return finish(c, signature, rest.typeArgs, argExprs, e);
      if (target === undefined) {
        c.error("CannotInferTypeArgs", e.kind === "IndexExpr" ? e.lbrack : e.pos, rest.message);
        return x.invalidate();
      }
    }
    c.error("WrongTypeArgCount", e.pos, `cannot use generic function ${exprString(e)} without instantiation`);
    return x.invalidate();
  }
  if (c.requireVersion(18, e.pos, "function instantiation")) {
    const how = e.kind === "IndexExpr" ? "partially" : "implicitly";
    c.requireVersion(
      21,
      e.kind === "IndexExpr" ? e.lbrack : e.pos,
      `${how} instantiated function in assignment`,
    );
  }
  const result = infer(
    {
      typeParams: signature.typeParams,
      typeArgs: signature.typeParams.map((_, i) => args[i]),
      params: new TupleType([new Var(e.pos, c.pkg, "", withoutTypeParams(signature), "param")]),
      args: [{ operand: { mode: "value", type: target, value: undefined }, text: c.targetName }],
      reverse: true,
    },
    c.types,
  );
  if (!result.ok) {
    c.error("CannotInferTypeArgs", e.kind === "IndexExpr" ? e.lbrack : e.pos, result.message);
    return x.invalidate();
  }
  return finish(c, signature, result.typeArgs, argExprs, e);
}

/** Infers the type arguments that are not written from the constraints alone. */
export function inferRest(typeParams: readonly TypeParam[], args: readonly Type[], c: Checker): Inference {
  const typeArgs = typeParams.map((_, i) => args[i]);
  return infer({ typeParams, typeArgs, params: new TupleType([]), args: [] }, c.types);
}

function finish(
  c: Checker,
  signature: Signature,
  args: readonly Type[],
  argExprs: readonly ast.Expr[],
  e: ast.Expr,
): Operand {
  const instance = instantiateSignature(signature, args);
  recordInstance(c, e, args, instance);
  c.later(() => {
    verifyTypeArgs(c, signature.typeParams, args, argExprs, e.kind === "IndexExpr" ? e.lbrack : e.pos);
  });
  return new Operand("value", instance, e);
}

/** Notes the instance at the identifier of the function, and the type of every expression that denotes it. */
export function recordInstance(
  c: Checker,
  e: ast.Expr,
  typeArgs: readonly Type[],
  instance: Signature,
): void {
  const ident = instanceIdent(e);
  if (ident !== undefined) c.info.instances.set(ident, { typeArgs, type: instance });
  let at = e;
  for (;;) {
    record(c, new Operand("value", instance, at));
    if (at.kind === "ParenExpr" || at.kind === "IndexExpr") at = at.x;
    else return;
  }
}

/** A generic signature as one whose parameters are free: for unification. */
export function withoutTypeParams(signature: Signature): Signature {
  return new Signature({
    receiver: signature.receiver,
    params: signature.params,
    results: signature.results,
    variadic: signature.variadic,
  });
}
