import type { Command, Option } from "commander";
import process from "node:process";

/** A command line that cannot be meant. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Flags of the go command's verbs that goes has not. */
const goFlags: ReadonlySet<string> = new Set(
  (
    "a asan asmflags bench benchmem buildvcs compiler count cover covermode coverpkg exec gccgoflags gcflags installsuffix " +
    "json ldflags linkshared mod modcacherw modfile msan n overlay p pgo pkgdir race run short timeout toolexec trimpath v vet work"
  ).split(" "),
);

const trueTexts: ReadonlySet<string> = new Set(["1", "t", "T", "true", "TRUE", "True"]);
const falseTexts: ReadonlySet<string> = new Set(["0", "f", "F", "false", "FALSE", "False"]);

/** A flag as a user writes it, with one dash or two, taken apart. */
const flagPattern = /^--?([^-=][^=]*)(?:=(.*))?$/s;

/**
 * Writes the arguments of a command as commander takes them: flags with one dash or two, values in the next argument or
 * after `=`, as the go command has them. Up to the first argument that is not a flag, if what follows is the program's own.
 */
export function goStyleFlags(command: Command, args: readonly string[], rest: "flags" | "program"): string[] {
  const byName = new Map<string, Option>();
  for (const option of command.options) {
    for (const flag of [option.short, option.long])
      if (flag != null) byName.set(flag.replace(/^--?/, ""), option);
  }
  const out: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const match = flagPattern.exec(arg);
    if (match === null && arg.startsWith("-") && arg !== "-" && arg !== "--") {
      throw new UsageError(`bad flag syntax: ${arg}`);
    }
    if (arg === "--" || (match === null && rest === "program")) return [...out, ...args.slice(i)];
    if (match === null) {
      out.push(arg);
      continue;
    }
    const name = match[1]!;
    if (name === "h" || name === "help") return ["--help"];
    const { option, text } = findOption(byName, command, name, match[2]);
    const flag = (option.long ?? option.short)!;
    if (!option.required) {
      if (isOn(name, text)) out.push(flag);
      continue;
    }
    const given = text ?? args[++i];
    if (given === undefined) throw new UsageError(`flag needs an argument: -${name}`);
    out.push(flag, given);
  }
  return out;
}

/** The option of a name; the level may follow `O` at once, and what has a `no-` may be set to false. */
function findOption(
  byName: ReadonlyMap<string, Option>,
  command: Command,
  name: string,
  value: string | undefined,
): { readonly option: Option; readonly text: string | undefined } {
  const option = byName.get(name);
  if (option !== undefined) return { option, text: value };
  const level = /^O(.)$/.exec(name);
  const optimize = byName.get("O");
  if (level !== null && optimize !== undefined && value === undefined)
    return { option: optimize, text: level[1] };
  const negated = byName.get(`no-${name}`);
  if (negated !== undefined) return { option: negated, text: String(!isOn(name, value)) };
  if (name === "C") throw new UsageError("-C flag must be first flag on command line");
  if (goFlags.has(name)) {
    throw new UsageError(
      `goes has no flag -${name}; that is one of the go command (go help ${command.name()})`,
    );
  }
  throw new UsageError(`flag provided but not defined: -${name}`);
}

/** The directory of `-C` cannot be entered: an error of the build, not of usage, as in go. */
export class DirectoryError extends Error {}

/** Changes to the directory of `-C`, which comes before all other flags; returns the arguments without it. */
export function changeDirectory(args: readonly string[]): readonly string[] {
  const match = /^--?C(?:=(.*))?$/s.exec(args[0] ?? "");
  if (match === null) return args;
  const directory = match[1] ?? args[1];
  if (directory === undefined) throw new UsageError("flag needs an argument: -C");
  try {
    process.chdir(directory);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = code === "ENOTDIR" ? "not a directory" : "no such file or directory";
    throw new DirectoryError(`chdir ${directory}: ${reason}`);
  }
  return args.slice(match[1] === undefined ? 2 : 1);
}

function isOn(name: string, text: string | undefined): boolean {
  if (text === undefined || trueTexts.has(text)) return true;
  if (falseTexts.has(text)) return false;
  throw new UsageError(`invalid boolean value "${text}" for -${name}: parse error`);
}
