import type * as ast from "@goes/ast";
import { basicTypes, byteType, invalidType } from "../basic.ts";
import { imaginaryPart, realPart, toComplex, toFloat } from "../constant/convert.ts";
import { makeComplex, makeInt } from "../constant/make.ts";
import { compare } from "../constant/operations.ts";
import type { ConstantValue } from "../constant/value.ts";
import { identical } from "../identical.ts";
import { lookupFieldOrMethod } from "../lookup.ts";
import { underlying } from "../named.ts";
import { Var, type BuiltinName } from "../object.ts";
import { allOrdered, defaultType, hasVarSize, isNumeric, isTypeParam, isUntyped } from "../predicates.ts";
import { PointerType, Signature, SliceType, TupleType, type Type } from "../type.ts";
import { coreBytesOrString, coreType, forEachTerm } from "../typeset.ts";
import { assignment } from "./assignments.ts";
import { useArguments } from "./calls.ts";
import type { Checker } from "./checker.ts";
import { exprString } from "./expr-string.ts";
import { expr, multiExpr, exprOrType } from "./expressions.ts";
import { isValidIndex } from "./index-expressions.ts";
import { describe, invalidOperand, Operand, showType } from "./operand.ts";
import { matchOperands } from "./operators.ts";
import { convertUntyped, integerValue, updateType, useDefaultType } from "./untyped.ts";
import { typeExpr } from "./type-expressions.ts";

interface BuiltinSpec {
  readonly min: number;
  readonly variadic: boolean;
  /** The call may stand alone as a statement. */
  readonly statement: boolean;
  /** The arguments are not all values: the function looks at them itself. */
  readonly special?: boolean;
  readonly version?: number;
}

// prettier-ignore
const builtins: Readonly<Record<BuiltinName, BuiltinSpec>> = {
  append:              { min: 1, variadic: true,  statement: false },
  cap:                 { min: 1, variadic: false, statement: false },
  clear:               { min: 1, variadic: false, statement: true, version: 21 },
  close:               { min: 1, variadic: false, statement: true },
  complex:             { min: 2, variadic: false, statement: false },
  copy:                { min: 2, variadic: false, statement: true },
  delete:              { min: 2, variadic: false, statement: true },
  imag:                { min: 1, variadic: false, statement: false },
  len:                 { min: 1, variadic: false, statement: false },
  make:                { min: 1, variadic: true,  statement: false, special: true },
  max:                 { min: 1, variadic: true,  statement: false, version: 21 },
  min:                 { min: 1, variadic: true,  statement: false, version: 21 },
  new:                 { min: 1, variadic: false, statement: false, special: true },
  panic:               { min: 1, variadic: false, statement: true },
  print:               { min: 0, variadic: true,  statement: true },
  println:             { min: 0, variadic: true,  statement: true },
  real:                { min: 1, variadic: false, statement: false },
  recover:             { min: 0, variadic: false, statement: true },
  "unsafe.Add":        { min: 2, variadic: false, statement: false, version: 17 },
  "unsafe.Alignof":    { min: 1, variadic: false, statement: false },
  "unsafe.Offsetof":   { min: 1, variadic: false, statement: false, special: true },
  "unsafe.Sizeof":     { min: 1, variadic: false, statement: false },
  "unsafe.Slice":      { min: 2, variadic: false, statement: false, version: 17 },
  "unsafe.SliceData":  { min: 1, variadic: false, statement: false, version: 20 },
  "unsafe.String":     { min: 2, variadic: false, statement: false, version: 20 },
  "unsafe.StringData": { min: 1, variadic: false, statement: false, version: 20 },
};

/** Whether a call of the built-in function may stand alone as a statement (spec, "Expression statements"). */
export function isStatementBuiltin(name: BuiltinName): boolean {
  return builtins[name].statement;
}

