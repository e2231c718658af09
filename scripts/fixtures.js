// `pnpm fixtures [--write] [NAME…]`: runs every program under fixtures/programs, or those that are named, with the real Go and compares with (or, with
// --write, writes) stdout.txt, exit.txt and stderr.txt. Of standard error only what precedes the goroutine trace is
// kept. Needs a Go toolchain, and says so where there is none.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { root } from "./setup.js";

const args = checkedArguments("pnpm fixtures [--write] [NAME…]");
if (spawnSync("go", ["version"]).status !== 0) {
  console.log("fixtures: no Go toolchain here; nothing was compared");
  process.exit(0);
}
const directory = join(root, "fixtures/programs");
const write = args.includes("--write");
const names = args.filter((arg) => arg !== "--write");
const unknown = names.filter((name) => !existsSync(join(directory, name)));
if (unknown.length > 0) {
  console.error(`fixtures: no program ${unknown.join(", ")}`);
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), "goes-fixtures-"));
let wrong = 0;

for (const name of names.length > 0 ? names : readdirSync(directory)) {
  const program = join(directory, name);
  const binary = join(work, name);
  const build = existsSync(join(program, "go.mod"))
    ? spawnSync("go", ["build", "-o", binary, "."], { cwd: program, encoding: "utf8" })
    : spawnSync(
        "go",
        ["build", "-o", binary, ...readdirSync(program).filter((file) => file.endsWith(".go"))],
        {
          cwd: program,
          encoding: "utf8",
        },
      );
  if (build.status !== 0) {
    console.log(`${name}: ${build.stderr}`);
    wrong++;
    continue;
  }
  const stdinFile = join(program, "stdin.txt");
  const ran = spawnSync(binary, [], {
    input: existsSync(stdinFile) ? readFileSync(stdinFile) : "",
    maxBuffer: 1 << 26,
  });
  const found = {
    "stdout.txt": ran.stdout.toString(),
    "stderr.txt": ran.stderr.toString().split("\ngoroutine ")[0],
    "exit.txt": `${ran.status}\n`,
  };
  for (const [file, text] of Object.entries(found)) {
    const path = join(program, file);
    const needed = file === "stdout.txt" || (file === "exit.txt" ? text !== "0\n" : text !== "");
    if (write && needed) writeFileSync(path, text);
    const present = existsSync(path) ? readFileSync(path, "utf8") : file === "exit.txt" ? "0\n" : "";
    if (present !== text) {
      console.log(`${name}: ${file} is not what Go prints`);
      wrong++;
    }
  }
}
rmSync(work, { recursive: true });
console.log(wrong === 0 ? "fixtures: all as Go prints them" : `fixtures: ${wrong} differ`);
process.exitCode = wrong === 0 ? 0 : 1;
