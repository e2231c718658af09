// Runs a compiled program of fixtures/programs in this process, with a clock that only waiting moves, and compares with what Go printed.
import { driveProgram, type ProgramHost } from "../../packages/runtime/src/index.ts";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "../../packages/cli/test/seeded-random.ts";
import { nodeFiles } from "../../packages/cli/src/node-files.ts";

/** Where the programs are. */
export const directory = "fixtures/programs";

/** A program that has not ended after so many waits never will. */
const maxWaits = 1_000_000;

/** Nanoseconds that every look at the clock takes, so that loops around it end. */
const tick = 100n;

/** What a program did. */
interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A file of a program; undefined: it has none of the name. */
export function fileOf(name: string, file: string): string | undefined {
  const path = join(directory, name, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Runs a program; the seed stands for all that is random. */
export async function runFixture(
  module: WebAssembly.Module,
  stdin: Uint8Array,
  seed: number,
  env: readonly string[],
): Promise<Outcome> {
  let now = 1_000_000_000n;
  let at = 0;
  let waits = 0;
  const output: Record<1 | 2, Buffer[]> = { 1: [], 2: [] };
  const host: ProgramHost = {
    files: nodeFiles,
    args: ["main"],
    env,
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
    random: seededRandom(seed),
    sleep: (nanoseconds) => {
      now += nanoseconds;
    },
    wait: (nanoseconds, input) => {
      if (++waits > maxWaits) throw new Error(`seed ${seed}: does not end`);
      if (!input) now += nanoseconds ?? 0n;
      return Promise.resolve(input);
    },
  };
  const { code } = await driveProgram(module, host);
  return { code, stdout: Buffer.concat(output[1]).toString(), stderr: Buffer.concat(output[2]).toString() };
}

/** How an outcome differs from what the real Go printed; undefined: not at all. */
export function differenceFromGo(name: string, { code, stdout, stderr }: Outcome): string | undefined {
  if (code !== Number(fileOf(name, "exit.txt") ?? 0)) return `exit code ${code}\n${stderr}`;
  if (stdout !== fileOf(name, "stdout.txt")) return `stdout is\n${stdout}`;
  return stderr.startsWith(fileOf(name, "stderr.txt") ?? "") ? undefined : `stderr is\n${stderr}`;
}
