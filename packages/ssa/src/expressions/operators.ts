import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { bitsOf, isInteger, isSigned, types, type GoOp, type Value } from "@goes/ir";
import { underlying, type Type } from "@goes/types";
import { buildReceive } from "./channel-operations.ts";
import { buildCondition } from "./conditions.ts";
import { emitEqual } from "../synthesized/equality.ts";
import { buildAddress, buildExpr, buildExprAs, buildLasting } from "./expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { buildCompositeLitAt } from "./composite-literals.ts";

/** `op x`. */
export function buildUnary(fb: FunctionBuilder, expr: ast.UnaryExpr): Value {
  switch (expr.op) {
    case "&": {
      const operand = unparen(expr.x);
      if (operand.kind === "CompositeLit") {
        const type = fb.typeOf(operand);
        const object = fb.newObject(type);
        buildCompositeLitAt(fb, operand, object, "zeroed");
        return object;
      }
      return buildAddress(fb, expr.x);
    }
    case "+":
      return buildExpr(fb, expr.x);
    case "-": {
      const value = buildExpr(fb, expr.x);
      return fb.emit("neg", value.type, [value]);
    }
    case "^": {
      const value = buildExpr(fb, expr.x);
      return fb.emit("com", value.type, [value]);
    }
    case "!":
      return fb.emit("not", types.bool, [buildExpr(fb, expr.x)]);
    case "<-":
      return buildReceive(fb, expr, "wanted").value!;
    case "~":
      throw fb.broken("~ outside of a constraint", expr);
  }
}

/** `x op y`. */
export function buildBinary(fb: FunctionBuilder, expr: ast.BinaryExpr): Value {
  switch (expr.op) {
    case "&&":
    case "||":
      return buildLogical(fb, expr);
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return buildComparison(fb, expr);
    case "<<":
    case ">>": {
      const x = buildExpr(fb, expr.x);
      const count = buildShiftCount(fb, expr.y);
      fb.pos = expr.opPos;
      return shift(fb, expr.op, x, count);
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
      const type = fb.typeOf(expr);
      if (expr.op === "+" && fb.ir(type).kind === "string") return buildConcat(fb, expr, type);
      return buildArithmetic(fb, expr, type);
    }
  }
}

/** Arithmetic on one type; a chain `a + b - c …` nests to the left as deep as it is long. */
function buildArithmetic(fb: FunctionBuilder, expr: ast.BinaryExpr, type: Type): Value {
  const chain = [expr];
  let left = expr.x;
  while (left.kind === "BinaryExpr" && isArithmetic(left.op) && !isKnown(fb, left)) {
    chain.push(left);
    left = left.x;
  }
  let value = buildExprAs(fb, left, type);
  for (let node = chain.pop(); node !== undefined; node = chain.pop()) {
    const y = buildExprAs(fb, node.y, type);
    fb.pos = node.opPos;
    value = arithmetic(fb, node.op as ast.ArithmeticOperator, value, y);
  }
  return value;
}

function isArithmetic(op: ast.BinaryExpr["op"]): op is ast.ArithmeticOperator {
  return op in arithmeticOps;
}

/** The value is a constant, or was computed before. */
function isKnown(fb: FunctionBuilder, expr: ast.Expr): boolean {
  return fb.unit.info.types.get(expr)?.value !== undefined || fb.hoisted.has(expr);
}

const arithmeticOps: Readonly<Record<ast.ArithmeticOperator, GoOp>> = Object.freeze({
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "%": "rem",
  "&": "and",
  "|": "or",
  "^": "xor",
  "&^": "andnot",
});

/** `x op y` of numbers or strings of one type. */
export function arithmetic(fb: FunctionBuilder, op: ast.ArithmeticOperator, x: Value, y: Value): Value {
  if (x.type.kind === "string") return fb.emit("string.concat", types.string, [x, y]);
  if ((op === "/" || op === "%") && isInteger(x.type)) {
    if (!(y.op === "const" && y.imm !== 0n)) fb.emit("check.div", types.void, [y]);
  }
  return fb.emit(arithmeticOps[op], x.type, [x, y]);
}

/** The count of a shift as its own type has it. */
export function buildShiftCount(fb: FunctionBuilder, expr: ast.Expr): Value {
  const entry = fb.unit.info.types.get(expr);
  const value = entry?.value;
  if (value?.kind === "int" && value.value >= 0n) {
    return fb.constant(types.uint64, value.value > 0xffffn ? 0xffffn : value.value);
  }
  return buildExpr(fb, expr);
}

/** `x << count` or `x >> count`, with the check that a signed count is not negative. */
export function shift(fb: FunctionBuilder, op: ast.ShiftOperator, x: Value, count: Value): Value {
  let amount = count;
  if (isSigned(count.type)) fb.emit("check.shift", types.void, [count]);
  if (amount.type.kind !== "uint64") {
    if (isSigned(amount.type) && bitsOf(amount.type) < 64) {
      amount = fb.emit("convert", types.int64, [amount]);
    }
    amount = fb.emit("convert", types.uint64, [amount]);
  }
  return fb.emit(op === "<<" ? "shl" : "shr", x.type, [x, amount]);
}

