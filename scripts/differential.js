// `pnpm differential`: random Go programs under goes and under the real Go.
import process from "node:process";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("differential.ts", process.argv.slice(2));
