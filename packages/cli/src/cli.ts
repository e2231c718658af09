import { InternalError } from "@goes/source";
import { isStackOverflow } from "@goes/driver";
import { Command, CommanderError } from "commander";
import process from "node:process";
import { isMainThread } from "node:worker_threads";
import { buildCommand } from "./commands/build.ts";
import { checkCommand } from "./commands/check.ts";
import { runCommand } from "./commands/run.ts";
import { ssaCommand } from "./commands/ssa.ts";
import { testCommand } from "./commands/test.ts";
import { astCommand, tokensCommand } from "./commands/view.ts";
import { versionCommand } from "./commands/version.ts";
import { watCommand } from "./commands/wat.ts";
import { exitCodes } from "./exit-codes.ts";
import { changeDirectory, DirectoryError, goStyleFlags, UsageError } from "./flags.ts";
import { LargeStackNeeded, runOnLargeStack } from "./large-stack.ts";

/** Runs the command line and returns the exit code. */
export async function runCli(original: readonly string[]): Promise<number> {
  let code: number = exitCodes.success;
  const done = (result: number): void => {
    code = result;
  };
  const program = new Command("goes")
    .description("compiles Go to WebAssembly")
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError("run 'goes help' for usage");
  const makers = [
    runCommand,
    buildCommand,
    checkCommand,
    testCommand,
    tokensCommand,
    astCommand,
    ssaCommand,
    watCommand,
    versionCommand,
  ];
  const commands = makers.map((maker) => maker(done).exitOverride());
  for (const command of commands) program.addCommand(command);
  // The reader of the output may stop early (`goes wat … | head`): nothing can be reported then.
  process.stdout.on("error", () => process.exit(exitCodes.success));
  let args = original;
  let verb = args[0];
  try {
    // As in go, -C may also come before the verb.
    if (verb?.startsWith("-") === true) args = changeDirectory(args);
    verb = args[0];
    const command = commands.find((candidate) => candidate.name() === verb);
    if (command === undefined) return await runWithoutVerb(program, args);
    // The directory is changed now, for good: the process that carries out the command once more does not do it again.
    args = [command.name(), ...changeDirectory(args.slice(1))];
    const flags =
      command.name() === "test"
        ? testArguments(args.slice(1))
        : goStyleFlags(command, args.slice(1), command === commands[0] ? "program" : "flags");
    await program.parseAsync([command.name(), ...flags], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof DirectoryError) {
      console.error(`go: ${error.message}`);
      return exitCodes.buildError;
    }
    if (error instanceof UsageError) {
      console.error(`goes ${verb}: ${error.message}\nRun 'goes help ${verb}' for details.`);
      return exitCodes.usage;
    }
    if (error instanceof CommanderError) {
      const asked = error.code === "commander.helpDisplayed" || error.code === "commander.help";
      return error.exitCode === 0 || (asked && args.length > 0) ? exitCodes.success : exitCodes.usage;
    }
    if (error instanceof LargeStackNeeded) return await runOnLargeStack(args, error.input);
    if (isStackOverflow(error)) {
      if (isMainThread) return await runOnLargeStack(args, undefined);
      console.error("goes: the program nests too deeply to be compiled");
      return exitCodes.buildError;
    }
    reportInternal(error);
    return exitCodes.buildError;
  }
}

/** What the go command has that goes has not. */
const goVerbs: ReadonlySet<string> = new Set(
  "bug clean doc env fix fmt generate get install list mod telemetry tool vet work".split(" "),
);

/** The arguments of `goes test`, whose flags it reads itself: some are for the tests. */
function testArguments(args: readonly string[]): string[] {
  return /^--?(?:h|help)$/.test(args[0] ?? "") ? ["--help"] : ["--", ...args];
}

/** Help, or a verb that there is not. */
async function runWithoutVerb(program: Command, args: readonly string[]): Promise<number> {
  const verb = args[0];
  const isHelp = verb === undefined || /^(?:help|--?h|--?help)$/.test(verb);
  const topic = isHelp ? args[1] : verb;
  if (topic === undefined || program.commands.some((command) => command.name() === topic)) {
    await program.parseAsync(
      topic === undefined ? (isHelp && verb !== undefined ? ["help"] : []) : ["help", topic],
      {
        from: "user",
      },
    );
    return exitCodes.success;
  }
  if (topic.startsWith("-")) console.error(`flag provided but not defined: ${topic}`);
  else if (goVerbs.has(topic))
    console.error(`goes ${topic}: goes has no such command; 'go ${topic}' does it`);
  else console.error(isHelp ? `goes help ${topic}: unknown help topic` : `goes ${topic}: unknown command`);
  console.error("Run 'goes help' for usage.");
  return exitCodes.usage;
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
