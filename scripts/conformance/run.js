// `pnpm conformance NAME …`: bundles scripts/conformance/NAME.ts and runs it. Suites compare goes with a Go tree.
import { buildSync } from "esbuild";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const [name, ...rest] = process.argv.slice(2);
const entry = join(here, `${name ?? ""}.ts`);
if (name === undefined || !existsSync(entry)) {
  process.stderr.write("usage: pnpm conformance NAME [arguments]\n");
  process.exit(2);
}
const directory = mkdtempSync(join(tmpdir(), "goes-conformance-"));
const outfile = join(directory, `${name}.mjs`);
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
  "driver",
];
try {
  buildSync({
    entryPoints: [entry],
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
    ["--enable-source-maps", "--stack-size=4000", outfile, ...rest],
    {
      cwd: root,
      stdio: "inherit",
    },
  );
  process.exitCode = result.status ?? 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
