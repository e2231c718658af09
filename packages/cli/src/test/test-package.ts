import {
  compile,
  formatBuildErrors,
  selectPackageFiles,
  targetTags,
  type CompileInput,
  type CompileResult,
} from "@goes/driver";
import { resolve } from "node:path";
import process from "node:process";
import { requireStack } from "../large-stack.ts";
import { nodeFileSystem } from "../node-file-system.ts";
import type { CoverProfile } from "./cover-profile.ts";
import type { TestFlags } from "./flags.ts";
import { buildEvents, JsonEvents } from "./json-events.ts";
import type { TestedPackage } from "./packages.ts";
import { runBinary, type BinaryEnd } from "./run-binary.ts";

/** What testing one package needs besides the package. */
export interface TestRun {
  readonly flags: TestFlags;
  readonly input: Omit<CompileInput, "target">;
  /** No package was named: the one of the current directory, whose output is shown as it comes. */
  readonly isLocal: boolean;
  readonly print: (bytes: Uint8Array | string) => void;
  readonly printError: (line: string) => void;
  /** Gathers the profiles of all packages, if one is wanted. */
  readonly profile?: CoverProfile | undefined;
}

/** Milliseconds that a test binary has to end itself after its time is up. */
const grace = 3000;

/** Compiles and runs the tests of a package and prints how they went, as `go test` does. Returns whether all is well. */
export async function testPackage(item: TestedPackage, run: TestRun): Promise<boolean> {
  const { flags, print } = run;
  const events = flags.json ? new JsonEvents(item.importPath, print) : undefined;
  const say = (text: string): void => (events === undefined ? print(text) : events.add(text));
  const problem = missing(item, run);
  if (problem !== undefined) {
    run.printError(`# ${item.directory}\n${problem}`);
    events?.start();
    say(`FAIL\t${item.directory} [setup failed]\n`);
    events?.end(false, 0);
    return false;
  }
  if (!hasTests(item, run)) {
    events?.start();
    const line =
      flags.cover === undefined
        ? `?   \t${item.importPath}\t[no test files]\n`
        : `\t${item.importPath}\t\tcoverage: 0.0% of statements\n`;
    say(line);
    events?.end(true, 0);
    return true;
  }
  const result = compileTests(item, run);
  if (result.wasm === undefined) return buildFailed(item, result, run, events, say);
  events?.start();
  const started = performance.now();
  let output = "";
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const isShown = flags.json || run.isLocal || flags.verbose || flags.list || flags.bench || flags.fuzz;
  const profile = run.profile?.next();
  const end = await runBinary({
    wasm: result.wasm,
    args: [
      `${item.importPath.split("/").at(-1) ?? "main"}.test`,
      ...(profile === undefined ? [] : [`-test.coverprofile=${profile}`]),
      ...flags.binaryArgs,
    ],
    directory: item.directory,
    limit: flags.timeout === undefined ? undefined : flags.timeout + grace,
    onOutput: (bytes) => {
      const text = decoder.decode(bytes, { stream: true });
      output += text;
      if (events !== undefined) events.add(text);
      else if (isShown) print(bytes);
    },
  });
  run.profile?.add();
  const tail = endText(end, flags);
  output += tail;
  if (isShown) say(tail);
  const seconds = (performance.now() - started) / 1000;
  const passed = typeof end === "object" && "code" in end && end.code === 0;
  if (!passed && !isShown) print(output);
  say(summary(item, run, { passed, output, seconds, end }));
  events?.end(passed, seconds);
  return passed;
}

/** The line about the package, and what comes before it. */
function summary(
  item: TestedPackage,
  run: TestRun,
  how: {
    readonly passed: boolean;
    readonly output: string;
    readonly seconds: number;
    readonly end: BinaryEnd;
  },
): string {
  const { output, end } = how;
  // `go` does not look at what it passes on at once.
  const isStreamed = run.isLocal || run.flags.bench;
  const time = `${how.seconds.toFixed(3)}s`;
  const newline = output !== "" && !output.endsWith("\n") ? "\n" : "";
  if (how.passed) {
    const percentage = /^coverage: (.*)$/m.exec(output)?.[0];
    if (isStreamed) return `${newline}ok  \t${item.importPath}\t${time}\n`;
    const covered = percentage === undefined ? "" : `\t${percentage}`;
    const nothing = output.includes("testing: warning: no tests to run\n")
      ? " [no tests to run]"
      : output.includes("testing: warning: no fuzz tests to fuzz\n")
        ? " [no fuzz tests to fuzz]"
        : "";
    return `${newline}ok  \t${item.importPath}\t${time}${covered}${nothing}\n`;
  }
  const code = typeof end === "object" && "code" in end ? end.code : 2;
  const status = isStreamed || output === "" ? `exit status ${code}\n` : "";
  return `${newline}${status}FAIL\t${item.importPath}\t${time}\n`;
}

