// Mutants of Go files through lexer, parser and type checker. The seed and the files decide what the mutants are.
//   pnpm fuzz:front-end [--count=N] [--seed=S] [--only=NUMBER]
// `--only` runs one mutant and prints its text first. Exits with 1 where a mutant makes the front end throw, takes more
// than two seconds, or is rejected with a diagnostic that lies outside of the file.
import { nodeFileSystem } from "../packages/cli/src/node-file-system.ts";
import { GoTree } from "../packages/driver/src/index.ts";
import { lex } from "../packages/lexer/src/index.ts";
import { listGoTree } from "../packages/modules/src/index.ts";
import { parseFile } from "../packages/parser/src/index.ts";
import {
  computeLineStarts,
  FileSet,
  type Diagnostic,
  type FileSystem,
  type SourceFile,
} from "../packages/source/src/index.ts";
import { checkPackage } from "../packages/types/src/index.ts";
import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { findGoRoot, goFilesBelow } from "./conformance/go-tree.ts";

/** What the worker is to do; `progress` holds the number of the mutant in work. */
interface Task {
  readonly count: number;
  readonly seed: number;
  readonly only: number | undefined;
  readonly goRoot: string | undefined;
  readonly progress: Int32Array;
}

/** A file to mutate; `starts` and `ends` are the offsets of its tokens, but for semicolons that are not in the text. */
interface Original {
  readonly name: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const limitMs = 2000;
/** A mutant that has not ended after this time is taken to hang. */
const hangMs = 20_000;
/** Larger files say more about speed than about robustness. */
const maxFileLength = 1 << 16;
/** Positions of mutants lie beyond those of all library files. */
const mutantBase = 1 << 28;
const mutations = ["delete", "duplicate", "swap", "truncate", "splice"] as const;

if (isMainThread) supervise();
else run(workerData as Task);

/** Runs the mutants in a thread, so that one that never ends is noticed. */
function supervise(): void {
  const args = process.argv.slice(2);
  const option = (name: string): number | undefined => {
    const value = args.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3);
    return value === undefined ? undefined : Number(value);
  };
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const task: Task = {
    count: option("count") ?? 20_000,
    seed: option("seed") ?? 1,
    only: option("only"),
    goRoot: findGoRoot(),
    progress,
  };
  if (![task.count, task.seed, task.only ?? 0].every(Number.isInteger)) {
    print("usage: pnpm fuzz:front-end [--count=N] [--seed=S] [--only=NUMBER]");
    process.exitCode = 2;
    return;
  }
  progress[0] = -1;
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: task,
    resourceLimits: { stackSizeMb: 4, maxOldGenerationSizeMb: 2048 },
  });
  let last = -1;
  let since = performance.now();
  const timer = setInterval(() => {
    const current = Atomics.load(progress, 0);
    if (current !== last) {
      last = current;
      since = performance.now();
    } else if (current >= 0 && performance.now() - since > hangMs) {
      print(`mutant ${current}: has not ended after ${hangMs / 1000} s`);
      process.exit(1);
    }
  }, 500);
  worker.on("message", (text: string) => print(text));
  worker.on("error", (error) => {
    print(`mutant ${Atomics.load(progress, 0)}: ${String(error)}`);
    process.exitCode = 1;
  });
  worker.on("exit", (code) => {
    clearInterval(timer);
    if (code !== 0) process.exitCode = 1;
  });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function run(task: Task): void {
  const say = (text: string): void => parentPort!.postMessage(text);
  const originals = readOriginals(task.goRoot);
  const fileSystem = libraryFileSystem();
  const library = new GoTree({ fileSystem, root: "goes", files: new FileSet(), bodies: "demand" });
  // The time of a mutant is not to contain that of the packages that it imports.
  for (const path of listGoTree(fileSystem, "goes")) library.check(path);
  const intact = originals.filter(({ text }) => {
    const { diagnostics, thrown } = tryMutant(text, library);
    return thrown === undefined && diagnostics.length === 0;
  });
  const kinds = new Map<string, number>();
  const counts = { accepted: 0, rejected: 0, violations: 0 };
  let slowest = { ms: 0, number: 0 };
  const started = performance.now();
  const first = task.only ?? 0;
  const end = task.only === undefined ? task.count : task.only + 1;
  for (let number = first; number < end; number++) {
    Atomics.store(task.progress, 0, number);
    const { text, how } = mutant(originals, createRandom(task.seed, number));
    if (task.only !== undefined) say(`${text}\n--- mutant ${number}: ${how}`);
    const violation = (what: string): void => {
      counts.violations++;
      const kind = what.replaceAll(/\d+/g, "N");
      const seen = (kinds.get(kind) ?? 0) + 1;
      kinds.set(kind, seen);
      if (seen <= 3) say(`mutant ${number} (${how}): ${what}`);
    };
    let outcome = tryMutant(text, library);
    // The machine may have been busy: only what is slow twice is slow.
    if (outcome.ms > limitMs) outcome = tryMutant(text, library);
    if (outcome.ms > slowest.ms) slowest = { ms: outcome.ms, number };
    if (outcome.ms > limitMs) violation(`takes ${(outcome.ms / 1000).toFixed(1)} s`);
    if (outcome.thrown !== undefined) {
      violation(outcome.thrown);
      continue;
    }
    if (outcome.diagnostics.length === 0) {
      counts.accepted++;
      continue;
    }
    counts.rejected++;
    const outside = outcome.diagnostics.find(({ pos }) => pos < mutantBase || pos > mutantBase + text.length);
    if (outside !== undefined) violation(`diagnostic outside of the file: ${outside.message}`);
    if (task.only !== undefined) {
      for (const { pos, message } of outcome.diagnostics) say(`offset ${pos - mutantBase}: ${message}`);
    }
  }
  const seconds = (performance.now() - started) / 1000;
  for (const [kind, count] of kinds) if (count > 3) say(`${count} times: ${kind}`);
  say(
    `fuzz:front-end: seed ${task.seed}, ${end - first} mutants of ${originals.length} files (${intact.length} of them valid) in ${seconds.toFixed(1)} s: ` +
      `${counts.accepted} accepted, ${counts.rejected} rejected, ${counts.violations} violations; ` +
      `slowest ${Math.round(slowest.ms)} ms (mutant ${slowest.number})`,
  );
  if (counts.violations > 0) process.exitCode = 1;
}

