// `pnpm hosts [--write]`: compares what the programs of fixtures/hosts do in the real Go (or, with --write, writes what is
// expected of them) and on wazero, an engine in Go. `npm test` runs the same on our own host and under node:wasi. Needs a Go
// toolchain, and says so where there is none; wazero comes through Go's module proxy at the version of hosts/wazero/go.mod.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { isDeepStrictEqual } from "node:util";
import {
  programDirectory,
  readExpected,
  runScenario,
  scenarios,
  tracedPrograms,
  type Outcome,
  type Scenario,
} from "../packages/cli/test/hosts/scenarios.ts";

const root = process.cwd();
const work = mkdtempSync(join(tmpdir(), "goes-hosts-"));
const programs = [...new Set(scenarios.map(({ program }) => program))];

/** Runs a command; ends this process where it fails. */
function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status === 0) return;
  console.error(`hosts: ${command} ${args.join(" ")} failed\n${error?.message ?? stderr}`);
  process.exit(1);
}

/** Compares or writes what the real Go does. */
function runNatively(write: boolean): number {
  let wrong = 0;
  for (const program of programs) {
    const binary = join(work, program);
    run("go", ["build", "-o", binary, "main.go"], programDirectory(root, program));
    const mine = scenarios.filter((scenario) => scenario.program === program);
    const found = Object.fromEntries(
      mine.map((scenario) => [scenario.name, runScenario([binary], scenario)]),
    );
    if (write)
      writeFileSync(
        join(programDirectory(root, program), "expected.json"),
        `${JSON.stringify(found, undefined, 2)}\n`,
      );
    const expected = readExpected(root, program);
    for (const { name } of mine) wrong += compare("Go", name, found[name]!, expected[name]);
  }
  return wrong;
}

/** Runs all on wazero. */
function runOnWazero(): number {
  const driver = join(work, "wazero");
  cpSync(join(root, "scripts/hosts/wazero"), driver, { recursive: true });
  run("go", ["build", "-o", "host", "."], driver);
  let wrong = 0;
  for (const program of programs) {
    const module = join(work, `${program}.wasm`);
    run(
      process.execPath,
      [
        join(root, "packages/cli/bin/goes.js"),
        "build",
        `-traces=${tracedPrograms.has(program) ? "module" : "host"}`,
        "-o",
        module,
        programDirectory(root, program),
      ],
      root,
    );
    for (const scenario of scenarios) {
      if (scenario.program !== program || scenario.hosts?.includes("wazero") === false) continue;
      wrong += compareOnWazero(scenario, [join(driver, "host"), module, program]);
    }
  }
  return wrong;
}

function compareOnWazero(scenario: Scenario, command: readonly string[]): number {
  return compare(
    "wazero",
    scenario.name,
    runScenario(command, scenario),
    readExpected(root, scenario.program)[scenario.name],
  );
}

function compare(host: string, name: string, found: Outcome, expected: Outcome | undefined): number {
  if (isDeepStrictEqual(found, expected)) return 0;
  console.log(`${name}: not as expected on ${host}`);
  for (const part of ["code", "stdout", "stderr"] as const) {
    const wanted = String(expected?.[part]).split("\n");
    const got = String(found[part]).split("\n");
    const at = wanted.findIndex((line, i) => line !== got[i]);
    if (at >= 0) console.log(`  ${part}, line ${at + 1}: ${wanted[at]}\n  instead: ${got[at] ?? ""}`);
  }
  return 1;
}

if (spawnSync("go", ["version"]).status === 0) {
  const wrong = runNatively(process.argv.includes("--write")) + runOnWazero();
  console.log(wrong === 0 ? "hosts: all as in Go, on wazero too" : `hosts: ${wrong} differ`);
  process.exitCode = wrong === 0 ? 0 : 1;
} else {
  console.log("hosts: no Go toolchain here; nothing was compared");
}
rmSync(work, { recursive: true });