/** A call of a built-in function. */
export function builtinCall(c: Checker, id: BuiltinName, e: ast.CallExpr): Operand {
  const spec = builtins[id];
  const savedCalls = c.env.hasCallOrReceive;
  if (e.ellipsis !== undefined && id !== "append") {
    c.error(
      "InvalidDotDotDot",
      e.pos,
      `invalid operation: invalid use of ... with built-in ${id.replace("unsafe.", "")}`,
    );
    useArguments(c, e.args);
    return invalidOperand(e);
  }
  // len and cap of an array are constant unless a call or receive happens inside.
  if (id === "len" || id === "cap") c.env.hasCallOrReceive = false;
  let args: Operand[] = [];
  if (spec.special !== true) {
    const list = argumentList(c, e.args);
    if (list === undefined) {
      if (id === "len" || id === "cap") c.env.hasCallOrReceive = savedCalls;
      return invalidOperand(e);
    }
    args = list;
  }
  const count = spec.special === true ? e.args.length : args.length;
  if (count < spec.min || (!spec.variadic && count > spec.min)) {
    const word = count < spec.min ? "not enough" : "too many";
    c.error(
      "WrongArgCount",
      e.pos,
      `invalid operation: ${word} arguments for ${exprString(e)} (expected ${spec.min}, found ${count})`,
    );
    if (spec.special === true) for (const arg of e.args) exprOrType(c, arg, true);
    return invalidOperand(e);
  }
  if (spec.version !== undefined) c.requireVersion(spec.version, e.callee.pos, exprString(e.callee));
  const result = apply(c, id, e, args);
  if (id === "len" || id === "cap") c.env.hasCallOrReceive = c.env.hasCallOrReceive || savedCalls;
  if (id !== "new" && id !== "make" && result.mode !== "constant") c.env.hasCallOrReceive = true;
  result.expr = e;
  if (result.mode !== "invalid" && result.mode !== "constant") recordSignature(c, e, result, args);
  return result;
}

function argumentList(c: Checker, exprs: readonly ast.Expr[]): Operand[] | undefined {
  if (exprs.length === 1) {
    const x = multiExpr(c, exprs[0]!);
    if (x.mode === "invalid") return undefined;
    if (x.mode === "value" && x.type.kind === "tuple") {
      return x.type.vars.map((v) => new Operand("value", v.type ?? invalidType, exprs[0]!));
    }
    return [x];
  }
  const args = exprs.map((arg) => expr(c, arg));
  return args.some((x) => x.mode === "invalid") ? undefined : args;
}

/** The built-in function has, at this call, a type made of the types of its arguments and result. */
function recordSignature(c: Checker, e: ast.CallExpr, result: Operand, args: readonly Operand[]): void {
  const entry = c.info.types.get(e.callee);
  if (entry === undefined) return;
  const params = args.map((x) => new Var(0, undefined, "", x.type, "param"));
  const results = result.mode === "novalue" ? [] : [new Var(0, undefined, "", result.type, "result")];
  const type = new Signature({ params: new TupleType(params), results: new TupleType(results) });
  c.info.types.set(e.callee, { mode: "builtin", type, value: undefined });
}

