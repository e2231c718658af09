// Bundles the command line into packages/cli/dist: the compiler with its code cache, the worker that runs programs,
// and the Go sources of the library in one file.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "packages/cli/dist");

/** Go files below a directory, as pairs of path and bytes. Tests stay out. */
function* goFiles(directory, prefix = "") {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const name = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) yield* goFiles(join(directory, entry.name), name);
    else if (entry.name.endsWith(".go") && !entry.name.endsWith("_test.go")) {
      yield [name, readFileSync(join(directory, entry.name))];
    }
  }
}

const source = join(root, "packages/cli/src");
mkdirSync(out, { recursive: true });
// commander starts programs for subcommands that goes has not; loading what it needs for that takes Node some
// milliseconds.
const withoutChildProcess = {
  name: "without-child-process",
  setup(builder) {
    builder.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes("commander") ? { path: "none", namespace: "none" } : undefined,
    );
    builder.onLoad({ filter: /^none$/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
  },
};

const options = {
  bundle: true,
  platform: "node",
  target: "node20",
  conditions: ["source"],
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: "linked",
  logLevel: "warning",
};
await build({
  ...options,
  entryPoints: [join(source, "main.ts")],
  outfile: join(out, "goes.cjs"),
  format: "cjs",
  define: { "import.meta.url": "$url" },
  plugins: [withoutChildProcess],
  banner: { js: 'const $url = require("node:url").pathToFileURL(__filename).href;' },
});
await build({
  ...options,
  entryPoints: [join(source, "run-worker.ts")],
  outfile: join(out, "run-worker.js"),
  format: "esm",
});

// The library: all texts one behind the other, and an index that says where each begins and ends.
const index = {};
const texts = [];
let end = 0;
for (const name of ["stdlib", "runtime"]) {
  for (const [path, bytes] of goFiles(join(root, "packages", name, "go"))) {
    index[path] = [end, (end += bytes.length)];
    texts.push(bytes);
  }
}
writeFileSync(join(out, "library.bin"), Buffer.concat(texts));
writeFileSync(join(out, "library.json"), JSON.stringify(index));

const warmUp = spawnSync(process.execPath, [join(root, "scripts/code-cache.js")], { stdio: "inherit" });
if (warmUp.status !== 0) console.error("goes was built without a code cache: it starts slower");
