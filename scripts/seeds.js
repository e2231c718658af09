// `pnpm seeds [seeds] [program…]`: see seeds.ts.
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("seeds.ts", checkedArguments("pnpm seeds [COUNT] [PROGRAM…]"));
