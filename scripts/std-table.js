// `pnpm std-table [--failures] [PATH…]`: see std-table/table.ts.
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript(
  "std-table/table.ts",
  checkedArguments("pnpm std-table [--failures] [PATH…]"),
);
