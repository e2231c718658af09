import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import type { Pos } from "@goes/source";
import { assignableTo, implicitConversion } from "../assignable.ts";
import { basicTypes, invalidType } from "../basic.ts";
import { bitLength, sign, toInt, uint64Value } from "../constant/convert.ts";
import { makeBool, makeInt, unknownValue } from "../constant/make.ts";
import type { ConstantValue } from "../constant/value.ts";
import { binaryOp, compare, shift as shiftValue, unaryOp } from "../constant/operations.ts";
import { representable } from "../constant/representable.ts";
import { incomparableCause, isComparable } from "../comparable.ts";
import { identical } from "../identical.ts";
import { unalias, underlying } from "../named.ts";
import {
  allBoolean,
  allInteger,
  allNumeric,
  allNumericOrString,
  allOrdered,
  allString,
  allUnsigned,
  defaultType,
  hasNil,
  isInteger,
  isNonTypeParamInterface,
  isNumeric,
  isTypeParam,
  isUnsigned,
  isUntyped,
} from "../predicates.ts";
import { PointerType, type Type } from "../type.ts";
import { commonUnderlying } from "../typeset.ts";
import { fails, holds } from "../environment.ts";
import type { Checker } from "./checker.ts";
import { exprString, startPos } from "./expr-string.ts";
import { expr, genericExpr } from "./expressions.ts";
import { asValue, compositeKind, describe, Operand, showType } from "./operand.ts";
import { applyConversion, convertUntyped, reportNotRepresentable, updateType } from "./untyped.ts";

/** Where a binary operation is written: an expression, or the statement `x op= y`. */
export interface BinarySite {
  readonly pos: Pos;
  readonly opPos: Pos;
  readonly text: () => string;
  /** The expression of the result. */
  readonly expr: ast.Expr;
}

/** `op x`. */
export function unary(c: Checker, e: ast.UnaryExpr, hint: Type | undefined): Operand {
  if (e.op === "&") return addressOf(c, e, hint);
  if (e.op === "<-") return receive(c, e);
  const x = expr(c, e.x);
  if (x.mode === "invalid") return x;
  const op = e.op;
  if (op === "~") {
    const hint = allInteger(x.type) ? " (use ^ for bitwise complement)" : "";
    c.error("UndefinedOp", e.pos, `cannot use ~ outside of interface or type constraint${hint}`);
    return x.invalidate();
  }
  const fits = op === "!" ? allBoolean(x.type) : op === "^" ? allInteger(x.type) : allNumeric(x.type);
  if (!fits) {
    c.error(
      "UndefinedOp",
      startPos(x.expr),
      `invalid operation: operator ${op} not defined on ${describe(c, x)}`,
    );
    return x.invalidate();
  }
  if (x.mode === "constant" && x.value !== undefined) {
    if (x.value.kind === "unknown") {
      x.expr = e;
      return x;
    }
    const bits = isUnsigned(x.type) ? c.types.sizes.sizeof(x.type) * 8 : 0;
    x.value = unaryOp(op, x.value, bits);
    x.expr = e;
    overflow(c, x, e.pos);
    return x;
  }
  x.mode = "value";
  x.expr = e;
  return x;
}

function addressOf(c: Checker, e: ast.UnaryExpr, hint: Type | undefined): Operand {
  const inner = unparen(e.x);
  const under = hint === undefined ? undefined : underlying(hint);
  const x = genericExpr(c, e.x, under?.kind === "pointer" ? under.element : undefined);
  if (x.mode === "invalid") return x;
  if (x.mode === "type" || x.mode === "novalue" || x.mode === "builtin") {
    return expr(c, e.x);
  }
  if (inner.kind !== "CompositeLit" && x.mode !== "variable") {
    c.error(
      "UnaddressableOperand",
      startPos(x.expr),
      `invalid operation: cannot take address of ${describe(c, x)}`,
    );
    return x.invalidate();
  }
  return new Operand("value", new PointerType(x.type), e);
}

