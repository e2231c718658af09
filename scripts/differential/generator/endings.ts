import { expression } from "./expressions.ts";
import { indent, type Generator } from "./generator.ts";
import type { Scope } from "./scope.ts";
import { show } from "./show.ts";
import { block, site } from "./statements.ts";
import { basicName, int, string, type GoType } from "./types.ts";

/** Statements that end the program with a panic that nobody recovers. */
export function uncaught(gen: Generator, scope: Scope): readonly string[] {
  const { random } = gen;
  const at = site(gen, scope, "plain");
  const value = (type: GoType): string => expression(gen, type, at).text;
  const n = gen.fresh("v");
  const basic = gen.typeWhere((t) => basicName(t) !== undefined)!;
  gen.need("failure");
  const thrown = random.pick([
    () => [`panic(${value(basic)})`],
    () => [`panic(${value(string)})`],
    () => [`panic(failure{${value(int)}, "uncaught"})`],
    () => [`panic(&failure{1, ${value(string)}})`],
    () => [`var ${n} []int`, `println(${n}[${random.int(9)}+len(${n})])`],
    () => [`${n} := make([]int, ${random.int(4)})`, `println(len(${n}[${random.int(3) + 4}+len(${n}):]))`],
    () => [`var ${n} map[string]int`, `${n}["a"]++`],
    () => [`var ${n} *failure`, `println(${n}.code)`],
    () => [`${n} := ${value(int)} * 0`, `println(7 / ${n})`],
    () => [`var ${n} any = ${value(basic)}`, `println(${n}.(failure).code)`],
    () => [`var ${n} any`, `println(${n}.(error).Error())`],
    () => [`var ${n} any = failure{}`, `println(${n}.(interface{ Missing() int }).Missing())`],
    () => [`${n} := []int{1}`, `println(len([4]int(${n})))`],
    () => [`${n} := -1 - len(${value(string)}[:0])`, `println(1 << ${n})`],
    () => [`${n} := -2 + 0*len(${value(string)}[:0])`, `println(len(make([]int, ${n})))`],
    () => [`var ${n} any = []int{1}`, `println(${n} == ${n})`],
    () => [`var ${n} any = func() {}`, `println(map[any]int{1: 2}[${n}])`],
    () => [`var ${n} func()`, `${n}()`],
    () => [`var ${n} error`, `println(${n}.Error())`],
  ])();
  const way = random.int(6);
  if (way === 0) return ["defer func() {", "\tr := recover()", "\tpanic(r)", "}()", ...thrown];
  if (way === 1) return ["defer func() {", `\tpanic("second")`, "}()", ...thrown];
  if (way === 2) {
    return [
      "defer func() {",
      "\tdefer func() {",
      "\t\trecover()",
      "\t}()",
      `\tpanic("inner")`,
      "}()",
      ...thrown,
    ];
  }
  if (way === 3) return [`defer println("deferred")`, ...thrown];
  if (way === 4) {
    return ["defer func() {", "\trecover()", `\tpanic("after")`, "}()", ...thrown];
  }
  return thrown;
}

/** Variables whose order of initialisation their dependencies decide, and init functions that print. */
export function initialization(gen: Generator, root: Scope): readonly string[] {
  const { random } = gen;
  gen.need("tr");
  const names = Array.from({ length: 3 + random.int(4) }, () => gen.fresh("o"));
  const out = names.map((name, i) => {
    // Each depends on later ones only, so that there is no cycle.
    const later = names.slice(i + 1);
    const of = later.length > 0 && random.chance(70) ? random.pick(later) : "1";
    const form = random.pick([
      `tr(${gen.nextTrace()}, ${of}+${random.int(9)})`,
      `func() int {\n\tprintln("${name}")\n\treturn ${of} * 2\n}()`,
      `${of} + 1`,
    ]);
    return `var ${name} = ${form}`;
  });
  if (random.chance(40)) {
    const last = names[names.length - 1]!;
    const [a, b] = [gen.fresh("o"), gen.fresh("o")];
    out.unshift(`var ${a}, ${b} = func() (int, string) {\n\tprintln("two")\n\treturn ${last}, "b"\n}()`);
    names.push(a);
    out.push(`var _ = tr(${gen.nextTrace()}, len(${b}))`);
  }
  const inner = root.inner();
  for (let n = 1 + random.int(2); n > 0; n--) {
    const body = [show(gen, int, random.pick(names)), ...block(gen, inner.inner(), random.int(3), false)];
    out.push(`func init() {\n${indent(body.flatMap((line) => line.split("\n"))).join("\n")}\n}`);
  }
  return random.shuffled(out);
}
