import { Command } from "commander";
import { Buffer } from "node:buffer";
import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { compileInput, withCompileFlags, type CompileFlags } from "../compile-options.ts";
import { exitCodes } from "../exit-codes.ts";
import { goStyleFlags, UsageError } from "../flags.ts";
import { printErrors } from "../report.ts";
import { writeBlocking } from "../shared-output.ts";
import { CoverProfile } from "../test/cover-profile.ts";
import { parseTestFlags, type TestFlags } from "../test/flags.ts";
import { expandPackages, type TestedPackage } from "../test/packages.ts";
import { compileTests, testPackage, type TestRun } from "../test/test-package.ts";

const help = `
Tests are the functions TestXxx(t *testing.T), BenchmarkXxx(b *testing.B), FuzzXxx(f *testing.F) and ExampleXxx() of
the files whose names end in _test.go. Those files belong to the package, or to a package of its name with _test behind
it. For each package a program is made and run in the directory of the package. Packages are named as for go: a
directory, an import path of the module, ./... for all below the current directory; without one it is the package here,
and its output is shown as it comes.

Flags of the tests:
  -run regexp        only tests, fuzz tests and examples whose names match; a/b matches subtests
  -skip regexp       leave out those whose names match
  -v                 show the output of all tests, and when each begins and ends
  -count n           run all n times
  -short             tell the tests to be short
  -failfast          start no test after the first failure
  -timeout d         give up after a time, 10m by default; 0 is no limit
  -list regexp       print the names and run nothing
  -shuffle on|off|n  run the tests in another order
  -parallel n        so many tests of t.Parallel at a time
  -bench regexp      run benchmarks, too
  -benchmem, -benchtime d|nx
  -fuzz regexp, -fuzztime d|nx
                     make inputs for one fuzz test until one fails
  -cover, -covermode set|count|atomic, -coverprofile file
                     which statements have run
  -json              print events, as go test -json does
  -args …            the rest is for the tests
Flags of the command:
  -c                 compile only, to PACKAGE.test.wasm or the file of -o
  -o file            keep the program
Other flags are given to the tests, which may define some.

The exit code is 0 if all tests pass, 1 if one fails or does not compile, 2 for wrong usage.

Examples:
  goes test ./...
  goes test -run 'TestParse/empty' -v ./parser
  goes test -bench . -benchmem -run '^$' .
  goes test -coverprofile=cover.out ./... && go tool cover -html=cover.out`;

/** `goes test [flags] [packages] [flags of the test binary]`. */
export function testCommand(done: (code: number) => void): Command {
  return new Command("test")
    .description("compile and run the tests of packages")
    .usage("[flags] [packages] [flags] [-args arguments]")
    .argument("[args...]", "flags and packages")
    .allowUnknownOption()
    .passThroughOptions()
    .addHelpText("after", help)
    .action(async (args: string[]) => {
      const flags = parseTestFlags(args);
      const print = (bytes: Uint8Array | string): void => {
        writeBlocking(1, typeof bytes === "string" ? Buffer.from(bytes) : bytes);
      };
      done(await runTests(flags, { print, printError: (line) => console.error(line) }));
    });
}

/** Tests the packages that the flags name. Returns the exit code. */
export async function runTests(
  flags: TestFlags,
  output: Pick<TestRun, "print" | "printError">,
): Promise<number> {
  const { print, printError } = output;
  const input = compilerInput(flags);
  if (input === undefined) return exitCodes.usage;
  const isLocal = flags.packages.length === 0;
  const { packages, warnings } = expandPackages(isLocal ? ["."] : flags.packages, input.tags ?? []);
  for (const warning of warnings) printError(warning);
  if (packages.length === 0) {
    printError("no packages to test");
    return exitCodes.buildError;
  }
  const profile =
    flags.coverProfile === undefined || flags.compileOnly ? undefined : new CoverProfile(flags.coverProfile);
  const run: TestRun = { flags, input, isLocal, print, printError, profile };
  if (flags.compileOnly) return compileOnly(packages, run);
  let isOk = true;
  for (const item of packages) {
    const passed = await testPackage(item, run);
    isOk &&= passed;
    if (!passed && flags.failFast) break;
  }
  profile?.close();
  if (!isOk && !isLocal && !flags.json) print("FAIL\n");
  return isOk ? exitCodes.success : exitCodes.buildError;
}

/** What the compiler is told, by the flags that it shares with other commands. */
function compilerInput(flags: TestFlags): TestRun["input"] | undefined {
  const command = withCompileFlags(new Command("test")).exitOverride();
  command.parse(goStyleFlags(command, flags.compileArgs, "flags"), { from: "user" });
  const resolved = compileInput(["."], command.opts<CompileFlags>());
  if (resolved === undefined) return undefined;
  const { target: _, ...input } = resolved.input;
  return input;
}

function compileOnly(packages: readonly TestedPackage[], run: TestRun): number {
  const { output } = run.flags;
  if (packages.length > 1 && output !== undefined && !output.endsWith("/")) {
    throw new UsageError("with multiple packages, -o must refer to a directory or /dev/null");
  }
  for (const item of packages) {
    const result = compileTests(item, run);
    if (printErrors(result, false) || result.wasm === undefined) return exitCodes.buildError;
    const name = `${basename(item.importPath)}.test.wasm`;
    const path = output === undefined ? name : output.endsWith("/") ? output + name : output;
    writeFileSync(path, result.wasm);
  }
  return exitCodes.success;
}