function receive(c: Checker, e: ast.UnaryExpr): Operand {
  const x = expr(c, e.x);
  if (x.mode === "invalid") return x;
  const core = channelType(c, x, "receive");
  if (core === undefined) return x.invalidate();
  c.env.hasCallOrReceive = true;
  return new Operand("commaok", core, e);
}

/** The element type of the channel `x` if it can be used in that direction; reports otherwise. */
export function channelType(c: Checker, x: Operand, use: "send" | "receive"): Type | undefined {
  const verb = use === "send" ? "send to" : "receive from";
  const from = use === "send" ? "receive-only" : "send-only";
  let cause = "";
  const core = commonUnderlying(x.type, (type, under) => {
    if (under.kind !== "chan") {
      cause = `non-channel ${showType(c, type)}`;
      return fails(cause);
    }
    if (under.direction !== "both" && under.direction !== use) {
      cause = `${from} channel ${showType(c, type)}`;
      return fails(cause);
    }
    return holds;
  });
  if (core.ok && core.type.kind === "chan") return core.type.element;
  if (cause === "") cause = core.ok ? `non-channel ${showType(c, x.type)}` : core.cause;
  c.error(
    use === "send" ? "InvalidSend" : "InvalidReceive",
    startPos(x.expr),
    `invalid operation: cannot ${verb} ${cause} ${describe(c, x)}`,
  );
  return undefined;
}

/** `x op y`; takes over the operand `x`. */
export function binary(
  c: Checker,
  x: Operand,
  y: Operand,
  op: ast.BinaryOperator,
  site: BinarySite,
): Operand {
  if (x.mode === "invalid") return x;
  if (y.mode === "invalid") {
    x.expr = y.expr;
    return x.invalidate();
  }
  if (op === "<<" || op === ">>") return shift(c, x, y, op, site);
  const xType = x.type;
  const yType = y.type;
  matchOperands(c, x, y, site);
  if ((x.mode as string) === "invalid") return x;
  if (op === "==" || op === "!=" || op === "<" || op === "<=" || op === ">" || op === ">=")
    return comparison(c, x, y, op, site);

  if (x.type !== y.type && !identical(x.type, y.type)) {
    if (x.type !== invalidType && y.type !== invalidType) {
      // The message names the types that the operands came with.
      x.type = besideInterface(xType, yType);
      y.type = besideInterface(yType, xType);
      reportMismatch(c, x, y, site.pos, site);
    }
    return x.invalidate();
  }
  if (!operatorFits(op, x.type)) {
    c.error(
      "UndefinedOp",
      startPos(x.expr),
      `invalid operation: operator ${op} not defined on ${describe(c, x)}`,
    );
    return x.invalidate();
  }
  if ((op === "/" || op === "%") && y.mode === "constant" && y.value !== undefined) {
    if ((x.mode === "constant" || allInteger(x.type)) && y.value.kind !== "unknown" && isZero(y.value)) {
      c.error("DivByZero", startPos(y.expr), "invalid operation: division by zero");
      return x.invalidate();
    }
  }
  if (x.mode === "constant" && y.mode === "constant" && x.value !== undefined && y.value !== undefined) {
    x.expr = site.expr;
    if (x.value.kind === "unknown" || y.value.kind === "unknown") {
      x.value = unknownValue;
      return x;
    }
    x.value = binaryOp(x.value, op, y.value, op === "/" && isInteger(x.type) ? "integer" : "exact");
    overflow(c, x, site.opPos);
    return x;
  }
  x.mode = "value";
  x.value = undefined;
  x.expr = site.expr;
  return x;
}

/** Zero, as the operation will see it: values too small for a float are rounded to it. */
function isZero(value: ConstantValue): boolean {
  if (value.kind === "complex") return isZero(value.real) && isZero(value.imaginary);
  return sign(value) === 0;
}

function operatorFits(op: ast.ArithmeticOperator | "&&" | "||", type: Type): boolean {
  switch (op) {
    case "+":
      return allNumericOrString(type);
    case "-":
    case "*":
    case "/":
      return allNumeric(type);
    case "%":
    case "&":
    case "|":
    case "^":
    case "&^":
      return allInteger(type);
    case "&&":
    case "||":
      return allBoolean(type);
  }
}

