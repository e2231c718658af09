import {
  beforePasses,
  buildSsa,
  lastPartOf,
  optimizeSsa,
  passNames,
  viewFunc,
  viewSsa,
  type CompileInput,
  type CompileResult,
  type Func,
  type PipelinePart,
} from "@goes/driver";
import { Command, Option } from "commander";
import process from "node:process";
import {
  compileInput,
  printTimes,
  standardInput,
  withCompileFlags,
  type CompileFlags,
} from "../compile-options.ts";
import { exitCodes } from "../exit-codes.ts";
import { requireStack } from "../large-stack.ts";
import { printErrors } from "../report.ts";

interface SsaFlags extends CompileFlags {
  readonly func?: string;
  readonly dump?: string;
  readonly stopAfter?: PipelinePart;
}

/** `goes ssa [--func=NAME] [--dump=PASS|before|all | --stop-after=PART] FILE`. */
export function ssaCommand(done: (code: number) => void): Command {
  return withCompileFlags(new Command("ssa"))
    .description("print the SSA form of a program, as built or after passes")
    .argument("[target...]", "Go files, a directory or - for standard input")
    .option("--func <name>", "only this function, by symbol (main.f)")
    .option(
      "--dump <pass>",
      "after this pass; `before`: as the first pass finds it; `all`: after each pass that changed it, too",
    )
    .addOption(
      new Option(
        "--stop-after <part>",
        "as this part of the pipeline leaves it: the passes of the Go level, lowering, or those of the wasm level",
      )
        .choices(["go", "lowering", "wasm"])
        .conflicts("dump"),
    )
    .action((args: string[], flags: SsaFlags) => {
      done(flags.dump === undefined ? showProgram(args, flags) : showPasses(args, flags, flags.dump));
    });
}

/** Compiles as far as `stage` does; undefined after the diagnostics have been printed. */
function compileTo(
  args: readonly string[],
  flags: SsaFlags,
  stage: (input: CompileInput) => CompileResult,
): CompileResult["module"] {
  const input = compileInput(args, flags);
  if (input === undefined) return undefined;
  const result = stage(input.input);
  requireStack(result.diagnostics, standardInput(input.input));
  if (flags.timeStages === true) printTimes(result);
  for (const note of result.notes) console.error(note);
  return printErrors(result, flags.e === true) ? undefined : result.module;
}

function showProgram(args: readonly string[], flags: SsaFlags): number {
  const { stopAfter } = flags;
  const module = compileTo(args, flags, (input) =>
    stopAfter === undefined ? buildSsa(input) : optimizeSsa(input, stopAfter),
  );
  if (module === undefined) return 1;
  const text = viewSsa(module, flags.func);
  if (text === undefined) console.error(`goes: no function ${flags.func ?? ""} in the program`);
  else process.stdout.write(text);
  return text === undefined ? 1 : 0;
}

function showPasses(args: readonly string[], flags: SsaFlags, wanted: string): number {
  const names = passNames();
  if (wanted !== "all" && wanted !== beforePasses && !names.includes(wanted)) {
    console.error(
      `goes: there is no pass ${wanted}; --dump takes all, ${beforePasses}, or one of the passes:`,
    );
    console.error(`\t${names.join("\n\t")}`);
    return exitCodes.usage;
  }
  const shown = new Map<string, string>();
  let found = flags.func === undefined;
  const dump = (pass: string, func: Func): void => {
    if (flags.func !== undefined && func.name !== flags.func) return;
    found = true;
    if (wanted !== "all" && wanted !== pass) return;
    const text = viewFunc(func);
    if (wanted === "all" && shown.get(func.name) === text) return;
    shown.set(func.name, text);
    process.stdout.write(`; ${pass === beforePasses ? "before the first pass" : `after ${pass}`}\n${text}\n`);
  };
  const last = wanted === beforePasses ? "go" : (lastPartOf(wanted) ?? "wasm");
  // Why functions can suspend (-m) is known at the end.
  const stopAfter = flags.m === true ? "wasm" : last;
  if (compileTo(args, flags, (input) => optimizeSsa({ ...input, dump }, stopAfter)) === undefined)
    return exitCodes.buildError;
  if (!found) console.error(`goes: no function ${flags.func ?? ""} in the program`);
  return found ? exitCodes.success : exitCodes.buildError;
}
