import { check } from "@goes/driver";
import { Command } from "commander";
import { compileInput, printTimes, withCompileFlags, type CompileFlags } from "../compile-options.ts";
import { printDiagnostics } from "../report.ts";

/** `goes check [flags] file.go… | directory | -`. */
export function checkCommand(done: (code: number) => void): Command {
  return withCompileFlags(new Command("check"))
    .description("report syntax and type errors")
    .argument("[target...]", "Go files, a directory or - for standard input")
    .action((args: string[], flags: CompileFlags) => {
      const input = compileInput(args, flags);
      if (input === undefined) return done(1);
      const result = check(input.input);
      if (flags.x === true) printTimes(result);
      done(printDiagnostics(result.files, result.diagnostics, flags.e === true) ? 1 : 0);
    });
}
