import { compile, type CompileInput, type CompileResult } from "@goes/driver";
import { InvalidArgumentError, Option, type Command } from "commander";
import { findGoTree } from "./go-tree.ts";
import { moduleCache } from "./module-cache.ts";
import { maxNesting, requireStack } from "./large-stack.ts";
import { loadLibrary } from "./library.ts";
import { printErrors } from "./report.ts";
import { resolveTarget, userFiles } from "./target.ts";

/** The flags that all compiling commands share. */
export interface CompileFlags {
  readonly O: 0 | 1 | 2;
  readonly tags?: readonly string[];
  readonly timeStages?: boolean;
  readonly m?: boolean;
  readonly preempt?: "loops";
  readonly buildmode?: "exe" | "c-shared";
  readonly e?: boolean;
  readonly names: boolean;
  readonly verify?: boolean;
  readonly gc?: "none";
  readonly gcstress?: number;
  readonly gctrace?: boolean;
  readonly traces?: "host" | "module";
}

/** Adds the flags of {@link CompileFlags} to a command. */
export function withCompileFlags(command: Command): Command {
  return command
    .addOption(new Option("-O <level>", "optimization level: 0, 1 or 2").argParser(parseLevel).default(2))
    .addOption(new Option("--tags <list>", "build tags, separated by commas").argParser(parseTags))
    .option("-x, --time-stages", "print what each stage took")
    .addOption(
      new Option(
        "--buildmode <mode>",
        "exe: a program; c-shared: a library whose exports the host calls",
      ).choices(["exe", "c-shared"]),
    )
    .addOption(
      new Option("--preempt <where>", "loops: let goroutines take turns in loops that call nothing").choices([
        "loops",
      ]),
    )
    .addOption(new Option("--gc <kind>", "none: no collector, memory only grows").choices(["none"]))
    .addOption(new Option("--gcstress <n>", "to test: collect at one allocation in n").argParser(parseCount))
    .option(
      "--gctrace",
      "print a line for each cycle of the collector, as GODEBUG=gctrace=1 does under goes run",
    )
    .addOption(
      new Option(
        "--traces <where>",
        "module: the program prints its stack traces itself, under any WASI host; host: goes run does it (default)",
      ).choices(["host", "module"]),
    )
    .option("-m", "print what escapes to the heap, as gc does, and which functions can suspend, and why")
    .option("-e", "print all errors, not only the first ten")
    .option("--no-names", "leave the names of functions out of the module")
    .option("--verify", "run the verifier after each pass");
}

/** A compilation that went well, or nothing after its diagnostics have been printed. */
export interface CompiledTarget {
  readonly result: CompileResult & { readonly wasm: Uint8Array };
  readonly rest: readonly string[];
}

/** Resolves the target of a command, compiles it and prints what is wrong. */
export function compileTarget(
  args: readonly string[],
  flags: CompileFlags,
  extra: Partial<CompileInput> = {},
): CompiledTarget | undefined {
  const input = compileInput(args, flags);
  if (input === undefined) return undefined;
  const result = compile({ ...input.input, ...extra });
  requireStack(result.diagnostics, standardInput(input.input));
  if (flags.timeStages === true) printTimes(result);
  for (const note of result.notes) console.error(note);
  if (printErrors(result, flags.e === true)) return undefined;
  if (result.wasm === undefined) return undefined;
  return { result: { ...result, wasm: result.wasm }, rest: input.rest };
}

/** The input of a compilation for the target that the arguments name. */
export function compileInput(
  args: readonly string[],
  flags: CompileFlags,
): { readonly input: CompileInput; readonly rest: readonly string[] } | undefined {
  const resolved = resolveTarget(args);
  if ("error" in resolved) {
    console.error(resolved.error);
    return undefined;
  }
  return {
    input: {
      target: resolved.target,
      fileSystem: userFiles,
      workingDirectory: process.cwd(),
      library: loadLibrary(),
      goTree: findGoTree,
      moduleCache: moduleCache(process.env),
      level: flags.O,
      tags: flags.tags ?? [],
      maxNesting,
      names: flags.names,
      verify: flags.verify === true,
      explain: flags.m === true,
      preempt: flags.preempt === "loops",
      collector: { off: flags.gc === "none", stress: flags.gcstress, trace: flags.gctrace === true },
      ...(flags.traces !== undefined && { traces: flags.traces }),
      ...(flags.buildmode !== undefined && { buildMode: flags.buildmode }),
      ...(flags.timeStages === true && { now: () => performance.now() }),
    },
    rest: resolved.rest,
  };
}

/** What has been read from standard input, if that is the target. */
export function standardInput({ target }: CompileInput): Uint8Array | undefined {
  const file = target.kind === "files" ? target.files.find(({ path }) => path === "<stdin>") : undefined;
  return file !== undefined && "bytes" in file ? file.bytes : undefined;
}

/** Prints the time of each stage to standard error. */
export function printTimes(result: CompileResult): void {
  for (const { stage, milliseconds } of result.times) {
    console.error(`${stage.padEnd(10)}${milliseconds.toFixed(1).padStart(8)} ms`);
  }
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 1e9)
    throw new InvalidArgumentError("a number from 1 on is wanted");
  return count;
}

function parseLevel(text: string): 0 | 1 | 2 {
  if (text === "0" || text === "1" || text === "2") return Number(text) as 0 | 1 | 2;
  throw new InvalidArgumentError("the level is 0, 1 or 2.");
}

function parseTags(text: string): string[] {
  return text.split(",").filter((tag) => tag !== "");
}
