import { execFile, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import type { Program } from "../generator/program.ts";
import type { Outcome } from "./outcome.ts";
import { asMain, packageOf, sharedModule } from "./shared-module.ts";

/** The real Go's build of a batch: how each program is started, and which were refused. */
interface GoBatch {
  readonly command: (seed: number) => readonly [file: string, args: readonly string[]];
  /** What Go says of programs that it does not compile. */
  readonly refused: ReadonlyMap<number, string>;
}

const environment: NodeJS.ProcessEnv = {
  ...process.env,
  GOFLAGS: "-mod=mod",
  GOPROXY: "off",
  GOTOOLCHAIN: "local",
  GOWORK: "off",
  CGO_ENABLED: "0",
};

/**
 * Compiles programs with the real Go, as packages of one program that runs the one its argument names. A program
 * that cannot share a process gets an executable of its own.
 */
export async function buildWithGo(programs: readonly Program[], directory: string): Promise<GoBatch> {
  const refused = new Map<number, string>();
  let left = [...programs];
  for (;;) {
    writeModule(left, directory);
    const errors = await build(left, directory);
    if (errors === undefined) break;
    const named = new Set([...errors.matchAll(/^# differential\/(p\w+)$/gm)].map((m) => m[1]));
    const failing = new Set(left.map(({ seed }) => seed).filter((seed) => named.has(packageOf(seed))));
    const [only] = left;
    // A program without what the others need of it (a reduced one has no Main) is refused in the name of those.
    if (failing.size === 0 && only !== undefined && left.length === 1) {
      refused.set(only.seed, errors);
      break;
    }
    if (failing.size === 0) throw new Error(`go build: ${errors}`);
    for (const seed of failing) {
      const own = errors.split(/^# /m).find((part) => part.startsWith(`differential/${packageOf(seed)}\n`));
      refused.set(seed, own ?? errors);
    }
    left = left.filter(({ seed }) => !failing.has(seed));
    if (left.length === 0) break;
  }
  const separate = new Set(left.filter((p) => p.alone).map((p) => p.seed));
  return {
    refused,
    command: (seed) =>
      separate.has(seed)
        ? [join(directory, "out", packageOf(seed)), []]
        : [join(directory, "out", "all"), [String(seed)]],
  };
}

function writeModule(programs: readonly Program[], directory: string): void {
  const files = {
    ...sharedModule(programs.filter((p) => !p.alone)),
    ...Object.fromEntries(
      programs.filter((p) => p.alone).map(({ seed, text }) => [`${packageOf(seed)}/main.go`, text]),
    ),
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

/** Gives what Go printed if it failed. */
async function build(programs: readonly Program[], directory: string): Promise<string | undefined> {
  const separate = programs.filter((p) => p.alone).map(({ seed }) => `./${packageOf(seed)}`);
  mkdirSync(join(directory, "out"), { recursive: true });
  const args = ["build", "-o", `out${"/"}`, "./all", ...separate];
  return await new Promise((resolve, reject) => {
    const child = spawn("go", args, { cwd: directory, env: environment });
    let text = "";
    child.stderr.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? undefined : text));
  });
}

/** Runs a program of a batch. */
export async function runWithGo(batch: GoBatch, seed: number): Promise<Outcome> {
  const [file, args] = batch.command(seed);
  return await new Promise((resolve) => {
    const options = { encoding: "utf8", timeout: 120_000, maxBuffer: 1 << 26 } as const;
    execFile(file, args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve(asMain({ code, stdout, stderr }, seed));
    });
  });
}
