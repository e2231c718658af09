// Bundles a TypeScript file of scripts/ with the packages from source, and runs it in a process of its own.
import { buildSync } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const packages = [
  "source",
  "lexer",
  "ast",
  "parser",
  "types",
  "modules",
  "ir",
  "ssa",
  "optimizer",
  "wasm",
  "stdlib",
  "driver",
  "runtime",
];

/**
 * Runs `entry`, a path below scripts/, with `args` in the root of the repository; returns the exit status. The package
 * manager's own `--` between its arguments and those of the script is dropped.
 *
 * @param {string} entry
 * @param {readonly string[]} args
 * @returns {number}
 */
export function runTypeScript(entry, args) {
  const directory = mkdtempSync(join(tmpdir(), "goes-script-"));
  const outfile = join(directory, `${basename(entry, ".ts")}.mjs`);
  try {
    buildSync({
      entryPoints: [join(root, "scripts", entry)],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      conditions: ["source"],
      sourcemap: "inline",
      logLevel: "error",
      alias: Object.fromEntries(
        packages.map((p) => [`@goes/${p}`, join(root, "packages", p, "src", "index.ts")]),
      ),
      nodePaths: [join(root, "packages/parser/node_modules")],
    });
    const result = spawnSync(
      process.execPath,
      ["--enable-source-maps", "--stack-size=4000", outfile, ...args.filter((a) => a !== "--")],
      { cwd: root, stdio: "inherit" },
    );
    return result.status ?? 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
