// `pnpm std-table [--failures] [PATH…]`: see std-table/table.ts.
import process from "node:process";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("std-table/table.ts", process.argv.slice(2));
