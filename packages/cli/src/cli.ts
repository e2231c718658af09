import { InternalError } from "@goes/source";
import { Command, CommanderError } from "commander";
import process from "node:process";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { runCommand } from "./commands/run.ts";
import { ssaCommand } from "./commands/ssa.ts";
import { astCommand, tokensCommand } from "./commands/view.ts";
import { versionCommand } from "./commands/version.ts";
import { watCommand } from "./commands/wat.ts";
import { goStyleFlags } from "./flags.ts";

/** Exit codes that are the same for all commands. */
export const exitCodes = { success: 0, buildError: 1, usage: 2 } as const;

/** Runs the command line and gives the exit code. */
export async function runCli(args: readonly string[]): Promise<number> {
  let code: number = exitCodes.success;
  const done = (result: number): void => {
    code = result;
  };
  const program = new Command("goes")
    .description("compiles Go to WebAssembly")
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError("run 'goes help' for usage");
  const commands = [
    runCommand,
    buildCommand,
    checkCommand,
    tokensCommand,
    astCommand,
    ssaCommand,
    watCommand,
    versionCommand,
  ];
  for (const command of commands) program.addCommand(command(done).exitOverride());
  // Whoever reads the output may stop early (`goes wat … | head`): then there is nobody to tell anything.
  process.stdout.on("error", () => process.exit(exitCodes.success));
  try {
    const directed = changeDirectory(args);
    if ("error" in directed) {
      console.error(`go: ${directed.error}`);
      return directed.code;
    }
    await program.parseAsync(goStyleFlags(directed.args), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      const asked = error.code === "commander.helpDisplayed" || error.code === "commander.help";
      return error.exitCode === 0 || (asked && args.length > 0) ? exitCodes.success : exitCodes.usage;
    }
    reportInternal(error);
    return exitCodes.buildError;
  }
}

/** Carries out a `-C dir` before or right behind the verb, where `go` takes it too; what is left of the arguments. */
function changeDirectory(
  args: readonly string[],
): { readonly args: readonly string[] } | { readonly error: string; readonly code: number } {
  const at = args[0]?.startsWith("-") === true ? 0 : 1;
  const match = /^--?C(?:=(.*))?$/.exec(args[at] ?? "");
  if (match === null) return { args };
  const directory = match[1] ?? args[at + 1];
  if (directory === undefined || directory === "") {
    return { error: "flag needs an argument: -C", code: exitCodes.usage };
  }
  try {
    process.chdir(directory);
  } catch {
    return { error: `chdir ${directory}: no such file or directory`, code: exitCodes.buildError };
  }
  return { args: args.toSpliced(at, match[1] === undefined ? 2 : 1) };
}

/** An error of goes itself: one that a person should report. */
function reportInternal(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const prefix = error instanceof InternalError ? "" : "internal error: ";
  console.error(`goes: ${prefix}${message}`);
  console.error(
    "goes: this is a fault of goes, not of your program; please report it with the source that shows it",
  );
  if (process.env["GOES_DEBUG"] && error instanceof Error) console.error(error.stack);
}
