// Runs a module made by goes as `goes run` does, and prints `time <milliseconds>` on standard error.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { Worker } from "node:worker_threads";

const worker = new Worker(new URL("../../packages/cli/dist/run-worker.js", import.meta.url), {
  resourceLimits: { stackSizeMb: 900 },
});
worker.once("online", () => {
  const start = performance.now();
  worker.on("message", (message) => {
    // "flush" and "input" ask for what only programs on pipes need.
    if (typeof message === "string") return;
    process.stderr.write(`time ${(performance.now() - start).toFixed(3)}\n`);
    if ("error" in message) process.stderr.write(`${message.error}\n`);
    process.exitCode = message.code ?? 1;
    void worker.terminate();
  });
  worker.postMessage({ wasm: readFileSync(process.argv[2]), args: [process.argv[2]], env: [] });
});
