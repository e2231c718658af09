// Bad input and bad usage: one clear diagnostic, the right exit code, no stack trace, no half-written output.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const goes = join(import.meta.dirname, "../bin/goes.js");
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "goes-bad-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

function run(args: readonly string[], input = "") {
  const result = spawnSync(process.execPath, [goes, ...args], { cwd: directory, input, encoding: "utf8" });
  expect(result.stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  return result;
}

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(directory, name), content);
  return name;
}

interface Case {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly message: RegExp;
}

const random = Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 0xff);

const cases: readonly Case[] = [
  {
    name: "empty.go",
    content: "",
    message: /^\.\/empty\.go:1:1: syntax error: package statement must be first$/,
  },
  { name: "binary.go", content: random, message: /^\.\/binary\.go:1:\d+: / },
  {
    name: "latin1.go",
    content: Buffer.from('package main\n\nvar s = "\xe9"\n\nfunc main() {}\n', "latin1"),
    message: /^\.\/latin1\.go:3:10: invalid UTF-8 encoding$/,
  },
  {
    name: "parens.go",
    content: `package main\n\nvar x = ${"(".repeat(10_000)}1${")".repeat(10_000)}\n\nfunc main() {}\n`,
    message: /^\.\/parens\.go:3: nesting is too deep$/,
  },
  {
    name: "nomain.go",
    content: "package main\n",
    message: /^runtime\.main_main·f: function main is undeclared in the main package$/,
  },
  {
    name: "library.go",
    content: "package library\n",
    message: /^package command-line-arguments is not a main package$/,
  },
  {
    name: "import.go",
    content: 'package main\n\nimport _ "no/such"\n\nfunc main() {}\n',
    message: /^import\.go:3:\d+: package no\/such is not in std/,
  },
  {
    name: "types.go",
    content: "package main\n\nfunc main() { var s string = 1; _ = s }\n",
    message:
      /^\.\/types\.go:3:30: cannot use 1 \(untyped int constant\) as string value in variable declaration$/,
  },
];

for (const { name, content, message } of cases) {
  test(`${name} gives a diagnostic and no output`, () => {
    write(name, content);
    const built = run(["build", "-o", `${name}.wasm`, name]);
    const lines = built.stderr.split("\n");
    expect(lines[0] === "# command-line-arguments" ? lines[1] : lines[0]).toMatch(message);
    expect(built.status).toBe(1);
    expect(built.stdout).toBe("");
    expect(readdirSync(directory).filter((file) => file.startsWith(`${name}.`))).toEqual([]);
  });
}

test("a file that is missing", () => {
  const result = run(["run", "missing.go"]);
  expect(result.stderr).toBe("stat missing.go: no such file or directory\n");
  expect(result.status).toBe(1);
});

test("two megabytes of one expression compile", { timeout: 300_000 }, () => {
  write("huge.go", `package main\n\nvar x = 1${"+1".repeat(1_000_000)}\n\nfunc main() { println(x) }\n`);
  const result = run(["run", "huge.go"]);
  expect(result.stderr).toBe("1000001\n");
  expect(result.status).toBe(0);
});

test("ten errors are printed, and all of them with -e", () => {
  const uses = Array.from({ length: 12 }, (_, i) => `\tu${i}()\n`).join("");
  write("many.go", `package main\n\nfunc main() {\n${uses}}\n`);
  const lines = run(["check", "many.go"]).stderr.trimEnd().split("\n");
  expect(lines).toHaveLength(12);
  expect(lines[0]).toBe("# command-line-arguments");
  expect(lines[10]).toBe("./many.go:13:2: undefined: u9");
  expect(lines[11]).toBe("./many.go:13:2: too many errors");
  expect(run(["check", "-e", "many.go"]).stderr.trimEnd().split("\n")).toHaveLength(13);
});

test("test files are not run, and not built with the others", () => {
  write("ok.go", "package main\n\nfunc main() {}\n");
  write("x_test.go", "package main\n\nfunc f() { undefined() }\n");
  const result = run(["run", "ok.go", "x_test.go"]);
  expect(result.stderr).toBe("go: cannot run *_test.go files (x_test.go)\n");
  expect(result.status).toBe(1);
  expect(run(["check", "ok.go", "x_test.go"]).status).toBe(0);
});

test("named files are of one directory", () => {
  write("ok.go", "package main\n\nfunc main() {}\n");
  mkdirSync(join(directory, "sub"), { recursive: true });
  write("sub/y.go", "package main\n");
  const result = run(["run", "ok.go", "sub/y.go"]);
  expect(result.stderr).toBe("named files must all be in one directory; have . and sub\n");
});

test("files are embedded from the disk, links are not", () => {
  write(
    "embed.go",
    'package main\n\nimport _ "embed"\n\n//go:embed *.tmpl\nvar s string\n\nfunc main() { print(s) }\n',
  );
  write("x.tmpl", "text\n");
  expect(run(["run", "embed.go"]).stderr).toBe("text\n");
  symlinkSync("x.tmpl", join(directory, "y.tmpl"));
  expect(run(["run", "embed.go"]).stderr).toBe(
    "embed.go:5:12: pattern *.tmpl: cannot embed irregular file y.tmpl\n",
  );
});

test("-C before and behind the verb", () => {
  mkdirSync(join(directory, "sub"), { recursive: true });
  write("sub/z.go", "package main\n\nfunc main() { println(1) }\n");
  expect(run(["-C", "sub", "run", "z.go"]).stderr).toBe("1\n");
  expect(run(["run", "-C=sub", "z.go"]).stderr).toBe("1\n");
  expect(run(["run", "-C", "none", "z.go"]).stderr).toBe("go: chdir none: no such file or directory\n");
});

for (const args of [["frob"], ["build", "--nonsense"], ["run", "-O7", "x.go"], []]) {
  test(`usage: goes ${args.join(" ")}`, () => {
    const result = run(args);
    expect(result.status).toBe(2);
    expect(result.stderr).not.toBe("");
  });
}

test("an output that cannot be written", () => {
  write("good.go", "package main\n\nfunc main() {}\n");
  const result = run(["build", "-o", "good.go/x.wasm", "good.go"]);
  expect(result.status).toBe(1);
  expect(result.stderr).toMatch(/^goes: cannot write good\.go\/x\.wasm: /);
  expect(readdirSync(directory).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a program from standard input gets its arguments and exit code", () => {
  const source = 'package main\n\nimport "os"\n\nfunc main() {\n\tprintln(os.Args[1])\n\tos.Exit(7)\n}\n';
  const result = run(["run", "-", "argument"], source);
  expect(result.stderr).toBe("argument\n");
  expect(result.status).toBe(7);
});
