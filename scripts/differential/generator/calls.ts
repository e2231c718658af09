import { expression } from "./expressions.ts";
import {
  functionContext,
  indent,
  type Expression,
  type Generator,
  type Site,
  type Routine,
} from "./generator.ts";
import { readablePaths } from "./paths.ts";
import { Scope, type Variable } from "./scope.ts";
import { block } from "./statements.ts";
import {
  bool,
  hasParam,
  methodsOf,
  resultsText,
  same,
  satisfies,
  signatureText,
  substitute,
  text,
  underlying,
  type GoType,
  type Method,
  type Signature,
} from "./types.ts";

/** A call of the trace function, which prints a number and returns its second argument. */
export function trace(gen: Generator, type: GoType, site: Site): Expression {
  gen.need("tr");
  return { text: `tr(${gen.nextTrace()}, ${expression(gen, type, site).text})`, constant: false };
}

/** A call that returns one value of a type; calls with effects are in traced sites only. */
export function call(gen: Generator, type: GoType, site: Site): Expression | undefined {
  const ways: (() => string | undefined)[] = [
    () => routineCall(gen, [type], site),
    () => variableCall(gen, [type], site),
  ];
  if (site.mode === "traced") ways.push(() => methodCall(gen, [type], site));
  for (const way of gen.random.shuffled(ways)) {
    const made = way();
    if (made !== undefined) return { text: made, constant: false };
  }
  return undefined;
}

/** A call of a declared function with exactly these results. */
export function routineCall(gen: Generator, results: readonly GoType[], site: Site): string | undefined {
  const found = gen.routines.flatMap((routine) => {
    if (routine.index >= site.scope.fn.callable) return [];
    if (site.mode !== "traced" && !routine.pure) return [];
    const bound = match(gen, routine, results);
    return bound === undefined ? [] : [{ routine, bound }];
  });
  if (found.length === 0) return undefined;
  const { routine, bound } = gen.random.pick(found);
  return routineCallText(gen, routine, bound, site);
}

/** The text of a call. */
export function routineCallText(
  gen: Generator,
  routine: Routine,
  bound: ReadonlyMap<string, GoType>,
  site: Site,
): string {
  const params = routine.params.map((param) => substitute(param, bound));
  const args: string[] = [];
  params.forEach((param, i) => {
    if (!routine.variadic || i < params.length - 1 || param.kind !== "slice") {
      args.push(expression(gen, param, site).text);
    } else if (gen.random.chance(35)) {
      args.push(`${expression(gen, param, site).text}...`);
    } else {
      for (let n = gen.random.int(4); n > 0; n--) args.push(expression(gen, param.elem, site).text);
    }
  });
  const inferred =
    !routine.variadic &&
    routine.typeParams.every(({ name }) => routine.params.some((p) => mentions(p, name))) &&
    gen.random.chance(60);
  const types = routine.typeParams.map(({ name }) => text(bound.get(name)!));
  return `${routine.name}${inferred || types.length === 0 ? "" : `[${types.join(", ")}]`}(${args.join(", ")})`;
}

function mentions(type: GoType, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text(type));
}

/** The type arguments with which a function has these results, if there are any. */
function match(
  gen: Generator,
  routine: Routine,
  results: readonly GoType[],
): ReadonlyMap<string, GoType> | undefined {
  if (routine.results.length !== results.length) return undefined;
  const bound = new Map<string, GoType>();
  routine.results.forEach((result, i) => {
    if (result.kind === "param") bound.set(result.name, results[i]!);
  });
  for (const { name, constraint } of routine.typeParams) {
    const type = bound.get(name) ?? gen.typeWhere((t) => satisfies(t, constraint) && !hasParam(t));
    if (type === undefined || !fits(type, constraint)) return undefined;
    bound.set(name, type);
  }
  return routine.results.every((result, i) => same(substitute(result, bound), results[i]!))
    ? bound
    : undefined;
}

