// `pnpm test-command [--write] [FILE…]`: see test-command.ts.
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("test-command.ts", checkedArguments("pnpm test-command [--write] [FILE…]"));