/** The standard library of goes, laid out as the Go tree `goes`. */
function libraryFileSystem(): FileSystem {
  const real = (path: string): string => path.replace(/^goes\/src/, "packages/stdlib/go");
  return {
    readFile: (path) => nodeFileSystem.readFile(real(path)),
    readDirectory: (path) => nodeFileSystem.readDirectory(real(path)),
    kindOf: (path) => nodeFileSystem.kindOf(real(path)),
  };
}

interface Outcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly ms: number;
  readonly thrown: string | undefined;
}

function tryMutant(text: string, library: GoTree): Outcome {
  const diagnostics: Diagnostic[] = [];
  const report = (item: Diagnostic): void => {
    diagnostics.push(item);
  };
  const started = performance.now();
  let thrown: string | undefined;
  try {
    // The checker must bear what the parser could not read.
    const checked = checkPackage(
      {
        path: "main",
        files: [parseFile(sourceFile("mutant.go", text), report)],
        goVersion: "go1.26",
        bodies: "all",
        allowBodyless: false,
      },
      (path) => library.check(path),
      report,
    );
    checked.initOrder();
  } catch (error) {
    thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
    thrown = thrown.split("\n").slice(0, 4).join("\n");
  }
  return { diagnostics, ms: performance.now() - started, thrown };
}

/** A file outside of any set: a set would keep the text of every mutant. */
function sourceFile(name: string, text: string): SourceFile {
  return { name, base: mutantBase, text, lineStarts: computeLineStarts(text), invalidOffsets: [] };
}

function readOriginals(goRoot: string | undefined): Original[] {
  const paths = goFilesBelow("fixtures");
  if (goRoot !== undefined) {
    const directory = `${goRoot}/test`;
    for (const name of readdirSync(directory).toSorted()) {
      if (name.endsWith(".go")) paths.push(`${directory}/${name}`);
    }
  }
  const out: Original[] = [];
  for (const path of paths) {
    const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
    if (text.length > maxFileLength) continue;
    const tokens = lex(sourceFile(path, text), () => {
      // Some of the files are there for their faults.
    }).tokens.filter(({ image, startOffset }) => image !== "" && text.startsWith(image, startOffset));
    if (tokens.length < 2) continue;
    const starts = tokens.map((token) => token.startOffset);
    out.push({
      name: path.slice(path.lastIndexOf("/", path.lastIndexOf("/") - 1) + 1),
      text,
      starts,
      ends: tokens.map((token) => token.startOffset + token.image.length),
    });
  }
  return out;
}

/** A generator of integers below a bound (mulberry32), one sequence for each mutant so that one can be repeated. */
function createRandom(seed: number, number: number): (bound: number) => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** One mutation, at one to three positions if it is one of tokens. */
function mutant(
  originals: readonly Original[],
  random: (bound: number) => number,
): { readonly text: string; readonly how: string } {
  const original = originals[random(originals.length)]!;
  const { text, starts, ends } = original;
  const mutation = mutations[random(mutations.length)]!;
  const how = `${mutation} in ${original.name}`;
  if (mutation === "truncate") return { text: text.slice(0, random(text.length)), how };
  if (mutation === "splice") {
    const other = originals[random(originals.length)]!;
    const head = text.slice(0, ends[random(ends.length)]);
    const tail = other.text.slice(other.starts[random(other.starts.length)]);
    return { text: `${head} ${tail}`, how: `${how} and ${other.name}` };
  }
  const images = starts.map((start, i) => text.slice(start, ends[i]));
  for (let places = 1 + random(3); places > 0; places--) {
    const at = random(images.length);
    if (mutation === "delete") images[at] = "";
    else if (mutation === "duplicate") images[at] = `${images[at]!} ${images[at]!}`;
    else {
      const other = random(images.length);
      [images[at], images[other]] = [images[other]!, images[at]!];
    }
  }
  let out = "";
  let from = 0;
  for (const [i, start] of starts.entries()) {
    out += text.slice(from, start) + images[i]!;
    from = ends[i]!;
  }
  return { text: out + text.slice(from), how };
}
