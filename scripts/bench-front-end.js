// `pnpm bench:front-end`: how fast lexer, parser and type checker are, beside those of Go's own library.
import process from "node:process";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("bench-front-end.ts", process.argv.slice(2));
