import type * as ast from "@goes/ast";
import { invalidType } from "../basic.ts";
import type { ConstantValue } from "../constant/value.ts";
import { identical } from "../identical.ts";
import { sameName, underlying } from "../named.ts";
import { isTypeParam } from "../predicates.ts";
import { ArrayType, type MapType, type StructType, type Type } from "../type.ts";
import { commonUnderlying } from "../typeset.ts";
import { assignment } from "./assignments.ts";
import { newEnvironment, type Checker } from "./checker.ts";
import { requireComplete } from "./declarations.ts";
import { expr, rawExpr } from "./expressions.ts";
import { exprString } from "./expr-string.ts";
import { indexValue } from "./index-expressions.ts";
import { invalidOperand, Operand, showConstant, showType } from "./operand.ts";
import { otherCase } from "./selectors.ts";
import { funcType } from "./signature.ts";
import { funcBody } from "./statements.ts";
import { typeExpr } from "./type-expressions.ts";

/** A function literal; its body is checked at the end of the statement. */
export function funcLit(c: Checker, e: ast.FuncLit): Operand {
  const signature = funcType(c, e.type, undefined, undefined);
  const outer = c.env;
  const scope = c.info.scopes.get(e.type);
  if (scope !== undefined) {
    const { decl, file, iota } = outer;
    c.later(() => {
      const saved = c.env;
      c.env = newEnvironment(scope, file, decl);
      c.env.version = outer.version;
      c.env.iota = iota;
      funcBody(c, e.body, signature, scope);
      c.env = saved;
    });
  }
  return new Operand("value", signature, e);
}

/** A composite literal. `hint`: its type if it is elided. */
export function compositeLit(c: Checker, e: ast.CompositeLit, hint: Type | undefined): Operand {
  let type: Type;
  let base: Type;
  let openArray = false;
  if (e.type !== undefined) {
    if (e.type.kind === "ArrayType" && e.type.length?.kind === "Ellipsis") {
      const element = typeExpr(c, e.type.element, "variable");
      openArray = true;
      type = new ArrayType(element, -1);
    } else type = typeExpr(c, e.type);
    base = type;
  } else if (hint !== undefined) {
    type = hint;
    const under = commonOf(hint);
    // `&T` may be elided too in elements of type *T.
    base = under?.kind === "pointer" ? under.element : hint;
  } else {
    c.error("UntypedLit", e.pos, "missing type in composite literal");
    type = base = invalidType;
  }
  if (!requireComplete(c, base)) return invalidOperand(e);
  const under = commonOf(base);
  switch (under?.kind) {
    case "struct":
      structLit(c, e, base, under);
      break;
    case "array": {
      const length = indexedElements(c, e.elements, under.element, openArray ? -1 : under.length);
      if (openArray) {
        type = new ArrayType(under.element, length);
        if (e.type !== undefined) c.recordType(e.type, { mode: "type", type, value: undefined });
      }
      break;
    }
    case "slice":
      indexedElements(c, e.elements, under.element, -1);
      break;
    case "map":
      mapLit(c, e, under);
      break;
    default:
      for (const element of e.elements) {
        // Whatever the elements mention counts as used.
        if (element.kind === "KeyValueExpr") {
          if (element.key.kind !== "Ident" && element.key.kind !== "CompositeLit")
            rawExpr(c, element.key, undefined);
          if (element.value.kind !== "CompositeLit" || element.value.type !== undefined)
            rawExpr(c, element.value, undefined);
        } else if (element.kind !== "CompositeLit" || element.type !== undefined)
          rawExpr(c, element, undefined);
      }
      if (base !== invalidType && under !== invalidType) {
        const noCore = isTypeParam(base) ? " (no common underlying type)" : "";
        const what = e.type === undefined ? "element type" : "type";
        c.error("InvalidLit", e.pos, `invalid composite literal ${what} ${showType(c, type)}${noCore}`);
      }
      return invalidOperand(e);
  }
  return new Operand("value", type, e);
}

function commonOf(type: Type): Type | undefined {
  if (!isTypeParam(type)) return underlying(type);
  const result = commonUnderlying(type);
  return result.ok ? result.type : undefined;
}

function structLit(c: Checker, e: ast.CompositeLit, base: Type, struct: StructType): void {
  if (e.elements.length === 0) return;
  const fields = struct.fields;
  if (e.elements[0]!.kind === "KeyValueExpr") {
    const seen = new Set<number>();
    for (const element of e.elements) {
      if (element.kind !== "KeyValueExpr") {
        c.error("MixedStructLit", element.pos, "mixture of field:value and value elements in struct literal");
        continue;
      }
      const key = element.key;
      if (key.kind !== "Ident") {
        c.error("InvalidLitField", element.pos, `invalid field name ${exprString(key)} in struct literal`);
        rawExpr(c, element.value, undefined);
        continue;
      }
      const at =
        key.name === "_"
          ? -1
          : fields.findIndex((f) => f.name === key.name && sameName(f.name, f.pkg, key.name, c.pkg));
      if (at < 0) {
        reportUnknownField(c, key, base, struct);
        rawExpr(c, element.value, undefined);
        continue;
      }
      const field = fields[at]!;
      c.recordUse(key, field);
      const type = field.type ?? invalidType;
      if (isElided(c, element.value)) continue;
      const x = expr(c, element.value, type);
      assignment(c, x, type, "struct literal");
      if (seen.has(at))
        c.error("DuplicateLitField", element.pos, `duplicate field name ${key.name} in struct literal`);
      seen.add(at);
    }
    return;
  }
  e.elements.forEach((element, i) => {
    if (element.kind === "KeyValueExpr") {
      c.error("MixedStructLit", element.pos, "mixture of field:value and value elements in struct literal");
      rawExpr(c, element.value, undefined);
      return;
    }
    const field = fields[i];
    if (isElided(c, element)) return;
    const x = expr(c, element, field?.type);
    if (field === undefined) {
      if (i === fields.length)
        c.error(
          "InvalidStructLit",
          element.pos,
          `too many values in struct literal of type ${showType(c, base)}`,
        );
      return;
    }
    if (!field.exported && field.pkg !== c.pkg) {
      c.error(
        "UnexportedLitField",
        element.pos,
        `implicit assignment to unexported field ${field.name} in struct literal of type ${showType(c, base)}`,
      );
      return;
    }
    assignment(c, x, field.type ?? invalidType, "struct literal");
  });
  if (e.elements.length < fields.length) {
    c.error("InvalidStructLit", e.rbrace, `too few values in struct literal of type ${showType(c, base)}`);
  }
}

