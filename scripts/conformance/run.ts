// Go's own programs that test language, compiler and runtime, compiled by goes at -O2 and run.
//   pnpm conformance run [SUBSTRING…] [--write] [--verbose] [-j=N]
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isMainThread, workerData } from "node:worker_threads";
import { findGoRoot } from "./go-tree.ts";
import { serveCompiler } from "./run/compile-worker.ts";
import { Lane, type Outcome, type Role } from "./run/lane.ts";
import { serveProgram } from "./run/program-worker.ts";
import { selectTests, type Selection, type TestProgram } from "./run/select.ts";

/** Path below the Go tree's test/ to the reason why the test fails. */
type KnownFailures = Record<string, string>;

const knownPath = "fixtures/conformance/run.json";
/** Seconds that a test may take to compile, and to run. */
const timeLimit = 10;

if (isMainThread) await main();
else if ((workerData as Role) === "compile") serveCompiler();
else serveProgram();

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const substrings = args.filter((arg) => !arg.startsWith("-"));
  const jobs = Number(args.find((arg) => arg.startsWith("-j="))?.slice(3) ?? 2);
  const goRoot = findGoRoot();
  if (goRoot === undefined) {
    print("run: no Go tree found (set GOROOT or put go in PATH); nothing to run");
    return;
  }
  const known: KnownFailures = existsSync(knownPath)
    ? (JSON.parse(readFileSync(knownPath, "utf8")) as KnownFailures)
    : {};
  const selection = selectTests(
    goRoot,
    hasPackage,
    (name) => substrings.length === 0 || substrings.some((part) => name.includes(part)),
  );
  const started = performance.now();
  const env = [`GOROOT=${goRoot}`, `PWD=${process.cwd()}`, "PATH=/bin", "HOME=/", "TMPDIR=/tmp"];
  const outcomes = await runAll(selection.programs, jobs, env, known);
  if (args.includes("--verbose")) showDetails(outcomes);
  reportExcluded(selection);
  reportFolders(selection.programs, outcomes);
  print(`${selection.programs.length} programs in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  compareWithKnown(outcomes, known, { write: args.includes("--write"), whole: substrings.length === 0 });
}

/** Whether the library has a package that programs may import. */
function hasPackage(path: string): boolean {
  if (path === "runtime") return true;
  return ["packages/stdlib/go", "packages/runtime/go"].some((base) => {
    const directory = join(base, path);
    return existsSync(directory) && readdirSync(directory).some((entry) => entry.endsWith(".go"));
  });
}

async function runAll(
  programs: readonly TestProgram[],
  jobs: number,
  env: readonly string[],
  known: KnownFailures,
): Promise<ReadonlyMap<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const file = fileURLToPath(import.meta.url);
  const queue = [...programs];
  const slow: TestProgram[] = [];
  // All lanes share the processor time of the process.
  const limit = { processor: timeLimit * 1000 * jobs, clock: timeLimit * 3000 };
  await Promise.all(
    Array.from({ length: jobs }, async () => {
      const lane = new Lane(file, env);
      for (let test = queue.shift(); test !== undefined; test = queue.shift()) {
        const outcome = await lane.run(test, limit);
        outcomes.set(test.name, outcome);
        if (outcome.kind === "timeout" && known[test.name] === undefined) slow.push(test);
      }
      await lane.end();
    }),
  );
  // Another try without a neighbour and with more time by the clock: the machine may have other work to do.
  const lane = new Lane(file, env);
  const patient = { processor: timeLimit * 1000, clock: timeLimit * 6000 };
  for (const test of slow) outcomes.set(test.name, await lane.run(test, patient));
  await lane.end();
  return outcomes;
}

function showDetails(outcomes: ReadonlyMap<string, Outcome>): void {
  for (const [name, { passed, gist, detail }] of outcomes) {
    if (!passed) print(`--- ${name}: ${gist}\n${detail.slice(0, 4000)}`);
  }
}

function reportExcluded({ excluded }: Selection): void {
  const packages = new Map<string, number>();
  let constraints = 0;
  let lacking = 0;
  const flags: string[] = [];
  for (const [name, why] of excluded) {
    if (why.why === "constraint") constraints++;
    else if (why.why === "flags") flags.push(`${name} (${why.flags})`);
    else {
      lacking++;
      for (const path of why.packages) packages.set(path, (packages.get(path) ?? 0) + 1);
    }
  }
  const list = [...packages].toSorted((a, b) => b[1] - a[1]).map(([path, count]) => `${path} ${count}`);
  print(`excluded by their build constraint: ${constraints}`);
  if (flags.length > 0) print(`excluded, since they test another mode of gc: ${flags.join(", ")}`);
  print(`excluded, since the library lacks what they import: ${lacking} (${list.join(", ")})`);
}

function reportFolders(programs: readonly TestProgram[], outcomes: ReadonlyMap<string, Outcome>): void {
  interface Row {
    total: number;
    passed: number;
    unsupported: number;
  }
  const rows = new Map<string, Row>();
  const count = (key: string, outcome: Outcome): void => {
    let row = rows.get(key);
    if (row === undefined) rows.set(key, (row = { total: 0, passed: 0, unsupported: 0 }));
    row.total++;
    if (outcome.passed) row.passed++;
    if (outcome.kind === "unsupported") row.unsupported++;
  };
  for (const recipe of ["run", "rundir"] as const) {
    for (const test of programs) {
      if (test.recipe !== recipe) continue;
      const outcome = outcomes.get(test.name)!;
      const slash = test.name.lastIndexOf("/");
      count(`${recipe} test/${slash < 0 ? "" : test.name.slice(0, slash)}`, outcome);
    }
    for (const test of programs)
      if (test.recipe === recipe) count(`${recipe}, all`, outcomes.get(test.name)!);
  }
  for (const [key, { total, passed, unsupported }] of rows) {
    const share = ((100 * passed) / total).toFixed(1);
    const apart = unsupported > 0 ? `, ${unsupported} of the others give Unsupported` : "";
    print(`${key.padEnd(28)} ${`${passed}/${total}`.padStart(9)} ${share.padStart(6)} %${apart}`);
  }
}

/** Compares with the list of known failures, writes it if asked to, and sets the exit code. */
function compareWithKnown(
  outcomes: ReadonlyMap<string, Outcome>,
  known: KnownFailures,
  options: { readonly write: boolean; readonly whole: boolean },
): void {
  const failed = [...outcomes].filter(([, outcome]) => !outcome.passed);
  const news = failed.filter(([name]) => known[name] === undefined);
  const mended = Object.keys(known).filter((name) => outcomes.get(name)?.passed === true);
  const gone = options.whole ? Object.keys(known).filter((name) => !outcomes.has(name)) : [];
  if (options.write) {
    const next: KnownFailures = { ...known };
    for (const name of [...mended, ...gone]) delete next[name];
    for (const [name, { gist }] of news) next[name] = gist.replace(/\/\S*\/test\/(?=\S*\.go:)/, "");
    const sorted = Object.fromEntries(Object.entries(next).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(knownPath, `${JSON.stringify(sorted, undefined, 2)}\n`);
    print(`${knownPath}: ${Object.keys(sorted).length} failures`);
    return;
  }
  for (const [name, { gist }] of news) print(`fails: ${name}: ${gist}`);
  for (const name of mended) print(`passes now, take it off ${knownPath}: ${name}`);
  for (const name of gone) print(`is no longer run, take it off ${knownPath}: ${name}`);
  print(`${failed.length} failures, ${news.length} of them not in ${knownPath}`);
  if (news.length > 0 || mended.length > 0 || gone.length > 0) process.exitCode = 1;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
