// Bundles the command line into packages/cli/dist: the compiler, the worker that runs programs, and the Go sources
// of the library in one file. `--metafile` prints what the bundle is made of.
import { build } from "esbuild";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "packages/cli/dist");

/** Go files below a directory, as a record from path to text. Tests stay out. */
function goFiles(directory, prefix = "") {
  const files = {};
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const name = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) Object.assign(files, goFiles(join(directory, entry.name), name));
    else if (entry.name.endsWith(".go") && !entry.name.endsWith("_test.go")) {
      files[name] = readFileSync(join(directory, entry.name), "utf8");
    }
  }
  return files;
}

const source = join(root, "packages/cli/src");
mkdirSync(out, { recursive: true });
await build({
  entryPoints: { goes: join(source, "main.ts"), "run-worker": join(source, "run-worker.ts") },
  outdir: out,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  conditions: ["source"],
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: "linked",
  logLevel: "warning",
  // commander is CommonJS and asks for Node's own modules by require.
  banner: {
    js: 'import { createRequire as $createRequire } from "node:module"; const require = $createRequire(import.meta.url);',
  },
});
const library = {
  ...goFiles(join(root, "packages/stdlib/go")),
  ...goFiles(join(root, "packages/runtime/go")),
};
writeFileSync(join(out, "library.json"), JSON.stringify(library));
