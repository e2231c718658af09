// `npm test`: sets everything up, then runs every check that CI runs.
import { setup, run, root } from "./setup.js";
import { join } from "node:path";
import process from "node:process";

setup();
const bin = (name) => join(root, "node_modules", ".bin", name);
run(bin("prettier"), ["--check", "--log-level=warn", "."]);
run(bin("oxlint"), ["--deny-warnings"]);
run(bin("tsc"), ["-p", "tsconfig.stages.json"]);
run(bin("tsc"), ["-p", "tsconfig.hosts.json"]);
run(bin("vitest"), ["run", ...process.argv.slice(2)]);
