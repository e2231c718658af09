// `pnpm bench [memory] [name…]`: compiles and runs fixtures/bench/*.go (or fixtures/bench/memory/*.go) with goes, and, where a Go toolchain is present, with
// native Go and with Go's own wasip1 port under this Node, in turn within one run. Prints medians and ratios and
// writes them to bench-results.json. Then `may-suspend`: what it costs that functions could be suspended. Times are those of the program itself (instantiation to exit for wasm, the whole
// process for native code), in milliseconds. `pnpm bench --readme [FILE]` measures nothing: it writes the table of README.md from the results of
// the last run of all programs (or those of FILE). A program whose first line says so runs native with GOMAXPROCS=1, and tells of
// how many operations one run consists; on standard error it may print `bytes N` for each of them.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { benchMaySuspend } from "./bench/may-suspend.js";
import { refreshReadme } from "./bench/readme-table.js";
import { root, setup } from "./setup.js";

const args = checkedArguments("pnpm bench [memory] [NAME…]");
const runs = Number(process.env.BENCH_RUNS ?? 5);
const compileRuns = 5;
if (process.argv[2] === "--readme") {
  const reason = refreshReadme(root, process.argv[3] ?? join(root, "bench-results.json"));
  if (reason !== undefined) console.error(reason);
  process.exit(reason === undefined ? 0 : 1);
}
setup();

const goes = join(root, "packages/cli/bin/goes.js");
const runWasm = join(root, "scripts/bench/run-wasm.js");
const runGoWasm = join(root, "scripts/bench/run-wasip1.js");
const ofMemory = args[0] === "memory";
const directory = join(root, ofMemory ? "fixtures/bench/memory" : "fixtures/bench");
const wanted = args.slice(ofMemory ? 1 : 0);
const work = mkdtempSync(join(tmpdir(), "goes-bench-"));
/** As `go version` names it, `go1.26.1`; undefined without Go. */
const goVersion = /go\S+(?= \S+$)/m.exec(
  spawnSync("go", ["version"], { encoding: "utf8" }).stdout ?? "",
)?.[0];
const hasGo = goVersion !== undefined;

function timed(command, args, options = {}) {
  const start = process.hrtime.bigint();
  const result = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, ...options });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (result.status !== 0) throw new Error(`${command} ${args.join(" ")}\n${result.stdout}${result.stderr}`);
  return { wall, stdout: result.stdout, stderr: result.stderr };
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** The time that a wasm runner measured inside its process: the last line of its standard error. */
function inner(result) {
  return Number(/^time ([\d.]+)$/m.exec(result.stderr)?.[1]);
}

function bench(file) {
  const name = basename(file, ".go");
  const source = join(directory, file);
  const wasm = join(work, `${name}.wasm`);
  const native = join(work, name);
  const goWasm = join(work, `${name}-go.wasm`);
  const compile = [];
  for (let i = 0; i < compileRuns; i++) {
    compile.push(timed(process.execPath, [goes, "build", "-o", wasm, source]).wall);
  }
  const [firstLine] = readFileSync(source, "utf8").split("\n", 1);
  const nativeEnv = firstLine.includes("GOMAXPROCS=1") ? { ...process.env, GOMAXPROCS: "1" } : process.env;
  const row = { name, compileMs: median(compile), goesBytes: statSync(wasm).size };
  const times = { goes: [], native: [], goWasm: [] };
  const outputs = new Set();
  if (hasGo) {
    timed("go", ["build", "-o", native, source]);
    timed("go", ["build", "-o", goWasm, source], { env: { ...process.env, GOOS: "wasip1", GOARCH: "wasm" } });
    row.goWasmBytes = statSync(goWasm).size;
  }
  for (let i = 0; i < runs; i++) {
    const ours = timed(process.execPath, [runWasm, wasm]);
    times.goes.push(inner(ours));
    row.bytes = bytesOf(ours);
    outputs.add(ours.stdout);
    if (!hasGo) continue;
    const theirs = timed(native, [], { env: nativeEnv });
    row.nativeBytes = bytesOf(theirs);
    times.native.push(theirs.wall);
    outputs.add(theirs.stdout);
    let port;
    try {
      port = timed(process.execPath, ["--no-warnings", runGoWasm, goWasm]);
    } catch {
      // Node's own WASI gives up on some programs of the port that use much memory.
      continue;
    }
    times.goWasm.push(inner(port));
    outputs.add(port.stdout);
  }
  if (outputs.size !== 1) throw new Error(`${name}: the outputs differ`);
  row.goesMs = median(times.goes);
  const operations = /^\/\/ .*?(\d+) (\w+)$/.exec(firstLine);
  if (operations !== null) {
    row.unit = operations[2];
    row.operations = Number(operations[1]);
  }
  if (hasGo) {
    row.nativeMs = median(times.native);
    row.toNative = row.goesMs / row.nativeMs;
    if (times.goWasm.length > 0) {
      row.goWasmMs = median(times.goWasm);
      row.fasterThanGoWasm = row.goWasmMs / row.goesMs;
    }
  }
  return row;
}

