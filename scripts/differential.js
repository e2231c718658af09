// `pnpm differential`: random Go programs under goes and under the real Go.
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript(
  "differential.ts",
  checkedArguments(
    "pnpm differential [--count=N] [--seed=FIRST] [-j=N] [--keep=DIRECTORY] [--topic=NAME] [--suspend] [--gc=N] [--print=SEED] [--reduce=SEED]",
  ),
);
