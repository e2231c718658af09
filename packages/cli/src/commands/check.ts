import { check } from "@goes/driver";
import { Command } from "commander";
import { checkStandardLibrary } from "../check-std.ts";
import {
  compileInput,
  printTimes,
  standardInput,
  withCompileFlags,
  type CompileFlags,
} from "../compile-options.ts";
import { requireStack } from "../large-stack.ts";
import { printErrors } from "../report.ts";

/** `goes check [flags] file.go… | directory | - | std`. */
export function checkCommand(done: (code: number) => void): Command {
  return withCompileFlags(new Command("check"))
    .description("report syntax and type errors")
    .argument(
      "[target...]",
      "Go files, a directory, - for standard input, or std for the standard library of the Go tree",
    )
    .action((args: string[], flags: CompileFlags) => {
      if (args.length === 1 && args[0] === "std") return done(checkStandardLibrary(flags.e === true));
      const input = compileInput(args, flags);
      if (input === undefined) return done(1);
      const result = check(input.input);
      requireStack(result.diagnostics, standardInput(input.input));
      if (flags.timeStages === true) printTimes(result);
      done(printErrors(result, flags.e === true) ? 1 : 0);
    });
}
