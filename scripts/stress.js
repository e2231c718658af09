// `pnpm stress [--levels=0,1,2] [--gc=N] [--split=N] [program…]`: see stress.ts.
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript(
  "stress.ts",
  checkedArguments("pnpm stress [--levels=0,1,2] [--gc=N] [--split=N] [PROGRAM…]"),
);