/** Only elements of arrays, slices and maps may leave out the type of a literal. */
function isElided(c: Checker, e: ast.Expr): boolean {
  if (e.kind !== "CompositeLit" || e.type !== undefined) return false;
  c.error("UntypedLit", e.pos, "missing type in composite literal");
  return true;
}

function reportUnknownField(c: Checker, key: ast.Ident, base: Type, struct: StructType): void {
  const hidden = key.name === "_" ? undefined : struct.fields.find((f) => f.name === key.name);
  const type = showType(c, base);
  if (hidden !== undefined) {
    c.error(
      "UnexportedLitField",
      key.pos,
      `cannot refer to unexported field ${key.name} in struct literal of type ${type}`,
    );
    return;
  }
  const other = key.name === "_" ? undefined : struct.fields.find((f) => f.name === otherCase(key.name));
  let why = "";
  if (other !== undefined) {
    why = `, but does have ${other.exported || other.pkg === c.pkg ? "" : "unexported "}${other.name}`;
  }
  c.error("MissingLitField", key.pos, `unknown field ${key.name} in struct literal of type ${type}${why}`);
}

/** Checks the elements of an array or slice literal; returns the length. `limit` is the array's length, or -1. */
function indexedElements(c: Checker, elements: readonly ast.Expr[], type: Type, limit: number): number {
  let keyed: Set<number> | undefined;
  let next = 0;
  let max = 0;
  for (let e of elements) {
    let index = next;
    let valid = true;
    if (e.kind === "KeyValueExpr") {
      if (keyed === undefined) {
        keyed = new Set();
        for (let i = 0; i < next; i++) keyed.add(i);
      }
      const result = indexValue(c, e.key, limit, "literal");
      if (result === undefined) valid = false;
      else if (result < 0) {
        c.error("InvalidLitIndex", e.key.pos, `index ${exprString(e.key)} must be integer constant`);
        valid = false;
      } else index = result;
      if (valid && keyed.has(index)) {
        c.error("DuplicateLitKey", e.key.pos, `duplicate index ${index} in array or slice literal`);
      }
      e = e.value;
    } else if (limit >= 0 && index >= limit) {
      c.error("OversizeArrayLit", e.pos, `index ${index} is out of bounds (>= ${limit})`);
    } else if (keyed?.has(index) === true) {
      c.error("DuplicateLitKey", e.pos, `duplicate index ${index} in array or slice literal`);
    }
    if (valid) {
      keyed?.add(index);
      next = index + 1;
    } else {
      // As gc counts: an element whose index is no good comes after the one before it.
      next++;
    }
    if (next > max) max = next;
    const x = expr(c, e, type);
    assignment(c, x, type, "array or slice literal");
  }
  return max;
}

function mapLit(c: Checker, e: ast.CompositeLit, map: MapType): void {
  const keyIsInterface = underlying(map.key).kind === "interface";
  const seen = new Map<string, Type[]>();
  for (const element of e.elements) {
    if (element.kind !== "KeyValueExpr") {
      c.error("MissingLitKey", element.pos, "missing key in map literal");
      rawExpr(c, element, map.value);
      continue;
    }
    const key = expr(c, element.key, map.key);
    assignment(c, key, map.key, "map literal");
    if (key.mode === "invalid") {
      expr(c, element.value, map.value);
      continue;
    }
    if (key.mode === "constant" && key.value !== undefined) {
      const text = constantKey(key.value);
      const types = seen.get(text);
      const type = keyIsInterface ? key.type : map.key;
      if (types === undefined) seen.set(text, [type]);
      else if (types.some((t) => identical(t, type))) {
        c.error(
          "DuplicateLitKey",
          element.key.pos,
          `duplicate key ${showConstant(key.value, key.type)} in map literal`,
        );
      } else types.push(type);
    }
    const value = expr(c, element.value, map.value);
    assignment(c, value, map.value, "map literal");
  }
}

/** A text that is the same for equal constants only. */
export function constantKey(value: ConstantValue): string {
  switch (value.kind) {
    case "bool":
      return `b${String(value.value)}`;
    case "string":
      return `s${value.value}`;
    case "int":
      return `n${value.value}`;
    case "rational":
      return `n${value.numerator}/${value.denominator}`;
    case "bigfloat":
      return value.exponent >= 0 && value.exponent < 5000
        ? `n${value.mantissa << BigInt(value.exponent)}`
        : `f${value.mantissa}p${value.exponent}`;
    case "complex":
      return value.imaginary.kind === "int" && value.imaginary.value === 0n
        ? constantKey(value.real)
        : `c${constantKey(value.real)},${constantKey(value.imaginary)}`;
    case "unknown":
      return "u";
  }
}
