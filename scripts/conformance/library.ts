// Go's own tests of its packages, run against ours by the machinery of `goes test`.
//   pnpm conformance library [PKG…] [--sample] [--write] [--verbose] [-j=N]
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isMainThread } from "node:worker_threads";
import { findGoRoot } from "./go-tree.ts";
import { settleLibrary, type KnownLibrary } from "./library/settle.ts";
import { printHead, printRow, printSum } from "./library/table.ts";
import { testOne, type PackageOutcome } from "./library/test-one.ts";
import { libraryPackages, samplePackages } from "./library/packages.ts";
import { serveTestBinary } from "./library/binary-worker.ts";

const knownPath = "fixtures/conformance/library.json";
/** Seconds that one package may take, compilation included. */
const packageLimit = 300;

if (!isMainThread) serveTestBinary();
else await main();

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const goRoot = findGoRoot();
  if (goRoot === undefined) {
    process.stdout.write("library: no Go tree found (set GOROOT or put go in PATH); nothing to test\n");
    return;
  }
  const one = args.find((arg) => arg.startsWith("--one="))?.slice("--one=".length);
  if (one !== undefined) {
    const outcome = await testOne(one, goRoot);
    process.stdout.write(`${JSON.stringify(outcome)}\n`, () => process.exit(0));
    return;
  }
  const named = args.filter((arg) => !arg.startsWith("-"));
  const packages = named.length > 0 ? named : args.includes("--sample") ? samplePackages : libraryPackages;
  const jobs = Number(args.find((arg) => arg.startsWith("-j="))?.slice(3) ?? 2);
  const known: KnownLibrary = existsSync(knownPath)
    ? (JSON.parse(readFileSync(knownPath, "utf8")) as KnownLibrary)
    : { failures: {}, notCompiled: {} };
  const started = performance.now();
  printHead();
  const outcomes = await testAll(packages, jobs);
  printSum(outcomes);
  process.stdout.write(`${((performance.now() - started) / 1000).toFixed(0)} s\n`);
  const { settled, isNew } = settleLibrary(outcomes, known, args.includes("--verbose"));
  if (args.includes("--write")) writeFileSync(knownPath, `${JSON.stringify(settled, undefined, 2)}\n`);
  else if (isNew) process.exitCode = 1;
}

/** Tests packages, each in a process of its own. */
async function testAll(packages: readonly string[], jobs: number): Promise<readonly PackageOutcome[]> {
  const outcomes = new Map<string, PackageOutcome>();
  const queue = [...packages];
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        const outcome = await inProcess(path);
        outcomes.set(path, outcome);
        printRow(outcome);
      }
    }),
  );
  return packages.map((path) => outcomes.get(path)!);
}

async function inProcess(path: string): Promise<PackageOutcome> {
  const file = fileURLToPath(import.meta.url);
  const child = spawn(
    process.execPath,
    ["--enable-source-maps", "--stack-size=4000", "--max-old-space-size=3000", file, `--one=${path}`],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  let errors = "";
  child.stdout.on("data", (bytes: Buffer) => (output += bytes.toString()));
  child.stderr.on("data", (bytes: Buffer) => (errors += bytes.toString()));
  const timer = setTimeout(() => child.kill("SIGKILL"), packageLimit * 1000);
  await new Promise((done) => child.once("close", done));
  clearTimeout(timer);
  const line = output.trim().split("\n").at(-1) ?? "";
  if (line.startsWith("{")) return JSON.parse(line) as PackageOutcome;
  const problem = (errors.trim().split("\n")[0] ?? "") || "ended without a result";
  return { path, problem, tests: {}, notCompiled: [] };
}
