import type * as ast from "@goes/ast";
import { Func, types } from "@goes/ir";
import {
  loopVarPerIteration,
  signatureOf,
  underlying,
  type CheckedPackage,
  type Func as GoFunc,
  type Initializer,
  type Signature,
  type Type,
} from "@goes/types";
import { buildFunctionBody } from "./body.ts";
import { buildMulti, multiType } from "../expressions/calls/calls.ts";
import type { BodyBuilders, ProgramContext } from "../program/context.ts";
import { applyDirectives } from "../linking/directives.ts";
import { closureSymbol } from "../names/symbols.ts";
import { lowerSignature } from "../layout/ir-types.ts";
import { assignTo, buildExpr, buildExprInto } from "../expressions/expressions.ts";
import { FunctionBuilder, type Unit } from "./function-builder.ts";
import { buildCommaOk } from "../expressions/comma-ok.ts";
import { Substituter } from "./substituter.ts";
import { computeVariableFacts, emptyFacts, type Body } from "./variable-facts.ts";

/** The builders of function bodies, initialisers and literals. */
export function bodyBuilders(context: ProgramContext): BodyBuilders {
  return {
    buildFunc: (func, typeArgs, symbol) => {
      buildFunc(context, func, typeArgs, symbol);
    },
    declareFunc: (func, typeArgs, symbol) => {
      declareFunc(context, func, typeArgs, symbol);
    },
    buildInitializer: (symbol, pkg, initializer) => {
      buildInitializer(context, symbol, pkg, initializer);
    },
    buildFuncLit: (literal, pkg) => buildGlobalFuncLit(context, literal, pkg),
  };
}

function buildFunc(ctx: ProgramContext, func: GoFunc, typeArgs: readonly Type[], symbol: string): void {
  const checked = ctx.checkedPackage(func.pkg!);
  const decl = checked.info.funcDecls.get(func);
  if (decl?.body === undefined) return;
  // What has errors cannot be built.
  if (!checked.checkBody(func)) return;
  const declared = signatureOf(func);
  const params = declared.receiver === undefined ? declared.typeParams : declared.receiverTypeParams;
  const substituter = new Substituter(params, typeArgs, {
    pos: decl.pos,
    end: decl.end,
    implicitArgs: ctx.data.implicitArgs,
  });
  const signature = substituter.type(declared) as Signature;
  const receiverType = declared.receiver?.type;
  const receiver =
    receiverType === undefined || decl.receiver === undefined
      ? undefined
      : { list: decl.receiver, type: substituter.type(receiverType) };
  const lowered = lowerSignature(ctx, signature, receiver?.type);
  const target = new Func(symbol, lowered.params, lowered.results);
  target.pos = decl.name.pos;
  target.origin = ctx.originOf(func.pkg!);
  target.runsOnce = receiver === undefined && isRunOnce(func);
  // Inlined into what starts it, main would have no frame of its own for traces to name.
  if (target.runsOnce && func.name === "main") target.noinline = true;
  applyDirectives(ctx, func, target);
  ctx.module.funcs.set(symbol, target);
  const unit = unitOf(checked, substituter, decl, decl.pos);
  const fb = new FunctionBuilder(ctx, target, unit, unit.facts.bodies.get(decl)!);
  buildFunctionBody(fb, signature, lowered, decl.type, receiver, decl.body);
}

/** Whether it is `main` of package main, or an `init` function. */
function isRunOnce({ name, pkg }: GoFunc): boolean {
  return name === "init" || (name === "main" && pkg?.path === "main");
}

function declareFunc(ctx: ProgramContext, func: GoFunc, typeArgs: readonly Type[], symbol: string): void {
  const declared = signatureOf(func);
  const params = declared.receiver === undefined ? declared.typeParams : declared.receiverTypeParams;
  const substituter = new Substituter(params, typeArgs);
  const receiver = declared.receiver?.type;
  const lowered = lowerSignature(
    ctx,
    substituter.type(declared),
    receiver === undefined ? undefined : substituter.type(receiver),
  );
  const target = new Func(symbol, lowered.params, lowered.results);
  target.origin = ctx.originOf(func.pkg);
  ctx.module.funcs.set(symbol, target);
}

