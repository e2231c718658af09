import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { types, type Value } from "@goes/ir";
import { type Type, type Var } from "@goes/types";
import { buildMulti, multiType } from "../expressions/calls/calls.ts";
import { buildCommaOk } from "../expressions/comma-ok.ts";
import { assignTo, buildExpr, buildExprAs, buildExprInto, buildLasting } from "../expressions/expressions.ts";
import { typed, type FunctionBuilder } from "../function/function-builder.ts";
import { EarlierWrites } from "../expressions/order/earlier-writes.ts";
import { hoistCalls, hoistTurns } from "../expressions/order/hoisted-calls.ts";
import { arithmetic, buildShiftCount, shift } from "../expressions/operators.ts";
import {
  buildPlace,
  readPlace,
  checkPlace,
  updatedPlace,
  writePlace,
  type Place,
} from "../expressions/places.ts";

/** An assignment, short variable declaration or `x op= y`. */
export function buildAssign(fb: FunctionBuilder, stmt: ast.AssignStmt): void {
  switch (stmt.op) {
    case "=":
    case ":=":
      assign(fb, stmt);
      return;
    case "<<":
    case ">>": {
      hoistCalls(fb, [stmt.lhs[0], stmt.rhs[0]]);
      const place = buildPlace(fb, stmt.lhs[0]!);
      const count = buildShiftCount(fb, stmt.rhs[0]!);
      fb.pos = stmt.pos;
      const checked = updatedPlace(fb, checkPlace(fb, place));
      writePlace(fb, checked, shift(fb, stmt.op, readPlace(fb, checked), count));
      return;
    }
    case "%":
    case "&":
    case "&^":
    case "*":
    case "+":
    case "-":
    case "/":
    case "^":
    case "|": {
      hoistCalls(fb, [stmt.lhs[0], stmt.rhs[0]]);
      const place = buildPlace(fb, stmt.lhs[0]!);
      const [operand] = stmt.rhs;
      const parts = stmt.op === "+" ? concatenated(fb, operand!, place.type) : undefined;
      const value = parts === undefined ? buildExprAs(fb, operand!, place.type) : undefined;
      fb.pos = stmt.pos;
      const divides = stmt.op === "/" || stmt.op === "%";
      // A panic of the division must leave the map as it was.
      const checked = divides ? checkPlace(fb, place) : updatedPlace(fb, checkPlace(fb, place));
      const old = readPlace(fb, checked);
      writePlace(
        fb,
        checked,
        value === undefined
          ? fb.emit("string.concat", types.string, [old, ...parts!])
          : arithmetic(fb, stmt.op, old, value),
      );
    }
  }
}

/** The operands of `s += a + b`, which becomes one concatenation. */
function concatenated(fb: FunctionBuilder, expr: ast.Expr, type: Type): readonly Value[] | undefined {
  if (fb.isMemory(type) || fb.ir(type).kind !== "string") return undefined;
  const node = unparen(expr);
  const isConstant = fb.unit.info.types.get(node)?.value !== undefined;
  if (node.kind !== "BinaryExpr" || node.op !== "+" || isConstant) return undefined;
  const value = buildExpr(fb, node);
  return value.op === "string.concat" ? takeBack(fb, value) : [value];
}

/** Undoes a concatenation that was emitted last and returns its operands. */
function takeBack(fb: FunctionBuilder, value: Value): readonly Value[] {
  if (fb.block.values.at(-1) !== value) return [value];
  fb.block.values.pop();
  return value.args;
}

/** `x++` and `x--`. */
export function buildIncDec(fb: FunctionBuilder, stmt: ast.IncDecStmt): void {
  hoistCalls(fb, [stmt.x]);
  const place = updatedPlace(fb, checkPlace(fb, buildPlace(fb, stmt.x)));
  const old = readPlace(fb, place);
  let one: Value;
  if (old.type.kind === "float32" || old.type.kind === "float64") {
    one = fb.constant(old.type, 1);
  } else if (old.type.kind === "complex64" || old.type.kind === "complex128") {
    const part = old.type.kind === "complex64" ? types.float32 : types.float64;
    one = fb.emit("make.complex", old.type, [fb.constant(part, 1), fb.constant(part, 0)]);
  } else {
    one = fb.constant(old.type, 1n);
  }
  fb.pos = stmt.pos;
  writePlace(fb, place, fb.emit(stmt.op === "++" ? "add" : "sub", old.type, [old, one]));
}

/** `var a, b T = …` inside a function. */
export function buildVarSpec(fb: FunctionBuilder, spec: ast.VarSpec): void {
  const targets = spec.names.map((name) => declaredTarget(fb, name));
  if (spec.values.length === 0) {
    for (const target of targets) {
      if (target.kind === "new") fb.declare(target.variable, undefined);
    }
    return;
  }
  const roles = targets.map((target) => (target.kind === "new" ? target.type : undefined));
  if (targets.length > 1 && targets.length === spec.values.length) {
    hoistTurns(fb, spec.values, roles);
    assignTogether(fb, spec.names, (i) => targets[i]!, spec.values);
    return;
  }
  hoistCalls(fb, targets.length === spec.values.length ? spec.values : [], roles);
  assignAll(fb, targets, spec.values);
}

/** What is assigned to: a new variable, something that is there, or nothing. */
type Target =
  | { readonly kind: "new"; readonly variable: Var; readonly type: Type }
  | { readonly kind: "place"; readonly place: Place }
  | { readonly kind: "blank" };

