import type * as ast from "@goes/ast";
import type { Value } from "@goes/ir";
import { buildMulti, multiType } from "../expressions/calls/calls.ts";
import { assignTo, buildExprAs, buildExprInto, buildLasting } from "../expressions/expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { EarlierWrites } from "../expressions/order/earlier-writes.ts";
import { hoistCalls } from "../expressions/order/hoisted-calls.ts";
import { callRuntime } from "../function/runtime-call.ts";

/** A return statement. */
export function buildReturnStmt(fb: FunctionBuilder, stmt: ast.ReturnStmt): void {
  const { results } = fb;
  const [only] = stmt.results;
  if (only === undefined) {
    fb.pos = stmt.pos;
    buildReturn(fb, undefined);
    return;
  }
  const roles = stmt.results.length === results.length ? results.map(({ type }) => type) : [];
  hoistCalls(fb, stmt.results, roles);
  const spread = results.length > 1 && stmt.results.length === 1 ? multiType(fb, only) : undefined;
  if (spread !== undefined) {
    const values = buildMulti(fb, only);
    const converted = values.map((value, i) => assignTo(fb, value, spread[i]!, results[i]!.type));
    fb.pos = stmt.pos;
    buildReturn(fb, converted);
    return;
  }
  const first = results[0]!;
  if (results.length === 1) {
    if (first.hidden !== undefined && first.storage === undefined && fb.returnHook === undefined) {
      // Made where the caller needs it: nothing else refers to that memory.
      buildExprInto(fb, only, first.type, first.hidden, "undefined");
      fb.pos = stmt.pos;
      fb.ret([]);
      return;
    }
    const value = buildExprAs(fb, only, first.type);
    fb.pos = stmt.pos;
    buildReturn(fb, [value]);
    return;
  }
  const values = buildResults(fb, stmt.results);
  fb.pos = stmt.pos;
  buildReturn(fb, values);
}

/** The values of several results: gc computes those first that setting a result before them may change. */
function buildResults(fb: FunctionBuilder, exprs: readonly ast.Expr[]): readonly Value[] {
  const { results } = fb;
  const writes = new EarlierWrites(fb);
  const early = exprs.map((expr, i) => {
    const value = writes.affect(expr) ? buildLasting(fb, expr, results[i]!.type) : undefined;
    writes.setResult(results[i]!);
    return value;
  });
  return exprs.map((expr, i) => early[i] ?? buildLasting(fb, expr, results[i]!.type));
}

/** Leaves the function with the values, or with what the named results hold. */
export function buildReturn(fb: FunctionBuilder, values: readonly Value[] | undefined): void {
  if (fb.returnHook !== undefined) {
    fb.returnHook(values);
    return;
  }
  if (values === undefined) {
    returnStored(fb);
    return;
  }
  if (fb.facts.hasDefer || fb.facts.returnsInRange) {
    storeResults(fb, values);
    returnStored(fb);
    return;
  }
  const registers: Value[] = [];
  fb.results.forEach((result, i) => {
    const { type, storage, hidden } = result;
    // Whoever has the address of a result, a function literal for one, reads there what was returned.
    if (storage?.kind === "memory" && !storage.isPrivate) fb.store(type, storage.address, values[i]!);
    if (hidden === undefined) registers.push(values[i]!);
    else fb.store(type, hidden, values[i]!);
  });
  fb.ret(registers);
}

/** Puts values into the storage of the results. */
export function storeResults(fb: FunctionBuilder, values: readonly Value[]): void {
  fb.results.forEach(({ type, storage }, i) => {
    if (storage === undefined) throw fb.broken("a result has no storage");
    if (storage.kind === "register") fb.write(storage.variable, values[i]!);
    else fb.store(type, fb.addressOf(storage), values[i]!);
  });
}

/** Runs the deferred calls and returns what the storage of the results then holds. */
export function returnStored(fb: FunctionBuilder): void {
  if (fb.deferFrame !== undefined) {
    callRuntime(fb.ctx, fb, "deferReturn", [fb.deferFrame]);
  }
  const registers: Value[] = [];
  for (const { type, storage, hidden } of fb.results) {
    if (storage === undefined) throw fb.broken("a result has no storage");
    if (hidden === undefined) {
      registers.push(
        storage.kind === "register" ? fb.read(storage.variable) : fb.load(type, fb.addressOf(storage)),
      );
    } else if (storage.kind !== "register") {
      fb.store(type, hidden, fb.addressOf(storage));
    }
  }
  fb.ret(registers);
}
