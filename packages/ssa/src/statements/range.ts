import type * as ast from "@goes/ast";
import { types, type Value } from "@goes/ir";
import {
  basicTypes,
  runeType,
  underlying,
  type ChanType,
  type Info,
  type MapType,
  type Type,
} from "@goes/types";
import { callRuntime } from "../function/runtime-call.ts";
import { layoutSymbol } from "../layout/ir-types.ts";
import { mapIteratorType, mapSymbol } from "../layout/map-functions.ts";
import { receive } from "../expressions/channel-operations.ts";
import type { Variable } from "../function/emitter.ts";
import { assignTo, buildExpr, buildExprAs, buildLasting } from "../expressions/expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { loopBody } from "./loops.ts";
import { hoistCalls } from "../expressions/order/hoisted-calls.ts";
import { buildPlace, writePlace } from "../expressions/places.ts";
import { buildRangeFunc } from "./range-func.ts";
import { buildStmts } from "./statements.ts";
import { forEachChild } from "../function/syntax-walk.ts";

/** `for key, value := range x` over anything (spec, "For statements with range clause"). */
export function buildRange(fb: FunctionBuilder, stmt: ast.RangeStmt, label: string | undefined): void {
  if (!skipsArray(fb, stmt)) hoistCalls(fb, [stmt.x]);
  const type = fb.typeOf(stmt.x);
  const under = underlying(type);
  switch (under.kind) {
    case "slice": {
      const slice = buildExpr(fb, stmt.x);
      const length = fb.emit("len", types.int64, [slice]);
      const data = fb.emit("data", types.ptr, [slice]);
      rangeElements(fb, stmt, label, under.element, length, () => data);
      return;
    }
    case "array": {
      const length = fb.int(under.length);
      if (isBlank(stmt.value)) {
        if (evaluatesArray(fb, stmt)) buildExpr(fb, stmt.x);
        rangeElements(fb, stmt, label, under.element, length, undefined);
        return;
      }
      const value = buildLasting(fb, stmt.x, type);
      if (fb.isMemory(type)) {
        rangeElements(fb, stmt, label, under.element, length, () => value);
      } else {
        rangeSmallArray(fb, stmt, label, under.element, value);
      }
      return;
    }
    case "pointer": {
      const array = underlying(under.element);
      if (array.kind !== "array") throw fb.broken("range over a pointer to something that is no array", stmt);
      const length = fb.int(array.length);
      if (isBlank(stmt.value)) {
        if (evaluatesArray(fb, stmt)) buildExpr(fb, stmt.x);
        rangeElements(fb, stmt, label, array.element, length, undefined);
        return;
      }
      const pointer = buildExpr(fb, stmt.x);
      rangeElements(fb, stmt, label, array.element, length, () => {
        fb.nilCheck(pointer);
        return pointer;
      });
      return;
    }
    case "basic":
      if (under.basic === "string") rangeString(fb, stmt, label);
      else rangeInteger(fb, stmt, label);
      return;
    case "map":
      rangeMap(fb, stmt, label, under);
      return;
    case "signature":
      buildRangeFunc(fb, stmt, label, under);
      return;
    case "chan":
      rangeChannel(fb, stmt, label, under);
      return;
    case "interface":
    case "struct":
    case "tuple":
    case "union":
      throw fb.broken("range over something that has no elements", stmt);
  }
}

/** The range expression is not evaluated at all. */
function skipsArray(fb: FunctionBuilder, stmt: ast.RangeStmt): boolean {
  const type = underlying(fb.typeOf(stmt.x));
  const array = type.kind === "pointer" ? underlying(type.element) : type;
  return array.kind === "array" && isBlank(stmt.value) && !evaluatesArray(fb, stmt);
}

/** With one iteration variable, an array (or pointer to one) whose length is constant is not evaluated. */
function evaluatesArray(fb: FunctionBuilder, stmt: ast.RangeStmt): boolean {
  return stmt.value !== undefined || callsOrReceives(fb.unit.info, stmt.x);
}

/** Whether an expression holds a function call or a receive operation that is executed with it. */
function callsOrReceives(info: Info, expr: ast.Node): boolean {
  const work = [expr];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (node.kind === "FuncLit") continue;
    if (node.kind === "UnaryExpr" && node.op === "<-") return true;
    if (node.kind === "CallExpr" && info.types.get(node)?.value === undefined) {
      if (info.types.get(node.callee)?.mode !== "type") return true;
    }
    forEachChild(node, (child) => work.push(child));
  }
  return false;
}

function isBlank(expr: ast.Expr | undefined): boolean {
  return expr === undefined || (expr.kind === "Ident" && expr.name === "_");
}

/** What an iteration assigns to the key or value variable, made only where it is used. */
interface Given {
  readonly type: Type;
  readonly value: () => Value;
}

