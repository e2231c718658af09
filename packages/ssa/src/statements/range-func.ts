import type * as ast from "@goes/ast";
import { Func, types, type Block, type Value } from "@goes/ir";
import { ArrayType, basicTypes, underlying, type Signature } from "@goes/types";
import { jumpToLabel, leaveTo } from "./branches.ts";
import { callClosure } from "../expressions/calls/calls.ts";
import {
  captureType,
  captureValue,
  loadCapture,
  makeClosure,
  openCaptures,
} from "../expressions/function-literals.ts";
import { callRuntime } from "../function/runtime-call.ts";
import { lowerSignature } from "../layout/ir-types.ts";
import { assignTo, buildExpr } from "../expressions/expressions.ts";
import { FunctionBuilder, type ResultSlot } from "../function/function-builder.ts";
import { buildPlace, writePlace } from "../expressions/places.ts";
import { buildReturn, storeResults } from "./return.ts";
import { buildStmts } from "./statements.ts";

/** States of a loop, at offset 0 of its record. The runtime turns the others into panics. */
const states = { ready: 0n, running: 1n, done: 2n, exhausted: 3n } as const;

/** How the body was left, at offset 4: 0 by its end, else the number of an exit. */
const exitOffset = 4;

/**
 * `for … := range f`: the body becomes a function that f calls (spec, "For statements with range clause"). What leaves
 * the body to a target outside of it notes an exit in the record of the loop and makes f's call of yield return
 * false; after the call of f the exit is taken.
 */
export function buildRangeFunc(
  fb: FunctionBuilder,
  stmt: ast.RangeStmt,
  label: string | undefined,
  iterator: Signature,
): void {
  const { ctx, unit } = fb;
  const facts = unit.facts.bodies.get(stmt);
  if (facts === undefined)
    throw fb.broken("the body of a range over a function was not looked through", stmt);
  const sequence = buildExpr(fb, stmt.x);
  const yieldType = underlying(fb.type(iterator.params.vars[0]!.type!)) as Signature;
  const lowered = lowerSignature(ctx, yieldType);
  const record = fb.newObject(new ArrayType(basicTypes.int32, 2));

  const symbol = `${fb.func.name}-range${fb.nextRange()}`;
  const func = new Func(symbol, [...lowered.params, types.ptr], lowered.results);
  func.pos = stmt.pos;
  func.origin = fb.func.origin;
  func.defersFor = fb.deferOwner;
  func.closure = true;
  ctx.module.funcs.set(symbol, func);
  const inner = new FunctionBuilder(ctx, func, unit, facts);

  // Captured: the record, what defer needs, the addresses of the results, then the variables.
  const extra: Value[] = [record];
  const adopt: ((value: Value) => void)[] = [() => undefined];
  const pass = (value: Value | undefined, set: (value: Value) => void): void => {
    if (value === undefined) return;
    extra.push(value);
    adopt.push(set);
  };
  pass(fb.deferFrame, (value) => {
    inner.deferFrame = value;
    inner.deferOwner = fb.deferOwner;
  });
  const inResults: ResultSlot[] = [];
  for (const { type, storage } of fb.results) {
    if (storage === undefined || storage.kind === "register") {
      inResults.push({ type, storage: undefined, hidden: undefined });
      continue;
    }
    const slot: ResultSlot = { type, storage: undefined, hidden: undefined };
    inResults.push(slot);
    pass(fb.addressOf(storage), (value) => {
      slot.storage = { kind: "memory", address: value, isPrivate: false };
    });
  }
  const captures = facts.captures.map((variable) => ({ variable, storage: fb.storageOf(variable) }));
  const variableTypes = captures.map(({ variable, storage }) => captureType(fb, variable, storage));
  const captureTypes = [...extra.map((value) => value.type), ...variableTypes];
  const values = [...extra, ...captures.map(({ storage }) => captureValue(fb, storage))];

  const object = inner.param(func.params.length - 1);
  const inside = adopt.map((set, i) => {
    const value = loadCapture(inner, object, captureTypes, i);
    set(value);
    return value;
  });
  inner.results.push(...inResults);
  openCaptures(inner, object, captures, captureTypes, extra.length);
  const exits = buildBody(fb, inner, stmt, label, yieldType, inside[0]!);

  const closure = makeClosure(fb, symbol, values);
  fb.pos = stmt.pos;
  if (inner.defersOutside) {
    if (fb.deferOwner !== fb.func.name) fb.defersOutside = true;
    else callRuntime(ctx, fb, "deferMark", [fb.deferFrame!]);
  }
  callClosure(fb, lowerSignature(ctx, iterator), iterator, sequence, [closure]);
  const state = fb.emit("load", types.int32, [record], { imm: 0 });
  const running = fb.emit("ne", types.bool, [state, fb.constant(types.int32, states.running)]);
  // The iterator came back although the body is still running: it swallowed a panic.
  fb.emit("check", types.void, [running], { sym: ctx.runtimeFunc("panicRangeSwallowed") });
  setState(fb, record, states.exhausted);
  takeExits(fb, record, exits);
}

