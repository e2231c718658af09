import { expression } from "./expressions.ts";
import { indent, type Generator } from "./generator.ts";
import { readablePaths, type Path } from "./paths.ts";
import type { Scope } from "./scope.ts";
import { show } from "./show.ts";
import { site, type StatementMaker } from "./statements.ts";
import { mapPaths } from "./statements-control.ts";
import { fieldsOf, int, isInteger, isOrdered, text, underlying, type GoType } from "./types.ts";

/** What slices, maps and pointers share with others: guarded writes, copy, delete, aliases. */
export function memoryStatements(gen: Generator, scope: Scope): readonly StatementMaker[] {
  return [
    { weight: 6, make: () => writeElement(gen, scope) },
    { weight: 5, make: () => writeEntry(gen, scope) },
    { weight: 5, make: () => readEntry(gen, scope) },
    { weight: 3, make: () => removeEntry(gen, scope) },
    { weight: 3, make: () => copyElements(gen, scope) },
    { weight: 5, make: () => throughPointer(gen, scope) },
    { weight: 3, make: () => mapLoop(gen, scope) },
    { weight: 2, make: () => clearAll(gen, scope) },
    { weight: 3, make: () => toArray(gen, scope) },
    { weight: 3, make: () => alias(gen, scope) },
  ];
}

function paths(gen: Generator, scope: Scope, kind: GoType["kind"]): readonly Path[] {
  return readablePaths(gen, site(gen, scope, "plain")).filter((path) => underlying(path.type).kind === kind);
}

function choose(gen: Generator, found: readonly Path[]): Path | undefined {
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  return path;
}

function writeElement(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = choose(gen, paths(gen, scope, "slice"));
  if (path === undefined) return undefined;
  const { elem } = underlying(path.type) as GoType & { kind: "slice" };
  const index = gen.random.int(4);
  const value = expression(gen, elem, site(gen, scope, "plain")).text;
  const target = `${path.text}[${index}]`;
  const op = isInteger(elem) && gen.random.chance(40) ? "+=" : "=";
  return [`if len(${path.text}) > ${index} {`, `\t${target} ${op} ${value}`, "}"];
}

function writeEntry(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = choose(gen, mapPaths(gen, scope));
  if (path === undefined) return undefined;
  const { key, elem } = underlying(path.type) as GoType & { kind: "map" };
  const k = expression(gen, key, site(gen, scope, "plain")).text;
  const v = expression(gen, elem, site(gen, scope, "plain")).text;
  const op = isInteger(elem) && gen.random.chance(40) ? "+=" : "=";
  const write = `${path.text}[${k}] ${op} ${v}`;
  if (gen.random.chance(12)) return [write];
  return [`if ${path.text} != nil {`, `\t${write}`, "}"];
}

function readEntry(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = choose(gen, mapPaths(gen, scope));
  if (path === undefined) return undefined;
  const { key, elem } = underlying(path.type) as GoType & { kind: "map" };
  const k = expression(gen, key, site(gen, scope, "plain")).text;
  const value = gen.fresh("v");
  const found = gen.fresh("v");
  const shared = gen.random.chance(30) && underlying(elem).kind !== "func";
  if (underlying(elem).kind === "func") return [`_, ${found} := ${path.text}[${k}]`, `_ = ${found}`];
  scope.declare({ name: value, type: elem, shared, writable: true, used: false });
  if (gen.random.chance(40)) return [`${value} := ${path.text}[${k}]`];
  scope.declare({
    name: found,
    type: { kind: "basic", name: "bool" },
    shared: false,
    writable: true,
    used: false,
  });
  return [`${value}, ${found} := ${path.text}[${k}]`];
}

function removeEntry(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = choose(gen, mapPaths(gen, scope));
  if (path === undefined) return undefined;
  const { key } = underlying(path.type) as GoType & { kind: "map" };
  return [`delete(${path.text}, ${expression(gen, key, site(gen, scope, "plain")).text})`];
}

function copyElements(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = choose(gen, paths(gen, scope, "slice"));
  if (path === undefined) return undefined;
  const from = expression(gen, path.type, site(gen, scope, "plain")).text;
  if (gen.random.chance(40)) {
    const name = gen.fresh("v");
    scope.declare({ name, type: int, shared: false, writable: true, used: false });
    return [`${name} := copy(${path.text}, ${from})`];
  }
  gen.need("head");
  return [`copy(head(${path.text}, ${gen.random.int(3)}), ${from})`];
}

