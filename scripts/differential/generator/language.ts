import { routineCallText } from "./calls.ts";
import { declareConstants } from "./declare-constants.ts";
import { declareFunction, declareMethod, declareRecursive } from "./declare-functions.ts";
import { declareGenericTypes } from "./declare-generic-types.ts";
import { declareTypes } from "./declare-types.ts";
import { uncaught, initialization } from "./endings.ts";
import { expression } from "./expressions.ts";
import { functionContext, Generator, indent } from "./generator.ts";
import { helperTexts, limits } from "./prelude.ts";
import type { Program } from "./program.ts";
import { Random } from "./random.ts";
import { Scope } from "./scope.ts";
import { show, showAny } from "./show.ts";
import { block, site } from "./statements.ts";
import type { Topic } from "./topics.ts";
import { fits } from "./calls.ts";
import { hasParam, substitute, text, underlying, type GoType } from "./types.ts";

/** Programs about all of the language that one goroutine can do. */
export const language: Topic = { name: "language", weight: 75, generate };

function generate(seed: number): Program {
  const gen = new Generator(new Random(seed));
  const { random } = gen;
  declareTypes(gen);
  declareGenericTypes(gen);
  const constants = random.chance(50) ? declareConstants(gen) : [];
  const root = new Scope(undefined, functionContext({ callable: 0 }), 0);
  declareGlobals(gen, root);
  const initializes = random.chance(6);
  if (initializes) gen.declarations.push(...initialization(gen, root));
  const methods = gen.namedTypes.flatMap((type) =>
    type.name.includes("[") ? [] : type.methods.map((method) => ({ type, method })),
  );
  const work = random.shuffled([
    ...methods.map(
      ({ type, method }) =>
        () =>
          declareMethod(gen, root, type, method),
    ),
    ...Array.from({ length: 1 + random.int(3) }, () => () => declareFunction(gen, root)),
    ...(random.chance(30) ? [() => declareRecursive(gen, root)] : []),
  ]);
  for (const make of work) make();
  gen.declarations.push(mainFunction(gen, root, constants));
  return { seed, text: assemble(gen, seed), alone: initializes };
}

function declareGlobals(gen: Generator, root: Scope): void {
  for (let n = gen.random.int(5); n > 0; n--) {
    const type = gen.anyType();
    if (underlying(type).kind === "func") continue;
    const name = gen.fresh("g");
    const value = expression(gen, type, site(gen, root, "plain")).text;
    gen.declarations.push(`var ${name} ${text(type)} = ${value}`);
    root.declare({ name, type, shared: true, writable: true, used: true });
  }
}

function mainFunction(gen: Generator, root: Scope, constants: readonly string[]): string {
  const { random } = gen;
  const fn = functionContext({ callable: gen.routines.length, isMain: true });
  const scope = new Scope(root, fn, 0);
  const lines = [...constants];
  gen.need("try");
  for (const routine of gen.routines) {
    for (let n = 1 + random.int(2); n > 0; n--) {
      const bound = new Map<string, GoType>();
      for (const { name, constraint } of routine.typeParams) {
        const type = gen.typeWhere((t) => fits(t, constraint) && !hasParam(t));
        if (type !== undefined) bound.set(name, type);
      }
      const results = routine.results.map((type) => substitute(type, bound));
      const names = results.map(() => gen.fresh("v"));
      const called = routineCallText(gen, routine, bound, { ...site(gen, scope, "plain"), depth: 1 });
      const body = [
        "fuel = 60",
        names.length === 0 ? called : `${names.join(", ")} := ${called}`,
        ...results.map((type, i) => show(gen, type, names[i]!)),
      ];
      lines.push(
        `try(${gen.nextTrace()}, func() {`,
        ...indent(body.flatMap((line) => line.split("\n"))),
        "})",
      );
    }
  }
  lines.push("fuel = 100");
  lines.push(...block(gen, scope, 3 + random.int(5), true));
  if (random.chance(25)) lines.push(...uncaught(gen, scope));
  else lines.push('println("end")');
  return `func main() {\n${indent(lines.flatMap((line) => line.split("\n"))).join("\n")}\n}`;
}

function assemble(gen: Generator, seed: number): string {
  // Printing any value needs printers of all types, and those may need helpers.
  const any = gen.needed.has("showAny") || needsShowAny(gen) ? [showAny(gen)] : [];
  const imports = [...gen.imports].toSorted().map((path) => `import "${path}"\n`);
  const parts = [
    `// Seed ${seed}.\npackage main\n${imports.length > 0 ? `\n${imports.join("")}` : ""}`,
    ...gen.declarations,
    ...any,
    limits,
    ...helperTexts(gen.needed),
  ];
  return `${parts.join("\n\n")}\n`;
}

function needsShowAny(gen: Generator): boolean {
  return [...gen.showers.values()].length > 0 && gen.declarations.some((d) => d.includes("showAny("));
}
