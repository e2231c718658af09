// `pnpm conformance NAME …`: bundles scripts/conformance/NAME.ts and runs it. Suites compare goes with a Go tree.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { runTypeScript } from "../run-typescript.js";

const here = dirname(fileURLToPath(import.meta.url));
const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !existsSync(join(here, `${name}.ts`))) {
  process.stderr.write("usage: pnpm conformance NAME [arguments]\n");
  process.exit(2);
}
process.exitCode = runTypeScript(`conformance/${name}.ts`, rest);