/** What is said of a binary that has not ended by itself. */
function endText(end: BinaryEnd, flags: TestFlags): string {
  if (end === "timeout") {
    const limit = flags.binaryArgs.find((arg) => arg.startsWith("-test.timeout="))!.split("=")[1]!;
    return `panic: test timed out after ${limit}\n`;
  }
  return "error" in end ? `goes: ${end.error}\n` : "";
}

/** Why a directory is no package, if it is none. */
function missing(item: TestedPackage, run: TestRun): string | undefined {
  const directory = placeOf(item);
  if (nodeFileSystem.kindOf(directory) === undefined) return `stat ${directory}: directory not found`;
  const tags = targetTags(run.input.tags);
  const sources = selectPackageFiles(nodeFileSystem, item.directory, tags, undefined, "sources");
  if ((sources?.files.length ?? 0) > 0 || sources?.faulty === true || hasTests(item, run)) return undefined;
  return (sources?.excluded.length ?? 0) > 0
    ? `package ${item.importPath}: build constraints exclude all Go files in ${directory}`
    : `no Go files in ${directory}`;
}

function hasTests(item: TestedPackage, run: TestRun): boolean {
  const tags = targetTags(run.input.tags);
  const listed = selectPackageFiles(nodeFileSystem, item.directory, tags, undefined, "tests");
  return (listed?.files.length ?? 0) > 0 || listed?.faulty === true;
}

/** Compiles the program that runs the tests of a package. */
export function compileTests(item: TestedPackage, run: TestRun): CompileResult {
  const target = {
    kind: "test",
    directory: item.directory,
    ...(run.flags.cover !== undefined && { cover: run.flags.cover }),
  } as const;
  let result = compile({ ...run.input, target });
  // Counters move columns: errors are told of the files as they are.
  if (result.wasm === undefined && run.flags.cover !== undefined) {
    result = compile({ ...run.input, target: { kind: "test", directory: item.directory } });
  }
  requireStack(result.diagnostics, undefined);
  for (const note of result.notes) run.printError(note);
  return result;
}

/** The first function that is no test though its name says so: `go` tells of one, with the whole path of its file. */
function signatureError({ found, files }: CompileResult): string[] | undefined {
  const item = found.find(({ code }) => code === "TestSignature");
  const position = item === undefined ? undefined : files.position(item.pos);
  if (item === undefined || position === undefined) return undefined;
  return [`${resolve(position.file)}:${position.line}:${position.column}: ${item.message}`];
}

function buildFailed(
  item: TestedPackage,
  result: CompileResult,
  run: TestRun,
  events: JsonEvents | undefined,
  say: (text: string) => void,
): false {
  const style = { all: run.flags.compileArgs.includes("-e"), workingDirectory: process.cwd() };
  const lines = signatureError(result) ?? formatBuildErrors(result, style);
  const isSetup = result.packages.length === 0 || lines[0]?.startsWith("# ") !== true;
  if (isSetup) lines.unshift(`# ${item.importPath}`);
  const what = isSetup ? "setup failed" : "build failed";
  if (events === undefined) {
    for (const line of lines) run.printError(line);
    say(`FAIL\t${item.importPath} [${what}]\n`);
    return false;
  }
  const built = isSetup ? item.importPath : lines[0]!.slice(2);
  for (const line of buildEvents(built, lines)) run.print(line);
  events.start();
  say(`FAIL\t${item.importPath} [${what}]\n`);
  events.end(false, 0, { FailedBuild: built });
  return false;
}

/** The directory of a package, absolute. */
function placeOf(item: TestedPackage): string {
  return resolve(process.cwd(), item.directory);
}
