// `pnpm stress [--levels=0,1,2] [--gc=N] [--split=N] [program…]`: runs the programs of fixtures/programs compiled so that they suspend and
// continue at every call, or with --gc collect at every N-th allocation, or with --split consist of functions of at most about N
// instructions, at all levels. Their output must stay what the
// real Go printed. They run on a thread with a larger stack: the parts of a function that is split have a frame each, and
// encoding/json, for one, finds cycles a thousand calls deep.
import { compile } from "../packages/driver/src/index.ts";
import type { OptimizationLevel } from "../packages/optimizer/src/index.ts";
import { formatDiagnostic, memoryFileSystem } from "../packages/source/src/index.ts";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { readTree } from "../packages/cli/src/library.ts";
import { nodeFileSystem } from "../packages/cli/src/node-file-system.ts";
import { differenceFromGo, directory, fileOf, runFixture } from "./programs/run-fixture.ts";

const library = memoryFileSystem({ ...readTree("packages/stdlib/go"), ...readTree("packages/runtime/go") });

const args = process.argv.slice(2);
const option = (name: string): string | undefined =>
  args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const collecting = option("gc");
const splitting = option("split");
const suspending = collecting === undefined && splitting === undefined;
const mode = {
  suspendEverywhere: suspending,
  ...(collecting !== undefined && { collector: { stress: Number(collecting) } }),
  ...(splitting !== undefined && { splitFrom: Number(splitting) }),
};

/** What is wrong with a program at a level; undefined: nothing. */
async function stress(name: string, level: OptimizationLevel): Promise<string | undefined> {
  const target = { kind: "directory", directory: join(directory, name) } as const;
  const input = { target, fileSystem: nodeFileSystem, library, level, verify: true, ...mode };
  try {
    const { wasm, diagnostics, files } = compile(input);
    if (wasm === undefined) return diagnostics.map((item) => formatDiagnostic(files, item)).join("\n");
    const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
    const stdin = Buffer.from(fileOf(name, "stdin.txt") ?? "");
    const outcome = await runFixture(module, stdin, 7, []);
    return differenceFromGo(name, outcome);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Runs what the command line names, and returns the exit code. */
async function main(): Promise<number> {
  const levels = (option("levels") ?? "0,1,2").split(",");
  const names = args.filter((arg) => !arg.startsWith("--"));
  let runs = 0;
  let wrong = 0;
  for (const name of names.length > 0 ? names : readdirSync(directory)) {
    const found: string[] = [];
    const started = performance.now();
    for (const level of levels) {
      runs++;
      const difference = await stress(name, Number(level) as OptimizationLevel);
      if (difference !== undefined) found.push(`-O${level}: ${difference.slice(0, 2000)}`);
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${name}: ${found.length === 0 ? "as Go prints it" : found.join("\n")} (${seconds} s)`);
    wrong += found.length;
  }
  console.log(
    wrong === 0 ? `stress: ${runs} runs, all as Go prints them` : `stress: ${wrong} of ${runs} runs differ`,
  );
  return wrong === 0 ? 0 : 1;
}

const stackMegabytes = 64;

if (isMainThread) {
  const worker = new Worker(fileURLToPath(import.meta.url), {
    argv: args,
    resourceLimits: { stackSizeMb: stackMegabytes },
  });
  process.exitCode = 1;
  worker.on("message", (code: number) => (process.exitCode = code));
} else {
  parentPort!.postMessage(await main());
}
