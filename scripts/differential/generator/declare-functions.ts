import { expression } from "./expressions.ts";
import { functionContext, indent, type Generator, type Routine } from "./generator.ts";
import { Scope, type Variable } from "./scope.ts";
import { block, site } from "./statements.ts";
import {
  resultsText,
  text,
  underlying,
  type Constraint,
  type GoType,
  type Method,
  type NamedType,
} from "./types.ts";

type TypeParam = Routine["typeParams"][number];

/** A plain function. */
export function declareFunction(gen: Generator, root: Scope): void {
  const { random } = gen;
  const kind = random.int(10);
  if (kind < 2) return pureFunction(gen, root);
  const typeParams = kind < 5 ? chooseTypeParams(gen) : [];
  routine(gen, root, typeParams);
}

function chooseTypeParams(gen: Generator): readonly TypeParam[] {
  const constraints: readonly Constraint[] = ["any", "comparable", "ordered", "number", "integer"];
  const names = gen.random.chance(60) ? ["T"] : ["T", "U"];
  return names.map((name) => {
    const constraint = gen.random.pick(constraints);
    gen.need(constraint);
    return { name, constraint };
  });
}

/** A type made of type parameters and others. */
function generalType(gen: Generator, params: readonly GoType[]): GoType {
  const { random } = gen;
  if (params.length === 0 || random.chance(35)) return gen.anyType();
  const param = random.pick(params);
  const way = random.int(8);
  if (way < 5) return param;
  if (way === 5) return { kind: "slice", elem: param };
  if (way === 6) return { kind: "func", params: [param], results: [random.pick(params)] };
  return { kind: "array", length: 2, elem: param };
}

function routine(gen: Generator, root: Scope, typeParams: readonly TypeParam[]): void {
  const { random } = gen;
  const name = gen.fresh("fn");
  const params = typeParams.map((p): GoType => ({ kind: "param", ...p }));
  const types = Array.from({ length: random.int(4) }, () => generalType(gen, params));
  const variadic = random.chance(12);
  if (variadic) types.push({ kind: "slice", elem: gen.anyType() });
  const results = Array.from({ length: random.chance(15) ? 0 : 1 + random.int(2) }, () =>
    params.length > 0 && random.chance(50) ? random.pick(params) : gen.anyType(),
  );
  const index = gen.routines.length;
  const fn = functionContext({
    callable: index,
    typeParams: params,
    results,
    namedResults: random.chance(30),
  });
  const scope = new Scope(root, fn, 0);
  const head = `func ${name}${typeParamList(typeParams)}`;
  const body = functionText(gen, scope, head, types, variadic);
  gen.declarations.push(body);
  gen.routines.push({ name, index, typeParams, variadic, pure: false, params: types, results });
}

function typeParamList(typeParams: readonly TypeParam[]): string {
  if (typeParams.length === 0) return "";
  return `[${typeParams.map(({ name, constraint }) => `${name} ${constraint}`).join(", ")}]`;
}

/** Parameters, results and body after a head. */
function functionText(
  gen: Generator,
  scope: Scope,
  head: string,
  types: readonly GoType[],
  variadic: boolean,
  size = 2 + gen.random.int(4),
): string {
  const { random } = gen;
  const { results, namedResults } = scope.fn;
  const params = types.map((type, i) => {
    const variable = parameter(gen, type);
    scope.declare(variable);
    const isRest = variadic && i === types.length - 1 && type.kind === "slice";
    return `${variable.name} ${isRest ? `...${text(type.elem)}` : text(type)}`;
  });
  let resultText = resultsText(results);
  if (namedResults && results.length > 0) {
    const names = results.map((type) => {
      const shared = random.chance(60) && underlying(type).kind !== "func";
      const name = gen.fresh("r");
      // A function among the results is nil until it is set.
      if (underlying(type).kind !== "func") {
        scope.declare({ name, type, shared, writable: true, used: true });
      }
      return `${name} ${text(type)}`;
    });
    resultText = ` (${names.join(", ")})`;
  }
  const zeros = namedResults ? "" : results.map((type) => `*new(${text(type)})`).join(", ");
  const stop = ["if spent() {", zeros === "" ? "\treturn" : `\treturn ${zeros}`, "}"];
  const body = block(gen, scope, size, true);
  return `${head}(${params.join(", ")})${resultText} {\n${indent([...stop, ...body]).join("\n")}\n}`;
}