/** Builds the body function; returns what the exits do, in the function around it. */
function buildBody(
  fb: FunctionBuilder,
  inner: FunctionBuilder,
  stmt: ast.RangeStmt,
  label: string | undefined,
  yieldType: Signature,
  record: Value,
): readonly (() => void)[] {
  const exits: (() => void)[] = [];
  const known = new Map<string, number>();
  inner.pos = stmt.pos;
  const state = inner.emit("load", types.int32, [record], { imm: 0 });
  checkState(inner, inner.emit("eq", types.bool, [state, inner.constant(types.int32, states.ready)]), state);
  setState(inner, record, states.running);
  const finish = (more: boolean): void => {
    setState(inner, record, more ? states.ready : states.done);
    inner.ret([inner.bool(more)]);
  };
  const exit = (name: string, action: () => void): void => {
    let number = known.get(name);
    if (number === undefined) {
      exits.push(action);
      number = exits.length;
      known.set(name, number);
    }
    const code = inner.constant(types.int32, BigInt(number));
    inner.emit("store", types.void, [record, code], { imm: exitOffset });
    finish(false);
  };
  const next = inner.newBlock();
  inner.targets.push({
    label,
    breakTo: () => {
      finish(false);
    },
    continueTo: () => {
      inner.jump(next);
    },
  });
  inner.leaveHook = (keyword, target) => {
    exit(`${keyword} ${target ?? ""}`, () => {
      leaveTo(fb, keyword, target);
    });
  };
  inner.gotoHook = (target) => {
    exit(`goto ${target}`, () => {
      jumpToLabel(fb, target);
    });
  };
  inner.returnHook = (values) => {
    if (values !== undefined) storeResults(inner, values);
    exit("return", () => {
      buildReturn(fb, undefined);
    });
  };
  [stmt.key, stmt.value].forEach((target, i) => {
    const param = yieldType.params.vars[i];
    if (target === undefined || param === undefined) return;
    if (target.kind === "Ident" && target.name === "_") return;
    const type = inner.type(param.type!);
    const value = inner.param(i);
    if (stmt.op === ":=") {
      const variable = inner.unit.info.defs.get(target as ast.Ident);
      if (variable?.kind === "var") inner.declare(variable, value);
    } else {
      const place = buildPlace(inner, target);
      writePlace(inner, place, assignTo(inner, value, type, place.type));
    }
  });
  buildStmts(inner, stmt.body.list);
  inner.jump(next);
  inner.enterSealed(next);
  finish(true);
  inner.finish();
  return exits;
}

function takeExits(fb: FunctionBuilder, record: Value, exits: readonly (() => void)[]): void {
  if (exits.length === 0) return;
  const end: Block = fb.newBlock();
  const code = fb.emit("load", types.int32, [record], { imm: exitOffset });
  exits.forEach((action, i) => {
    const taken = fb.newBlock();
    const other = fb.newBlock();
    const matches = fb.emit("eq", types.bool, [code, fb.constant(types.int32, BigInt(i + 1))]);
    fb.branch(matches, taken, other);
    fb.enterSealed(taken);
    action();
    fb.enterSealed(other);
  });
  fb.jump(end);
  fb.enterSealed(end);
}

function setState(fb: FunctionBuilder, record: Value, state: bigint): void {
  fb.emit("store", types.void, [record, fb.constant(types.int32, state)], { imm: 0 });
}

function checkState(fb: FunctionBuilder, good: Value, state: Value): void {
  fb.emit("check", types.void, [good, state], { sym: fb.ctx.runtimeFunc("panicRangeState") });
}
