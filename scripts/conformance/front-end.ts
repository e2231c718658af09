// How much of Go's own sources and tests the front end takes, and refuses, as gc does.
//   pnpm conformance front-end [std|errorcheck|types] [--update] [--verbose] [--only=SUBSTRING]
import { nodeFileSystem } from "../../packages/cli/src/node-file-system.ts";
import { checkStd, GoTree } from "../../packages/driver/src/index.ts";
import {
  FileSet,
  formatDiagnostic,
  sortDiagnostics,
  type Diagnostic,
} from "../../packages/source/src/index.ts";
import type { CheckedPackage } from "../../packages/types/src/index.ts";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { findGoRoot, goFilesBelow, relativeTo } from "./go-tree.ts";
import { checkFiles } from "./check-files.ts";
import { expectedErrors, expectedTypesErrors, matches, type Expectation } from "./expectations.ts";

interface KnownFailures {
  /** Path below GOROOT to the reason why the file fails. */
  [path: string]: string;
}

const knownPath = "fixtures/conformance/front-end.json";
const args = process.argv.slice(2);
const update = args.includes("--update");
const verbose = args.includes("--verbose");
const only = args.find((a) => a.startsWith("--only="))?.slice(7);
const suites = args.filter((a) => !a.startsWith("--"));
const wants = (name: string): boolean => suites.length === 0 || suites.includes(name);

const goRoot = findGoRoot();
if (goRoot === undefined) {
  process.stdout.write(
    "front-end: no Go tree found (set GOROOT or put go in PATH); nothing to compare with\n",
  );
  process.exit(0);
}
const root: string = goRoot;
const known: KnownFailures = existsSync(knownPath) ? JSON.parse(readFileSync(knownPath, "utf8")) : {};
const failed: Record<string, string> = {};
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

if (wants("std")) std();
if (wants("errorcheck")) errorcheck();
if (wants("types")) typesTestdata();
finish();

function std(): void {
  const started = performance.now();
  const result = checkStd({
    fileSystem: nodeFileSystem,
    root,
    ...(only !== undefined && { only: (path) => path.includes(only) }),
  });
  if (result === undefined) return print(`std: no packages in ${root}`);
  const seconds = (performance.now() - started) / 1000;
  const { files, packages, lines } = result;
  for (const [path, diagnostics] of packages) {
    if (diagnostics.length === 0) continue;
    failed[`src/${path}`] = `${diagnostics.length} errors`;
    const sorted = sortDiagnostics(files, diagnostics);
    for (const item of sorted.slice(0, verbose ? 1000 : 5)) print(formatDiagnostic(files, item));
  }
  print(
    `std: ${packages.size} packages, ${lines} lines, ${result.diagnostics.length} errors, ${Math.round(lines / seconds)} lines/s (parse and check)`,
  );
}

interface Outcome {
  readonly lines: boolean;
  readonly wording: boolean;
  readonly report: string;
}

function judge(
  files: FileSet,
  found: readonly Diagnostic[],
  wanted: readonly Expectation[],
  path: string,
): Outcome {
  const got = new Map<number, string[]>();
  for (const item of sortDiagnostics(files, found)) {
    const line = files.line(item.pos);
    const base = path.slice(path.lastIndexOf("/") + 1);
    const text = formatDiagnostic(files, item)
      .replace(/^[^\n]*?:\d+(?::\d+)?: /, "")
      .replaceAll(path, base);
    const list = got.get(line);
    if (list === undefined) got.set(line, [text]);
    else list.push(text);
  }
  let lines = true;
  let wording = true;
  let report = "";
  const expected = new Map(wanted.map((w) => [w.line, w]));
  for (const [line, texts] of got) {
    const want = expected.get(line);
    if (want === undefined) {
      lines = false;
      report += `  ${path}:${line}: unexpected: ${texts.join(" | ")}\n`;
    }
  }
  for (const want of wanted) {
    const texts = got.get(want.line);
    if (texts === undefined) {
      lines = false;
      report += `  ${path}:${want.line}: missing: ${want.patterns.map(String).join(" ")}\n`;
      continue;
    }
    const bad = want.patterns.filter((p) => !texts.some((t) => matches(p, t)));
    const extra = texts.filter((t) => !want.patterns.some((p) => matches(p, t)));
    if (bad.length > 0 || extra.length > 0) {
      wording = false;
      report += `  ${path}:${want.line}: wording: ${texts.join(" | ")}  WANT ${want.patterns.map(String).join(" ")}\n`;
    }
  }
  return { lines, wording: wording && lines, report };
}

