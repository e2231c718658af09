import { expression, variableExpression } from "./expressions.ts";
import { indent, type Generator } from "./generator.ts";
import { basicLiteral } from "./literals.ts";
import { readablePaths } from "./paths.ts";
import type { Scope } from "./scope.ts";
import { block, site, type StatementMaker } from "./statements.ts";
import {
  basicName,
  bool,
  hasParam,
  int,
  isInteger,
  isOrdered,
  string,
  text,
  underlying,
  type GoType,
} from "./types.ts";

/** if, for in all forms, switch, labels and goto. */
export function controlStatements(gen: Generator, scope: Scope): readonly StatementMaker[] {
  const deep = depthOf(scope) > 4;
  const loops = scope.loopDepth < 2 && !deep;
  return [
    { weight: deep ? 0 : 12, make: () => ifStatement(gen, scope) },
    { weight: deep ? 0 : 7, make: () => switchStatement(gen, scope) },
    { weight: deep ? 0 : 3, make: () => conditionSwitch(gen, scope) },
    {
      weight: deep ? 0 : 3,
      make: () => ["{", ...indent(block(gen, scope.inner(), 1 + gen.random.int(3), false)), "}"],
    },
    { weight: loops ? 7 : 0, make: () => countingLoop(gen, scope) },
    { weight: loops ? 9 : 0, make: () => rangeLoop(gen, scope) },
    { weight: loops ? 3 : 0, make: () => labelledLoops(gen, scope) },
    { weight: loops ? 2 : 0, make: () => gotoLoop(gen, scope) },
    { weight: loops ? 3 : 0, make: () => functionRange(gen, scope) },
  ];
}

function depthOf(scope: Scope): number {
  return scope.chain().length;
}

/** An expression in the head of a statement: braces must not be taken for the block. */
export function inHead(of: string): string {
  return of.includes("{") ? `(${of})` : of;
}

function condition(gen: Generator, scope: Scope): string {
  return inHead(expression(gen, bool, site(gen, scope)).text);
}

function ifStatement(gen: Generator, scope: Scope): readonly string[] {
  const { random } = gen;
  const head = scope.inner();
  let init = "";
  if (random.chance(15)) {
    const type = gen.anyType();
    const name = gen.fresh("v");
    init = `${name} := ${inHead(expression(gen, type, site(gen, scope)).text)}; `;
    head.declare({ name, type, shared: false, writable: false, used: false });
  }
  const test = condition(gen, head);
  const body = block(gen, head.inner(), 1 + random.int(3), false);
  // What the head declares must be used: the block of the condition does.
  const lines = [
    `if ${init}${test} {`,
    ...indent([...head.unused().map(({ name }) => `_ = ${name}`), ...body]),
  ];
  if (random.chance(20)) {
    lines.push(
      `} else if ${condition(gen, head)} {`,
      ...indent(block(gen, head.inner(), 1 + random.int(2), false)),
    );
  }
  if (random.chance(40))
    lines.push("} else {", ...indent(block(gen, head.inner(), 1 + random.int(2), false)));
  return [...lines, "}"];
}

/** `switch x { case … }` with constants that are all different, or with expressions. */
function switchStatement(gen: Generator, scope: Scope): readonly string[] | undefined {
  const { random } = gen;
  const type = gen.typeWhere(
    (t) =>
      t.kind !== "param" &&
      (isInteger(t) || basicName(t) === "string" || (isOrdered(t) && random.chance(20))),
  );
  if (type === undefined) return undefined;
  const tag = inHead(variableExpression(gen, type, site(gen, scope)).text);
  const lines = [`switch ${tag} {`];
  const taken = new Set<string>();
  const clauses = 1 + random.int(5);
  const dense = random.chance(50) && isInteger(type);
  const defaultAt = random.chance(60) ? random.int(clauses + 1) : -1;
  for (let i = 0; i < clauses; i++) {
    if (i === defaultAt) lines.push("default:", ...indent(block(gen, scope.inner(), 1, false)));
    const values: string[] = [];
    for (let n = 1 + random.int(2); n > 0; n--) {
      const value = dense ? `${text(type)}(${i * 2 + n})` : basicLiteral(gen, type);
      if (taken.has(canonical(value))) continue;
      taken.add(canonical(value));
      values.push(value);
    }
    if (values.length === 0) continue;
    lines.push(`case ${values.join(", ")}:`, ...indent(block(gen, scope.inner(), 1 + random.int(2), false)));
    if (i + 1 < clauses && random.chance(12)) lines.push("\tfallthrough");
  }
  if (defaultAt === clauses) lines.push("default:", ...indent(block(gen, scope.inner(), 1, false)));
  // A fallthrough must not be in the last clause.
  if (lines[lines.length - 1] === "\tfallthrough") lines.pop();
  return [...lines, "}"];
}

