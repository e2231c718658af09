import { beforePasses, buildSsa, passNames, viewFunc, viewSsa, type Func } from "@goes/driver";
import { Command } from "commander";
import process from "node:process";
import {
  compileInput,
  compileTarget,
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
}

/** `goes ssa [--func=NAME] [--dump=PASS|before|all] FILE`. */
export function ssaCommand(done: (code: number) => void): Command {
  return withCompileFlags(new Command("ssa"))
    .description("print the SSA form of a program, as built or after passes")
    .argument("[target...]", "Go files, a directory or - for standard input")
    .option("--func <name>", "only this function, by symbol (main.f)")
    .option(
      "--dump <pass>",
      "after this pass; `before`: as the first pass finds it; `all`: after each pass that changed it, too",
    )
    .action((args: string[], flags: SsaFlags) => {
      done(flags.dump === undefined ? showBuilt(args, flags) : showPasses(args, flags, flags.dump));
    });
}

function showBuilt(args: readonly string[], flags: SsaFlags): number {
  const input = compileInput(args, flags);
  if (input === undefined) return 1;
  const result = buildSsa(input.input);
  requireStack(result.diagnostics, standardInput(input.input));
  if (printErrors(result, flags.e === true) || result.module === undefined) return 1;
  const text = viewSsa(result.module, flags.func);
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
  const last = new Map<string, string>();
  let found = flags.func === undefined;
  const dump = (pass: string, func: Func): void => {
    if (flags.func !== undefined && func.name !== flags.func) return;
    found = true;
    if (wanted !== "all" && wanted !== pass) return;
    const text = viewFunc(func);
    if (wanted === "all" && last.get(func.name) === text) return;
    last.set(func.name, text);
    process.stdout.write(`; ${pass === beforePasses ? "before the first pass" : `after ${pass}`}\n${text}\n`);
  };
  if (compileTarget(args, flags, { dump }) === undefined) return exitCodes.buildError;
  if (!found) console.error(`goes: no function ${flags.func ?? ""} in the program`);
  return found ? exitCodes.success : exitCodes.buildError;
}
