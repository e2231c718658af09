// `pnpm fuzz:front-end`: mutants of Go files through lexer, parser and type checker.
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript(
  "fuzz-front-end.ts",
  checkedArguments("pnpm fuzz:front-end [--count=N] [--seed=S] [--only=NUMBER]"),
);
