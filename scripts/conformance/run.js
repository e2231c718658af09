// `pnpm conformance NAME …`: bundles scripts/conformance/NAME.ts and runs it. Suites compare goes with a Go tree.
import process from "node:process";
import { checkedArguments } from "../arguments.js";
import { runTypeScript } from "../run-typescript.js";

/** The suites with their usages. */
const suites = {
  "front-end": "pnpm conformance front-end [std|errorcheck|types…] [--update] [--verbose] [--only=SUBSTRING]",
  library: "pnpm conformance library [PKG…] [--sample] [--write] [--verbose] [-j=N]",
  run: "pnpm conformance run [SUBSTRING…] [-j=N] [--verbose] [--write]",
};
const [name, ...rest] = process.argv.slice(2).filter((arg) => arg !== "--");
if (name === undefined || !Object.hasOwn(suites, name)) {
  process.stderr.write(`usage: ${Object.values(suites).join("\n       ")}\n`);
  process.exit(2);
}
process.exitCode = runTypeScript(`conformance/${name}.ts`, checkedArguments(suites[name], rest));