/** The type that an operand has in messages: gc has converted untyped texts and truth values beside an interface already. */
function besideInterface(own: Type, other: Type): Type {
  if (own.kind !== "basic" || underlying(other).kind !== "interface" || other.kind === "typeparam")
    return own;
  if (own.basic === "untyped string") return basicTypes.string;
  return own.basic === "untyped bool" ? basicTypes.bool : own;
}

function reportMismatch(c: Checker, x: Operand, y: Operand, pos: Pos, site: BinarySite): void {
  c.error(
    "MismatchedTypes",
    pos,
    `invalid operation: ${site.text()} (mismatched types ${showType(c, x.type)} and ${showType(c, y.type)})`,
  );
}

/** Converts an untyped operand to the type of the other one (spec, "Operators"). */
export function matchOperands(c: Checker, x: Operand, y: Operand, site: BinarySite): void {
  const xUntyped = isUntyped(x.type);
  const yUntyped = isUntyped(y.type);
  if (!xUntyped && !yUntyped) return;
  if (!mayConvert(x, y)) return;
  if (xUntyped && !matchOne(c, x, y, site, x, y)) {
    x.invalidate();
    return;
  }
  if (yUntyped && !matchOne(c, y, x, site, x, y)) x.invalidate();
}

/** Converts the untyped operand `from`, which is `x` or `y`, to the type of the other one. */
function matchOne(c: Checker, from: Operand, to: Operand, site: BinarySite, x: Operand, y: Operand): boolean {
  if (from.mode === "nil") {
    if (hasNil(to.type) && to.mode !== "nil") applyConversion(c, from, to.type, undefined);
    return true;
  }
  const result = implicitConversion(asValue(from), to.type, c.types);
  if (result.ok) {
    applyConversion(c, from, result.type, result.value);
    return true;
  }
  const target = isTypeParam(to.type) ? to.type : underlying(to.type);
  const refused = isTypeParam(to.type)
    ? allNumeric(to.type)
    : isNonTypeParamInterface(to.type) && !isNumeric(from.type);
  if (result.reason !== "mismatch") {
    reportNotRepresentable(c, from, target, result.reason);
  } else if (refused) {
    const text = `cannot convert ${describe(c, from)} to type ${showType(c, target)}`;
    c.error("InvalidUntypedConversion", startPos(from.expr), text);
  } else {
    reportMismatch(c, x, y, isComparison(site.expr) ? startPos(y.expr) : site.pos, site);
  }
  return false;
}

function isComparison(e: ast.Expr): boolean {
  return e.kind === "BinaryExpr" && /^([=!<>]=|[<>])$/.test(e.op);
}

function mayConvert(x: Operand, y: Operand): boolean {
  if (isNonTypeParamInterface(x.type) || isNonTypeParamInterface(y.type)) return true;
  if (allBoolean(x.type) !== allBoolean(y.type)) return false;
  if (allString(x.type) !== allString(y.type)) return false;
  if (x.mode === "nil") return hasNil(y.type);
  if (y.mode === "nil") return hasNil(x.type);
  return underlying(x.type).kind !== "pointer" && underlying(y.type).kind !== "pointer";
}

