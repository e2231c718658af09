// What it costs that functions could be suspended: each program of fixtures/bench/may-suspend is built twice, with a function
// that cannot wait and (tag waits) with one that could but never does, and run in turn. Prints medians and ratios.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { root } from "../setup.js";

const goes = join(root, "packages/cli/bin/goes.js");
const runWasm = join(root, "scripts/bench/run-wasm.js");
const directory = join(root, "fixtures/bench/may-suspend");

function run(args) {
  const result = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (result.status !== 0) throw new Error(`${args.join(" ")}\n${result.stdout}${result.stderr}`);
  return result.stderr;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Milliseconds of the program itself, by the runner. */
function time(wasm) {
  const stderr = run([runWasm, wasm]);
  return { ms: Number(/^time ([\d.]+)$/m.exec(stderr)?.[1]), output: stderr.replace(/^time .*$/m, "") };
}

/** Measures all programs; returns a row for each. */
export function benchMaySuspend(runs) {
  const work = mkdtempSync(join(tmpdir(), "goes-may-suspend-"));
  const rows = [];
  console.log(
    `\n${"may-suspend".padStart(14)} ${"plain ms".padStart(10)} ${"can wait ms".padStart(12)} ${"ratio".padStart(7)}`,
  );
  for (const name of readdirSync(directory)) {
    const wasm = { plain: join(work, `${name}.wasm`), waits: join(work, `${name}-waits.wasm`) };
    run([goes, "build", "-o", wasm.plain, join(directory, name)]);
    run([goes, "build", "-tags=waits", "-o", wasm.waits, join(directory, name)]);
    const plain = [];
    const waits = [];
    for (let i = 0; i < runs; i++) {
      const first = time(wasm.plain);
      const second = time(wasm.waits);
      if (first.output !== second.output) throw new Error(`${name}: the outputs differ`);
      plain.push(first.ms);
      waits.push(second.ms);
    }
    const row = { name, plainMs: median(plain), waitsMs: median(waits) };
    rows.push({ ...row, ratio: row.waitsMs / row.plainMs });
    console.log(
      `${name.padStart(14)} ${row.plainMs.toFixed(1).padStart(10)} ${row.waitsMs.toFixed(1).padStart(12)} ${rows.at(-1).ratio.toFixed(2).padStart(7)}`,
    );
  }
  rmSync(work, { recursive: true });
  return rows;
}