function apply(c: Checker, id: BuiltinName, e: ast.CallExpr, args: Operand[]): Operand {
  const x = args[0] ?? invalidOperand(e);
  const y = args[1] ?? invalidOperand(e);
  switch (id) {
    case "append":
      return append(c, e, args);
    case "len":
    case "cap":
      return length(c, id, e, x);
    case "clear": {
      const ok = forEachTerm(x.type, (_, under) => under?.kind === "map" || under?.kind === "slice");
      if (!ok) {
        c.error(
          "InvalidClear",
          x.expr.pos,
          `invalid argument: cannot clear ${describe(c, x)}: argument must be (or constrained by) map or slice`,
        );
        return x.invalidate();
      }
      return new Operand("novalue", invalidType, e);
    }
    case "close":
      return close(c, e, x);
    case "complex":
      return complexCall(c, e, x, y);
    case "real":
    case "imag":
      return part(c, id, e, x);
    case "copy":
      return copy(c, e, x, y);
    case "delete":
      return deleteCall(c, e, x, y);
    case "make":
      return make(c, e);
    case "new":
      return newCall(c, e);
    case "min":
    case "max":
      return extreme(c, id, e, args);
    case "panic":
      c.env.panicCalls?.add(e);
      assignment(c, x, emptyInterfaceType(c), "argument to panic");
      return x.mode === "invalid" ? x : new Operand("novalue", invalidType, e);
    case "print":
    case "println":
      for (const arg of args) {
        assignment(c, arg, undefined, `argument to built-in ${id}`);
        if (arg.mode === "invalid") return arg;
      }
      return new Operand("novalue", invalidType, e);
    case "recover":
      return new Operand("value", emptyInterfaceType(c), e);
    case "unsafe.Add":
      assignment(c, x, basicTypes["unsafe.Pointer"], "argument to unsafe.Add");
      if (x.mode === "invalid" || !isValidIndex(c, y, "length", true)) return x.invalidate();
      return new Operand("value", basicTypes["unsafe.Pointer"], e);
    case "unsafe.Alignof":
      assignment(c, x, undefined, "argument to unsafe.Alignof");
      if (x.mode === "invalid") return x;
      if (hasVarSize(x.type)) return new Operand("value", basicTypes.uintptr, e);
      return uintptrConstant(e, c.types.sizes.alignof(x.type));
    case "unsafe.Sizeof":
      assignment(c, x, undefined, "argument to unsafe.Sizeof");
      if (x.mode === "invalid") return x;
      if (hasVarSize(x.type)) return new Operand("value", basicTypes.uintptr, e);
      return sizeConstant(c, e, c.types.sizes.sizeof(x.type), x);
    case "unsafe.Offsetof":
      return offsetof(c, e);
    case "unsafe.Slice": {
      const core = coreType(x.type);
      if (core?.kind !== "pointer") {
        c.error("InvalidUnsafeSlice", x.expr.pos, `invalid argument: ${describe(c, x)} is not a pointer`);
        return x.invalidate();
      }
      if (!isValidIndex(c, y, "length", false)) return x.invalidate();
      return new Operand("value", new SliceType(core.element), e);
    }
    case "unsafe.SliceData": {
      const core = coreType(x.type);
      if (core?.kind !== "slice") {
        c.error("InvalidUnsafeSliceData", x.expr.pos, `invalid argument: ${describe(c, x)} is not a slice`);
        return x.invalidate();
      }
      return new Operand("value", new PointerType(core.element), e);
    }
    case "unsafe.String":
      assignment(c, x, new PointerType(byteType), "argument to unsafe.String");
      if (x.mode === "invalid" || !isValidIndex(c, y, "length", false)) return x.invalidate();
      return new Operand("value", basicTypes.string, e);
    case "unsafe.StringData":
      assignment(c, x, basicTypes.string, "argument to unsafe.StringData");
      return x.mode === "invalid" ? x : new Operand("value", new PointerType(byteType), e);
  }
}

function emptyInterfaceType(c: Checker): Type {
  return c.universe.scope.lookup("any")?.type ?? invalidType;
}

function uintptrConstant(e: ast.Expr, value: number): Operand {
  return new Operand("constant", basicTypes.uintptr, e, makeInt(value));
}

function sizeConstant(c: Checker, e: ast.Expr, size: number, x: Operand): Operand {
  if (size < 0) {
    c.error("TypeTooLarge", x.expr.pos, `${describe(c, x)} is too large`);
    return invalidOperand(e);
  }
  return uintptrConstant(e, size);
}

