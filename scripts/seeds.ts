// `pnpm seeds [seeds] [program…]`: runs the programs of fixtures/programs that have goroutines under that many seeds (200) of
// the scheduler, which then decides by chance all that Go leaves open; every second run is of the program at -O0. Their output must stay what the real Go printed. A
// clock that only waiting moves makes it quick, and every run can be repeated by its seed.
import { compile } from "../packages/driver/src/index.ts";
import { driveProgram, type ProgramHost } from "../packages/runtime/src/index.ts";
import { formatDiagnostic, memoryFileSystem } from "../packages/source/src/index.ts";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { readTree } from "../packages/cli/src/library.ts";
import { nodeFileSystem } from "../packages/cli/src/node-file-system.ts";

const directory = "fixtures/programs";

/** A program that has not ended after so many waits never will. */
const maxWaits = 1_000_000;

/** Nanoseconds that every look at the clock takes, so that loops around it end. */
const tick = 100n;

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function text(name: string, file: string): string | undefined {
  const path = join(directory, name, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

async function run(module: WebAssembly.Module, seed: number, stdin: Uint8Array): Promise<Outcome> {
  let now = 1_000_000_000n;
  let at = 0;
  let waits = 0;
  const output: Record<1 | 2, Buffer[]> = { 1: [], 2: [] };
  const host: ProgramHost = {
    args: ["main"],
    env: [`GOES_SCHED_SEED=${seed}`],
    read: (buffer) => {
      const part = stdin.subarray(at, at + buffer.length);
      buffer.set(part);
      at += part.length;
      return part.length;
    },
    write: (descriptor, bytes) => {
      output[descriptor].push(Buffer.from(bytes));
    },
    now: () => (now += tick),
    random: (buffer) => {
      buffer.fill(seed % 251);
    },
    sleep: (nanoseconds) => {
      now += nanoseconds;
    },
    wait: (nanoseconds, input) => {
      if (++waits > maxWaits) throw new Error(`seed ${seed}: does not end`);
      if (!input) now += nanoseconds ?? 0n;
      return Promise.resolve(input);
    },
  };
  const code = await driveProgram(module, host);
  return { code, stdout: Buffer.concat(output[1]).toString(), stderr: Buffer.concat(output[2]).toString() };
}

function difference(name: string, { code, stdout, stderr }: Outcome): string | undefined {
  if (code !== Number(text(name, "exit.txt") ?? 0)) return `exit code ${code}\n${stderr}`;
  if (stdout !== text(name, "stdout.txt")) return `stdout is\n${stdout}`;
  return stderr.startsWith(text(name, "stderr.txt") ?? "") ? undefined : `stderr is\n${stderr}`;
}

const [countArg, ...names] = process.argv.slice(2);
const seeds = Number(countArg ?? 200);
const library = memoryFileSystem({ ...readTree("packages/stdlib/go"), ...readTree("packages/runtime/go") });
let runs = 0;
let wrong = 0;
for (const name of names.length > 0 ? names : readdirSync(directory)) {
  const target = { kind: "directory", directory: join(directory, name) } as const;
  const modules: WebAssembly.Module[] = [];
  for (const level of [2, 0] as const) {
    const { wasm, diagnostics, files } = compile({ target, fileSystem: nodeFileSystem, library, level });
    if (wasm === undefined) {
      console.log(`${name}: ${diagnostics.map((item) => formatDiagnostic(files, item)).join("\n")}`);
      wrong++;
      break;
    }
    const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
    if (!WebAssembly.Module.exports(module).some((item) => item.name === "goes_seed")) break;
    modules.push(module);
  }
  if (modules.length === 0) continue;
  const stdin = Buffer.from(text(name, "stdin.txt") ?? "");
  let failed = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    runs++;
    const found = difference(name, await run(modules[seed % modules.length]!, seed, stdin));
    if (found === undefined) continue;
    failed++;
    if (failed === 1) console.log(`${name}, seed ${seed}: ${found}`);
  }
  console.log(`${name}: ${seeds - failed} of ${seeds} seeds`);
  wrong += failed;
}
console.log(
  wrong === 0 ? `seeds: ${runs} runs, all as Go prints them` : `seeds: ${wrong} of ${runs} runs differ`,
);
process.exitCode = wrong === 0 ? 0 : 1;