/**
 * Sets the iteration variables at the start of an iteration. Before go1.22 the variables of `:=` were declared once
 * for the loop; see {@link declareOnce}.
 */
function setVariables(fb: FunctionBuilder, stmt: ast.RangeStmt, key: Given, value: Given | undefined): void {
  fb.pos = stmt.pos;
  const pairs: (readonly [ast.Expr | undefined, Given | undefined])[] = [
    [stmt.key, key],
    [stmt.value, value],
  ];
  if (stmt.op === "=") {
    const places = pairs.map(([target]) =>
      target === undefined || isBlank(target) ? undefined : buildPlace(fb, target),
    );
    pairs.forEach(([, given], i) => {
      const place = places[i];
      if (place === undefined || given === undefined) return;
      writePlace(fb, place, assignTo(fb, given.value(), given.type, place.type));
    });
    return;
  }
  for (const [target, given] of pairs) {
    if (target === undefined || given === undefined || isBlank(target)) continue;
    const object = fb.unit.info.defs.get(target as ast.Ident);
    if (object?.kind !== "var") continue;
    const storage = fb.unit.perIteration ? undefined : fb.storage.get(object);
    if (storage === undefined) fb.declare(object, given.value());
    else if (storage.kind === "register") fb.write(storage.variable, given.value());
    else fb.store(fb.typeOfVar(object), fb.addressOf(storage), given.value());
  }
}

/** Before go1.22: one variable for all iterations. */
function declareOnce(fb: FunctionBuilder, stmt: ast.RangeStmt): void {
  if (fb.unit.perIteration || stmt.op !== ":=") return;
  for (const target of [stmt.key, stmt.value]) {
    if (target === undefined || isBlank(target)) continue;
    const object = fb.unit.info.defs.get(target as ast.Ident);
    if (object?.kind === "var") fb.declare(object, undefined);
  }
}

/** A loop that counts `index` from 0 up to `length`. */
function countingLoop(
  fb: FunctionBuilder,
  stmt: ast.RangeStmt,
  label: string | undefined,
  limit: Value,
  body: (index: Value) => void,
): void {
  declareOnce(fb, stmt);
  const zero = fb.constant(limit.type, 0n);
  const counter = fb.variable(limit.type);
  fb.write(counter, zero);
  const head = fb.newBlock();
  const inside = fb.newBlock();
  const next = fb.newBlock();
  const end = fb.newBlock();
  fb.jump(head);
  fb.enter(head);
  const index = fb.read(counter);
  fb.branch(fb.emit("lt", types.bool, [index, limit]), inside, end);
  fb.enterSealed(inside);
  loopBody(fb, label, next, end, () => {
    body(index);
    buildStmts(fb, stmt.body.list);
  });
  fb.enterSealed(next);
  const one = fb.constant(limit.type, 1n);
  fb.write(counter, fb.emit("add", limit.type, [fb.read(counter), one]));
  fb.jump(head);
  fb.seal(head);
  fb.enterSealed(end);
}

function rangeElements(
  fb: FunctionBuilder,
  stmt: ast.RangeStmt,
  label: string | undefined,
  element: Type,
  length: Value,
  base: (() => Value) | undefined,
): void {
  countingLoop(fb, stmt, label, length, (index) => {
    const value =
      base === undefined
        ? undefined
        : {
            type: element,
            value: () => {
              const address = fb.emit("index", types.ptr, [base(), index], { imm: fb.sizeOf(element) });
              return fb.load(element, address);
            },
          };
    setVariables(fb, stmt, { type: basicTypes.int, value: () => index }, value);
  });
}

/** An array in registers has one element or none. */
function rangeSmallArray(
  fb: FunctionBuilder,
  stmt: ast.RangeStmt,
  label: string | undefined,
  element: Type,
  value: Value,
): void {
  const length = value.type.kind === "struct" ? value.type.fields.length : 0;
  countingLoop(fb, stmt, label, fb.int(length), (index) => {
    const only = (): Value => (length === 0 ? fb.zero(element) : fb.extract(value, 0));
    setVariables(fb, stmt, { type: basicTypes.int, value: () => index }, { type: element, value: only });
  });
}

function rangeInteger(fb: FunctionBuilder, stmt: ast.RangeStmt, label: string | undefined): void {
  // An untyped constant takes the type of the iteration variable.
  const key = isBlank(stmt.key) ? undefined : stmt.key;
  const own = fb.typeOf(stmt.x);
  const type =
    key !== undefined && fb.unit.info.types.get(stmt.x)?.value !== undefined ? fb.typeOf(key) : own;
  const isInterface = underlying(type).kind === "interface";
  const limit = isInterface ? buildExpr(fb, stmt.x) : buildExprAs(fb, stmt.x, type);
  countingLoop(fb, stmt, label, limit, (index) => {
    setVariables(fb, stmt, { type: isInterface ? own : type, value: () => index }, undefined);
  });
}