function append(c: Checker, e: ast.CallExpr, args: Operand[]): Operand {
  const x = args[0]!;
  const sliceType = x.type;
  const core = coreType(sliceType);
  if (core?.kind !== "slice") {
    const cause = x.mode === "nil" ? "untyped nil" : describe(c, x);
    c.error("InvalidAppend", x.expr.pos, `invalid append: argument must be a slice; have ${cause}`);
    return x.invalidate();
  }
  const result = new Operand("value", sliceType, e);
  if (e.ellipsis !== undefined) {
    if (args.length !== 2) {
      const few = args.length < 2;
      const have = args.map((a, k) =>
        k > 0 && isUntyped(a.type) && isNumeric(a.type) ? "number" : showType(c, a.type),
      );
      const want = `${showType(c, sliceType)}, ...${showType(c, core.element)}`;
      c.error(
        "WrongArgCount",
        few ? x.expr.pos : args[2]!.expr.pos,
        `${few ? "not enough" : "too many"} arguments in call to append\n\thave (${have.join(", ")}...)\n\twant (${want})`,
      );
      return x.invalidate();
    }
    const y = args[1]!;
    // Bytes may be appended from a string.
    if (y.mode === "nil") {
      assignment(c, y, sliceType, "argument to append");
      return result;
    }
    const from = coreBytesOrString(y.type);
    const element = underlying(core.element);
    if (from?.kind === "basic" && element.kind === "basic" && element.basic === "uint8") {
      if (isUntyped(y.type)) convertUntyped(c, y, basicTypes.string);
      return result;
    }
    assignment(c, y, new SliceType(core.element), "argument to append");
    return y.mode === "invalid" ? y : result;
  }
  let ok = true;
  for (const arg of args.slice(1)) {
    assignment(c, arg, core.element, "argument to append");
    if (arg.mode === "invalid") ok = false;
  }
  return ok ? result : result;
}

function length(c: Checker, id: "len" | "cap", e: ast.CallExpr, x: Operand): Operand {
  const forLen = id === "len";
  let value: number | undefined;
  const plain = isTypeParam(x.type) ? undefined : underlying(x.type);
  const measured = (under: Type | undefined): boolean => {
    if (under === undefined) return false;
    switch (under.kind) {
      case "basic":
        return forLen && (under.basic === "string" || under.basic === "untyped string");
      case "array":
      case "slice":
      case "chan":
        return true;
      case "map":
        return forLen;
      case "pointer":
        return underlying(under.element).kind === "array";
      default:
        return false;
    }
  };
  const ok = plain === undefined ? forEachTerm(x.type, (_, under) => measured(under)) : measured(plain);
  if (!ok) {
    if (underlying(x.type) !== invalidType) {
      c.error(
        forLen ? "InvalidLen" : "InvalidCap",
        x.expr.pos,
        `invalid argument: ${describe(c, x)} for built-in ${id}`,
      );
    }
    return x.invalidate();
  }
  if (plain !== undefined) {
    if (plain.kind === "basic" && x.mode === "constant" && x.value?.kind === "string")
      value = x.value.value.length;
    else {
      const array = plain.kind === "pointer" ? underlying(plain.element) : plain;
      if (array.kind === "array" && !c.env.hasCallOrReceive) value = array.length;
    }
  }
  if (isUntyped(x.type)) useDefaultType(c, x);
  if (value !== undefined) return new Operand("constant", basicTypes.int, e, makeInt(value));
  return new Operand("value", basicTypes.int, e);
}

function close(c: Checker, e: ast.CallExpr, x: Operand): Operand {
  let cause: string | undefined;
  forEachTerm(x.type, (_, under) => {
    if (under?.kind !== "chan") {
      cause = `invalid operation: cannot close non-channel ${describe(c, x)}`;
      return false;
    }
    if (under.direction === "receive") {
      cause = `invalid operation: cannot close receive-only channel ${describe(c, x)}`;
      return false;
    }
    return true;
  });
  if (cause !== undefined) {
    c.error("InvalidClose", x.expr.pos, cause);
    return x.invalidate();
  }
  return new Operand("novalue", invalidType, e);
}