function comparison(
  c: Checker,
  x: Operand,
  y: Operand,
  op: ast.ComparisonOperator,
  site: BinarySite,
): Operand {
  let at = x;
  let cause = "";
  let code: "MismatchedTypes" | "UndefinedOp" | "IncomparableTypes" = "MismatchedTypes";
  const equality = op === "==" || op === "!=";
  let ok = false;
  const matching =
    x.type === y.type ||
    assignableTo(asValue(x), y.type, c.types).ok ||
    assignableTo(asValue(y), x.type, c.types).ok;
  if (matching) {
    if (equality) {
      if (x.mode === "nil" || y.mode === "nil") {
        const type = x.mode === "nil" ? y.type : x.type;
        ok = hasNil(type) && !(x.mode === "nil" && y.mode === "nil");
        if (!ok) {
          at = y;
          code = "UndefinedOp";
        }
      } else if (!isComparable(x.type)) {
        code = "UndefinedOp";
        cause = incomparable(c, x.type);
      } else if (!isComparable(y.type)) {
        at = y;
        code = "UndefinedOp";
        cause = incomparable(c, y.type);
      } else ok = true;
    } else if (!allOrdered(x.type)) {
      code = "UndefinedOp";
    } else if (!allOrdered(y.type)) {
      at = y;
      code = "UndefinedOp";
    } else ok = true;
  } else at = y;
  if (!ok) {
    if (cause === "") {
      if (code === "MismatchedTypes") {
        cause = `mismatched types ${showType(c, x.type)} and ${showType(c, y.type)}`;
      } else if (isTypeParam(x.type) || isTypeParam(y.type)) {
        const param = isTypeParam(x.type) ? x.type : y.type;
        cause = `type parameter ${showType(c, param)} cannot use operator ${op}`;
      } else {
        const kind = compositeKind(at.type);
        cause = `operator ${op} not defined on ${kind === "" ? showType(c, at.type) : kind}`;
      }
    }
    c.error(code, startPos(at.expr), `invalid operation: ${site.text()} (${cause})`);
    return x.invalidate();
  }
  if (x.mode === "constant" && y.mode === "constant" && x.value !== undefined && y.value !== undefined) {
    // The operands are never values of their own: they need no type.
    x.value = makeBool(compare(x.value, op, y.value));
  } else {
    x.mode = x.mode === "nil" ? "value" : x.mode;
    if (x.mode !== "value") x.mode = "value";
    // The operands are not part of the result any more: they get their final types here.
    setFinalType(c, x, y);
    setFinalType(c, y, x);
    x.value = undefined;
  }
  x.type = basicTypes["untyped bool"];
  x.expr = site.expr;
  return x;
}

function setFinalType(c: Checker, x: Operand, other: Operand): void {
  if (!isUntyped(x.type)) return;
  const isNil = x.type === basicTypes["untyped nil"];
  updateType(c, x.expr, isNil ? other.type : defaultType(x.type));
}

function incomparable(c: Checker, type: Type): string {
  const plain = unalias(type);
  const under = underlying(plain);
  if (under.kind === "slice" || under.kind === "map" || under.kind === "signature") {
    if (plain.kind !== "typeparam") return `${compositeKind(plain)} can only be compared to nil`;
  }
  return incomparableCause(type, c.types.qualifier);
}

/** The longest shift of a constant: enough for the smallest float64. */
const shiftLimit = 1023n - 1n + 52n;

