// `pnpm test-command [--write] [FILE…]`: runs the cases of fixtures/test-command with the real Go and compares with (or, with
// --write, writes) what is expected. Needs a Go toolchain, and says so where there is none.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { parseCases, printCases, type ModuleCase } from "./module-cases.ts";
import { comparableTest } from "./test-command-output.ts";

const directory = "fixtures/test-command";
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith("-"));
if (spawnSync("go", ["version"]).status === 0) process.exitCode = compareAll(args.includes("--write"));
else console.log("test-command: no Go toolchain here; nothing was compared");

function compareAll(write: boolean): number {
  let wrong = 0;
  for (const name of readdirSync(directory)) {
    if (names.length > 0 && !names.some((wanted) => name.startsWith(wanted))) continue;
    const path = join(directory, name);
    const cases = parseCases(readFileSync(path, "utf8"));
    const found = cases.map((item) => ({ ...item, want: runWithGo(item) }));
    if (write) writeFileSync(path, printCases(found));
    for (const [index, item] of found.entries()) {
      if (item.want === cases[index]!.want || write) continue;
      wrong++;
      console.log(`${name}: ${item.title}: Go prints\n${item.want}`);
    }
  }
  console.log(wrong === 0 ? "test-command: all as Go prints them" : `test-command: ${wrong} differ`);
  return wrong === 0 ? 0 : 1;
}

function runWithGo(item: ModuleCase): string {
  const work = mkdtempSync(join(tmpdir(), "goes-test-command-"));
  try {
    for (const [path, text] of Object.entries(item.files)) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), text);
    }
    const command = item.command.flatMap((word) => (word === "test" ? ["test", "-vet=off", "-p=1"] : [word]));
    const ran = spawnSync("go", command, {
      cwd: work,
      encoding: "utf8",
      // One processor, as programs of goes have, and nothing from the cache.
      env: { ...process.env, GOFLAGS: "", GOTOOLCHAIN: "local", GOMAXPROCS: "1" },
    });
    return comparableTest(ran.stdout, ran.stderr, ran.status ?? -1).replaceAll(work, "/module-root");
  } finally {
    rmSync(work, { recursive: true });
  }
}
