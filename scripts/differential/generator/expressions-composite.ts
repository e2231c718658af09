import { functionLiteral, methodValue } from "./calls.ts";
import { expression } from "./expressions.ts";
import type { Expression, Generator, Site } from "./generator.ts";
import { basicLiteral } from "./literals.ts";
import { readablePaths } from "./paths.ts";
import {
  basicName,
  hasParam,
  implementsType,
  int,
  isEmpty,
  string,
  text,
  underlying,
  type GoType,
} from "./types.ts";

/** Leaves that are nested deeper hold zero values. */
const deepestLeaf = -6;

/** Structs, arrays, slices, maps, pointers, functions, interfaces. */
export function composite(gen: Generator, type: GoType, site: Site): Expression | undefined {
  const under = underlying(type);
  const value = (of: string): Expression => ({ text: of, constant: false });
  const element = (of: GoType): string => expression(gen, of, site).text;
  const { random } = gen;
  switch (under.kind) {
    case "struct": {
      if (random.chance(60))
        return value(`${text(type)}{${under.fields.map((f) => element(f.type)).join(", ")}}`);
      const some = under.fields.filter(() => random.chance(70));
      return value(`${text(type)}{${some.map((f) => `${f.name}: ${element(f.type)}`).join(", ")}}`);
    }
    case "array": {
      if (random.chance(15) && under.length > 1) {
        return value(`${text(type)}{${under.length - 1}: ${element(under.elem)}}`);
      }
      const elements = Array.from({ length: random.int(under.length + 1) }, () => element(under.elem));
      return value(`${text(type)}{${elements.join(", ")}}`);
    }
    case "slice":
      return value(sliceExpression(gen, type, under.elem, site));
    case "map":
      return value(mapExpression(gen, type, under.key, under.elem, site));
    case "pointer":
      return value(pointerExpression(gen, under.elem, site));
    case "func": {
      const method = random.chance(25) ? methodValue(gen, type, site) : undefined;
      return method ?? value(functionLiteral(gen, under, site));
    }
    case "interface":
      return value(interfaceExpression(gen, type, site));
    case "basic":
    case "named":
    case "param":
      return undefined;
  }
}

function sliceExpression(gen: Generator, type: GoType, elem: GoType, site: Site): string {
  const { random } = gen;
  const of = (): string => expression(gen, elem, site).text;
  const literal = (): string => `${text(type)}{${Array.from({ length: random.int(5) }, of).join(", ")}}`;
  if (site.depth <= 0) return random.chance(50) ? `${text(type)}{}` : `${text(type)}{${of()}}`;
  const way = random.int(12);
  if (way < 4) return literal();
  if (way === 4) return `make(${text(type)}, ${random.int(5)}, ${5 + random.int(4)})`;
  if (way === 5 && site.mode !== "traced") {
    // A piece of an array that others can see.
    const arrays = readablePaths(gen, site).filter(
      ({ type: t, variable, addressable, panics }) =>
        underlying(t).kind === "array" && variable.shared && variable.writable && addressable && !panics,
    );
    const fitting = arrays.filter(({ type: t }) => {
      const array = underlying(t);
      return array.kind === "array" && text(array.elem) === text(elem);
    });
    if (fitting.length > 0) {
      const path = random.pick(fitting);
      const array = underlying(path.type) as GoType & { kind: "array" };
      const low = random.int(array.length + 1);
      return `${text(type)}(${path.text}[${low}:])`;
    }
  }
  if (basicName(elem) === "uint8" && way === 6) {
    gen.need("clip");
    return `clip(${text(type)}(${expression(gen, string, site).text}))`;
  }
  if (text(elem) === "int32" && way === 6) {
    gen.need("clip");
    return `clip(${text(type)}([]rune(${expression(gen, string, site).text})))`;
  }
  if (site.mode === "traced") return literal();
  const base = expression(gen, type, site).text;
  if (way === 7 && site.mode === "risky" && site.risk.left > 0) {
    site.risk.left--;
    const low = random.int(3);
    const high = low + random.int(3);
    return random.pick([
      `${base}[${low}:]`,
      `${base}[:${high}]`,
      `${base}[${low}:${high}]`,
      `${base}[${low}:${high}:${high + random.int(3)}]`,
      `${base}[${expression(gen, int, site).text}:]`,
    ]);
  }
  // What append allocates has a capacity of the implementation's choice: it is cut off.
  gen.need("clip");
  if (way < 10) {
    const more = Array.from({ length: 1 + random.int(3) }, of);
    return `clip(append(${base}, ${more.join(", ")}))`;
  }
  if (way === 10) return `clip(append(${base}, ${expression(gen, type, site).text}...))`;
  gen.need("head");
  return `head(${base}, ${random.int(4)})`;
}