function runFolder(
  title: string,
  paths: readonly string[],
  expectations: (text: string, name: string) => readonly Expectation[],
  judgeWording: boolean,
): void {
  const folders = new Map<string, { total: number; lines: number; wording: number }>();
  const files = new FileSet();
  const library = new GoTree({ fileSystem: nodeFileSystem, root, files, bodies: "demand" });
  for (const path of paths) {
    const name = relativeTo(root, path);
    if (only !== undefined && !name.includes(only)) continue;
    const text = readFileSync(path, "utf8");
    const folder = name.slice(0, name.lastIndexOf("/"));
    let entry = folders.get(folder);
    if (entry === undefined) folders.set(folder, (entry = { total: 0, lines: 0, wording: 0 }));
    entry.total++;
    const found: Diagnostic[] = [];
    let outcome: Outcome;
    try {
      const usesAssert = !judgeWording && /\bassert\(/.test(text);
      const helpers = usesAssert ? "func assert(_ bool) bool { return true }" : "";
      const report = (item: Diagnostic): void => {
        // A constant cannot be the result of a helper, and one check is gc's own.
        if (!judgeWording && /^assert\(.* is not constant$|anonymous interface refers/.test(item.message))
          return;
        found.push(item);
      };
      const checked = checkFiles([path], files, library, report, name, helpers, !judgeWording);
      if (usesAssert && checked !== undefined) found.push(...failedAssertions(checked));
      outcome = judge(files, found, expectations(text, name.slice(name.lastIndexOf("/") + 1)), name);
    } catch (error) {
      outcome = {
        lines: false,
        wording: false,
        report: `  ${name}: crash: ${String((error as Error).stack)
          .split("\n")
          .slice(0, 6)
          .join("\n")}\n`,
      };
    }
    if (outcome.lines) entry.lines++;
    if (outcome.wording) entry.wording++;
    if (!outcome.lines) failed[name] = "lines differ";
    else if (judgeWording && !outcome.wording) failed[name] = "wording differs";
    const shown =
      verbose || (known[name] === undefined && (!outcome.lines || (judgeWording && !outcome.wording)));
    if (shown && outcome.report !== "") process.stdout.write(outcome.report);
  }
  let total = 0;
  let lines = 0;
  let wording = 0;
  for (const [folder, entry] of [...folders].toSorted()) {
    print(`  ${folder}: ${entry.lines}/${entry.total} lines, ${entry.wording}/${entry.total} wording`);
    total += entry.total;
    lines += entry.lines;
    wording += entry.wording;
  }
  const share = (n: number): string => `${((100 * n) / Math.max(1, total)).toFixed(1)} %`;
  print(`${title}: ${total} files; lines exactly as expected ${share(lines)}; wording too ${share(wording)}`);
}

/** The calls of the tests' own `assert` whose argument is not the constant true. */
function failedAssertions(checked: CheckedPackage): Diagnostic[] {
  const out: Diagnostic[] = [];
  for (const expr of checked.info.types.keys()) {
    if (expr.kind !== "CallExpr" || expr.callee.kind !== "Ident" || expr.callee.name !== "assert") continue;
    const argument = expr.args[0];
    const value = argument === undefined ? undefined : checked.info.types.get(argument)?.value;
    if (value?.kind === "bool" && value.value) continue;
    out.push({ code: "Unsupported", pos: expr.pos, message: "assertion failed", notes: [] });
  }
  return out;
}

function errorcheck(): void {
  const paths = goFilesBelow(`${root}/test`).filter(
    (path) =>
      /^\/\/ errorcheck[ \t]*\r?\n/.test(readFileSync(path, "latin1")) &&
      // Files of these directories are compiled together by another kind of test.
      !path.includes(".dir/"),
  );
  runFolder("errorcheck", paths, expectedErrors, true);
}

function typesTestdata(): void {
  const base = `${root}/src/internal/types/testdata`;
  const paths = ["check", "examples", "fixedbugs", "spec"]
    .flatMap((folder) => goFilesBelow(`${base}/${folder}`))
    // Files of subdirectories belong together, and those with flags need another configuration.
    .filter((path) => relativeTo(base, path).split("/").length === 2)
    .filter((path) => !readFileSync(path, "latin1").startsWith("// -"));
  runFolder("types", paths, expectedTypesErrors, false);
}

function finish(): void {
  const news = Object.keys(failed).filter((path) => known[path] === undefined);
  const mended =
    only === undefined && suites.length === 0
      ? Object.keys(known).filter((path) => failed[path] === undefined)
      : [];
  if (update) {
    const next: KnownFailures = {};
    for (const path of Object.keys(failed).toSorted()) next[path] = known[path] ?? failed[path]!;
    writeFileSync(knownPath, `${JSON.stringify(next, undefined, 2)}\n`);
  }
  for (const path of mended) print(`no longer fails: ${path} (${known[path]!})`);
  print(`${Object.keys(failed).length} failures, ${news.length} of them not in ${knownPath}`);
  if (!update && news.length > 0) process.exitCode = 1;
}
