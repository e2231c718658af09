// Runs cases of fixtures/test-command one after the other in this process, which compiles faster and faster.
import { Buffer } from "node:buffer";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import type { ModuleCase } from "../../../scripts/module-cases.ts";
import { comparableTest } from "../../../scripts/test-command-output.ts";
import { runTests } from "../src/commands/test.ts";
import { changeDirectory } from "../src/flags.ts";
import { parseTestFlags } from "../src/test/flags.ts";

async function runCase(item: ModuleCase): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), "goes-test-command-"));
  const start = process.cwd();
  try {
    for (const [path, text] of Object.entries(item.files)) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), text);
    }
    process.chdir(work);
    const [, ...args] = changeDirectory(item.command);
    let stdout = "";
    let stderr = "";
    const code = await runTests(parseTestFlags(args), {
      print: (bytes) => void (stdout += typeof bytes === "string" ? bytes : Buffer.from(bytes).toString()),
      printError: (line) => void (stderr += `${line}\n`),
    });
    return comparableTest(stdout, stderr, code).replaceAll(work, "/module-root");
  } finally {
    process.chdir(start);
    rmSync(work, { recursive: true });
  }
}

const [request = "", answer = ""] = process.argv.slice(2);
const results: string[] = [];
for (const item of JSON.parse(readFileSync(request, "utf8")) as ModuleCase[])
  results.push(await runCase(item));
writeFileSync(answer, JSON.stringify(results));
process.exit(0);