function shift(c: Checker, x: Operand, y: Operand, op: ast.ShiftOperator, site: BinarySite): Operand {
  const xInt = x.mode === "constant" && x.value !== undefined ? toInt(x.value) : undefined;
  if (!(allInteger(x.type) || (isUntyped(x.type) && xInt?.kind === "int"))) {
    if (x.value?.kind !== "unknown" || !isUntyped(x.type)) {
      c.error(
        "InvalidShiftOperand",
        startPos(x.expr),
        `invalid operation: shifted operand ${describe(c, x)} must be integer`,
      );
      return x.invalidate();
    }
  }
  let count: bigint | undefined;
  let shown = "";
  if (y.mode === "constant" && y.value !== undefined) {
    const value = toInt(y.value);
    if (value.kind === "int" && value.value > shiftLimit) shown = describe(c, y);
    if (value.kind === "int" && value.value < 0n) {
      c.error(
        "InvalidShiftCount",
        startPos(y.expr),
        `invalid operation: negative shift count ${describe(c, y)}`,
      );
      return x.invalidate();
    }
    if (isUntyped(y.type)) {
      convertUntyped(c, y, basicTypes.uint);
      if (y.mode !== "constant") return x.invalidate();
    } else if (!allInteger(y.type) && value.kind !== "int") {
      c.error(
        "InvalidShiftCount",
        startPos(y.expr),
        `invalid operation: shift count ${describe(c, y)} must be integer`,
      );
      return x.invalidate();
    }
    if (value.kind === "int") count = value.value;
  } else if (allInteger(y.type)) {
    if (!allUnsigned(y.type) && !c.allows(13)) {
      c.error(
        "UnsupportedFeature",
        startPos(y.expr),
        `invalid operation: signed shift count ${describe(c, y)} requires go1.13 or later`,
      );
      return x.invalidate();
    }
    if (isUntyped(y.type)) convertUntyped(c, y, basicTypes.uint);
  } else if (isUntyped(y.type) && y.mode !== "nil") {
    convertUntyped(c, y, basicTypes.uint);
    if ((y.mode as string) === "invalid") return x.invalidate();
  } else {
    c.error(
      "InvalidShiftCount",
      startPos(y.expr),
      `invalid operation: shift count ${describe(c, y)} must be integer`,
    );
    return x.invalidate();
  }
  if (x.mode === "constant") {
    if (y.mode === "constant") {
      if (x.value?.kind === "unknown" || y.value?.kind === "unknown" || xInt?.kind !== "int") {
        x.value = unknownValue;
        if (!isInteger(x.type)) x.type = basicTypes["untyped int"];
        x.expr = site.expr;
        return x;
      }
      const limited = y.value === undefined ? undefined : uint64Value(y.value);
      if (count === undefined || limited === undefined || count > shiftLimit) {
        c.error("InvalidShiftCount", startPos(y.expr), `invalid operation: invalid shift count ${shown}`);
        return x.invalidate();
      }
      // The left operand may be an untyped float such as 1.0.
      if (!isInteger(x.type)) x.type = basicTypes["untyped int"];
      x.value = shiftValue(xInt, op, Number(count));
      x.expr = site.expr;
      overflow(c, x, site.opPos);
      return x;
    }
    if (isUntyped(x.type)) {
      // The type of the left operand is what it would be if the shift were replaced by it alone.
      c.shiftOperands.add(x.expr);
      x.mode = "value";
      x.value = undefined;
      x.expr = site.expr;
      return x;
    }
  }
  if (!allInteger(x.type)) {
    c.error(
      "InvalidShiftOperand",
      startPos(x.expr),
      `invalid operation: shifted operand ${describe(c, x)} must be integer`,
    );
    return x.invalidate();
  }
  x.mode = "value";
  x.value = undefined;
  x.expr = site.expr;
  return x;
}

const operationNames: Readonly<Record<string, string>> = {
  "+": "addition",
  "-": "subtraction",
  "*": "multiplication",
  "/": "division",
  "%": "remainder",
  "<<": "shift",
  ">>": "shift",
  "^": "bitwise XOR",
  "|": "bitwise OR",
  "&": "bitwise AND",
  "&^": "bitwise AND NOT",
};

/** Reports a constant result that its type cannot hold, or that is too large altogether. */
function overflow(c: Checker, x: Operand, opPos: Pos): void {
  const value = x.value;
  if (value === undefined) return;
  if (value.kind === "unknown") {
    c.error("InvalidConstVal", opPos, "constant result is not representable");
    return;
  }
  const under = underlying(x.type);
  if (!isUntyped(x.type)) {
    if (under.kind !== "basic") return;
    const result = representable(value, under.basic, c.types.sizes);
    if (result.ok) x.value = result.value;
    else {
      reportNotRepresentable(c, x, x.type, result.reason);
      x.invalidate();
    }
    return;
  }
  const isInt = under.kind === "basic" && (under.basic === "untyped int" || under.basic === "untyped rune");
  if (isInt && value.kind === "int" && bitLength(value) > 512) {
    const e = x.expr;
    let op = e.kind === "BinaryExpr" || e.kind === "UnaryExpr" ? operationNames[e.op] : undefined;
    if (e.kind === "UnaryExpr" && e.op === "^") op = "bitwise complement";
    c.error("InvalidConstVal", opPos, `constant ${op === undefined ? "" : `${op} `}overflow`);
    x.value = unknownValue;
  }
}

/** The text of an operation, for its messages. */
export function siteOf(e: ast.BinaryExpr): BinarySite {
  return { pos: e.pos, opPos: e.opPos, text: () => exprString(e), expr: e };
}

/** The constant 1, as `x++` adds it. */
export function one(e: ast.Expr): Operand {
  return new Operand("constant", basicTypes["untyped int"], e, makeInt(1));
}
