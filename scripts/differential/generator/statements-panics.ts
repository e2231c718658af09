import { expression } from "./expressions.ts";
import { indent, type Generator } from "./generator.ts";
import type { Scope } from "./scope.ts";
import { block, closureScope, site, type StatementMaker } from "./statements.ts";
import { anyType, basicName, bool, int, string } from "./types.ts";
import { inHead } from "./statements-control.ts";

/** defer, panic and recover. */
export function panicStatements(gen: Generator, scope: Scope): readonly StatementMaker[] {
  const shallow = scope.fn.closureDepth < 2;
  return [
    { weight: shallow ? 4 : 0, make: () => deferred(gen, scope) },
    { weight: shallow ? 6 : 0, make: () => protectedBlock(gen, scope) },
    { weight: 1, make: () => guardedPanic(gen, scope) },
    { weight: shallow ? 2 : 0, make: () => nested(gen, scope) },
  ];
}

function deferred(gen: Generator, scope: Scope): readonly string[] {
  const { random } = gen;
  // Deferred calls of a loop run all at the end.
  const inner = closureScope(scope);
  const body = (): string[] => block(gen, inner, 1 + random.int(2), false);
  const number = gen.nextTrace();
  if (random.chance(20)) {
    gen.need("tr");
    return [`defer tr(${number}, ${expression(gen, int, site(gen, scope, "plain")).text})`];
  }
  if (random.chance(30)) {
    gen.need("caught");
    return ["defer func() {", `\tcaught(recover())`, ...indent(body()), "}()"];
  }
  if (random.chance(25)) {
    const argument = gen.fresh("a");
    inner.declare({ name: argument, type: int, shared: false, writable: true, used: true });
    return [
      `defer func(${argument} int) {`,
      ...indent([`println("deferred", ${number}, ${argument})`, ...block(gen, inner, 1, false)]),
      `}(${expression(gen, int, site(gen, scope, "plain")).text})`,
    ];
  }
  return ["defer func() {", ...indent([`println("deferred", ${number})`, ...body()]), "}()"];
}

/** Statements whose panics end with them. */
function protectedBlock(gen: Generator, scope: Scope): readonly string[] {
  const inner = closureScope(scope);
  gen.need("try");
  const body = block(gen, inner, 1 + gen.random.int(3), false);
  if (gen.random.chance(50)) body.push(panicLine(gen, inner));
  return [`try(${gen.nextTrace()}, func() {`, ...indent(body), "})"];
}

function panicLine(gen: Generator, scope: Scope): string {
  const { random } = gen;
  const at = site(gen, scope, "plain");
  const way = random.int(5);
  if (way === 0) return `panic(${expression(gen, anyType, at).text})`;
  if (way === 1)
    return `panic(${gen.need("failure")}{${expression(gen, int, at).text}, ${expression(gen, string, at).text}})`;
  if (way === 2) return `panic(&${gen.need("failure")}{${expression(gen, int, at).text}, "pointer"})`;
  if (way === 3) return `panic(${expression(gen, string, at).text})`;
  const type = gen.typeWhere((t) => basicName(t) !== undefined) ?? int;
  return `panic(${expression(gen, type, at).text})`;
}

function guardedPanic(gen: Generator, scope: Scope): readonly string[] {
  const test = inHead(expression(gen, bool, site(gen, scope)).text);
  return [`if ${test} {`, `\t${panicLine(gen, scope)}`, "}"];
}

/** A panic while another runs deferred calls; recovered there, or replaced. */
function nested(gen: Generator, scope: Scope): readonly string[] {
  const { random } = gen;
  const inner = closureScope(scope);
  gen.need("try");
  gen.need("caught");
  const second = random.pick([
    ["caught(recover())", panicLine(gen, inner)],
    [panicLine(gen, inner)],
    ["r := recover()", "caught(r)", "panic(r)"],
    ["defer func() {", "\tcaught(recover())", "}()", panicLine(gen, inner)],
    ["func() {", "\tcaught(recover())", "}()"],
  ]);
  return [
    `try(${gen.nextTrace()}, func() {`,
    ...indent([
      "defer func() {",
      ...indent(second),
      "}()",
      ...block(gen, inner, random.int(2), false),
      panicLine(gen, inner),
    ]),
    "})",
  ];
}
