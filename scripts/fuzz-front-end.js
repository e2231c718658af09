// `pnpm fuzz:front-end`: mutants of Go files through lexer, parser and type checker.
import process from "node:process";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("fuzz-front-end.ts", process.argv.slice(2));
