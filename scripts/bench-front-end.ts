// How fast lexer, parser and type checker are when they are warm, in one process, on go/types and all that it imports,
// beside go/scanner, go/parser and go/types on the same files.
//   pnpm bench:front-end [--rounds=N]
import type { File } from "../packages/ast/src/index.ts";
import { nodeFileSystem } from "../packages/cli/src/node-file-system.ts";
import { lex } from "../packages/lexer/src/index.ts";
import { addSource, goTreeFiles, goTreeTags } from "../packages/modules/src/index.ts";
import { parseFile } from "../packages/parser/src/index.ts";
import { GoParser } from "../packages/parser/src/go-parser.ts";
import { FileSet, type Report, type SourceFile } from "../packages/source/src/index.ts";
import { checkPackage, gcSizes, type CheckedPackage } from "../packages/types/src/index.ts";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";
import { findGoRoot } from "./conformance/go-tree.ts";

/** A package with its files; packages that it imports come before it in the list. */
interface BenchPackage {
  readonly path: string;
  readonly files: readonly SourceFile[];
}

/** Milliseconds of each round. Go's parser has no step that takes tokens. */
interface Times {
  readonly lex: readonly number[];
  readonly parse?: readonly number[];
  readonly lexParse: readonly number[];
  readonly check: readonly number[];
  readonly errors: number;
  readonly memoryBytes: number;
  readonly version: string;
}

const subject = "go/types";
const rounds = Number(
  process.argv
    .slice(2)
    .find((a) => a.startsWith("--rounds="))
    ?.slice(9) ?? 7,
);
const goRoot = findGoRoot();
if (goRoot === undefined) {
  print("bench:front-end: no Go tree found (set GOROOT or put go in PATH); nothing to measure with");
} else if (!Number.isInteger(rounds) || rounds < 1) {
  print("usage: pnpm bench:front-end [--rounds=N]");
  process.exitCode = 2;
} else main(goRoot);

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function main(root: string): void {
  const packages = listPackages(root);
  const files = packages.flatMap((p) => p.files);
  const bytes = files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
  const lines = files.reduce((sum, file) => sum + file.lineStarts.length, 0);
  print(
    `${subject} and what it imports: ${packages.length} packages, ${files.length} files, ` +
      `${(bytes / 1e6).toFixed(2)} MB, ${lines} lines; ${rounds} rounds after one to warm up`,
  );
  const goes = measureGoes(packages);
  const go = measureGo(packages);
  if (go === undefined) print("no Go toolchain found: figures of goes only");
  print(`${"".padEnd(22)}${"goes best".padStart(16)}${"median".padStart(16)}${goHeader(go)}`);
  const megabytes = (ms: number): string => `${(bytes / 1e3 / ms).toFixed(1)} MB/s`;
  const perSecond = (ms: number): string => `${Math.round(lines / ms)}k lines/s`;
  row("lex", goes.lex, go?.lex, megabytes);
  row("parse alone", goes.parse ?? [], go?.parse, megabytes);
  row("lex and parse", goes.lexParse, go?.lexParse, megabytes);
  row("check all bodies", goes.check, go?.check, perSecond);
  const memory = (times: Times): string => `${Math.round(times.memoryBytes / 1e6)} MB`;
  print(
    `${"peak memory".padEnd(22)}${memory(goes).padStart(16)}` +
      (go === undefined ? "" : `${"".padEnd(16)}${memory(go).padStart(16)}`),
  );
  print(`errors: goes ${goes.errors}${go === undefined ? "" : `, ${go.version} ${go.errors}`}`);
  if (goes.errors > 0) process.exitCode = 1;
}

function goHeader(go: Times | undefined): string {
  if (go === undefined) return "";
  return `${"Go best".padStart(16)}${"median".padStart(16)}${"goes/Go".padStart(16)}`;
}

