import { Command } from "commander";
import process from "node:process";
import {
  compileTarget,
  withCompileFlags,
  type CompiledTarget,
  type CompileFlags,
} from "../compile-options.ts";
import { exitCodes } from "../exit-codes.ts";
import { runnerOfThread } from "../large-stack.ts";

/** `goes run [flags] file.go… | directory | - [arguments]`. */
export function runCommand(done: (code: number) => void): Command {
  return withCompileFlags(new Command("run"))
    .description("compile and run a program")
    .argument("[target...]", "Go files, a directory or - for standard input; then the program's arguments")
    .passThroughOptions()
    .action(async (args: string[], flags: CompileFlags) => {
      if (args.length === 0) {
        console.error("goes: no go files listed");
        return done(1);
      }
      if (flags.buildmode === "c-shared") {
        console.error(
          "goes run: -buildmode=c-shared makes a library, which has nothing to run; use 'goes build'",
        );
        return done(exitCodes.usage);
      }
      const test = args.slice(0, goFileCount(args)).find((arg) => arg.endsWith("_test.go"));
      if (test !== undefined) {
        console.error(`go: cannot run *_test.go files (${test})`);
        return done(1);
      }
      const runner = runnerOfThread();
      let compiled: CompiledTarget | undefined;
      try {
        compiled = compileTarget(args, { ...flags, gctrace: flags.gctrace === true || asksForTrace() });
      } finally {
        if (compiled === undefined) await runner.cancel();
      }
      if (compiled === undefined) return done(1);
      done(await runner.run(compiled.result.wasm, [programName(args[0]!), ...compiled.rest]));
    });
}

/** Whether the environment asks for a line for each cycle of the collector: of several settings the last one counts. */
function asksForTrace(): boolean {
  const settings = (process.env["GODEBUG"] ?? "")
    .split(",")
    .filter((setting) => setting.startsWith("gctrace="));
  return Number(settings.at(-1)?.slice("gctrace=".length) ?? 0) > 0;
}

/** How many arguments at the beginning name Go files: the rest is for the program. */
function goFileCount(args: readonly string[]): number {
  const end = args.findIndex((arg) => !arg.endsWith(".go"));
  return end < 0 ? args.length : end;
}

/** The program's name, as its args[0] shows it. */
function programName(target: string): string {
  const base = target.split("/").findLast((part) => part !== "" && part !== ".") ?? "main";
  return base.endsWith(".go") ? base.slice(0, -3) : base;
}
