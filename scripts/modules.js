// `pnpm modules [--write] [FILE…]`: see modules.ts.
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("modules.ts", checkedArguments("pnpm modules [--write] [FILE…]"));
