// Runs the Go distribution's own package tests, and the differential tests in scripts/differential, against our
// standard library: `node packages/stdlib/scripts/check-with-go.js [-v] [package…]`. Our files take the place of Go's by
// `go test -overlay`, one package at a time, so the tests see the real import path and nothing of Go's tree is written.
// Not part of `npm test`: it needs a Go installation, and says so when there is none.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const library = join(here, "..", "go");
const go = ["go", "/usr/local/go/bin/go"].find((candidate) => spawnSync(candidate, ["version"]).status === 0);
if (go === undefined) {
  console.log("check-with-go: no Go installation found; nothing was checked");
  process.exit(0);
}
const goroot = spawnSync(go, ["env", "GOROOT"], { encoding: "utf8" }).stdout.trim();
const exceptions = JSON.parse(readFileSync(join(here, "check-with-go.json"), "utf8"));

const verbose = process.argv.includes("-v");
const wanted = process.argv.slice(2).filter((argument) => argument !== "-v");

/** Import paths of all our packages. */
function listPackages(directory = library) {
  const found = [];
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) found.push(...listPackages(path));
    else if (entry.name.endsWith(".go")) found.push(relative(library, dirname(path)));
  }
  return [...new Set(found)].sort();
}

const goFiles = (directory) =>
  existsSync(directory) ? readdirSync(directory).filter((name) => name.endsWith(".go")) : [];

/** The -overlay table that puts our files of one package in the place of Go's. */
function overlayOf(path, dropped) {
  const target = join(goroot, "src", path);
  const replace = {};
  for (const name of existsSync(target) ? readdirSync(target) : []) {
    const isTest = name.endsWith("_test.go");
    if (/\.(go|s|h)$/.test(name) && (!isTest || dropped.has(name))) replace[join(target, name)] = "";
  }
  for (const directory of [join(library, path), join(here, "replacements", path)]) {
    for (const name of goFiles(directory)) replace[join(target, name)] = join(directory, name);
  }
  const differential = join(here, "differential", path);
  for (const name of goFiles(differential)) replace[join(target, name)] = join(differential, name);
  return replace;
}

function check(path, scratch) {
  const known = exceptions[path] ?? {};
  const replace = overlayOf(path, new Set(Object.keys(known.files ?? {})));
  const overlay = join(scratch, "overlay.json");
  writeFileSync(overlay, JSON.stringify({ Replace: replace }));
  const skip = Object.keys(known.tests ?? {});
  const args = ["test", "-overlay", overlay, "-vet=off", "-json", "-timeout=120s"];
  if (skip.length > 0) args.push("-skip", `^(${skip.join("|")})$`);
  if (known.flags) args.push(...known.flags);
  const run = spawnSync(go, [...args, path], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    cwd: goroot,
    env: { ...process.env, GOFLAGS: "", GOWORK: "off" },
  });
  const result = { pass: [], fail: [], output: new Map(), other: run.stderr };
  for (const line of run.stdout.split("\n")) {
    if (!line.startsWith("{")) continue;
    const event = JSON.parse(line);
    if (event.Action === "output" || event.Action === "build-output") {
      const key = event.Test?.split("/")[0] ?? "";
      result.output.set(key, (result.output.get(key) ?? "") + event.Output);
    }
    if (event.Test === undefined || event.Test.includes("/")) continue;
    if (event.Action === "pass") result.pass.push(event.Test);
    if (event.Action === "fail") result.fail.push(event.Test);
  }
  if (run.status !== 0 && result.fail.length === 0) result.fail.push("(build or start)");
  return result;
}

const scratch = mkdtempSync(join(tmpdir(), "goes-stdlib-"));
let failures = 0;
try {
  for (const path of wanted.length > 0 ? wanted : listPackages()) {
    const result = check(path, scratch);
    failures += result.fail.length;
    const left = Object.keys(exceptions[path]?.tests ?? {}).length;
    console.log(
      `${path.padEnd(24)} ${result.pass.length} passed, ${result.fail.length} failed` +
        (left > 0 ? `, ${left} left out` : ""),
    );
    if (verbose) {
      for (const name of result.fail) console.log(result.output.get(name) ?? "");
      if (result.fail.includes("(build or start)")) console.log(result.other, ...result.output.values());
    } else if (result.fail.length > 0) console.log(`    ${result.fail.join(" ")}`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;
