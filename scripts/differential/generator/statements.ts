import { methodCall, routineCall, variableCall } from "./calls.ts";
import { expression, variableExpression } from "./expressions.ts";
import { functionContext, indent, type Generator, type Mode, type Site } from "./generator.ts";
import { readablePaths, writablePaths } from "./paths.ts";
import { Scope, type Variable } from "./scope.ts";
import { show } from "./show.ts";
import { controlStatements } from "./statements-control.ts";
import { closureStatements } from "./statements-closures.ts";
import { memoryStatements } from "./statements-memory.ts";
import { panicStatements } from "./statements-panics.ts";
import { isFloat, isInteger, isComplex, same, text, underlying, type GoType } from "./types.ts";

/** A way to make a statement: its lines, or nothing if it does not fit. */
export interface StatementMaker {
  readonly weight: number;
  readonly make: () => readonly string[] | undefined;
}

/** A type for a variable here: type parameters are among them. */
function chooseType(gen: Generator, scope: Scope): GoType {
  const { typeParams } = scope.fn;
  return typeParams.length > 0 && gen.random.chance(45) ? gen.random.pick(typeParams) : gen.anyType();
}

/** Where the expressions of a statement are. */
export function site(gen: Generator, scope: Scope, mode?: Mode): Site {
  const modes: readonly { readonly weight: number; readonly mode: Mode }[] = [
    { weight: 42, mode: "plain" },
    { weight: 18, mode: "risky" },
    { weight: 40, mode: "traced" },
  ];
  return {
    scope,
    mode: mode ?? gen.random.weighted(modes).mode,
    depth: 1 + gen.random.int(3),
    risk: { left: 1 },
  };
}

/**
 * Statements of a block; `size` says how many. A function body ends with a return where the function has results. What
 * nothing has used is used at the end.
 */
export function block(gen: Generator, scope: Scope, size: number, isBody: boolean): string[] {
  const lines: string[] = [];
  for (let i = 0; i < size; i++) lines.push(...statement(gen, scope));
  const end = isBody && scope.fn.results.length > 0 ? returnStatement(gen, scope) : [];
  const unused = scope.unused().map(({ name }) => `_ = ${name}`);
  return [...lines, ...unused, ...end].flatMap((line) => line.split("\n"));
}

/** One statement. */
function statement(gen: Generator, scope: Scope): readonly string[] {
  const makers: StatementMaker[] = [
    { weight: 22, make: () => declaration(gen, scope) },
    { weight: 24, make: () => assignment(gen, scope) },
    { weight: 6, make: () => tupleAssignment(gen, scope) },
    { weight: 16, make: () => [print(gen, scope)] },
    { weight: 12, make: () => callStatement(gen, scope) },
    { weight: 2, make: () => (scope.loopDepth === 0 ? guardedReturn(gen, scope) : undefined) },
    ...controlStatements(gen, scope),
    ...closureStatements(gen, scope),
    ...memoryStatements(gen, scope),
    ...panicStatements(gen, scope),
  ];
  for (;;) {
    const maker = gen.random.weighted(makers);
    const made = maker.make();
    if (made !== undefined) return made;
    makers.splice(makers.indexOf(maker), 1);
  }
}

/** A name for a variable: sometimes one that an outer block has. */
function newName(gen: Generator, scope: Scope): string {
  if (gen.random.chance(8) && scope.parent !== undefined) {
    const own = new Set(scope.unused().map(({ name }) => name));
    const outer = scope.parent
      .visible()
      .filter(
        ({ variable, crossing }) => !crossing && variable.name.startsWith("v") && !own.has(variable.name),
      );
    const declared = new Set(scope.declaredHere());
    const names = outer.map(({ variable }) => variable.name).filter((name) => !declared.has(name));
    if (names.length > 0) return gen.random.pick(names);
  }
  return gen.fresh("v");
}

/** A variable for this block; its flags are a matter of chance. */
function newVariable(gen: Generator, scope: Scope, type: GoType): Variable {
  const isFunction = underlying(type).kind === "func";
  return {
    name: newName(gen, scope),
    type,
    shared: !isFunction && gen.random.chance(35),
    // A function that could be assigned could come to call itself.
    writable: !isFunction,
    used: false,
  };
}

function declaration(gen: Generator, scope: Scope): readonly string[] {
  const { random } = gen;
  const type = chooseType(gen, scope);
  const variable = newVariable(gen, scope, type);
  const at = site(gen, scope);
  let line: string;
  if (random.chance(10) && mayBeZero(type)) line = `var ${variable.name} ${text(type)}`;
  else if (random.chance(20)) line = `var ${variable.name} ${text(type)} = ${expression(gen, type, at).text}`;
  else line = `${variable.name} := ${expression(gen, type, at).text}`;
  scope.declare(variable);
  return [line];
}

/** Functions are always set, so that they can be called. */
function mayBeZero(type: GoType): boolean {
  return underlying(type).kind !== "func";
}

const opsOf = (type: GoType): readonly string[] => {
  if (isInteger(type) || (type.kind === "param" && type.constraint === "integer")) {
    return ["+=", "-=", "*=", "&=", "|=", "^=", "&^="];
  }
  if (isFloat(type) || isComplex(type) || (type.kind === "param" && type.constraint === "number")) {
    return ["+=", "-=", "*="];
  }
  return [];
};

