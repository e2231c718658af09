// Bundles the command line into packages/cli/dist; see ARCHITECTURE.md.
import { root } from "./setup.js";
import { existsSync } from "node:fs";
import { join } from "node:path";

const entry = join(root, "packages/cli/src/main.ts");
if (existsSync(entry)) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [entry],
    outfile: join(root, "packages/cli/dist/goes.js"),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    conditions: ["source"],
    minify: true,
    sourcemap: "linked",
    logLevel: "warning",
  });
}
