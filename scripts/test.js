// `npm test`: sets everything up, then runs every check that CI runs.
import { setup, run, root } from "./setup.js";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

setup();
const bin = (name) => join(root, "node_modules", ".bin", name);
run(bin("prettier"), ["--check", "--log-level=warn", "."]);
run(bin("oxlint"), ["--deny-warnings"]);
run(bin("tsc"), ["-p", "tsconfig.stages.json"]);
run(bin("tsc"), ["-p", "tsconfig.hosts.json"]);

// The last line counts the tests in plain words, for whoever reads the log by machine.
const results = join(root, ".setup", "tests.json");
rmSync(results, { force: true });
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
const { status } = spawnSync(bin("vitest"), ["run", ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
if (existsSync(results)) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, "utf8"));
  console.log(`\n${numPassedTests} passed, ${numFailedTests} failed`);
}
process.exitCode = status ?? 1;
