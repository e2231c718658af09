// `pnpm seeds [seeds] [program…]`: see seeds.ts.
import process from "node:process";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("seeds.ts", process.argv.slice(2));
