import { runCli } from "./cli.ts";
import process from "node:process";

process.exitCode = await runCli(process.argv.slice(2));
