// Files that import each other in a circle can only be read together. This test computes the strongly connected components of
// the import graph of every package's src (Tarjan 1972) and allows those that are listed, each with its reason. Imports of types alone
// are left out: they are gone when the program runs, and records refer to each other's types as they must.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const packagesDirectory = join(import.meta.dirname, "../../packages");

interface Circle {
  readonly name: string;
  readonly reason: string;
  /** The files, or the folders with all that is below them, below `packages`. */
  readonly members: readonly string[];
}

const allowed: readonly Circle[] = [
  {
    name: "bodies",
    reason:
      "Statements hold expressions, expressions hold function literals, those hold statements: the builder is as recursive as the syntax.",
    members: ["ssa/src/expressions/", "ssa/src/statements/", "ssa/src/function/body.ts"],
  },
  {
    name: "checking",
    reason:
      "Expressions, statements, type expressions and declarations hold each other: the checker is as recursive as the syntax.",
    members: ["types/src/check/"],
  },
  {
    name: "type algebra",
    reason:
      "The underlying type of an instance is substituted, which makes instances, which are found by identity, which compares type sets, whose terms are reduced by identity and comparability, which look at underlying types.",
    members: [
      "types/src/comparable.ts",
      "types/src/identical.ts",
      "types/src/instantiate.ts",
      "types/src/named.ts",
      "types/src/predicates.ts",
      "types/src/substitute.ts",
      "types/src/terms.ts",
      "types/src/type-string.ts",
      "types/src/typeset.ts",
    ],
  },
];

type Graph = ReadonlyMap<string, readonly string[]>;

function sourceFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? sourceFiles(path) : path.endsWith(".ts") ? [path] : [];
  });
}

/** The files of the package that a source imports values from. */
function importsOf(path: string, text: string): string[] {
  const statements = text.matchAll(
    /^(?:import|export)\s+(?!type\b)(?:[^;"']*?\sfrom\s+)?"(\.[^"]+)"|import\("(\.[^"]+)"\)/gm,
  );
  return [...statements].map(([, named, called]) => resolve(dirname(path), named ?? called!));
}

function graphOf(paths: readonly string[]): Graph {
  return new Map(paths.map((path) => [path, importsOf(path, readFileSync(path, "utf8"))]));
}

/** The strongly connected components of more than one node, each in order of names. */
function circlesOf(graph: Graph): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string): void => {
    const number = index.size;
    index.set(node, number);
    low.set(node, number);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) visit(next);
      else if (!stack.includes(next)) continue;
      low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== number) return;
    const component = stack.splice(stack.indexOf(node));
    if (component.length > 1) found.push(component.toSorted());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}

function holds({ members }: Circle, file: string): boolean {
  return members.some((member) => (member.endsWith("/") ? file.startsWith(member) : file === member));
}

const circles = readdirSync(packagesDirectory).flatMap((name) =>
  circlesOf(graphOf(sourceFiles(join(packagesDirectory, name, "src")))).map((circle) =>
    circle.map((path) => relative(packagesDirectory, path).replaceAll("\\", "/")),
  ),
);

test("files import each other in a circle only where the list allows it", () => {
  const others = circles.filter(
    (circle) => !allowed.some((known) => circle.every((file) => holds(known, file))),
  );
  expect(others).toEqual([]);
});

for (const known of allowed) {
  test(`the circle "${known.name}" is one, and its list names no more than is in it`, () => {
    const found = circles.filter((circle) => circle.some((file) => holds(known, file)));
    expect(found).toHaveLength(1);
    const idle = known.members.filter(
      (member) =>
        !found[0]!.some((file) => (member.endsWith("/") ? file.startsWith(member) : file === member)),
    );
    expect(idle).toEqual([]);
  });
}

test("circles are found, through exports and calls of import too, but not through types", () => {
  const text = `import { a } from "./a.ts";\nimport type { b } from "./b.ts";\nexport { c } from "./c.ts";\nexport type { d } from "./d.ts";\nimport {\n  e,\n} from "./e.ts";\nawait import("./f.ts");\n`;
  expect(importsOf("/x.ts", text)).toEqual(["/a.ts", "/c.ts", "/e.ts", "/f.ts"]);
  const graph = new Map([
    ["a", ["b", "d"]],
    ["b", ["c"]],
    ["c", ["a"]],
    ["d", ["a", "e"]],
    ["e", []],
  ]);
  expect(circlesOf(graph)).toEqual([["a", "b", "c", "d"]]);
});

test("a folder of the SSA builder holds at most twelve files", () => {
  const foldersOf = (directory: string): string[] => [
    directory,
    ...readdirSync(directory)
      .map((name) => join(directory, name))
      .filter((path) => statSync(path).isDirectory())
      .flatMap(foldersOf),
  ];
  const large = foldersOf(join(packagesDirectory, "ssa/src")).filter(
    (folder) => readdirSync(folder).filter((name) => name.endsWith(".ts")).length > 12,
  );
  expect(large).toEqual([]);
});
