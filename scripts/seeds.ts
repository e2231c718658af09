// `pnpm seeds [seeds] [program…]`: runs the programs of fixtures/programs that have goroutines under that many seeds (200) of
// the scheduler, which then decides by chance all that Go leaves open; every second run is of the program at -O0. Their output must stay what the real Go printed. A
// clock that only waiting moves makes it quick, and every run can be repeated by its seed.
import { compile } from "../packages/driver/src/index.ts";
import { formatDiagnostic, memoryFileSystem } from "../packages/source/src/index.ts";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { readTree } from "../packages/cli/src/library.ts";
import { nodeFileSystem } from "../packages/cli/src/node-file-system.ts";
import { differenceFromGo, directory, fileOf, runFixture } from "./programs/run-fixture.ts";

const [countArg, ...names] = process.argv.slice(2);
const seeds = Number(countArg ?? 200);
const library = memoryFileSystem({ ...readTree("packages/stdlib/go"), ...readTree("packages/runtime/go") });
let runs = 0;
let wrong = 0;
for (const name of names.length > 0 ? names : readdirSync(directory)) {
  const target = { kind: "directory", directory: join(directory, name) } as const;
  const modules: WebAssembly.Module[] = [];
  for (const level of [2, 0] as const) {
    const { wasm, diagnostics, files } = compile({ target, fileSystem: nodeFileSystem, library, level });
    if (wasm === undefined) {
      console.log(`${name}: ${diagnostics.map((item) => formatDiagnostic(files, item)).join("\n")}`);
      wrong++;
      break;
    }
    const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
    if (!WebAssembly.Module.exports(module).some((item) => item.name === "goes_seed")) break;
    modules.push(module);
  }
  if (modules.length === 0) continue;
  const stdin = Buffer.from(fileOf(name, "stdin.txt") ?? "");
  let failed = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    runs++;
    const module = modules[seed % modules.length]!;
    const found = differenceFromGo(name, await runFixture(module, stdin, seed, [`GOES_SCHED_SEED=${seed}`]));
    if (found === undefined) continue;
    failed++;
    if (failed === 1) console.log(`${name}, seed ${seed}: ${found}`);
  }
  console.log(`${name}: ${seeds - failed} of ${seeds} seeds`);
  wrong += failed;
}
console.log(
  wrong === 0 ? `seeds: ${runs} runs, all as Go prints them` : `seeds: ${wrong} of ${runs} runs differ`,
);
process.exitCode = wrong === 0 ? 0 : 1;
