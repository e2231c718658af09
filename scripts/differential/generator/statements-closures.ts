import { functionLiteral } from "./calls.ts";
import { expression } from "./expressions.ts";
import { indent, type Generator } from "./generator.ts";
import { readablePaths } from "./paths.ts";
import type { Scope } from "./scope.ts";
import { block, closureScope, site, type StatementMaker } from "./statements.ts";
import { show } from "./show.ts";
import { implementsType, int, methodsOf, resultsText, text, underlying, type GoType } from "./types.ts";

/** Closures that outlive loops, and what interfaces hold. */
export function closureStatements(gen: Generator, scope: Scope): readonly StatementMaker[] {
  const shallow = scope.fn.closureDepth < 2;
  return [
    { weight: shallow ? 5 : 0, make: () => functionVariable(gen, scope) },
    { weight: shallow && scope.loopDepth < 2 ? 3 : 0, make: () => capturedLoop(gen, scope) },
    { weight: shallow ? 3 : 0, make: () => counter(gen, scope) },
    { weight: 5, make: () => typeSwitch(gen, scope) },
    { weight: 4, make: () => commaOk(gen, scope) },
    { weight: 5, make: () => interfaceCall(gen, scope) },
  ];
}

function functionVariable(gen: Generator, scope: Scope): readonly string[] {
  const { random } = gen;
  const type: GoType = {
    kind: "func",
    params: Array.from({ length: random.int(3) }, () => gen.anyType()),
    results: Array.from({ length: random.int(3) }, () => gen.anyType()),
  };
  const name = gen.fresh("f");
  const literal = functionLiteral(gen, type, site(gen, scope));
  scope.declare({ name, type, shared: false, writable: false, used: false });
  return [`${name} := ${literal}`];
}

/** Each round has a variable of its own, also where the closures change it. */
function capturedLoop(gen: Generator, scope: Scope): readonly string[] {
  const { random } = gen;
  const fs = gen.fresh("fs");
  const i = gen.fresh("i");
  const change = random.pick([`${i} += 10`, `${i}++`, `${i} *= 2`, `_ = ${i}`]);
  const other = expression(gen, int, site(gen, scope, "plain")).text;
  const head = random.pick([
    `for ${i} := 0; ${i} < ${2 + random.int(3)}; ${i}++ {`,
    `for ${i} := range ${2 + random.int(3)} {`,
    `for ${i}, _ := range [${2 + random.int(2)}]int{} {`,
  ]);
  const call = gen.fresh("f");
  return [
    "{",
    ...indent([
      `var ${fs} []func() int`,
      head,
      `\t${fs} = append(${fs}, func() int {`,
      `\t\t${change}`,
      `\t\treturn ${i} + ${other}`,
      "\t})",
      "}",
      `for _, ${call} := range ${fs} {`,
      ...indent([show(gen, int, `${call}()`), show(gen, int, `${call}()`)]),
      "}",
    ]),
    "}",
  ];
}

/** A function that makes functions which share a variable. */
function counter(gen: Generator, scope: Scope): readonly string[] {
  const type = gen.typeWhere((t) => underlying(t).kind !== "func") ?? int;
  const [n, get, set] = [gen.fresh("v"), gen.fresh("f"), gen.fresh("f")];
  const inner = closureScope(scope, []);
  inner.declare({ name: n, type, shared: true, writable: true, used: true });
  const value = expression(gen, type, site(gen, scope)).text;
  const body = block(gen, inner, 1 + gen.random.int(2), false);
  scope.declare({ name: n, type, shared: true, writable: true, used: true });
  scope.declare({
    name: get,
    type: { kind: "func", params: [], results: [type] },
    shared: false,
    writable: false,
    used: true,
  });
  return [
    `${n} := ${value}`,
    `${get} := func()${resultsText([type])} {`,
    `\treturn ${n}`,
    "}",
    `${set} := func() {`,
    ...indent([`_ = ${n}`, ...body]),
    "}",
    `${set}()`,
    show(gen, type, `${get}()`),
  ];
}

function interfacePath(gen: Generator, scope: Scope): ReturnType<typeof readablePaths>[number] | undefined {
  const found = readablePaths(gen, site(gen, scope, "plain")).filter(
    (path) => underlying(path.type).kind === "interface",
  );
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  return path;
}

/** Types that a value in the interface may have. */
function dynamicTypes(gen: Generator, of: GoType): readonly GoType[] {
  const all: GoType[] = [];
  for (const type of [...gen.types, ...gen.namedTypes]) {
    const pointer: GoType = { kind: "pointer", elem: type };
    for (const each of [type, ...(type.kind === "named" ? [pointer] : [])]) {
      if (all.some((t) => text(t) === text(each)) || text(each) === text(of)) continue;
      if (underlying(each).kind === "interface" || implementsType(each, of)) all.push(each);
    }
  }
  return gen.random.shuffled(all);
}

function typeSwitch(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = interfacePath(gen, scope);
  if (path === undefined) return undefined;
  const { random } = gen;
  const types = dynamicTypes(gen, path.type).slice(0, 2 + random.int(5));
  if (types.length === 0) return undefined;
  const name = gen.fresh("x");
  const lines = [`switch ${name} := ${path.text}.(type) {`];
  if (random.chance(40)) lines.push("case nil:", `\tprintln("nil", ${name} == nil)`);
  while (types.length > 0) {
    const group = types.splice(0, random.chance(75) ? 1 : 2);
    const inner = scope.inner();
    const type = group.length === 1 ? group[0]! : path.type;
    inner.declare({ name, type, shared: false, writable: false, used: true });
    lines.push(`case ${group.map(text).join(", ")}:`, `\t_ = ${name}`);
    lines.push(...indent([...show(gen, type, name).split("\n"), ...block(gen, inner, random.int(2), false)]));
  }
  if (random.chance(60)) lines.push("default:", `\tprintln("default", ${name} == nil)`);
  return [...lines, "}"];
}

function commaOk(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = interfacePath(gen, scope);
  if (path === undefined) return undefined;
  const [type] = dynamicTypes(gen, path.type);
  if (type === undefined) return undefined;
  const [value, ok] = [gen.fresh("v"), gen.fresh("v")];
  if (underlying(type).kind === "func") return undefined;
  scope.declare({ name: value, type, shared: gen.random.chance(30), writable: true, used: false });
  scope.declare({
    name: ok,
    type: { kind: "basic", name: "bool" },
    shared: false,
    writable: true,
    used: false,
  });
  return [`${value}, ${ok} := ${path.text}.(${text(type)})`];
}

function interfaceCall(gen: Generator, scope: Scope): readonly string[] | undefined {
  const path = interfacePath(gen, scope);
  if (path === undefined) return undefined;
  const methods = methodsOf(path.type, false);
  if (methods.length === 0) return undefined;
  const method = gen.random.pick(methods);
  const at = site(gen, scope, "plain");
  const call = `${path.text}.${method.name}(${method.params.map((p) => expression(gen, p, at).text).join(", ")})`;
  const lines = method.results.length === 1 ? [show(gen, method.results[0]!, call)] : [call];
  // Without the test it may be a call through nil.
  if (gen.random.chance(12)) return lines;
  return [`if ${path.text} != nil {`, ...indent(lines), "}"];
}
