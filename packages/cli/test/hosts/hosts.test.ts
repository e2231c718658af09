// What programs do with files and streams, on our own host (as `goes run` runs them) and under node:wasi.
import { compile } from "@goes/driver";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, expect, test } from "vitest";
import { loadLibrary } from "../../src/library.ts";
import { nodeFileSystem } from "../../src/node-file-system.ts";
import { buildRunner } from "../build-runner.ts";
import {
  programDirectory,
  readExpected,
  runScenario,
  scenarios,
  tracedPrograms,
  type Host,
} from "./scenarios.ts";

const root = join(import.meta.dirname, "../../../..");
const work = mkdtempSync(join(tmpdir(), "goes-hosts-"));
const runner = buildRunner(work);
const library = loadLibrary();
const modules = new Map<string, string>();
afterAll(() => rmSync(work, { recursive: true }));

/** The path of the module of a program. */
function moduleOf(program: string): string {
  let path = modules.get(program);
  if (path === undefined) {
    const target = { kind: "directory", directory: programDirectory(root, program) } as const;
    const traces = tracedPrograms.has(program) ? "module" : "host";
    path = join(work, `${program}.wasm`);
    writeFileSync(path, compile({ target, fileSystem: nodeFileSystem, library, level: 2, traces }).wasm!);
    modules.set(program, path);
  }
  return path;
}

// Node 20 calls functions of node:wasi in a way in which a garbage collection in the middle of one ends in a crash.
const nodeFlags = ["--no-warnings", "--no-turbo-fast-api-calls"];

const commands: Partial<Record<Host, readonly string[]>> = {
  goes: [process.execPath, runner],
  "node:wasi": [process.execPath, ...nodeFlags, join(import.meta.dirname, "node-wasi.mjs")],
};

for (const scenario of scenarios) {
  for (const [host, command] of Object.entries(commands) as [Host, readonly string[]][]) {
    if (scenario.hosts?.includes(host) === false) continue;
    test(`${scenario.name} on ${host}`, () => {
      const module = moduleOf(scenario.program);
      const expected = readExpected(root, scenario.program)[scenario.name];
      expect(runScenario([...command, module, scenario.program], scenario)).toEqual(expected);
    });
  }
}
