// Runs a module made by Go's own wasip1 port, and prints `time <milliseconds>` on standard error.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { WASI } from "node:wasi";

const wasi = new WASI({ version: "preview1", args: [process.argv[2]], env: {}, returnOnExit: true });
const start = performance.now();
const module = new WebAssembly.Module(readFileSync(process.argv[2]));
const instance = new WebAssembly.Instance(module, wasi.getImportObject());
process.exitCode = wasi.start(instance);
process.stderr.write(`time ${(performance.now() - start).toFixed(3)}\n`);
