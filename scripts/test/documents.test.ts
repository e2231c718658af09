// Documents name files that exist, and each contract of ABI.md names its tests.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const abi = readFileSync(join(root, "packages/runtime/ABI.md"), "utf8");

/** `a{b,c}d` as `abd` and `acd`. */
function expandBraces(path: string): readonly string[] {
  const found = /^(.*)\{(.*)\}(.*)$/.exec(path);
  if (found === null) return [path];
  return found[2]!.split(",").map((middle) => `${found[1]}${middle}${found[3]}`);
}

/** The paths in backquotes that begin with a directory of one of the packages, or below `runtime/go`. */
function pathsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map((match) => match[1]!);
  const isPath = /^(?:packages\/)?[a-z]+\/(?:src|test|go|testdata)\/|^scripts\//;
  return quoted.filter((path) => isPath.test(path)).flatMap(expandBraces);
}

function exists(path: string): boolean {
  return ["", "packages", "packages/runtime"].some((below) => existsSync(join(root, below, path)));
}

const programs = readdirSync(join(root, "fixtures/programs"));

/** Whether there is a fixture of that name; `name-*`: any that begins so. */
function isFixture(name: string): boolean {
  return name.endsWith("*")
    ? programs.some((program) => program.startsWith(name.slice(0, -1)))
    : programs.includes(name);
}

const sections = abi.split(/^## /m).slice(1);

test.each(sections.map((text) => [text.split("\n", 1)[0]!, text]))("ABI.md, %s: its tests", (_, text) => {
  const [, tests] = /^Tests: ([\s\S]+)$/m.exec(text) ?? [];
  expect(tests).toBeDefined();
  const fixtures = [...tests!.matchAll(/`([a-z-]+(?:\*|))`/g)].map((match) => match[1]!);
  expect(fixtures.filter((name) => !isFixture(name))).toEqual([]);
});

test.each(["packages/runtime/ABI.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])(
  "the files that %s names",
  (name) => {
    const paths = pathsIn(readFileSync(join(root, name), "utf8"));
    expect(paths.filter((path) => !exists(path))).toEqual([]);
    expect(paths.length).toBeGreaterThan(5);
  },
);
