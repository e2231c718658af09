// Compiles the tests of one package and runs them, again after each that ends the program.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { readTree } from "../../../packages/cli/src/library.ts";
import { nodeFileSystem } from "../../../packages/cli/src/node-file-system.ts";
import { buildSsa, compile, type CompileInput } from "../../../packages/driver/src/index.ts";
import { listPackageFiles, targetTags, type PackageFile } from "../../../packages/modules/src/index.ts";
import { decodeUtf8, formatDiagnostic, memoryFileSystem } from "../../../packages/source/src/index.ts";
import type { BinaryMessage, BinaryRequest } from "./binary-worker.ts";
import { prune, type Pruned, type TestFile } from "./prune.ts";

/** How a test or example went; the text says why it failed or was skipped. */
interface TestOutcome {
  readonly result: "pass" | "fail" | "skip";
  readonly gist: string;
}

/** How the tests of a package went. */
export interface PackageOutcome {
  readonly path: string;
  /** Why nothing could be run. */
  readonly problem?: string;
  /** By the name of the test or example. */
  readonly tests: Readonly<Record<string, TestOutcome>>;
  /** Tests and examples that name what only Go's package has. */
  readonly notCompiled: readonly string[];
}

/** Seconds that a test may take, and all that are left together. */
const testLimit = 60;
const runLimit = 150;
/** So often a test may end the program. */
const maxRuns = 8;
const maxPrunings = 15;

const stdlib = "packages/stdlib";

/** Tests one of our packages with the tests of a Go tree. */
export async function testOne(path: string, goRoot: string): Promise<PackageOutcome> {
  const directory = join(goRoot, "src", path);
  const files = readTests(path, directory);
  const pruned: Pruned = new Set();
  const built = build(path, directory, files, pruned, goRoot);
  const notCompiled = [...pruned].filter((name) => /^(?:Test|Example)/.test(name) && name !== "TestMain");
  if ("problem" in built) return { path, problem: built.problem, tests: {}, notCompiled };
  const tests = await runAll(path, directory, built.wasm, built.names, goRoot);
  return { path, tests, notCompiled };
}

/** Go's test files, some replaced by what our package can offer in their place. */
function readTests(path: string, directory: string): TestFile[] {
  const tags = targetTags(["gc", "purego"]);
  const listed = listPackageFiles(nodeFileSystem, directory, tags, undefined, "tests")?.files ?? [];
  const replacements = join(stdlib, "scripts/replacements", path);
  return listed.map((file) => {
    const own = join(replacements, basename(file.path));
    if (existsSync(own)) return { path: file.path, text: readFileSync(own, "utf8") };
    return { path: file.path, text: "text" in file ? file.text : decodeUtf8(file.bytes).text };
  });
}

/** Our package, with names that Go's tests ask for. What only fits gc has the name of a file of ours. */
function readSources(path: string): PackageFile[] {
  const own = ["go", "../runtime/go"]
    .map((base) => join(stdlib, base, path))
    .find((base) => existsSync(base));
  if (own === undefined) return [];
  const tags = targetTags([]);
  const files = listPackageFiles(nodeFileSystem, own, tags)?.files ?? [];
  const extra = join(stdlib, "scripts/replacements", path);
  const names = existsSync(extra) ? readdirSync(extra) : [];
  return [
    ...files,
    ...names
      .filter((name) => name.endsWith(".go") && !name.endsWith("_test.go") && !existsSync(join(own, name)))
      .map((name) => ({ path: join(extra, name), text: readFileSync(join(extra, name), "utf8") })),
  ];
}

type Built = { readonly wasm: Uint8Array; readonly names: readonly string[] } | { readonly problem: string };

function build(
  path: string,
  directory: string,
  tests: readonly TestFile[],
  pruned: Pruned,
  goRoot: string,
): Built {
  const sources = readSources(path);
  const library = memoryFileSystem({ ...readTree(`${stdlib}/go`), ...readTree("packages/runtime/go") });
  for (let round = 0; round < maxPrunings; round++) {
    const input: CompileInput = {
      target: {
        kind: "test",
        directory,
        given: {
          path,
          sources,
          tests: tests.map((file) => ({ path: file.path, text: file.text })),
          standard: true,
        },
      },
      fileSystem: nodeFileSystem,
      library,
      goTree: () => goRoot,
    };
    const checked = buildSsa(input);
    if (checked.diagnostics.length === 0) {
      const result = compile(input);
      if (result.wasm === undefined) return { problem: "does not compile" };
      const { tests: found } = result;
      const names = [...found!.tests, ...found!.fuzzTests, ...found!.examples].map(({ name }) => name);
      return { wasm: result.wasm, names };
    }
    const left = prune(tests, checked.files, checked.found, pruned);
    if (left.length === checked.found.length) {
      return { problem: formatDiagnostic(checked.files, left[0]!).replace(`${goRoot}/`, "") };
    }
  }
  return { problem: "still does not compile after many declarations were left out" };
}

