// `pnpm bench:front-end`: how fast lexer, parser and type checker are, beside those of Go's own library.
import process from "node:process";
import { checkedArguments } from "./arguments.js";
import { runTypeScript } from "./run-typescript.js";

process.exitCode = runTypeScript("bench-front-end.ts", checkedArguments("pnpm bench:front-end [--rounds=N]"));
