// `pnpm std-table [--failures] [PATH…]`: for each package that `go list std` knows of for the target, whether it is ours or from the Go
// tree, whether a program that imports it works, and whether one that calls one of its functions prints what the real Go prints.
// Needs Go, and says so when there is none. What it tries is the bundle (`node scripts/build.js`).
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { calls } from "./calls.ts";
import { callFile, importFile, mainOfAll, splitOutput } from "./programs.ts";

/** What happened to a package. */
interface Row {
  readonly path: string;
  readonly origin: "ours" | "Go tree";
  readonly imported: boolean;
  readonly called: boolean;
  readonly reason: string;
}

/** How long a program may take, in milliseconds. */
const timeLimit = 180_000;
/** How many programs run side by side. */
const parallel = 2;

const goes = join("packages", "cli", "bin", "goes.js");

function listPackages(): string[] {
  const env = { ...process.env, GOOS: "wasip1", GOARCH: "wasm" };
  const { stdout } = spawnSync("go", ["list", "-e", "std"], { encoding: "utf8", env });
  return stdout.split("\n").filter((path) => path !== "");
}

/** Whether nobody but the library may import the package. */
function isInternal(path: string): boolean {
  return path.startsWith("vendor/") || path.split("/").includes("internal");
}

/** Whether our library holds the package. */
function isOurs(path: string): boolean {
  const directories = [join("packages/stdlib/go", path), join("packages/runtime/go", path)];
  return directories.some((directory) => {
    return existsSync(directory) && readdirSync(directory).some((name) => name.endsWith(".go"));
  });
}

/** What the real Go prints for each package that has a call. */
function expectedOutputs(work: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const directory = join(work, "all");
  mkdirSync(directory);
  writeFileSync(join(directory, "go.mod"), "module table\n\ngo 1.26\n");
  for (const [index, path] of paths.entries()) {
    writeFileSync(join(directory, `call${index}.go`), callFile(path, calls[path]!, `call${index}`));
  }
  writeFileSync(join(directory, "main.go"), mainOfAll(paths));
  const ran = spawnSync("go", ["run", "."], { cwd: directory, encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`the real Go: ${ran.stderr}`);
  return splitOutput(ran.stdout, paths);
}

interface Outcome {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(file: string): Promise<Outcome> {
  const child = spawn(process.execPath, [goes, "run", file], { timeout: timeLimit });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdin.end();
  return await new Promise((resolve) => {
    child.on("close", (code, signal) => {
      if (signal !== null) stderr = `ended by ${signal} after ${timeLimit / 1000} s\n${stderr}`;
      resolve({ ok: code === 0, stdout, stderr });
    });
  });
}

async function tryPackage(work: string, path: string, expected: string | undefined): Promise<Row> {
  const name = path.replaceAll("/", "_");
  const origin = isOurs(path) ? "ours" : "Go tree";
  const importing = join(work, `${name}_import.go`);
  writeFileSync(importing, importFile(path));
  if (isInternal(path)) {
    const { stderr } = await run(importing);
    return { path, origin, imported: false, called: false, reason: firstLine(stderr) };
  }
  const source = calls[path];
  if (source === undefined || expected === undefined) {
    return { path, origin, imported: false, called: false, reason: "scripts/std-table/calls.ts has no call" };
  }
  const calling = join(work, `${name}_call.go`);
  writeFileSync(calling, callFile(path, source, undefined));
  const called = await run(calling);
  if (called.ok && called.stdout === expected) {
    return { path, origin, imported: true, called: true, reason: "" };
  }
  const imported = await run(importing);
  const reason = called.ok
    ? `prints ${JSON.stringify(called.stdout)}, Go ${JSON.stringify(expected)}`
    : firstLine(called.stderr);
  return { path, origin, imported: imported.ok, called: false, reason };
}

/** The first line that says something. */
function firstLine(text: string): string {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
  return (lines[0] ?? "").slice(0, 300);
}

function show({ path, origin, imported, called, reason }: Row): string {
  const word = (ok: boolean): string => (ok ? "ok" : "fails").padEnd(6);
  return `${path.padEnd(28)} ${origin.padEnd(8)} ${word(imported)} ${word(called)} ${reason}`.trimEnd();
}

async function main(): Promise<number> {
  if (spawnSync("go", ["version"]).status !== 0) {
    console.log("std-table: no Go toolchain here; no table");
    return 0;
  }
  const failuresOnly = process.argv.includes("--failures");
  const names = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
  const all = listPackages();
  const paths = names.length > 0 ? names : all.filter((path) => !isInternal(path));
  const work = mkdtempSync(join(tmpdir(), "goes-std-table-"));
  const rows: Row[] = [];
  try {
    const expected = expectedOutputs(
      work,
      paths.filter((path) => path in calls),
    );
    console.log(`${"package".padEnd(28)} ${"source".padEnd(8)} import call   reason`);
    const waiting = [...paths];
    const work1 = async (): Promise<void> => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const row = await tryPackage(work, path, expected.get(path));
        rows.push(row);
        if (!failuresOnly || !row.called) console.log(show(row));
      }
    };
    await Promise.all(Array.from({ length: parallel }, work1));
  } finally {
    rmSync(work, { recursive: true });
  }
  const failed = rows.filter((row) => !row.called);
  const internal = all.filter((path) => isInternal(path)).length;
  console.log(
    `std-table: ${rows.length} packages: ${rows.filter((row) => row.imported).length} imported, ${rows.length - failed.length} called as Go`,
  );
  if (names.length === 0) {
    console.log(
      `${internal} more are internal or vendored: programs may not import them, with goes as with go`,
    );
  }
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