function declaredTarget(fb: FunctionBuilder, name: ast.Ident): Target {
  const object = fb.unit.info.defs.get(name);
  if (name.name === "_" || object?.kind !== "var") return { kind: "blank" };
  return { kind: "new", variable: object, type: fb.typeOfVar(object) };
}

function assign(fb: FunctionBuilder, stmt: ast.AssignStmt): void {
  const { lhs, rhs } = stmt;
  const [only] = rhs;
  const commaOk = lhs.length > rhs.length && only !== undefined && multiType(fb, only) === undefined;
  const places = stmt.op === "=" ? lhs : [];
  const roles = lhs.length === rhs.length ? lhs.map((target) => assignedType(fb, target)) : [];
  const operands = [...places, ...(commaOk ? [] : rhs)];
  const operandRoles = [...places.map(() => undefined), ...roles];
  if (rhs.length > 1) {
    hoistTurns(fb, operands, operandRoles);
    assignTogether(fb, lhs, (i) => targetOf(fb, stmt, lhs[i]!), rhs);
    return;
  }
  hoistCalls(fb, operands, operandRoles);
  assignAll(fb, targetsOf(fb, stmt), rhs);
}

/** The type that an assignment converts to; undefined for the blank identifier. */
function assignedType(fb: FunctionBuilder, target: ast.Expr): Type | undefined {
  const node = unparen(target);
  return node.kind === "Ident" && node.name === "_" ? undefined : fb.typeOf(node);
}

function targetsOf(fb: FunctionBuilder, stmt: ast.AssignStmt): readonly Target[] {
  return stmt.lhs.map((lhs) => targetOf(fb, stmt, lhs));
}

function targetOf(fb: FunctionBuilder, stmt: ast.AssignStmt, lhs: ast.Expr): Target {
  const node = unparen(lhs);
  if (node.kind === "Ident") {
    if (node.name === "_") return { kind: "blank" };
    if (stmt.op === ":=" && fb.unit.info.defs.has(node)) return declaredTarget(fb, node);
  }
  return { kind: "place", place: buildPlace(fb, node) };
}

/**
 * `a, b = x, y`, whose calls have been evaluated: first the operands that an assignment of the statement may change before
 * they are used, then one assignment after the other with its other operands.
 */
function assignTogether(
  fb: FunctionBuilder,
  lhs: readonly ast.Expr[],
  targetAt: (i: number) => Target,
  values: readonly ast.Expr[],
): void {
  const { pos } = fb;
  const writes = new EarlierWrites(fb);
  const early = values.map((value, i) => {
    const left = lhs[i]!;
    writes.saveOperands(left);
    const type = assignedType(fb, left);
    const saved = writes.affect(value) ? buildLasting(fb, value, type ?? typed(fb.typeOf(value))) : undefined;
    writes.assign(left);
    return saved;
  });
  values.forEach((value, i) => {
    const saved = early[i];
    fb.pos = pos;
    const target = targetAt(i);
    if (saved === undefined) assignOne(fb, target, value);
    else setTarget(fb, target, () => saved);
  });
}

function assignAll(fb: FunctionBuilder, targets: readonly Target[], values: readonly ast.Expr[]): void {
  const { pos } = fb;
  const [only] = values;
  if (targets.length === 1 && only !== undefined) {
    assignOne(fb, targets[0]!, only);
    return;
  }
  if (values.length === 1 && only !== undefined) {
    const spread = multiType(fb, only);
    const results: readonly (readonly [Value, Type])[] =
      spread === undefined
        ? buildCommaOk(fb, only)
        : buildMulti(fb, only).map((value, i) => [value, spread[i]!] as const);
    fb.pos = pos;
    // The first value of memory class may be read from what the second target changes.
    const lasting = spread === undefined ? results.map(([v, t]) => [fb.copied(t, v), t] as const) : results;
    targets.forEach((target, i) => {
      const [value, type] = lasting[i]!;
      setTarget(fb, target, (to) => assignTo(fb, value, type, to));
    });
  }
}

/** An assignment of values that are there already: each with its type. */
export function assignValues(
  fb: FunctionBuilder,
  stmt: ast.AssignStmt,
  values: readonly (readonly [Value, Type])[],
): void {
  targetsOf(fb, stmt).forEach((target, i) => {
    const [value, type] = values[i]!;
    setTarget(fb, target, (to) => assignTo(fb, value, type, to));
  });
}

function assignOne(fb: FunctionBuilder, target: Target, expr: ast.Expr): void {
  const { pos } = fb;
  switch (target.kind) {
    case "blank":
      discard(fb, expr);
      return;
    case "new":
      if (fb.isMemory(target.type)) {
        const storage = fb.newStorage(target.variable);
        const zeroed = storage.kind === "heap" ? "zeroed" : "undefined";
        // The storage is not yet visible to the expression: the scope of the name begins after it.
        buildExprInto(fb, expr, target.type, fb.addressOf(storage), zeroed);
      } else {
        fb.declare(target.variable, buildExprAs(fb, expr, target.type));
      }
      return;
    case "place": {
      const value = buildExprAs(fb, expr, target.place.type);
      fb.pos = pos;
      writePlace(fb, target.place, value);
    }
  }
}

function discard(fb: FunctionBuilder, expr: ast.Expr): void {
  const entry = fb.unit.info.types.get(expr);
  if (entry?.value === undefined && entry?.mode !== "nil") buildExpr(fb, expr);
}

function setTarget(fb: FunctionBuilder, target: Target, valueFor: (type: Type) => Value): void {
  switch (target.kind) {
    case "blank":
      return;
    case "new":
      fb.declare(target.variable, valueFor(target.type));
      return;
    case "place":
      writePlace(fb, target.place, valueFor(target.place.type));
  }
}