function complexCall(c: Checker, e: ast.CallExpr, x: Operand, y: Operand): Operand {
  const xUntyped = isUntyped(x.type);
  const yUntyped = isUntyped(y.type);
  if (xUntyped && yUntyped) {
    if (x.mode === "constant" && y.mode === "constant") {
      const toUntypedFloat = (z: Operand): void => {
        if (isNumeric(z.type) && z.value !== undefined) {
          const imaginary = imaginaryPart(z.value);
          if (imaginary.kind === "int" && imaginary.value === 0n) z.type = basicTypes["untyped float"];
        }
      };
      toUntypedFloat(x);
      toUntypedFloat(y);
    } else {
      convertUntyped(c, x, basicTypes.float64);
      convertUntyped(c, y, basicTypes.float64);
    }
  } else if (xUntyped) convertUntyped(c, x, y.type);
  else if (yUntyped) convertUntyped(c, y, x.type);
  if (x.mode === "invalid" || y.mode === "invalid") return x.invalidate();
  if (!identical(x.type, y.type)) {
    c.error(
      "InvalidComplex",
      x.expr.pos,
      `invalid operation: ${exprString(e)} (mismatched types ${showType(c, x.type)} and ${showType(c, y.type)})`,
    );
    return x.invalidate();
  }
  const under = isTypeParam(x.type) ? coreType(x.type) : underlying(x.type);
  let result: Type | undefined;
  if (under?.kind === "basic" && !isTypeParam(x.type)) {
    if (under.basic === "float32") result = basicTypes.complex64;
    else if (under.basic === "float64") result = basicTypes.complex128;
    else if (under.basic === "untyped float") result = basicTypes["untyped complex"];
  }
  if (result === undefined) {
    c.error(
      "InvalidComplex",
      x.expr.pos,
      `invalid argument: arguments have type ${showType(c, x.type)}, expected floating-point`,
    );
    return x.invalidate();
  }
  if (x.mode === "constant" && y.mode === "constant" && x.value !== undefined && y.value !== undefined) {
    const real = toFloat(x.value);
    const imaginary = toFloat(y.value);
    if (real.kind !== "unknown" && imaginary.kind !== "unknown") {
      return new Operand("constant", result, e, makeComplex(real, imaginary));
    }
  }
  return new Operand("value", result, e);
}

function part(c: Checker, id: "real" | "imag", e: ast.CallExpr, x: Operand): Operand {
  if (isUntyped(x.type)) {
    if (x.mode === "constant") {
      if (isNumeric(x.type)) x.type = basicTypes["untyped complex"];
    } else convertUntyped(c, x, basicTypes.complex128);
    if ((x.mode as string) === "invalid") return x;
  }
  const under = isTypeParam(x.type) ? undefined : underlying(x.type);
  let result: Type | undefined;
  if (under?.kind === "basic") {
    if (under.basic === "complex64") result = basicTypes.float32;
    else if (under.basic === "complex128") result = basicTypes.float64;
    else if (under.basic === "untyped complex") result = basicTypes["untyped float"];
  }
  if (result === undefined) {
    c.error(
      id === "real" ? "InvalidReal" : "InvalidImag",
      x.expr.pos,
      `invalid argument: argument has type ${showType(c, x.type)}, expected complex type`,
    );
    return x.invalidate();
  }
  if (x.mode === "constant" && x.value !== undefined) {
    const value: ConstantValue =
      id === "real" ? realPart(toComplex(x.value)) : imaginaryPart(toComplex(x.value));
    return new Operand("constant", result, e, value);
  }
  return new Operand("value", result, e);
}

function copy(c: Checker, e: ast.CallExpr, x: Operand, y: Operand): Operand {
  const to = coreType(x.type);
  if (to?.kind !== "slice") {
    c.error(
      "InvalidCopy",
      x.expr.pos,
      `invalid copy: argument must be a slice; have ${x.mode === "nil" ? "untyped nil" : describe(c, x)}`,
    );
    return x.invalidate();
  }
  const from = y.mode === "nil" ? undefined : coreBytesOrString(y.type);
  let element: Type | undefined;
  if (from?.kind === "slice") element = from.element;
  else if (from?.kind === "basic" && (from.basic === "string" || from.basic === "untyped string")) {
    element = byteType;
    if (isUntyped(y.type)) convertUntyped(c, y, basicTypes.string);
  }
  if (element === undefined) {
    c.error(
      "InvalidCopy",
      y.expr.pos,
      `invalid copy: argument must be a slice; have ${y.mode === "nil" ? "untyped nil" : describe(c, y)}`,
    );
    return x.invalidate();
  }
  if (
    !identical(to.element, element) &&
    !(from?.kind === "basic" && identical(underlying(to.element), byteType))
  ) {
    c.error(
      "InvalidCopy",
      x.expr.pos,
      `invalid copy: arguments ${describe(c, x)} and ${describe(c, y)} have different element types ${showType(c, to.element)} and ${showType(c, element)}`,
    );
    return x.invalidate();
  }
  return new Operand("value", basicTypes.int, e);
}

