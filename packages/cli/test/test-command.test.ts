import { buildSync, type BuildOptions } from "esbuild";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseCases } from "../../../scripts/module-cases.ts";

// The cases of fixtures/test-command; what is expected was printed by the real Go (`pnpm test-command --write`).
const fixtures = join(import.meta.dirname, "../../../fixtures/test-command");
const files = readdirSync(fixtures).map((name) => ({
  name,
  cases: parseCases(readFileSync(join(fixtures, name), "utf8")),
}));
const work = mkdtempSync(join(tmpdir(), "goes-test-runner-"));
let results: readonly string[] = [];

beforeAll(() => {
  const options: BuildOptions = {
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["source"],
    logLevel: "error",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  };
  const entry = (path: string, outfile: string): void =>
    void buildSync({
      ...options,
      entryPoints: [join(import.meta.dirname, path)],
      outfile: join(work, outfile),
    });
  entry("test-command-runner.ts", "runner.js");
  entry("../src/run-worker.ts", "run-worker.js");
  for (const name of ["library.json", "library.bin"]) {
    cpSync(join(import.meta.dirname, "../dist", name), join(work, name));
  }
  writeFileSync(join(work, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(work, "cases.json"), JSON.stringify(files.flatMap(({ cases }) => cases)));
  const paths = ["runner.js", "cases.json", "results.json"].map((name) => join(work, name));
  const ran = spawnSync(process.execPath, ["--stack-size=4000", ...paths], { encoding: "utf8" });
  expect(ran.stderr).toBe("");
  results = JSON.parse(readFileSync(join(work, "results.json"), "utf8")) as string[];
}, 600_000);

afterAll(() => rmSync(work, { recursive: true }));

let index = 0;
for (const { name, cases } of files) {
  describe(name, () => {
    for (const item of cases) {
      const at = index++;
      test(item.title, () => {
        expect(results[at]).toBe(item.want);
      });
    }
  });
}