/** Floats are written in several ways. */
function canonical(value: string): string {
  return value;
}

function conditionSwitch(gen: Generator, scope: Scope): readonly string[] {
  const lines = ["switch {"];
  for (let n = 1 + gen.random.int(3); n > 0; n--) {
    // Go refuses two constant cases that are equal; these are none.
    const test = variableExpression(gen, bool, site(gen, scope)).text;
    lines.push(`case ${inHead(test)}:`, ...indent(block(gen, scope.inner(), 1 + gen.random.int(2), false)));
    if (n > 1 && gen.random.chance(10)) lines.push("\tfallthrough");
  }
  if (gen.random.chance(50)) lines.push("default:", ...indent(block(gen, scope.inner(), 1, false)));
  return [...lines, "}"];
}

/** The end of the body of a loop: sometimes it leaves, or goes on with the next round. */
function loopBody(gen: Generator, scope: Scope, size: number, label?: string): string[] {
  const { random } = gen;
  const leave: string[] = [];
  if (random.chance(25)) {
    const jump = label !== undefined && random.chance(60) ? ` ${label}` : "";
    // The jump comes before the rest, so that something is skipped.
    leave.push(`if ${condition(gen, scope)} {`, `\t${random.pick(["break", "continue"])}${jump}`, "}");
  }
  return [...leave, ...block(gen, scope, size, false)];
}

function countingLoop(gen: Generator, scope: Scope): readonly string[] {
  const { random } = gen;
  const inner = scope.loop();
  const type = random.chance(60) ? int : (gen.typeWhere((t) => isInteger(t) && !hasParam(t)) ?? int);
  const name = gen.fresh("i");
  const count = 1 + random.int(6);
  inner.declare({ name, type, shared: false, writable: false, used: true });
  const zero = text(type) === "int" ? "" : text(type);
  const head = random.pick([
    `for ${name} := ${zero}(0); ${name} < ${count}; ${name}++ {`,
    `for ${name} := ${zero}(${count}); ${name} > 0; ${name}-- {`,
    `for ${name} := ${zero}(1); ${name} <= ${count * 2}; ${name} += 2 {`,
  ]);
  return [head, ...indent(loopBody(gen, inner, 1 + random.int(3))), "}"];
}

/** range over integers, slices, arrays, strings and maps (of these only sums are taken). */
function rangeLoop(gen: Generator, scope: Scope): readonly string[] | undefined {
  const { random } = gen;
  const inner = scope.loop();
  const declare = (type: GoType): string => {
    const name = gen.fresh("v");
    inner.declare({ name, type, shared: random.chance(20), writable: random.chance(50), used: false });
    return name;
  };
  const body = (): string[] => indent(loopBody(gen, inner, 1 + random.int(3)));
  if (random.chance(25)) {
    const type = random.chance(50) ? int : (gen.typeWhere((t) => isInteger(t) && !hasParam(t)) ?? int);
    const bound = text(type) === "int" ? String(random.int(6)) : `${text(type)}(${random.int(6)})`;
    if (random.chance(15)) return [`for range ${bound} {`, ...body(), "}"];
    const name = declare(type);
    return [`for ${name} := range ${bound} {`, ...body(), "}"];
  }
  if (random.chance(20)) {
    const of = inHead(variableExpression(gen, string, site(gen, scope)).text);
    const names = [declare(int), declare({ kind: "basic", name: "int32" })];
    return [`for ${names.join(", ")} := range ${of} {`, ...body(), "}"];
  }
  const type = gen.typeWhere((t) => ["slice", "array"].includes(underlying(t).kind));
  if (type === undefined) return undefined;
  const under = underlying(type) as GoType & { kind: "slice" };
  const of = inHead(expression(gen, type, site(gen, scope)).text);
  const way = random.int(4);
  if (way === 0) {
    const name = declare(int);
    return [`for ${name} := range ${of} {`, ...body(), "}"];
  }
  const key = way === 1 ? declare(int) : "_";
  const value = declare(under.elem);
  return [`for ${key}, ${value} := range ${of} {`, ...body(), "}"];
}

