// Runs the Go distribution's own package tests, and the differential tests in scripts/differential, against our
// standard library: `node packages/stdlib/scripts/check-with-go.js [-v] [package…]`. Our files take the place of Go's by
// `go test -overlay`, one package at a time, so the tests see the real import path and nothing of Go's tree is written.
// Not part of `npm test`: it needs a Go installation, and says so when there is none.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { checkedArguments } from "../../../scripts/arguments.js";

const args = checkedArguments("node packages/stdlib/scripts/check-with-go.js [-v] [PACKAGE…]");
const here = dirname(fileURLToPath(import.meta.url));
const library = join(here, "..", "go");
const go = ["go", "/usr/local/go/bin/go"].find((candidate) => spawnSync(candidate, ["version"]).status === 0);
if (go === undefined) {
  console.log("check-with-go: no Go installation found; nothing was checked");
  process.exit(0);
}
const goroot = spawnSync(go, ["env", "GOROOT"], { encoding: "utf8" }).stdout.trim();
const exceptions = JSON.parse(readFileSync(join(here, "check-with-go.json"), "utf8"));

const verbose = args.includes("-v");
const wanted = args.filter((argument) => argument !== "-v");

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
function overlayOf(path, dropped, borrowing, scratch) {
  const target = join(goroot, "src", path);
  const replace = {};
  for (const name of existsSync(target) ? readdirSync(target) : []) {
    const isTest = name.endsWith("_test.go");
    if (/\.(go|s|h)$/.test(name) && (!isTest || dropped.has(name))) replace[join(target, name)] = "";
  }
  for (const directory of [join(library, path), join(here, "replacements", path)]) {
    for (const name of goFiles(directory)) replace[join(target, name)] = join(directory, name);
  }
  if (borrowing) borrow(path, replace, scratch);
  return replace;
}

/**
 * Adds tests that Go keeps with another, internal package: they are made to import this one, and the functions in "bare"
 * to be called by the names that scripts/replacements defines.
 */
function borrow(path, replace, scratch) {
  const { from, files, bare } = exceptions[path]?.borrow ?? {};
  if (from === undefined) return;
  const source = join(goroot, "src", from);
  const target = join(goroot, "src", path);
  const calls = new RegExp(`\\b(${bare.join("|")})\\(`, "g");
  for (const name of files) {
    const text = readFileSync(join(source, name), "utf8").replace(`. "${from}"`, `. "${path}"`);
    const copy = join(scratch, `${path.replaceAll("/", "-")}-${name}`);
    writeFileSync(copy, text.replace(calls, "bare$1("));
    replace[join(target, `borrowed_${name}`)] = copy;
  }
  const data = join(source, "testdata");
  for (const name of existsSync(data) ? readdirSync(data) : [])
    replace[join(target, "testdata", name)] = join(data, name);
}

function check(path, borrowing, scratch) {
  const known = exceptions[path] ?? {};
  const dropped = new Set(Object.keys(known.files ?? {}));
  if (borrowing) dropped.add(known.borrow.insteadOf);
  const replace = overlayOf(path, dropped, borrowing, scratch);
  for (const other of known.with ?? []) Object.assign(replace, overlayOf(other, new Set(), false, scratch));
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

let failures = 0;

function report(path, title, result) {
  failures += result.fail.length;
  const left = Object.keys(exceptions[path]?.tests ?? {}).length;
  console.log(
    `${title.padEnd(24)} ${result.pass.length} passed, ${result.fail.length} failed` +
      (left > 0 ? `, ${left} left out` : ""),
  );
  if (verbose) {
    for (const name of result.fail) console.log(result.output.get(name) ?? "");
    if (result.fail.includes("(build or start)")) console.log(result.other, ...result.output.values());
  } else if (result.fail.length > 0) console.log(`    ${result.fail.join(" ")}`);
}

/** What a program prints with our packages in the place of Go's, or with Go's if there are none. */
function output(program, paths, scratch) {
  const Replace = {};
  for (const path of paths) Object.assign(Replace, overlayOf(path, new Set(), false, scratch));
  const overlay = join(scratch, "overlay.json");
  writeFileSync(overlay, JSON.stringify({ Replace }));
  const run = spawnSync(go, ["run", "-overlay", overlay, join(here, "differential", program)], {
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout.split("\n").sort();
}

/** Counts lines in which our packages and Go's differ, by the word before the first parenthesis. */
function compare(program, { packages, lastPlaces }, scratch) {
  const theirs = output(program, [], scratch);
  const ours = output(program, packages, scratch);
  const kinds = new Map();
  let different = Math.abs(theirs.length - ours.length);
  for (const [i, line] of ours.entries()) {
    const kind = /^(\w+)\(/.exec(line)?.[1] ?? "";
    const count = kinds.get(kind) ?? { all: 0, different: 0, places: 0n };
    kinds.set(kind, count);
    count.all++;
    const other = theirs[i] ?? "";
    if (line === other) continue;
    count.different++;
    if (lastPlaces !== undefined) {
      const distance =
        BigInt(line.slice(line.lastIndexOf(" ") + 1)) - BigInt(other.slice(other.lastIndexOf(" ") + 1));
      const size = distance < 0n ? -distance : distance;
      if (size > count.places) count.places = size;
      if (size > BigInt(lastPlaces[kind] ?? 1)) different++;
      if (size > BigInt(lastPlaces[kind] ?? 1) && verbose) console.log(`${line}\n    Go: ${other}`);
    } else {
      different++;
      if (verbose && different < 20) console.log(`${line}\n    Go: ${other}`);
    }
  }
  failures += different;
  console.log(`${`differential ${program}`.padEnd(24)} ${ours.length} lines, ${different} wrong`);
  for (const [kind, { all, different: unequal, places }] of kinds)
    if (unequal > 0 && verbose) console.log(`    ${kind}: ${unequal} of ${all} differ, by up to ${places}`);
}

const scratch = mkdtempSync(join(tmpdir(), "goes-stdlib-"));
try {
  for (const path of listPackages()) {
    if (wanted.length > 0 && !wanted.includes(path)) continue;
    if (exceptions[path]?.none) continue;
    report(path, path, check(path, false, scratch));
    const borrowed = exceptions[path]?.borrow;
    if (borrowed) report(path, `  with ${borrowed.from}`, check(path, true, scratch));
  }
  for (const [program, settings] of Object.entries(exceptions.differential)) {
    if (wanted.length === 0 || wanted.includes(program)) compare(program, settings, scratch);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;
