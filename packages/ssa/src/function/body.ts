import type * as ast from "@goes/ast";
import type { Value } from "@goes/ir";
import { basicTypes, type Signature, type Type, type Var } from "@goes/types";
import { noteParam, noteVariable } from "./allocation-notes.ts";
import { callRuntime } from "./runtime-call.ts";
import { layoutSymbol, type LoweredSignature } from "../layout/ir-types.ts";
import type { FunctionBuilder, ResultSlot, Storage } from "./function-builder.ts";
import { buildReturn, returnStored } from "../statements/return.ts";
import { buildStmts } from "../statements/statements.ts";

/**
 * Builds a whole function: parameters, results, deferred calls, the statements, and the landing block (ABI.md,
 * "Panics, defer, recover, Goexit"). `signature` is that of the instance that is being built.
 */
export function buildFunctionBody(
  fb: FunctionBuilder,
  signature: Signature,
  lowered: LoweredSignature,
  type: ast.FuncType,
  receiver: { readonly list: ast.FieldList; readonly type: Type } | undefined,
  body: ast.BlockStmt,
): void {
  const { facts } = fb;
  fb.func.recovers = facts.recovers;
  if (facts.recovers) {
    fb.deferToken = callRuntime(fb.ctx, fb, "takeDeferToken");
  }
  if (facts.hasDefer) fb.deferFrame = fb.slot(layoutSymbol(fb.ctx, basicTypes.uintptr));
  let next = lowered.hidden.length;
  const results = signature.results.vars
    .filter(({ type: result }) => !fb.isMemory(fb.type(result!)))
    .map(({ name }, i) => (name === "" || name === "_" ? `~r${i}` : name));
  if (receiver !== undefined) {
    const name = receiver.list.fields[0]?.names[0];
    buildParam(fb, name, receiver.type, next++, results);
  }
  const paramNames = namesOf(type.params);
  signature.params.vars.forEach((param, i) => {
    buildParam(fb, paramNames[i], fb.type(param.type!), next++, results);
  });
  let hidden = 0;
  const resultNames = namesOf(type.results);
  signature.results.vars.forEach((result, i) => {
    const resultType = fb.type(result.type!);
    const address = fb.isMemory(resultType) ? fb.param(hidden++) : undefined;
    fb.results.push(buildResult(fb, resultNames[i], resultType, address));
  });
  buildStmts(fb, body.list);
  if (!fb.dead) {
    fb.pos = body.end - 1;
    if (fb.results.length === 0 || fb.results.every((result) => result.storage !== undefined)) {
      buildReturn(fb, undefined);
    } else {
      fb.unreachable();
    }
  }
  if (facts.hasDefer) buildLanding(fb);
  fb.finish();
}

/** The names of a parameter list, one a parameter; undefined if there is none. */
function namesOf(list: ast.FieldList | undefined): readonly (ast.Ident | undefined)[] {
  return (list?.fields ?? []).flatMap((field): readonly (ast.Ident | undefined)[] =>
    field.names.length === 0 ? [undefined] : field.names,
  );
}

function variableOf(fb: FunctionBuilder, name: ast.Ident | undefined): Var | undefined {
  if (name === undefined || name.name === "_") return undefined;
  const object = fb.unit.info.defs.get(name);
  return object?.kind === "var" ? object : undefined;
}

function buildParam(
  fb: FunctionBuilder,
  name: ast.Ident | undefined,
  type: Type,
  index: number,
  results: readonly string[],
): void {
  const value = fb.param(index);
  const variable = variableOf(fb, name);
  if (variable === undefined) return;
  noteParam(fb, variable, value, results);
  const { addressed, captured, reassigned } = fb.unit.facts;
  const untouched = !addressed.has(variable) && !captured.has(variable) && !reassigned.has(variable);
  if (fb.isMemory(type) && untouched) {
    fb.storage.set(variable, { kind: "memory", address: value, isPrivate: true });
    return;
  }
  const storage = fb.newStorage(variable);
  if (storage.kind === "register") fb.write(storage.variable, value);
  else fb.store(type, fb.addressOf(storage), value);
}

function buildResult(
  fb: FunctionBuilder,
  name: ast.Ident | undefined,
  type: Type,
  hidden: Value | undefined,
): ResultSlot {
  const variable = variableOf(fb, name);
  const { addressed, captured } = fb.unit.facts;
  const escapes =
    fb.facts.returnsInRange ||
    (variable !== undefined && (addressed.has(variable) || captured.has(variable)));
  const inMemory = fb.facts.hasDefer || fb.facts.returnsInRange;
  let storage: Storage | undefined;
  if (escapes || (inMemory && hidden === undefined)) {
    // The landing block may use these, so they belong to the entry block.
    const address = fb.inEntry(() => (escapes ? fb.newObject(type) : fb.temp(type)));
    if (escapes && variable !== undefined) noteVariable(fb, variable, address);
    if (!escapes)
      fb.inEntry(() => {
        fb.clear(type, address);
      });
    storage = { kind: "memory", address, isPrivate: !escapes };
  } else if (hidden !== undefined) {
    if (name !== undefined || inMemory) {
      fb.inEntry(() => {
        fb.clear(type, hidden);
      });
      storage = { kind: "memory", address: hidden, isPrivate: true };
    }
  } else if (variable !== undefined) {
    const register = fb.variable(fb.ir(type));
    fb.write(register, fb.zero(type));
    storage = { kind: "register", variable: register };
  } else if (name !== undefined) {
    // A blank result: zero unless a return statement says otherwise.
    const register = fb.variable(fb.ir(type));
    fb.write(register, fb.zero(type));
    storage = { kind: "register", variable: register };
  }
  if (variable !== undefined && storage !== undefined) fb.storage.set(variable, storage);
  return { type, storage, hidden };
}

function buildLanding(fb: FunctionBuilder): void {
  const landing = fb.newBlock();
  landing.unlikely = true;
  fb.func.landing = landing;
  fb.enterSealed(landing);
  const here = callRuntime(fb.ctx, fb, "landHere", [fb.deferFrame!]);
  const yes = fb.newBlock();
  const no = fb.newBlock();
  fb.branch(here, yes, no);
  fb.enterSealed(yes);
  returnStored(fb);
  fb.enterSealed(no);
  fb.ret(fb.func.results.map((type) => fb.emit("zero", type)));
}
