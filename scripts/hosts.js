// `pnpm hosts [--write]`: the entry of scripts/hosts.ts.
import process from "node:process";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("hosts.ts", process.argv.slice(2));