function throughPointer(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = choose(gen, paths(gen, scope, "pointer"));
  if (path === undefined) return undefined;
  const { elem } = underlying(path.type) as GoType & { kind: "pointer" };
  const fields = fieldsOf(elem).filter((f) => underlying(f.type).kind !== "func");
  const at = site(gen, scope, "plain");
  const lines: string[] = [];
  if (fields.length > 0 && gen.random.chance(70)) {
    const field = gen.random.pick(fields);
    lines.push(`${path.text}.${field.name} = ${expression(gen, field.type, at).text}`);
    lines.push(show(gen, field.type, `${path.text}.${field.name}`));
  } else {
    lines.push(`*${path.text} = ${expression(gen, elem, at).text}`);
  }
  return [`if ${path.text} != nil {`, ...indent(lines), "}"];
}

/** Only what does not depend on the order is taken from a map. */
function mapLoop(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = choose(gen, mapPaths(gen, scope));
  if (path === undefined) return undefined;
  const { key, elem } = underlying(path.type) as GoType & { kind: "map" };
  const sum = gen.fresh("v");
  const [k, v] = [gen.fresh("k"), gen.fresh("k")];
  const terms = [
    isInteger(elem) ? `int(${v})` : `1`,
    isInteger(key) ? `int(${k})*3` : text(key) === "string" ? `len(${k})` : "2",
  ];
  scope.declare({ name: sum, type: int, shared: false, writable: true, used: false });
  const used = terms.join(" ");
  const names = [used.includes(`${k})`) ? k : "_", used.includes(`${v})`) ? v : "_"];
  const head = names[1] === "_" && names[0] !== "_" ? names[0] : names.join(", ");
  const range = names.every((n) => n === "_")
    ? `for range ${path.text}`
    : `for ${head} := range ${path.text}`;
  const remove = names[0] !== "_" && gen.random.chance(25) ? [`\tdelete(${path.text}, ${k})`] : [];
  return [`${sum} := 0`, `${range} {`, `\t${sum} += ${terms.join(" + ")}`, ...remove, "}"];
}

function clearAll(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = choose(gen, gen.random.chance(50) ? mapPaths(gen, scope) : paths(gen, scope, "slice"));
  return path === undefined ? undefined : [`clear(${path.text})`];
}

/** `[n]T(s)` and `(*[n]T)(s)` of slices that are long enough, or not. */
function toArray(gen: Generator, scope: Scope): readonly string[] | undefined {
  const type = gen.typeWhere((t) => t.kind === "array");
  if (type === undefined || type.kind !== "array") return undefined;
  const found = paths(gen, scope, "slice").filter((path) => {
    const slice = underlying(path.type) as GoType & { kind: "slice" };
    return text(slice.elem) === text(type.elem);
  });
  const path = choose(gen, found);
  if (path === undefined) return undefined;
  const name = gen.fresh("v");
  const risky = gen.random.chance(15);
  const guard = `if len(${path.text}) >= ${type.length} {`;
  const convert = gen.random.chance(50)
    ? [`${name} := ${text(type)}(${path.text})`, show(gen, type, name)]
    : [`${name} := (*${text(type)})(${path.text})`, show(gen, type, `*${name}`)];
  return risky ? ["{", ...indent(convert), "}"] : [guard, ...indent(convert), "}"];
}

/** Two slices of one array: what one writes the other sees. */
function alias(gen: Generator, scope: Scope): readonly string[] | undefined {
  const { random } = gen;
  const type = gen.typeWhere((t) => t.kind === "slice" && (isOrdered(t.elem) || random.chance(30)));
  if (type === undefined || type.kind !== "slice") return undefined;
  const [a, b] = [gen.fresh("v"), gen.fresh("v")];
  const at = site(gen, scope, "plain");
  const of = (): string => expression(gen, type.elem, at).text;
  const low = random.int(3);
  const high = low + random.int(4 - low);
  const end = random.chance(50) ? `:${high + random.int(6 - high)}` : "";
  const lines = [
    `${a} := ${text(type)}{${of()}, ${of()}, ${of()}, ${of()}, ${of()}}`,
    `${b} := append(${a}[${low}:${high}${end}], ${of()})`,
    // One element more at most: growth of the capacity is the implementation's choice, and is cut off.
    `${b} = ${b}[:len(${b}):len(${b})]`,
    `${b}[0] = ${of()}`,
  ];
  scope.declare({ name: a, type, shared: random.chance(50), writable: true, used: false });
  scope.declare({ name: b, type, shared: random.chance(50), writable: true, used: false });
  return [...lines, show(gen, type, a)];
}