function parameter(gen: Generator, type: GoType): Variable {
  const isFunction = underlying(type).kind === "func";
  return {
    name: gen.fresh("p"),
    type,
    shared: !isFunction && gen.random.chance(25),
    writable: !isFunction,
    used: true,
  };
}

/** A function that only computes: small enough to be inlined. */
function pureFunction(gen: Generator, root: Scope): void {
  const { random } = gen;
  const name = gen.fresh("fn");
  const params = Array.from({ length: 1 + random.int(3) }, () => gen.anyType());
  const result = gen.anyType();
  const index = gen.routines.length;
  const fn = functionContext({ callable: index, results: [result] });
  // Without the globals, which calls could change between two readings.
  const scope = new Scope(new Scope(undefined, root.fn, 0), fn, 0);
  const names = params.map((type) => {
    const variable: Variable = { name: gen.fresh("p"), type, shared: false, writable: false, used: true };
    scope.declare(variable);
    return `${variable.name} ${text(type)}`;
  });
  const at = { ...site(gen, scope, "traced"), mode: "plain" as const };
  const lines: string[] = [];
  if (random.chance(50)) {
    const test = expression(gen, { kind: "basic", name: "bool" }, at).text;
    lines.push(`if (${test}) {`, `\treturn ${expression(gen, result, at).text}`, "}");
  }
  lines.push(`return ${expression(gen, result, at).text}`);
  gen.declarations.push(
    `func ${name}(${names.join(", ")})${resultsText([result])} {\n${indent(lines).join("\n")}\n}`,
  );
  gen.routines.push({ name, index, typeParams: [], variadic: false, pure: true, params, results: [result] });
}

/** The body of a method that a type was given. */
export function declareMethod(gen: Generator, root: Scope, type: NamedType, method: Method): void {
  const { random } = gen;
  const receiver = gen.fresh("p");
  const fn = functionContext({
    callable: gen.routines.length,
    results: method.results,
    namedResults: random.chance(25),
  });
  const scope = new Scope(root, fn, 0);
  const of: GoType = method.pointer === true ? { kind: "pointer", elem: type } : type;
  scope.declare({ name: receiver, type: of, shared: false, writable: method.pointer !== true, used: true });
  const head = `func (${receiver} ${text(of)}) ${method.name}`;
  gen.declarations.push(functionText(gen, scope, head, method.params, false, 1 + random.int(2)));
}

/** A function that calls itself, a few levels deep. */
export function declareRecursive(gen: Generator, root: Scope): void {
  const { random } = gen;
  const name = gen.fresh("fn");
  const type = gen.anyType();
  const index = gen.routines.length;
  const fn = functionContext({ callable: index, results: [type] });
  const scope = new Scope(root, fn, 0);
  const [n, value] = [gen.fresh("p"), gen.fresh("p")];
  scope.declare({
    name: n,
    type: { kind: "basic", name: "int" },
    shared: false,
    writable: false,
    used: true,
  });
  scope.declare({ name: value, type, shared: random.chance(30), writable: true, used: true });
  const body = block(gen, scope, random.int(3), false);
  const at = site(gen, scope, "plain");
  const again = `${name}(${n}-1, ${expression(gen, type, at).text})`;
  const deferred = random.chance(25) ? [`defer println("leave", ${n})`] : [];
  const lines = [
    `if ${n} <= 0 || spent() {`,
    `\treturn ${value}`,
    "}",
    ...deferred,
    ...body,
    `return ${again}`,
  ];
  gen.declarations.push(
    `func ${name}(${n} int, ${value} ${text(type)}) ${text(type)} {\n${indent(lines.flatMap((l) => l.split("\n"))).join("\n")}\n}`,
  );
  gen.routines.push({
    name,
    index,
    typeParams: [],
    variadic: false,
    pure: false,
    params: [{ kind: "basic", name: "int" }, type],
    results: [type],
  });
}