/** A chain `a + b + c` of strings becomes one concatenation. */
function buildConcat(fb: FunctionBuilder, expr: ast.BinaryExpr, type: Type): Value {
  const leaves: ast.Expr[] = [];
  const work: ast.Expr[] = [expr];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    const inner = unparen(node);
    const isConstant = fb.unit.info.types.get(node)?.value !== undefined;
    if (inner.kind === "BinaryExpr" && inner.op === "+" && !isConstant) work.push(inner.y, inner.x);
    else leaves.push(node);
  }
  const parts = leaves.map((leaf) => buildExprAs(fb, leaf, type));
  fb.pos = expr.opPos;
  return fb.emit("string.concat", types.string, parts);
}

const comparisonOps: Readonly<Record<ast.ComparisonOperator, GoOp>> = Object.freeze({
  "==": "eq",
  "!=": "ne",
  "<": "lt",
  "<=": "le",
  ">": "gt",
  ">=": "ge",
});

function buildComparison(fb: FunctionBuilder, expr: ast.BinaryExpr): Value {
  const op = expr.op as ast.ComparisonOperator;
  const xNil = isNil(fb, expr.x);
  const yNil = isNil(fb, expr.y);
  if (xNil || yNil) {
    const operand = buildExpr(fb, xNil ? expr.y : expr.x);
    if (xNil && yNil) return fb.bool(op === "==");
    return nilComparison(fb, op === "==" ? "eq" : "ne", operand);
  }
  const target = comparedType(fb, expr);
  const x = buildLasting(fb, expr.x, target);
  const y = buildExprAs(fb, expr.y, target);
  fb.pos = expr.opPos;
  if (op === "==" || op === "!=") {
    const equal = equalValues(fb, target, x, y);
    return op === "==" ? equal : negated(fb, equal);
  }
  return fb.emit(comparisonOps[op], types.bool, [x, y]);
}

/** Both operands are converted to this type: an interface if one of them is. */
function comparedType(fb: FunctionBuilder, expr: ast.BinaryExpr): Type {
  const x = fb.typeOf(expr.x);
  const y = fb.typeOf(expr.y);
  if (underlying(y).kind === "interface" && underlying(x).kind !== "interface") return y;
  if (fb.unit.info.types.get(expr.x)?.value !== undefined) return y;
  return x;
}

function isNil(fb: FunctionBuilder, expr: ast.Expr): boolean {
  return fb.unit.info.types.get(expr)?.mode === "nil";
}

/** Compares a pointer, function, slice, map, channel or interface with nil. */
export function nilComparison(fb: FunctionBuilder, op: "eq" | "ne", operand: Value): Value {
  if (operand.type.kind === "slice")
    return fb.emit(op, types.bool, [fb.emit("data", types.ptr, [operand]), fb.nil()]);
  if (operand.type.kind === "iface")
    return fb.emit(op, types.bool, [fb.emit("typeword", types.ptr, [operand]), fb.nil()]);
  return fb.emit(op, types.bool, [operand, fb.nil()]);
}

/** Whether two values of one type are equal. */
export function equalValues(fb: FunctionBuilder, type: Type, x: Value, y: Value): Value {
  if (x.type.kind === "struct" || x.type.kind === "iface") return emitEqual(fb.ctx, fb, type, x, y);
  if (x.type.kind === "complex64" || x.type.kind === "complex128") {
    const part = x.type.kind === "complex64" ? types.float32 : types.float64;
    const same = (half: "real" | "imag"): Value =>
      fb.emit("eq", types.bool, [fb.emit(half, part, [x]), fb.emit(half, part, [y])]);
    return fb.emit("and", types.bool, [same("real"), same("imag")]);
  }
  if (fb.isMemory(type)) return emitEqual(fb.ctx, fb, type, x, y);
  return fb.emit("eq", types.bool, [x, y]);
}

/** The logical complement; turns a comparison of integers or pointers around. */
function negated(fb: FunctionBuilder, value: Value): Value {
  if (value.op === "eq" && fb.block.values.at(-1) === value) {
    value.op = "ne";
    return value;
  }
  return fb.emit("not", types.bool, [value]);
}

function buildLogical(fb: FunctionBuilder, expr: ast.BinaryExpr): Value {
  const result = fb.variable(types.bool);
  const more = fb.newBlock();
  const short = fb.newBlock();
  const end = fb.newBlock();
  if (expr.op === "&&") buildCondition(fb, expr.x, more, short);
  else buildCondition(fb, expr.x, short, more);
  fb.enterSealed(short);
  fb.write(result, fb.bool(expr.op === "||"));
  fb.jump(end);
  fb.enterSealed(more);
  fb.write(result, buildExpr(fb, expr.y));
  fb.jump(end);
  fb.enterSealed(end);
  return fb.read(result);
}