function assignment(gen: Generator, scope: Scope): readonly string[] | undefined {
  const { random } = gen;
  const at = site(gen, scope);
  const found = writablePaths(gen, at).filter(({ type }) => underlying(type).kind !== "func");
  if (found.length === 0) return undefined;
  const path = random.pick(found);
  if (path.panics) at.risk.left--;
  const ops = opsOf(path.type);
  if (ops.length > 0 && random.chance(40) && (at.mode !== "traced" || !path.variable.shared)) {
    if (random.chance(25)) return [`${path.text}${random.pick(["++", "--"])}`];
    if (isInteger(path.type) && random.chance(25)) {
      return [`${path.text} ${random.pick(["<<=", ">>="])} ${random.int(70)}`];
    }
    return [`${path.text} ${random.pick(ops)} ${variableOf(gen, path.type, at)}`];
  }
  return [`${path.text} = ${expression(gen, path.type, at).text}`];
}

function variableOf(gen: Generator, type: GoType, at: Site): string {
  return type.kind === "param" ? expression(gen, type, at).text : variableExpression(gen, type, at).text;
}

/** Several at once, exchanges among them. */
function tupleAssignment(gen: Generator, scope: Scope): readonly string[] | undefined {
  const { random } = gen;
  const at = site(gen, scope, "plain");
  const found = writablePaths(gen, at).filter(({ type }) => underlying(type).kind !== "func");
  if (found.length < 2) return undefined;
  const targets = [random.pick(found), random.pick(found)];
  if (random.chance(30)) targets.push(random.pick(found));
  const [first, second] = targets;
  if (targets.length === 2 && same(first!.type, second!.type)) {
    return [`${first!.text}, ${second!.text} = ${second!.text}, ${first!.text}`];
  }
  const values = targets.map(({ type }) => expression(gen, type, at).text);
  return [`${targets.map((t) => t.text).join(", ")} = ${values.join(", ")}`];
}

/** Prints a variable, a part of one, or an expression. */
function print(gen: Generator, scope: Scope): string {
  const { random } = gen;
  const at = site(gen, scope);
  const found = readablePaths(gen, at).filter((path) => !path.panics);
  if (found.length === 0 || random.chance(25)) {
    const type = chooseType(gen, scope);
    return show(gen, type, expression(gen, type, at).text);
  }
  const path = random.pick(found);
  return show(gen, path.type, path.text);
}

/** A call whose results become variables. */
function callStatement(gen: Generator, scope: Scope): readonly string[] | undefined {
  const { random } = gen;
  const at: Site = { ...site(gen, scope, "traced"), depth: 2 };
  const shapes = [
    ...gen.routines.map(({ results }) => results),
    ...gen.namedTypes.flatMap(({ methods }) => methods.map((m) => m.results)),
  ];
  if (shapes.length === 0) return undefined;
  const results = random.pick(shapes);
  if (results.some((r) => r.kind === "param")) return undefined;
  const ways = random.shuffled([routineCall, methodCall, variableCall, pointerMethodCall]);
  for (const way of ways) {
    const made = way(gen, results, at);
    if (made === undefined) continue;
    if (results.length === 0) return [made];
    if (random.chance(15)) return [`${results.map(() => "_").join(", ")} = ${made}`];
    const variables: Variable[] = [];
    for (const type of results) {
      const variable = newVariable(gen, scope, type);
      variables.push({ ...variable, name: gen.fresh("v") });
    }
    for (const variable of variables) scope.declare(variable);
    return [`${variables.map(({ name }) => name).join(", ")} := ${made}`];
  }
  return undefined;
}

/** `x.M()` where M changes x. */
function pointerMethodCall(gen: Generator, results: readonly GoType[], at: Site): string | undefined {
  const found = at.scope.writable().flatMap((variable) => {
    if (variable.type.kind !== "named") return [];
    return variable.type.methods
      .filter((m) => m.pointer === true && m.results.length === results.length)
      .filter((m) => m.results.every((r, i) => same(r, results[i]!)))
      .map((method) => ({ variable, method }));
  });
  if (found.length === 0) return undefined;
  const { variable, method } = gen.random.pick(found);
  // Arguments are evaluated before the call: they may read the variable.
  const plain: Site = { ...at, mode: "plain" };
  return `${variable.name}.${method.name}(${method.params.map((p) => expression(gen, p, plain).text).join(", ")})`;
}

/** `return …`, with the results of the function. */
function returnStatement(gen: Generator, scope: Scope): readonly string[] {
  const { results, namedResults } = scope.fn;
  if (results.length === 0 || (namedResults && gen.random.chance(50))) return ["return"];
  const at = site(gen, scope);
  return [`return ${results.map((type) => expression(gen, type, at).text).join(", ")}`];
}

function guardedReturn(gen: Generator, scope: Scope): readonly string[] {
  const condition = expression(gen, { kind: "basic", name: "bool" }, site(gen, scope)).text;
  return [`if ${condition} {`, ...indent(returnStatement(gen, scope.inner())), "}"];
}

/** A scope for a function literal inside another function. */
export function closureScope(scope: Scope, results: readonly GoType[] = []): Scope {
  return new Scope(
    scope,
    functionContext({
      callable: scope.fn.callable,
      typeParams: scope.fn.typeParams,
      results,
      closureDepth: scope.fn.closureDepth + 1,
    }),
    0,
  );
}