function rangeString(fb: FunctionBuilder, stmt: ast.RangeStmt, label: string | undefined): void {
  const text = buildExpr(fb, stmt.x);
  declareOnce(fb, stmt);
  const length = fb.emit("len", types.int64, [text]);
  const data = fb.emit("data", types.ptr, [text]);
  const position = fb.variable(types.int64);
  const following = fb.variable(types.int64);
  const rune = fb.variable(types.int32);
  fb.write(position, fb.int(0));
  const head = fb.newBlock();
  const decode = fb.newBlock();
  const short = fb.newBlock();
  const long = fb.newBlock();
  const inside = fb.newBlock();
  const next = fb.newBlock();
  const end = fb.newBlock();
  fb.jump(head);
  fb.enter(head);
  const at = fb.read(position);
  fb.branch(fb.emit("lt", types.bool, [at, length]), decode, end);
  fb.enterSealed(decode);
  const byte = fb.emit("load", types.uint8, [fb.emit("index", types.ptr, [data, at], { imm: 1 })], {
    imm: 0,
  });
  fb.branch(fb.emit("lt", types.bool, [byte, fb.constant(types.uint8, 0x80n)]), short, long);
  fb.enterSealed(short);
  fb.write(rune, fb.emit("convert", types.int32, [byte]));
  fb.write(following, fb.emit("add", types.int64, [at, fb.int(1)]));
  fb.jump(inside);
  fb.enterSealed(long);
  long.unlikely = true;
  decodeRune(fb, text, at, rune, following);
  fb.jump(inside);
  fb.enterSealed(inside);
  loopBody(fb, label, next, end, () => {
    setVariables(
      fb,
      stmt,
      { type: basicTypes.int, value: () => at },
      { type: runeType, value: () => fb.read(rune) },
    );
    buildStmts(fb, stmt.body.list);
  });
  fb.enterSealed(next);
  fb.write(position, fb.read(following));
  fb.jump(head);
  fb.seal(head);
  fb.enterSealed(end);
}

function decodeRune(fb: FunctionBuilder, text: Value, at: Value, rune: Variable, following: Variable): void {
  const call = callRuntime(fb.ctx, fb, "decodeRune", [text, at]);
  fb.write(rune, fb.extract(call, 0));
  fb.write(following, fb.extract(call, 1));
}

function rangeMap(fb: FunctionBuilder, stmt: ast.RangeStmt, label: string | undefined, type: MapType): void {
  const map = buildExpr(fb, stmt.x);
  declareOnce(fb, stmt);
  const iterator = fb.slot(layoutSymbol(fb.ctx, mapIteratorType(fb.ctx, type)));
  fb.pos = stmt.pos;
  fb.emit("call", types.void, [map, iterator], { sym: mapSymbol(fb.ctx, type, "iterInit") });
  const head = fb.newBlock();
  const inside = fb.newBlock();
  const end = fb.newBlock();
  fb.jump(head);
  fb.enter(head);
  fb.emit("call", types.void, [iterator], { sym: mapSymbol(fb.ctx, type, "iterNext") });
  const key = fb.emit("load", types.ptr, [iterator], { imm: 0 });
  fb.branch(fb.emit("ne", types.bool, [key, fb.nil()]), inside, end);
  fb.enterSealed(inside);
  const value = (): Value => fb.load(type.value, fb.emit("load", types.ptr, [iterator], { imm: 4 }));
  loopBody(fb, label, head, end, () => {
    setVariables(
      fb,
      stmt,
      { type: type.key, value: () => fb.load(type.key, key) },
      { type: type.value, value },
    );
    buildStmts(fb, stmt.body.list);
  });
  fb.seal(head);
  fb.enterSealed(end);
}

function rangeChannel(
  fb: FunctionBuilder,
  stmt: ast.RangeStmt,
  label: string | undefined,
  { element }: ChanType,
): void {
  const channel = buildExpr(fb, stmt.x);
  declareOnce(fb, stmt);
  const head = fb.newBlock();
  const inside = fb.newBlock();
  const end = fb.newBlock();
  fb.jump(head);
  fb.enter(head);
  fb.pos = stmt.pos;
  const { value, ok } = receive(fb, element, channel, isBlank(stmt.key) ? "unwanted" : "wanted");
  fb.branch(ok, inside, end);
  fb.enterSealed(inside);
  loopBody(fb, label, head, end, () => {
    setVariables(fb, stmt, { type: element, value: () => value! }, undefined);
    buildStmts(fb, stmt.body.list);
  });
  fb.seal(head);
  fb.enterSealed(end);
}
