// Random Go programs under goes at -O0 and -O2 and under the real Go: output and exit code must be equal.
//   pnpm differential [--count=N] [--seed=FIRST] [-j=N] [--keep=DIRECTORY] [--topic=NAME] [--suspend] [--gc=N] [--print=SEED] [--reduce=SEED]
// The seeds are FIRST, FIRST+1 …; each decides its program. `--print` shows one. `--reduce` drops lines of one while
// it still differs. `--topic` takes programs of one topic only, `--suspend` compiles them so that they suspend and continue at every
// call, and runs the verifiers; `--gc` so that they collect at every N-th allocation. Both sides compile many programs into one, most of the time. Programs that differ are kept in a directory (differential-failures), with what both printed. Exits with 1 where
// one differs or Go refuses one, with 3 where there is no Go toolchain.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { isMainThread, workerData } from "node:worker_threads";
import type { Program } from "./differential/generator/program.ts";
import { generateProgram, topicOf, topics } from "./differential/generator/topics.ts";
import { buildWithGo, runWithGo } from "./differential/run/go-side.ts";
import { GoesSide, single, type Reply } from "./differential/run/goes-side.ts";
import { serveGoes } from "./differential/run/goes-worker.ts";
import { difference, type Outcome } from "./differential/run/outcome.ts";
import { reduce } from "./differential/run/reduce.ts";
import { sharedModule } from "./differential/run/shared-module.ts";

const levels = [0, 2] as const;
/** Programs that Go compiles at once. */
const batchSize = 80;
/** Programs that goes compiles into one module: what takes longest is compiling the library. */
const groupSize = 20;
/** One program of so many is compiled by itself: what a whole program is known to do is less in company. */
const singleEach = 10;

interface Options {
  readonly count: number;
  readonly seed: number;
  readonly jobs: number;
  readonly keep: string;
  /** Only programs of this topic. */
  readonly topic: string | undefined;
  /** goes compiles them so that they suspend at every call. */
  readonly suspend: boolean;
  /** goes compiles them so that they collect at one allocation in so many. */
  readonly gc: number | undefined;
  readonly print: number | undefined;
  readonly reduce: number | undefined;
}

if (isMainThread) process.exitCode = await main();
else if (workerData === "goes-worker") serveGoes();

function parseOptions(args: readonly string[]): Options | undefined {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const match = /^--?([a-z]+)(?:=(.*))?$/.exec(args[i]!);
    if (match === null) return undefined;
    given.set(match[1]!, match[2] ?? (match[1] === "suspend" ? "" : (args[++i] ?? "")));
  }
  const number = (name: string): number | undefined =>
    given.has(name) ? Number(given.get(name)) : undefined;
  const options: Options = {
    count: number("count") ?? 2000,
    seed: number("seed") ?? 1,
    jobs: number("j") ?? 2,
    keep: given.get("keep") ?? "differential-failures",
    topic: given.get("topic"),
    suspend: given.has("suspend"),
    gc: number("gc"),
    print: number("print"),
    reduce: number("reduce"),
  };
  const numbers = [
    options.count,
    options.seed,
    options.jobs,
    options.print ?? 0,
    options.reduce ?? 0,
    options.gc ?? 0,
  ];
  const known = options.topic === undefined || topics.some(({ name }) => name === options.topic);
  return known && numbers.every(Number.isInteger) ? options : undefined;
}

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (options === undefined) {
    console.log(
      "usage: pnpm differential [--count=N] [--seed=FIRST] [-j=N] [--keep=DIRECTORY] [--topic=NAME] [--suspend] [--gc=N] [--print=SEED] [--reduce=SEED]",
    );
    return 2;
  }
  if (options.print !== undefined) {
    process.stdout.write(generateProgram(options.print, options.topic).text);
    return 0;
  }
  if (spawnSync("go", ["version"]).status !== 0) {
    console.log("differential: no Go toolchain here; nothing was compared");
    return 3;
  }
  if (options.reduce !== undefined) {
    const text = await reduce(generateProgram(options.reduce, options.topic), options.suspend, options.gc);
    const path = keep(options, `${options.reduce}-reduced`, { "main.go": text });
    console.log(`differential: seed ${options.reduce} reduced to ${text.split("\n").length} lines: ${path}`);
    return 0;
  }
  return await compareAll(options);
}

