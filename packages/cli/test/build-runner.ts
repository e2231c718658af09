import { buildSync, type BuildOptions } from "esbuild";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Bundles what `goes run` runs a module with, from source, into a directory, and returns the path of a script that takes a module, the
 * program's name and its arguments.
 */
export function buildRunner(directory: string): string {
  const source = join(import.meta.dirname, "../src");
  const options: BuildOptions = {
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["source"],
    logLevel: "error",
  };
  buildSync({
    ...options,
    entryPoints: [join(source, "run-worker.ts")],
    outfile: join(directory, "run-worker.js"),
  });
  buildSync({ ...options, entryPoints: [join(source, "runner.ts")], outfile: join(directory, "runner.js") });
  writeFileSync(join(directory, "package.json"), '{ "type": "module" }\n');
  const start = join(directory, "start.js");
  writeFileSync(
    start,
    `import { readFileSync } from "node:fs";
import { startRunner } from "./runner.js";
const [file, ...args] = process.argv.slice(2);
process.exitCode = await startRunner().run(readFileSync(file), args);
`,
  );
  return start;
}
