// `pnpm stress [--levels=0,1,2] [program…]`: see stress.ts.
import process from "node:process";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("stress.ts", process.argv.slice(2));
