// Holds the table of who may import whom (ARCHITECTURE.md, "Packages"): the imports of the sources, the dependencies
// of every package.json, and the libraries from outside.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const packagesDirectory = join(import.meta.dirname, "../../packages");

/** What the sources of each package may import. Everything else is an error. */
const table: Record<string, readonly string[]> = {
  source: [],
  lexer: ["source", "chevrotain"],
  ast: ["source"],
  parser: ["source", "lexer", "ast", "chevrotain"],
  types: ["source", "ast"],
  ir: ["source"],
  ssa: ["source", "ast", "types", "ir"],
  optimizer: ["source", "ir"],
  wasm: ["source", "ir"],
  modules: ["source", "parser", "ast"],
  runtime: ["source"],
  stdlib: ["source"],
  driver: [
    "source",
    "lexer",
    "ast",
    "parser",
    "types",
    "ir",
    "ssa",
    "optimizer",
    "wasm",
    "modules",
    "stdlib",
  ],
  cli: ["source", "driver", "runtime", "commander", "node:"],
};

function sourceFiles(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? sourceFiles(path) : path.endsWith(".ts") ? [path] : [];
  });
}

/** The modules that a source imports, relative ones left out; packages of goes by their bare name. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const found = [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^;"']*?from\s*"([^"]+)"|import\("([^"]+)"\)/g),
  ];
  return found
    .map((match) => match[1] ?? match[2]!)
    .filter((name) => !name.startsWith("."))
    .map((name) => (name.startsWith("@goes/") ? name.slice(6) : name.startsWith("node:") ? "node:" : name));
}

for (const [name, allowed] of Object.entries(table)) {
  test(`${name} imports only what the table allows`, () => {
    const directory = join(packagesDirectory, name);
    const wrong = sourceFiles(join(directory, "src")).flatMap((path) =>
      importsOf(path)
        .filter((imported) => !allowed.includes(imported))
        .map((imported) => `${path.slice(packagesDirectory.length + 1)} imports ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  test(`${name} depends only on what the table allows`, () => {
    const manifest = JSON.parse(readFileSync(join(packagesDirectory, name, "package.json"), "utf8")) as {
      dependencies?: Record<string, string>;
      devDependencies?: Record<string, string>;
    };
    // What a bundle contains is needed only to build it.
    const needed = { ...manifest.dependencies, ...manifest.devDependencies };
    const dependencies = Object.keys(needed).map((key) => key.replace("@goes/", ""));
    expect(dependencies.filter((dependency) => !allowed.includes(dependency))).toEqual([]);
  });
}

test("every package stands in the table", () => {
  expect(readdirSync(packagesDirectory).toSorted()).toEqual(Object.keys(table).toSorted());
});