function row(
  title: string,
  goes: readonly number[],
  go: readonly number[] | undefined,
  show: (milliseconds: number) => string,
): void {
  let text = title.padEnd(22);
  for (const times of go === undefined ? [goes] : [goes, go]) {
    text += show(Math.min(...times)).padStart(16) + show(median(times)).padStart(16);
  }
  // The time that goes takes for one unit of time of Go.
  if (go !== undefined) text += `${(median(goes) / median(go)).toFixed(2)} × time`.padStart(16);
  print(text);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** The subject and what it imports, imports first. */
function listPackages(root: string): BenchPackage[] {
  const tags = goTreeTags();
  const set = new FileSet();
  const seen = new Set<string>(["unsafe"]);
  const out: BenchPackage[] = [];
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const files = goTreeFiles(nodeFileSystem, root, path, tags).map((file) => addSource(set, file));
    for (const file of files) {
      for (const { path: imported } of parseFile(file, ignore).imports) {
        const plain = imported.text.slice(1, -1);
        visit(existsSync(`${root}/src/vendor/${plain}`) ? `vendor/${plain}` : plain);
      }
    }
    out.push({ path, files });
  };
  visit(subject);
  return out;
}

function ignore(): void {
  // Faults are counted where the time is taken.
}

function measureGoes(packages: readonly BenchPackage[]): Times {
  const sources = packages.flatMap((p) => p.files);
  const parser = new GoParser("skip");
  const lexTimes: number[] = [];
  const parseTimes: number[] = [];
  const lexParseTimes: number[] = [];
  const checkTimes: number[] = [];
  let errors = 0;
  let memoryBytes = 0;
  const report: Report = () => {
    errors++;
  };
  for (let round = 0; round <= rounds; round++) {
    errors = 0;
    // File by file, as a compiler does it: tokens die young.
    let lexing = 0;
    let parsing = 0;
    for (const file of sources) {
      const start = performance.now();
      const stream = lex(file, report);
      const middle = performance.now();
      parser.parse(file, stream, report, "file");
      lexing += middle - start;
      parsing += performance.now() - middle;
    }
    memoryBytes = Math.max(memoryBytes, process.memoryUsage().rss);
    const startParse = performance.now();
    const parsed = packages.map((item) => item.files.map((file) => parseFile(file, report)));
    const startCheck = performance.now();
    memoryBytes = Math.max(memoryBytes, process.memoryUsage().rss);
    const checked = new Map<string, CheckedPackage>();
    for (const [index, { path }] of packages.entries()) {
      const files: readonly File[] = parsed[index]!;
      const input = { path, files, goVersion: "go1.26", allowBodyless: true, sizes: gcSizes };
      const result = checkPackage(
        { ...input, bodies: "all" },
        (imported) => checked.get(`vendor/${imported}`) ?? checked.get(imported),
        report,
      );
      checked.set(path, result);
    }
    const end = performance.now();
    memoryBytes = Math.max(memoryBytes, process.memoryUsage().rss);
    if (round === 0) continue;
    lexTimes.push(lexing);
    parseTimes.push(parsing);
    lexParseTimes.push(startCheck - startParse);
    checkTimes.push(end - startCheck);
  }
  return {
    lex: lexTimes,
    parse: parseTimes,
    lexParse: lexParseTimes,
    check: checkTimes,
    errors,
    memoryBytes,
    version: process.version,
  };
}

/** The same with Go's own library; undefined where Go cannot be run. */
function measureGo(packages: readonly BenchPackage[]): Times | undefined {
  if (spawnSync("go", ["version"]).status !== 0) return undefined;
  const input = {
    rounds,
    packages: packages.map(({ path, files }) => ({ path, files: files.map((file) => file.name) })),
  };
  const result = spawnSync("go", ["run", "scripts/bench/front-end.go"], {
    input: JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (result.status !== 0) throw new Error(`go run scripts/bench/front-end.go: ${result.stderr}`);
  const out = JSON.parse(result.stdout) as {
    Lex: number[];
    LexParse: number[];
    Check: number[];
    Errors: number;
    MemoryBytes: number;
    Version: string;
  };
  return {
    lex: out.Lex,
    lexParse: out.LexParse,
    check: out.Check,
    errors: out.Errors,
    memoryBytes: out.MemoryBytes,
    version: out.Version,
  };
}
