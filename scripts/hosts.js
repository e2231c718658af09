// `pnpm hosts [--write]`: the entry of scripts/hosts.ts.
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("hosts.ts", checkedArguments("pnpm hosts [--write]"));
