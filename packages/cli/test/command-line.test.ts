// The command line as a Go programmer types it. Wordings and exit codes are those of the go command.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const goes = join(import.meta.dirname, "../bin/goes.js");
const directory = mkdtempSync(join(tmpdir(), "goes-line-"));
afterAll(() => rmSync(directory, { recursive: true }));

const source = `package main

import "os"

func twice(x int) int { return x * 2 }

func main() { println(twice(len(os.Args)), tagged) }
`;
mkdirSync(join(directory, "app"));
writeFileSync(join(directory, "app/go.mod"), "module example.org/app\n\ngo 1.26\n");
writeFileSync(join(directory, "app/main.go"), source);
writeFileSync(join(directory, "app/yes.go"), "//go:build special\n\npackage main\n\nconst tagged = true\n");
writeFileSync(join(directory, "app/no.go"), "//go:build !special\n\npackage main\n\nconst tagged = false\n");
writeFileSync(
  join(directory, "lib.go"),
  "package main\n\n//go:wasmexport f\nfunc f() {}\n\nfunc main() {}\n",
);

function run(args: readonly string[], cwd = directory) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [goes, ...args], { cwd });
  return { status, stdout: stdout.toString("latin1"), stderr: stderr.toString() };
}

const magic = "\0asm";

for (const [args, file] of [
  [["-o", "a.wasm", "app"], "a.wasm"],
  [["-o=b.wasm", "app"], "b.wasm"],
  [["--o=c.wasm", "app"], "c.wasm"],
  [["--o", "d.wasm", "app"], "d.wasm"],
  [["app", "-o", "e.wasm"], "e.wasm"],
  [["-o", "new/", "app"], "new/app.wasm"],
  [["-o=.", "lib.go"], "lib.wasm"],
  [["-o", "app", "lib.go"], "app/lib.wasm"],
  [["-o", "x/y/z", "lib.go"], "x/y/z"],
  [["-o=a.wasm", "-buildmode=c-shared", "lib.go"], "a.wasm"],
  [["-C", "app", "-o", "f.wasm"], "app/f.wasm"],
  [["--C=app", "-o="], "app/app.wasm"],
] as const) {
  test(`goes build ${args.join(" ")}`, () => {
    expect(run(["build", ...args])).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(directory, file)).toString("latin1", 0, 4)).toBe(magic);
  });
}

test("goes build -o - writes to standard output", () => {
  const { status, stdout, stderr } = run(["build", "-o", "-", "app"]);
  expect({ status, stderr, start: stdout.slice(0, 4) }).toEqual({ status: 0, stderr: "", start: magic });
  expect(WebAssembly.validate(Buffer.from(stdout, "latin1"))).toBe(true);
  expect(existsSync(join(directory, "-"))).toBe(false);
});

test("what is no module is not overwritten", () => {
  expect(run(["build", "-o", "lib.go", "lib.go"])).toEqual({
    status: 1,
    stdout: "",
    stderr: 'goes build: build output "lib.go" already exists and is not an object file\n',
  });
  expect(run(["build", "-o", "none.wasm", "missing.go"]).status).toBe(1);
  expect(readdirSync(directory).filter((name) => /^none|tmp$/.test(name))).toEqual([]);
});

for (const flags of [
  ["-tags=special"],
  ["--tags", "special"],
  ["-tags", "other,special", "-O", "0"],
  ["-O1", "--tags=special", "-verify=false"],
  ["-no-names", "-tags", "special"],
  ["--names=false", "-x=0", "-tags=special"],
]) {
  test(`goes run ${flags.join(" ")}`, () => {
    const { status, stderr } = run(["run", ...flags, "app", "-tags", "--x", "-o=f"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "8 true\n" });
  });
}

const details = (verb: string, message: string): string =>
  `goes ${verb}: ${message}\nRun 'goes help ${verb}' for details.\n`;