function labelledLoops(gen: Generator, scope: Scope): readonly string[] {
  const { random } = gen;
  const label = gen.fresh("L");
  const outer = scope.loop();
  const i = gen.fresh("i");
  outer.declare({ name: i, type: int, shared: false, writable: false, used: false });
  // In the order of the text: these statements may hide names from those of the inner loop.
  const before = block(gen, outer, random.int(2), false);
  const inner = outer.loop();
  const j = gen.fresh("i");
  inner.declare({ name: j, type: int, shared: false, writable: false, used: true });
  const jump = `if ${j} == ${random.int(3)} && ${condition(gen, inner)} {`;
  const innerBody = loopBody(gen, inner, 1 + random.int(2), label);
  return [
    `${label}:`,
    `for ${i} := range ${2 + random.int(3)} {`,
    ...indent([
      ...before,
      `for ${j} := 0; ${j} < ${1 + random.int(4)}; ${j}++ {`,
      ...indent([jump, `\t${random.pick(["break", "continue"])} ${label}`, "}", ...innerBody]),
      "}",
    ]),
    "}",
  ];
}

/** A loop by goto, in a block of its own so that no declaration is jumped over. */
function gotoLoop(gen: Generator, scope: Scope): readonly string[] {
  const label = gen.fresh("L");
  const i = gen.fresh("i");
  const inner = scope.loop();
  inner.declare({ name: i, type: int, shared: false, writable: false, used: true });
  return [
    "{",
    ...indent([
      `${i} := 0`,
      `${label}:`,
      `if ${i} < ${1 + gen.random.int(4)} {`,
      ...indent([...block(gen, inner.inner(), 1 + gen.random.int(2), false), `${i}++`, `goto ${label}`]),
      "}",
    ]),
    "}",
  ];
}

/** range over a function, with bodies that break, continue and return. */
function functionRange(gen: Generator, scope: Scope): readonly string[] {
  const { random } = gen;
  const inner = scope.loop();
  const declare = (type: GoType): string => {
    const name = gen.fresh("v");
    // The body becomes a function, but its variables are those of the loop.
    inner.declare({ name, type, shared: false, writable: false, used: false });
    return name;
  };
  const of = gen.anyType();
  const sequence = random.chance(50)
    ? `${gen.need("upTo")}(${2 + random.int(4)})`
    : `${gen.need("each")}([]${text(of)}{${Array.from({ length: 1 + random.int(3) }, () => expression(gen, of, site(gen, scope)).text).join(", ")}})`;
  const head = sequence.startsWith("upTo")
    ? `for ${declare(int)} := range ${sequence} {`
    : `for ${declare(int)}, ${declare(of)} := range ${inHead(sequence)} {`;
  const leave = random.chance(25)
    ? [`if ${condition(gen, inner)} {`, ...indent(returnLines(gen, inner)), "}"]
    : [];
  return [head, ...indent([...leave, ...loopBody(gen, inner, 1 + random.int(3))]), "}"];
}

function returnLines(gen: Generator, scope: Scope): string[] {
  const { results, namedResults } = scope.fn;
  if (results.length === 0 || namedResults) return ["return"];
  return [`return ${results.map((type) => expression(gen, type, site(gen, scope)).text).join(", ")}`];
}

/** Paths of maps, for those who range over them. */
export function mapPaths(gen: Generator, scope: Scope): ReturnType<typeof readablePaths> {
  return readablePaths(gen, site(gen, scope, "plain")).filter((path) => underlying(path.type).kind === "map");
}
