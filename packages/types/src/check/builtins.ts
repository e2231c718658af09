import type * as ast from "@goes/ast";
import { basicTypes, byteType, invalidType } from "../basic.ts";
import { Var, type BuiltinName } from "../object.ts";
import { hasVarSize } from "../predicates.ts";
import { PointerType, Signature, SliceType, TupleType, type Type } from "../type.ts";
import { coreType, forEachTerm } from "../typeset.ts";
import { assignment } from "./assignments.ts";
import { useArguments } from "./calls.ts";
import type { Checker } from "./checker.ts";
import { exprString, startPos } from "./expr-string.ts";
import { expr, multiExpr, exprOrType } from "./expressions.ts";
import { isValidIndex } from "./index-expressions.ts";
import { describe, invalidOperand, Operand } from "./operand.ts";
import { typeExpr } from "./type-expressions.ts";
import { append, length, close, copy, deleteCall, make } from "./builtins-collections.ts";
import { complexCall, part, extreme } from "./builtins-numbers.ts";
import { uintptrConstant, sizeConstant, offsetof } from "./builtins-unsafe.ts";

interface BuiltinSpec {
  readonly min: number;
  readonly variadic: boolean;
  /** The call is allowed alone as a statement. */
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

/** Whether a call of the built-in function is allowed alone as a statement (spec, "Expression statements"). */
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
  if (spec.version !== undefined) {
    const name = exprString(e.callee);
    c.requireVersion(spec.version, e.callee.pos, id === "min" || id === "max" ? `built-in ${name}` : name);
  }
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
          startPos(x.expr),
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
        c.error(
          "InvalidUnsafeSlice",
          startPos(x.expr),
          `invalid argument: ${describe(c, x)} is not a pointer`,
        );
        return x.invalidate();
      }
      if (!isValidIndex(c, y, "length", false)) return x.invalidate();
      return new Operand("value", new SliceType(core.element), e);
    }
    case "unsafe.SliceData": {
      const core = coreType(x.type);
      if (core?.kind !== "slice") {
        c.error(
          "InvalidUnsafeSliceData",
          startPos(x.expr),
          `invalid argument: ${describe(c, x)} is not a slice`,
        );
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
  if (!c.requireVersion(26, e.pos, `new(${exprString(arg)})`)) return x.invalidate();
  assignment(c, x, undefined, "argument to new");
  return (x.mode as string) === "invalid" ? x : new Operand("value", new PointerType(x.type), e);
}