for (const [args, stderr] of [
  [["build", "-zzz", "app"], details("build", "flag provided but not defined: -zzz")],
  [["build", "--zzz=1", "app"], details("build", "flag provided but not defined: -zzz")],
  [["build", "-ofile", "app"], details("build", "flag provided but not defined: -ofile")],
  [["build", "app", "-o"], details("build", "flag needs an argument: -o")],
  [["build", "---o", "app"], details("build", "bad flag syntax: ---o")],
  [["build", "-e=maybe", "app"], details("build", 'invalid boolean value "maybe" for -e: parse error')],
  [["build", "-o", "x", "-C", "app"], details("build", "-C flag must be first flag on command line")],
  [
    ["build", "-race", "app"],
    details("build", "goes has no flag -race; that is one of the go command (go help build)"),
  ],
  [
    ["run", "--ldflags=-s", "app"],
    details("run", "goes has no flag -ldflags; that is one of the go command (go help run)"),
  ],
  [["frob"], "goes frob: unknown command\nRun 'goes help' for usage.\n"],
  [["vet", "app"], "goes vet: goes has no such command; 'go vet' does it\nRun 'goes help' for usage.\n"],
  [["help", "frob"], "goes help frob: unknown help topic\nRun 'goes help' for usage.\n"],
  [
    ["run", "-buildmode=c-shared", "lib.go"],
    "goes run: -buildmode=c-shared makes a library, which has nothing to run; use 'goes build'\n",
  ],
] as const) {
  test(`goes ${args.join(" ")}`, () => {
    expect(run(args)).toEqual({ status: 2, stdout: "", stderr });
  });
}

test("help tells no defaults that are nothing", () => {
  for (const verb of ["run", "build", "check", "tokens", "ast", "ssa", "wat", "version"]) {
    const help = run(["help", verb]);
    expect(help).toEqual({
      status: 0,
      stdout: expect.stringContaining(`goes ${verb}`) as unknown,
      stderr: "",
    });
    expect(help.stdout).not.toMatch(/default: (?:\[\]|""|undefined)/);
    expect(run([verb, "-help"])).toEqual(help);
  }
  expect(run(["help"]).stdout).toContain("run");
});

test("goes ssa --dump", () => {
  const wrong = run(["ssa", "--dump=zzz", "app"]);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toMatch(
    /^goes: there is no pass zzz; --dump takes all, before, or one of the passes:\n\t/,
  );
  const passes = [...wrong.stderr.matchAll(/^\t(.*)$/gm)].map((match) => match[1]!);
  expect(passes).toContain("inline");
  const built = run(["ssa", "-func", "main.twice", "app"]).stdout;
  const before = run(["ssa", "-func=main.twice", "-dump=before", "app"]).stdout;
  expect(before).toBe(`; before the first pass\n${built}\n`);
  const all = run(["ssa", "-func=main.twice", "-dump=all", "-O0", "app"]).stdout;
  expect(all.startsWith(before)).toBe(true);
  expect(all.length).toBeGreaterThan(before.length);
  expect(run(["ssa", "-dump=all", "-func=main.none", "app"]).status).toBe(1);
});

test("goes ssa --stop-after", () => {
  const after = (part: string): string =>
    run(["ssa", "-O0", "-func=main.twice", `-stop-after=${part}`, "app"]).stdout;
  expect(after("go")).toBe(run(["ssa", "-func", "main.twice", "app"]).stdout);
  expect(after("lowering")).toMatch(/^func @main\.twice\(.* wasm/);
  const dumped = run(["ssa", "-O0", "-func=main.twice", "-dump=lower", "app"]).stdout;
  expect(dumped).toBe(`; after lower\n${after("lowering")}\n`);
  expect(after("wasm")).toBe(after("lowering"));
  expect(run(["ssa", "-stop-after=go", "-dump=all", "app"]).status).toBe(2);
});

test("goes wat --func", () => {
  const one = run(["wat", "-O0", "-func", "main.twice", "app"]);
  expect({ ...one, stdout: "" }).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(one.stdout).toMatch(/^ {2}\(func \$main\.twice [^]*\n {2}\)\n$/);
  expect(run(["wat", "-O0", "app"]).stdout).toContain(one.stdout);
  expect(run(["wat", "-func=main.none", "app"])).toEqual({
    status: 1,
    stdout: "",
    stderr: "goes: no function main.none in the module\n",
  });
});
