// `pnpm modules [--write] [FILE…]`: runs the cases of fixtures/modules with the real Go and compares with (or, with
// --write, writes) what is expected. Needs a Go toolchain, and says so where there is none.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { comparable, parseCases, printCases, type ModuleCase } from "./module-cases.ts";

const directory = "fixtures/modules";
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith("-"));
if (spawnSync("go", ["version"]).status === 0) process.exitCode = compareAll(args.includes("--write"));
else console.log("modules: no Go toolchain here; nothing was compared");

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
  console.log(wrong === 0 ? "modules: all as Go prints them" : `modules: ${wrong} differ`);
  return wrong === 0 ? 0 : 1;
}

function runWithGo(item: ModuleCase): string {
  const work = mkdtempSync(join(tmpdir(), "goes-modules-"));
  try {
    for (const [path, text] of Object.entries(item.files)) {
      mkdirSync(dirname(join(work, path)), { recursive: true });
      writeFileSync(join(work, path), text);
    }
    const command = item.command.includes("build")
      ? item.command.flatMap((word) => (word === "build" ? ["build", "-p=1", "-o", "/dev/null"] : [word]))
      : [...item.command];
    // The files of a package are those for goes' own target.
    const listing = item.command[0] === "list";
    const target = listing ? { GOOS: "wasip1", GOARCH: "wasm" } : {};
    if (listing) command.splice(1, 0, "-e", "-f", "{{range .GoFiles}}{{println .}}{{end}}");
    const env = {
      ...process.env,
      GOFLAGS: "",
      GODEBUG: "",
      GOTOOLCHAIN: "local",
      GO111MODULE: "on",
      ...target,
      ...Object.fromEntries(item.environment.map((entry) => entry.split(/=(.*)/s))),
    };
    const ran = spawnSync("go", command, { cwd: work, encoding: "utf8", env });
    return comparable(ran.stdout, ran.stderr).replaceAll(work, "/module-root");
  } finally {
    rmSync(work, { recursive: true });
  }
}