function deleteCall(c: Checker, e: ast.CallExpr, x: Operand, y: Operand): Operand {
  let key: Type | undefined;
  let mixed = false;
  const ok = forEachTerm(x.type, (_, under) => {
    if (under?.kind !== "map") return false;
    if (key !== undefined && !identical(under.key, key)) {
      mixed = true;
      return false;
    }
    key = under.key;
    return true;
  });
  if (mixed) {
    c.error(
      "InvalidDelete",
      x.expr.pos,
      `invalid argument: maps of ${describe(c, x)} must have identical key types`,
    );
    return x.invalidate();
  }
  if (!ok || key === undefined) {
    c.error("InvalidDelete", x.expr.pos, `invalid argument: ${describe(c, x)} is not a map`);
    return x.invalidate();
  }
  assignment(c, y, key, "argument to delete");
  return y.mode === "invalid" ? y : new Operand("novalue", invalidType, e);
}

function make(c: Checker, e: ast.CallExpr): Operand {
  const first = e.args[0]!;
  const type = typeExpr(c, first);
  const sizes = e.args.slice(1);
  if (type === invalidType) {
    useArguments(c, sizes);
    return invalidOperand(e);
  }
  const core = coreType(type);
  let min: number;
  switch (core?.kind) {
    case "slice":
      min = 2;
      break;
    case "map":
    case "chan":
      min = 1;
      break;
    default:
      c.error(
        "InvalidMake",
        first.pos,
        core === undefined && isTypeParam(type)
          ? `invalid argument: cannot make ${exprString(first)}: no core type`
          : `invalid argument: cannot make ${exprString(first)}: type must be slice, map, or channel`,
      );
      useArguments(c, sizes);
      return invalidOperand(e);
  }
  if (e.args.length < min || e.args.length > min + 1) {
    c.error(
      "WrongArgCount",
      e.pos,
      `invalid operation: ${exprString(e)} expects ${min} or ${min + 1} arguments; found ${e.args.length}`,
    );
    useArguments(c, sizes);
    return invalidOperand(e);
  }
  const values: bigint[] = [];
  for (const arg of sizes) {
    const x = expr(c, arg);
    // A size may be an untyped float constant such as 1e3.
    if (isValidIndex(c, x, "index", false)) {
      const value = integerValue(x);
      if (value !== undefined) values.push(value);
    }
  }
  if (values.length === 2 && values[0]! > values[1]!) {
    c.error("SwappedMakeArgs", sizes[0]!.pos, "invalid argument: length and capacity swapped");
  }
  return new Operand("value", type, e);
}

function newCall(c: Checker, e: ast.CallExpr): Operand {
  const arg = e.args[0]!;
  const x = exprOrType(c, arg, false);
  if (x.mode === "invalid") return x;
  if (x.mode === "builtin") {
    c.error("UncalledBuiltin", arg.pos, `${describe(c, x)} must be called`);
    return x.invalidate();
  }
  if (x.mode === "type") {
    typeExpr(c, arg, "variable");
    return new Operand("value", new PointerType(x.type), e);
  }
  if (!c.requireVersion(26, arg.pos, `new(${exprString(arg)})`)) return x.invalidate();
  assignment(c, x, undefined, "argument to new");
  return (x.mode as string) === "invalid" ? x : new Operand("value", new PointerType(x.type), e);
}