/** The memory that one operation takes, where the program tells. */
function bytesOf(result) {
  const found = /^bytes (\d+)$/m.exec(result.stderr);
  return found === null ? undefined : Number(found[1]);
}

/** What one operation costs, in a line below the table. */
function perOperation(row) {
  const each = (ms) => (ms === undefined ? "-" : ((ms * 1e6) / row.operations).toFixed(0));
  const times = `goes ${each(row.goesMs)}, native ${each(row.nativeMs)}, go wasm ${each(row.goWasmMs)}`;
  const bytes = row.bytes === undefined ? "" : `; bytes: goes ${row.bytes}, native ${row.nativeBytes ?? "-"}`;
  return `${row.name}: ns for each of ${row.operations} ${row.unit}: ${times}${bytes}`;
}

const columns = [
  ["program", 14, (row) => row.name],
  ["goes ms", 10, (row) => row.goesMs.toFixed(1)],
  ["native ms", 10, (row) => row.nativeMs?.toFixed(1) ?? "-"],
  ["go wasm ms", 11, (row) => row.goWasmMs?.toFixed(1) ?? "-"],
  ["goes/native", 12, (row) => row.toNative?.toFixed(2) ?? "-"],
  ["port/goes", 10, (row) => row.fasterThanGoWasm?.toFixed(2) ?? "-"],
  ["goes bytes", 11, (row) => String(row.goesBytes)],
  ["port bytes", 11, (row) => String(row.goWasmBytes ?? "-")],
  ["compile ms", 11, (row) => row.compileMs.toFixed(0)],
];

if (!hasGo) console.log("no Go toolchain here: only goes is measured");
console.log(columns.map(([title, width]) => title.padStart(width)).join(" "));
const rows = [];
let failed = false;
for (const file of readdirSync(directory).filter((entry) => entry.endsWith(".go"))) {
  if (wanted.length > 0 && !wanted.includes(basename(file, ".go"))) continue;
  try {
    const row = bench(file);
    rows.push(row);
    console.log(columns.map(([, width, cell]) => cell(row).padStart(width)).join(" "));
  } catch (error) {
    failed = true;
    console.error(`${file}: ${error.message}`);
  }
}
for (const row of rows) if (row.operations !== undefined) console.log(perOperation(row));
const maySuspend =
  (wanted.length === 0 && !ofMemory) || wanted.includes("may-suspend") ? benchMaySuspend(runs) : [];
writeFileSync(
  join(root, "bench-results.json"),
  `${JSON.stringify({ node: process.version, go: goVersion, runs, rows, maySuspend }, null, 2)}\n`,
);
rmSync(work, { recursive: true });
process.exitCode = failed ? 1 : 0;
