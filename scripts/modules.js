// `pnpm modules [--write] [FILE…]`: see modules.ts.
import process from "node:process";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("modules.ts", process.argv.slice(2));