/** Batches of programs, `jobs` at a time. */
async function compareAll(options: Options): Promise<number> {
  const started = performance.now();
  const last = options.seed + options.count;
  const counts = { same: 0, different: 0, refused: 0 };
  let next = options.seed;
  const job = async (): Promise<void> => {
    const goes = new GoesSide();
    for (let first = next; first < last; first = next) {
      next = Math.min(first + batchSize, last);
      const programs = Array.from({ length: next - first }, (_, i) =>
        generateProgram(first + i, options.topic),
      );
      await compareBatch(programs, goes, options, counts);
      const done = counts.same + counts.different + counts.refused;
      console.log(`${done} programs, ${counts.different} differ, ${counts.refused} refused`);
    }
    await goes.close();
  };
  await Promise.all(Array.from({ length: options.jobs }, job));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `differential: seeds ${options.seed} to ${last - 1} in ${seconds} s: ${counts.same} programs behave at -O0 and -O2 as under Go, ` +
      `${counts.different} differ, Go refuses ${counts.refused}`,
  );
  return counts.different + counts.refused === 0 ? 0 : 1;
}

async function compareBatch(
  programs: readonly Program[],
  goes: GoesSide,
  options: Options,
  counts: { same: number; different: number; refused: number },
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "goes-differential-"));
  try {
    const building = buildWithGo(programs, directory);
    const found = new Map<number, readonly Reply[]>();
    const request = { levels, suspendEverywhere: options.suspend, stress: options.gc };
    const grouped = groups(programs, options.topic);
    for (const group of grouped) {
      if (group.length === 1) found.set(group[0]!.seed, await goes.run(single(group[0]!.text, request)));
      else for (const [seed, replies] of await goes.runShared(group, request)) found.set(seed, replies);
    }
    const batch = await building;
    for (const program of programs) {
      const refused = batch.refused.get(program.seed);
      if (refused !== undefined) {
        counts.refused++;
        const path = keep(options, String(program.seed), { "main.go": program.text, "go.txt": refused });
        console.log(`seed ${program.seed}: Go refuses it: ${refused.split("\n")[1] ?? refused} (${path})`);
        continue;
      }
      const expected = await runWithGo(batch, program.seed);
      if (!report(program, expected, found.get(program.seed)!, options)) {
        counts.same++;
        continue;
      }
      counts.different++;
      const group = grouped.find((members) => members.includes(program))!;
      if (group.length === 1) continue;
      const alone = await goes.run(single(program.text, request));
      if (alone.every((reply) => !("failed" in reply) && difference(expected, reply) === undefined)) {
        const path = keep(options, `${program.seed}-with-others`, sharedModule(group));
        console.log(
          `seed ${program.seed}: by itself it behaves as under Go; the module that differs: ${path}`,
        );
      }
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Which programs goes compiles together: those of one topic, so that one with goroutines does not make others ready to wait. */
function groups(programs: readonly Program[], topic: string | undefined): readonly (readonly Program[])[] {
  const whole: Program[][] = [];
  const open = new Map<string, Program[]>();
  for (const program of programs) {
    if (program.alone || program.seed % singleEach === 0) {
      whole.push([program]);
      continue;
    }
    const { name } = topicOf(program.seed, topic);
    const group = open.get(name) ?? [];
    if (group.push(program) === 1) whole.push(group);
    if (group.length < groupSize) open.set(name, group);
    else open.delete(name);
  }
  return whole;
}

/** Tells of the first difference, and keeps the program. */
function report(program: Program, expected: Outcome, found: readonly Reply[], options: Options): boolean {
  for (const [i, reply] of found.entries()) {
    const what = "failed" in reply ? reply.failed : difference(expected, reply);
    if (what === undefined) continue;
    const path = keep(options, String(program.seed), {
      "main.go": program.text,
      "go.txt": `${expected.stdout}${expected.stderr}exit ${expected.code}\n`,
      [`goes-O${levels[i]!}.txt`]:
        "failed" in reply ? reply.failed : `${reply.stdout}${reply.stderr}exit ${reply.code}\n`,
    });
    console.log(
      `seed ${program.seed} at -O${levels[i]!}: ${what.split("\n").slice(0, 4).join("\n  ")} (${path})`,
    );
    return true;
  }
  return false;
}

function keep(options: Options, name: string, files: Readonly<Record<string, string>>): string {
  const path = join(options.keep, name);
  mkdirSync(path, { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
}
