import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const library = fileURLToPath(new URL("../go", import.meta.url));
const runtime = fileURLToPath(new URL("../../runtime/go", import.meta.url));

interface Package {
  readonly imports: Set<string>;
  bytes: number;
}

function importsOf(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/^import (?:\(([^)]*)\)|(.*))$/gm)) {
    for (const quoted of (match[1] ?? match[2] ?? "").matchAll(/"([^"]+)"/g)) found.push(quoted[1]!);
  }
  return found;
}

function readPackages(directory = library, packages = new Map<string, Package>()): Map<string, Package> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) readPackages(path, packages);
    if (!entry.name.endsWith(".go")) continue;
    const name = relative(library, dirname(path));
    const known = packages.get(name) ?? { imports: new Set<string>(), bytes: 0 };
    packages.set(name, known);
    const text = readFileSync(path, "utf8");
    known.bytes += text.length;
    for (const imported of importsOf(text)) known.imports.add(imported);
  }
  return packages;
}

const packages = readPackages();

/** The packages that a program with these imports reads. */
function closure(...roots: string[]): Set<string> {
  const seen = new Set(roots);
  for (const path of seen) packages.get(path)?.imports.forEach((imported) => seen.add(imported));
  return seen;
}

test("library packages import only what the library has", () => {
  const missing: string[] = [];
  for (const [path, { imports }] of packages) {
    for (const imported of imports) {
      const known = imported === "unsafe" || packages.has(imported) || existsSync(join(runtime, imported));
      if (!known) missing.push(`${path} imports ${imported}`);
    }
  }
  expect(missing).toEqual([]);
});

test("no package imports itself by way of others", () => {
  const cyclic = [...packages.keys()].filter((path) => closure(...packages.get(path)!.imports).has(path));
  expect(cyclic).toEqual([]);
});

test("errors and strconv stay free of reflection and of the tables of unicode", () => {
  for (const path of ["errors", "strconv", "io", "bufio", "sort"]) {
    expect([...closure(path)]).not.toContain("reflect");
    expect([...closure(path)]).not.toContain("unicode");
  }
});

test("a program that prints reads less than 300 kB of library", () => {
  let bytes = 0;
  for (const path of closure("fmt")) bytes += packages.get(path)?.bytes ?? 0;
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(300_000);
});