/** Whether a type, perhaps a type parameter itself, satisfies a constraint. */
export function fits(type: GoType, constraint: string): boolean {
  if (type.kind !== "param") return satisfies(type, constraint as never);
  const within: Readonly<Record<string, readonly string[]>> = {
    any: ["any", "comparable", "ordered", "number", "integer"],
    comparable: ["comparable", "ordered", "number", "integer"],
    ordered: ["ordered", "number", "integer"],
    number: ["number", "integer"],
    integer: ["integer"],
  };
  return within[constraint]!.includes(type.constraint);
}

/** A call of a variable that holds a function. */
export function variableCall(gen: Generator, results: readonly GoType[], site: Site): string | undefined {
  if (site.mode !== "traced") return undefined;
  const found = site.scope.visible().filter(({ variable }) => {
    const type = underlying(variable.type);
    if (type.kind !== "func" || variable.shared) return false;
    return type.results.length === results.length && type.results.every((r, i) => same(r, results[i]!));
  });
  if (found.length === 0) return undefined;
  const { variable } = gen.random.pick(found);
  const type = underlying(variable.type) as GoType & { kind: "func" };
  return `${variable.name}(${type.params.map((p) => expression(gen, p, site).text).join(", ")})`;
}

/** A call of a method of a variable. */
export function methodCall(gen: Generator, results: readonly GoType[], site: Site): string | undefined {
  const found: { readonly variable: Variable; readonly method: Method }[] = [];
  for (const { variable } of site.scope.visible()) {
    if (variable.shared) continue;
    for (const method of methodsOf(variable.type, false)) {
      if (method.results.length === results.length && method.results.every((r, i) => same(r, results[i]!))) {
        found.push({ variable, method });
      }
    }
  }
  if (found.length === 0) return undefined;
  const { variable, method } = gen.random.pick(found);
  const args = method.params.map((p) => expression(gen, p, site).text);
  if (
    variable.type.kind === "named" &&
    underlying(variable.type).kind !== "interface" &&
    gen.random.chance(15)
  ) {
    return `${variable.type.name}.${method.name}(${[variable.name, ...args].join(", ")})`;
  }
  return `${variable.name}.${method.name}(${args.join(", ")})`;
}

/** `x.M` as a function. */
export function methodValue(gen: Generator, type: GoType, site: Site): Expression | undefined {
  const found = readablePaths(gen, site).filter(
    (path) =>
      !path.panics &&
      path.type.kind === "named" &&
      path.type.underlying.kind !== "interface" &&
      methodsOf(path.type, false).some((m) => `func${signatureText(m)}` === text(type)),
  );
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  const methods = methodsOf(path.type, false).filter((m) => `func${signatureText(m)}` === text(type));
  return { text: `${path.text}.${gen.random.pick(methods).name}`, constant: false };
}

/** A function literal; what it prints or changes happens when it is called. */
export function functionLiteral(gen: Generator, type: Signature, site: Site): string {
  const { scope } = site;
  const fn = functionContext({
    callable: scope.fn.callable,
    typeParams: scope.fn.typeParams,
    results: type.results,
    closureDepth: scope.fn.closureDepth + 1,
  });
  const inner = new Scope(scope, fn, 0);
  const params = type.params.map((param) => {
    const name = gen.fresh("a");
    inner.declare({ name, type: param, shared: false, writable: true, used: true });
    return `${name} ${text(param)}`;
  });
  const head = `func(${params.join(", ")})${resultsText(type.results)}`;
  const size = fn.closureDepth > 2 || site.depth <= 0 ? 0 : gen.random.int(3);
  const body = block(gen, inner, size, true);
  return body.length === 0 ? `${head} {}` : `${head} {\n${indent(body).join("\n")}\n}`;
}

/** `func() T { if … { return a }; return b }()`. */
export function immediateFunction(gen: Generator, type: GoType, site: Site): Expression {
  const condition = expression(gen, bool, site).text;
  const a = expression(gen, type, site).text;
  const b = expression(gen, type, site).text;
  const body = `if ${condition} {\n\t\treturn ${a}\n\t}\n\treturn ${b}`;
  return { text: `func() ${text(type)} {\n\t${body}\n}()`, constant: false };
}
