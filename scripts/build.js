// Bundles the command line into packages/cli/dist: the compiler with its code cache, the worker that runs programs,
// and the Go sources of the library in one file.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { checkedArguments } from "./arguments.js";
import { librarySources, writePackedLibrary, writeSourcesModule } from "./library-sources.js";

checkedArguments("pnpm build");
const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(root, "packages/cli/dist");

const source = join(root, "packages/cli/src");
mkdirSync(out, { recursive: true });
const sources = librarySources();
writePackedLibrary(sources, out);
writeSourcesModule(sources);

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
// The command line reads the library from a file beside the bundle, and only what a program needs of it.
const withoutSources = {
  name: "without-sources",
  setup(builder) {
    builder.onLoad({ filter: /stdlib[\\/]src[\\/]generated[\\/]sources\.ts$/ }, () => ({
      contents: "export const sources = {};",
    }));
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
  plugins: [withoutChildProcess, withoutSources],
  banner: { js: 'const $url = require("node:url").pathToFileURL(__filename).href;' },
});
await build({
  ...options,
  entryPoints: [join(source, "run-worker.ts")],
  outfile: join(out, "run-worker.js"),
  format: "esm",
});

const warmUp = spawnSync(process.execPath, [join(root, "scripts/code-cache.js")], { stdio: "inherit" });
if (warmUp.status !== 0) console.error("goes was built without a code cache: it starts slower");
