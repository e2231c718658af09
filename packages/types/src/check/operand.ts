import type * as ast from "@goes/ast";
import { invalidType } from "../basic.ts";
import { formatConstant } from "../constant/format.ts";
import type { ConstantValue } from "../constant/value.ts";
import type { OperandMode, TypeAndValue } from "../info.ts";
import { underlying } from "../named.ts";
import type { BuiltinName } from "../object.ts";
import { isInteger, isUntyped } from "../predicates.ts";
import type { Type } from "../type.ts";
import { typeString } from "../type-string.ts";
import type { Checker } from "./checker.ts";
import { exprString } from "./expr-string.ts";

/** The result of checking an expression, as it is passed on from one rule to the next. */
export class Operand {
  mode: OperandMode | "invalid";
  type: Type;
  value: ConstantValue | undefined = undefined;
  expr: ast.Expr;
  builtin: BuiltinName | undefined = undefined;

  constructor(mode: OperandMode | "invalid", type: Type, expr: ast.Expr, value?: ConstantValue) {
    this.mode = mode;
    this.type = type;
    this.expr = expr;
    this.value = value;
  }

  /** Makes the operand invalid: rules that meet it say nothing more. */
  invalidate(): this {
    this.mode = "invalid";
    this.type = invalidType;
    this.value = undefined;
    return this;
  }

  copy(): Operand {
    const x = new Operand(this.mode, this.type, this.expr, this.value);
    x.builtin = this.builtin;
    return x;
  }
}

/** An operand that carries nothing, after an error. */
export function invalidOperand(expr: ast.Expr): Operand {
  return new Operand("invalid", invalidType, expr);
}

/** The operand as the rules of `assignable.ts` and its like take it; must not be invalid. */
export function asValue(x: Operand): TypeAndValue {
  return x as Operand & { mode: OperandMode };
}

/** A type as messages of this package print it. */
export function showType(c: Checker, type: Type): string {
  return typeString(type, c.types.qualifier);
}

const modeWords: Readonly<Record<OperandMode, string>> = {
  novalue: "no value",
  builtin: "built-in",
  type: "type",
  constant: "constant",
  variable: "variable",
  mapindex: "map index expression",
  value: "value",
  nil: "nil",
  commaok: "comma, ok expression",
};

/** The kind of composite types, as messages put it before the name of a defined type; "" for others. */
export function compositeKind(type: Type): string {
  switch (underlying(type).kind) {
    case "array":
      return "array";
    case "slice":
      return "slice";
    case "struct":
      return "struct";
    case "pointer":
      return "pointer";
    case "signature":
      return "func";
    case "interface":
      return type.kind === "typeparam" ? "" : "interface";
    case "map":
      return "map";
    case "chan":
      return "chan";
    case "tuple":
      return "tuple";
    case "basic":
      return type.kind === "named" ? (underlying(type) as { readonly basic: string }).basic : "";
    case "union":
      return "";
  }
}

/** A constant as messages show it: whole numbers of a type that is no integer type are shortened as floats are. */
export function showConstant(value: ConstantValue, type: Type): string {
  return formatConstant(value, isInteger(type) ? "integer" : "float");
}

/** An operand as gc describes it: `x (variable of type int)`, `1 << 3 (untyped int constant 8)`. */
export function describe(c: Checker, x: Operand): string {
  if (x.mode === "invalid") return `${exprString(x.expr)} (invalid operand)`;
  if (x.mode === "nil")
    return x.type.kind === "basic" && x.type.basic !== "untyped nil"
      ? `nil (of type ${showType(c, x.type)})`
      : "nil";
  const text = exprString(x.expr);
  const words = modeWords[x.mode];
  if (x.mode === "novalue" || x.mode === "builtin" || x.mode === "type") {
    if (x.mode === "type" && x.type.kind === "typeparam") return `${text} (type parameter)`;
    return `${text} (${words})`;
  }
  let out = `${text} (`;
  const untyped = isUntyped(x.type);
  if (untyped) out += `${showType(c, x.type)} `;
  out += words;
  if (x.mode === "constant" && x.value !== undefined) {
    const value = showConstant(x.value, x.type);
    if (value !== text) out += ` ${value}`;
  }
  if (!untyped) {
    if (x.type === invalidType) return `${out} with invalid type)`;
    let kind = "";
    if (x.type.kind === "named" || x.type.kind === "alias" || x.type.kind === "typeparam") {
      kind = compositeKind(x.type);
    }
    out += ` of ${kind === "" ? "" : `${kind} `}type ${showType(c, x.type)}`;
    if (x.type.kind === "typeparam" && x.type.constraint !== undefined) {
      out += ` constrained by ${showType(c, x.type.constraint)}`;
    }
  }
  return `${out})`;
}
