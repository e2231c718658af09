// `goes check std` on a Go tree of a few lines: what is taken, what is left out, what is printed.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const goes = join(import.meta.dirname, "../bin/goes.js");
let root: string;

// What must not be read would give an error if it were.
const wrong = 'var wrong int = ""\n';
const tree: Readonly<Record<string, string>> = {
  "a/a.go": 'package a\n\nimport (\n\t"b/deep"\n\t"example.org/v"\n)\n\nvar X int = deep.F() + v.V\n',
  "a/a_linux.go": `package a\n\n${wrong}`,
  "a/a_test.go": `package a\n\n${wrong}`,
  "a/tagged.go": `//go:build !gc\n\npackage a\n\n${wrong}`,
  "a/cgo.go": `//go:build cgo\n\npackage a\n\nimport "C"\n\n${wrong}`,
  "b/deep/deep.go":
    "//go:build wasip1 && gc\n\npackage deep\n\nfunc F() int { return 1 }\n\nfunc asm(x int) int\n",
  "vendor/example.org/v/v.go": "package v\n\nconst V = 2\n",
  "onlycgo/c.go": `package onlycgo\n\nimport "C"\n\n${wrong}`,
  "onlycgo/rest.go": `package onlycgo\n\n${wrong}`,
  "onlylinux/x_linux.go": `package onlylinux\n\n${wrong}`,
  // By its runtime a Go tree is known.
  "runtime/proc_linux.go": `package runtime\n\n${wrong}`,
  "cmd/tool/main.go": `package main\n\n${wrong}`,
  "builtin/builtin.go": `package builtin\n\n${wrong}`,
  "a/testdata/t.go": `package t\n\n${wrong}`,
  "a/_skipped/s.go": `package s\n\n${wrong}`,
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "goes-goroot-"));
  for (const [path, text] of Object.entries(tree)) write(path, text);
});
afterAll(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  const file = join(root, "src", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function checkStd(goRoot: string | undefined, ...flags: readonly string[]) {
  return checkStdIn(goRoot === undefined ? {} : { GOROOT: goRoot }, ...flags);
}

/** With only these variables: no `go` is in PATH but by them. */
function checkStdIn(env: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  return spawnSync(process.execPath, [goes, "check", ...flags, "std"], { env, encoding: "utf8" });
}

test("packages for the target are checked, and nothing else", () => {
  const result = checkStd(root);
  expect(result.stderr).toBe("");
  // a.go has 8 lines, deep.go 7, v.go 3.
  expect(result.stdout).toMatch(/^std: 3 packages, 18 lines, 0 errors, \d+ lines\/s, peak \d+ MB\n$/);
  expect(result.status).toBe(0);
});

test("errors in bodies are found; the first ten are printed", () => {
  const uses = Array.from({ length: 12 }, (_, i) => `\tu${i}()\n`).join("");
  write("bad/bad.go", `package bad\n\nfunc unused() {\n${uses}}\n`);
  const file = join(root, "src/bad/bad.go");
  const some = checkStd(root);
  const lines = some.stderr.trimEnd().split("\n");
  expect(lines).toHaveLength(11);
  expect(lines[0]).toBe(`${file}:4:2: undefined: u0`);
  expect(lines[10]).toBe("too many errors");
  expect(some.stdout).toMatch(/^std: 4 packages, 34 lines, 12 errors, /);
  expect(some.status).toBe(1);
  expect(checkStd(root, "-e").stderr.trimEnd().split("\n")).toHaveLength(12);
  rmSync(join(root, "src/bad"), { recursive: true });
});

test("without a Go tree there is a message", () => {
  const unset = checkStd(undefined);
  expect(unset.stderr).toBe(
    "goes: check std needs the sources of a Go tree: set GOROOT to its directory, or have go in PATH\n",
  );
  expect(unset.status).toBe(1);
  const missing = checkStd(join(root, "none"));
  expect(missing.stderr).toBe(
    `goes: GOROOT=${join(root, "none")} holds no Go packages in its directory src\n`,
  );
  expect(missing.stdout).toBe("");
  expect(missing.status).toBe(1);
});

test("the Go tree is that of the go in PATH, as for programs", () => {
  const bin = join(root, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "go"), "");
  const result = checkStdIn({ PATH: ["/no/such", bin].join(delimiter) });
  expect(result.stderr).toBe("");
  expect(result.stdout).toMatch(/^std: 3 packages, 18 lines, 0 errors, /);
  expect(result.status).toBe(0);
});
