// `pnpm test-command`: bundles scripts/test-command.ts and runs it.
import process from "node:process";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("test-command.ts", process.argv.slice(2));