async function runAll(
  path: string,
  directory: string,
  wasm: Uint8Array,
  names: readonly string[],
  goRoot: string,
): Promise<Record<string, TestOutcome>> {
  const tests: Record<string, TestOutcome> = {};
  const scratch = mkdtempSync(join(tmpdir(), "goes-library-"));
  process.chdir(directory);
  try {
    for (let run = 0; run < maxRuns; run++) {
      const left = names.filter((name) => tests[name] === undefined);
      if (left.length === 0) break;
      const request: BinaryRequest = {
        wasm,
        args: [
          `${basename(path)}.test`,
          "-test.v=test2json",
          "-test.short",
          `-test.timeout=${testLimit}s`,
          ...(run === 0 ? [] : [`-test.run=^(${left.join("|")})$`]),
        ],
        env: [
          `GOROOT=${goRoot}`,
          `PWD=${directory}`,
          "PATH=/bin",
          "HOME=/",
          `TMPDIR=${scratch}`,
          "GO_TEST_SHORT=1",
        ],
      };
      const { output, ending } = await runOnce(request);
      const before = Object.keys(tests).length;
      readResults(output, ending, tests);
      if (Object.keys(tests).length === before) {
        for (const name of left) tests[name] = { result: "fail", gist: `nothing was run: ${ending}` };
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return tests;
}

async function runOnce(
  request: BinaryRequest,
): Promise<{ readonly output: string; readonly ending: string }> {
  let output = "";
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: request,
    resourceLimits: { stackSizeMb: 900 },
  });
  const ending = await new Promise<string>((done) => {
    const timer = setTimeout(() => done("timeout"), runLimit * 1000);
    const end = (text: string): void => {
      clearTimeout(timer);
      done(text);
    };
    worker.on("message", (message: BinaryMessage) => {
      if ("output" in message) {
        if (output.length < 50e6) output += message.output;
      } else end("code" in message ? `exit ${message.code}` : message.error);
    });
    worker.once("error", (error) => end(error.message));
    worker.once("exit", () => end("exit"));
  });
  await worker.terminate();
  return { output, ending };
}

/** Reads results of tests out of the output; of a run that broke off, the test that was running has failed. */
function readResults(output: string, ending: string, tests: Record<string, TestOutcome>): void {
  const running = new Set<string>();
  let current = "";
  const texts = new Map<string, string[]>();
  for (const line of output.split("\n")) {
    const at = line.indexOf("\u0016");
    const frame = at < 0 ? "" : line.slice(at + 1);
    const update = /^=== (RUN|CONT|NAME|PAUSE) +(\S*)/.exec(frame);
    const report = /^ *--- (PASS|FAIL|SKIP): (\S+) /.exec(frame);
    if (update !== null) {
      current = update[2]!.split("/")[0]!;
      if (update[1] === "RUN" && current !== "") running.add(current);
    } else if (report !== null) {
      const name = report[2]!;
      if (name.includes("/")) continue;
      const result = report[1]!.toLowerCase() as TestOutcome["result"];
      tests[name] = { result, gist: result === "pass" ? "" : gistOf(texts.get(name) ?? []) };
      running.delete(name);
      current = name;
      if (result === "fail") texts.set(name, []);
    } else if (current !== "") {
      texts.set(current, [...(texts.get(current) ?? []), line].slice(0, 20));
      // What an example has printed follows its report.
      const known = tests[current];
      if (known?.result === "fail" && known.gist === "" && line.trim() !== "") {
        tests[current] = { ...known, gist: line.trim().slice(0, 160) };
      }
    }
  }
  if (ending === "exit 0" || (ending === "exit 1" && running.size === 0)) return;
  const shown = output.replaceAll("\u0016", "\n");
  const panic = /^((?:panic|fatal error|runtime error): .*)$/m.exec(shown)?.[1] ?? ending;
  for (const name of running) {
    tests[name] = {
      result: "fail",
      gist: `${ending === "timeout" ? "timeout: " : ""}${panic.slice(0, 160)}`,
    };
  }
  // A test that was reported as failed because of a panic says so.
  const last = tests[current];
  if (last?.result === "fail" && last.gist === "") tests[current] = { ...last, gist: panic.slice(0, 160) };
}

function gistOf(lines: readonly string[]): string {
  const said =
    lines.find((line) => /^\s+\S+\.go:\d+: /.test(line)) ?? lines.find((line) => line.trim() !== "");
  return (said ?? "").trim().slice(0, 160);
}