function mapExpression(gen: Generator, type: GoType, key: GoType, elem: GoType, site: Site): string {
  const { random } = gen;
  if (site.depth <= 0 || random.chance(15)) return `make(${text(type)}${random.chance(50) ? ", 4" : ""})`;
  const entries = new Map<string, string>();
  for (let left = random.int(5); left > 0; left--) {
    const under = underlying(key);
    // Equal constant keys in one literal are refused; others would depend on the order.
    const of =
      under.kind === "basic"
        ? basicLiteral(gen, key)
        : under.kind === "interface"
          ? String(random.int(100))
          : expression(gen, key, site).text;
    entries.set(of, expression(gen, elem, site).text);
    if (under.kind !== "basic" && under.kind !== "interface") break;
  }
  return `${text(type)}{${[...entries].map(([k, v]) => `${k}: ${v}`).join(", ")}}`;
}

function pointerExpression(gen: Generator, elem: GoType, site: Site): string {
  const { random } = gen;
  const under = underlying(elem);
  if (site.mode === "risky" && random.chance(8)) return `(*${text(elem)})(nil)`;
  if (random.chance(30)) {
    const found = site.scope
      .visible()
      .filter(({ variable }) => variable.shared && variable.writable && text(variable.type) === text(elem));
    if (found.length > 0) {
      const { variable } = random.pick(found);
      return `&${variable.name}`;
    }
  }
  const literal = under.kind === "struct" || under.kind === "array";
  if (literal && random.chance(75)) {
    const made = composite(gen, elem, site)?.text;
    if (made?.startsWith(`${text(elem)}{`) === true) return `&${made}`;
  }
  if (random.chance(40)) return `new(${text(elem)})`;
  gen.need("ref");
  return `ref(${expression(gen, elem, site).text})`;
}

function interfaceExpression(gen: Generator, type: GoType, site: Site): string {
  const { random } = gen;
  if (site.mode === "risky" && random.chance(8)) return `${text(type)}(nil)`;
  const candidates: GoType[] = [];
  for (const named of gen.namedTypes) {
    const pointer: GoType = { kind: "pointer", elem: named };
    for (const of of isEmpty(named) ? [named] : [named, pointer]) {
      if (underlying(of).kind !== "interface" && implementsType(of, type)) candidates.push(of);
    }
  }
  if (text(type) === "any") {
    // Maps are left out: they would be printed in some order.
    const plain = gen.types.filter((t) => {
      const kind = underlying(t).kind;
      if (site.depth <= 0 && kind !== "basic") return false;
      return t.kind !== "param" && !hasParam(t) && kind !== "func" && kind !== "interface" && kind !== "map";
    });
    candidates.push(...plain);
  }
  if (candidates.length === 0) return `${text(type)}(nil)`;
  const of = random.pick(candidates);
  if (site.depth < deepestLeaf)
    return `${text(type)}(${of.kind === "pointer" ? `new(${text(of.elem)})` : `*new(${text(of)})`})`;
  const made = of.kind === "pointer" ? pointerExpression(gen, of.elem, site) : expression(gen, of, site).text;
  return `${text(type)}(${made})`;
}