function extreme(c: Checker, id: "min" | "max", e: ast.CallExpr, args: Operand[]): Operand {
  const op = id === "max" ? ">" : "<";
  for (const arg of args) {
    if (!allOrdered(arg.type)) {
      c.error(
        "InvalidMinMaxOperand",
        arg.expr.pos,
        `invalid argument: ${describe(c, arg)} cannot be ordered`,
      );
      return arg.invalidate();
    }
  }
  let x = args[0]!.copy();
  for (let i = 1; i < args.length; i++) {
    const y = args[i]!;
    const previous = x.type;
    const own = y.type;
    const before = c.errorCount;
    const site = { pos: y.expr.pos, opPos: y.expr.pos, text: (): string => exprString(e), expr: e };
    if (
      isUntyped(x.type) !== isUntyped(y.type) ||
      (isUntyped(x.type) && isNumeric(x.type) && isNumeric(y.type))
    ) {
      matchOperands(c, x, y, site);
      if (x.mode === "invalid") return x;
    }
    if (c.errorCount > before) return x.invalidate();
    if (!identical(x.type, y.type)) {
      c.error(
        "MismatchedTypes",
        y.expr.pos,
        `invalid argument: mismatched types ${showType(c, previous)} (previous argument) and ${showType(c, own)} (type of ${exprString(y.expr)})`,
      );
      return x.invalidate();
    }
    if (x.mode === "constant" && y.mode === "constant" && x.value !== undefined && y.value !== undefined) {
      if (compare(y.value, op, x.value)) x = y.copy();
    } else {
      x.mode = "value";
      x.value = undefined;
    }
  }
  if (x.mode !== "constant") {
    x.mode = "value";
    if (isUntyped(x.type)) x.type = defaultType(x.type);
  }
  // Constants of any size may be compared: they get a type only with the result.
  if (!isUntyped(x.type)) for (const arg of args) updateType(c, arg.expr, x.type);
  return new Operand(x.mode, x.type, e, x.value);
}

function offsetof(c: Checker, e: ast.CallExpr): Operand {
  let arg = e.args[0]!;
  while (arg.kind === "ParenExpr") arg = arg.x;
  if (arg.kind !== "SelectorExpr") {
    c.error(
      "BadOffsetofSyntax",
      arg.pos,
      `invalid argument: ${exprString(arg)} is not a selector expression`,
    );
    expr(c, arg);
    return invalidOperand(e);
  }
  const x = expr(c, arg.x);
  if (x.mode === "invalid") return x;
  const under = underlying(x.type);
  const base = under.kind === "pointer" ? under.element : x.type;
  const name = arg.selector.name;
  const found = lookupFieldOrMethod(base, false, c.pkg, name);
  if (found.kind !== "found") {
    if (found.kind === "pointer-receiver") {
      c.error("InvalidOffsetof", arg.pos, `invalid argument: ${exprString(arg)} is a method value`);
    } else
      c.error(
        "MissingFieldOrMethod",
        arg.pos,
        `invalid argument: ${showType(c, base)} has no single field ${name}`,
      );
    return x.invalidate();
  }
  if (found.obj.kind === "func") {
    c.error("InvalidOffsetof", arg.pos, `invalid argument: ${exprString(arg)} is a method value`);
    return x.invalidate();
  }
  if (found.indirect) {
    c.error(
      "InvalidOffsetof",
      x.expr.pos,
      `invalid argument: field ${name} is embedded via a pointer in ${showType(c, base)}`,
    );
    return x.invalidate();
  }
  c.recordUse(arg.selector, found.obj);
  const type = found.obj.type ?? invalidType;
  c.info.selections.set(arg, {
    kind: "field",
    receiver: base,
    obj: found.obj,
    index: found.index,
    indirect: false,
    type,
  });
  c.recordType(arg, { mode: "variable", type, value: undefined });
  if (hasVarSize(base)) return new Operand("value", basicTypes.uintptr, e);
  if (c.types.sizes.sizeof(base) < 0) {
    c.error("TypeTooLarge", x.expr.pos, `${describe(c, x)} is too large`);
    return x.invalidate();
  }
  let offset = 0;
  let at: Type = base;
  for (const index of found.index) {
    const struct = underlying(at);
    if (struct.kind !== "struct") break;
    offset += c.types.sizes.offsetsof(struct.fields)[index] ?? 0;
    at = struct.fields[index]?.type ?? invalidType;
  }
  return uintptrConstant(e, offset);
}