function buildInitializer(
  ctx: ProgramContext,
  symbol: string,
  checked: CheckedPackage,
  initializer: Initializer,
): void {
  const { rhs, lhs } = initializer;
  const target = new Func(symbol, [], []);
  target.pos = rhs.pos;
  target.origin = ctx.originOf(checked.pkg);
  ctx.module.funcs.set(symbol, target);
  const unit = unitOf(checked, new Substituter([], []), rhs, rhs.pos);
  const facts = rhs.kind === "FuncLit" ? emptyFacts() : unit.facts.bodies.get(rhs)!;
  const fb = new FunctionBuilder(ctx, target, unit, facts);
  const spread = lhs.length > 1 ? multiType(fb, rhs) : undefined;
  if (spread !== undefined) {
    const values = buildMulti(fb, rhs);
    lhs.forEach((variable, i) => {
      if (variable.name === "_") return;
      const type = variable.type!;
      fb.store(type, fb.global(ctx.useGlobal(variable)), assignTo(fb, values[i]!, spread[i]!, type));
    });
  } else if (lhs.length > 1) {
    const values = buildCommaOk(fb, rhs);
    lhs.forEach((variable, i) => {
      if (variable.name === "_") return;
      const type = variable.type!;
      const [value, own] = values[i]!;
      fb.store(type, fb.global(ctx.useGlobal(variable)), assignTo(fb, value, own, type));
    });
  } else {
    const variable = lhs[0];
    if (variable === undefined || variable.name === "_") buildExpr(fb, rhs);
    else buildExprInto(fb, rhs, variable.type!, fb.global(ctx.useGlobal(variable)), "zeroed");
  }
  if (!fb.dead) fb.ret([]);
  fb.finish();
}

function buildGlobalFuncLit(ctx: ProgramContext, literal: ast.FuncLit, checked: CheckedPackage): string {
  const outer = `${checked.pkg.path}.init`;
  const counters = ctx.part(literalCounters);
  const index = (counters.get(outer) ?? 0) + 1;
  counters.set(outer, index);
  const symbol = closureSymbol(outer, index);
  ctx.define(symbol, () => {
    const unit = unitOf(checked, new Substituter([], []), literal, literal.pos);
    const type = checked.info.types.get(literal)!.type;
    const signature = underlying(type) as Signature;
    const lowered = lowerSignature(ctx, signature);
    const target = new Func(symbol, [...lowered.params, types.ptr], lowered.results);
    target.pos = literal.pos;
    target.origin = ctx.originOf(checked.pkg);
    target.closure = true;
    ctx.module.funcs.set(symbol, target);
    const fb = new FunctionBuilder(ctx, target, unit, unit.facts.bodies.get(literal)!);
    buildFunctionBody(fb, signature, lowered, literal.type, undefined, literal.body);
  });
  return symbol;
}

function literalCounters(): Map<string, number> {
  return new Map();
}

function unitOf(checked: CheckedPackage, substituter: Substituter, root: Body, pos: number): Unit {
  const { info } = checked;
  const file = checked.files.find((candidate) => candidate.pos <= pos && pos <= candidate.end);
  const perIteration = file === undefined || loopVarPerIteration(file, checked.pkg.goVersion);
  const facts = computeVariableFacts(root, info, perIteration, (expr) => {
    const type = info.types.get(expr)?.type;
    if (type === undefined) {
      const object = expr.kind === "Ident" ? (info.uses.get(expr) ?? info.defs.get(expr)) : undefined;
      return substituter.type(object!.type!);
    }
    return substituter.type(type);
  });
  return { checked, info, substituter, facts, perIteration };
}
