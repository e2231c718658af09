import { viewWat } from "@goes/driver";
import { Command } from "commander";
import process from "node:process";
import { compileTarget, withCompileFlags, type CompileFlags } from "../compile-options.ts";

/** `goes wat FILE`. */
export function watCommand(done: (code: number) => void): Command {
  return withCompileFlags(new Command("wat"))
    .description("print the WebAssembly text of a program")
    .argument("[target...]", "Go files, a directory or - for standard input")
    .action((args: string[], flags: CompileFlags) => {
      const compiled = compileTarget(args, flags);
      if (compiled === undefined) return done(1);
      process.stdout.write(viewWat(compiled.result.wasm));
      done(0);
    });
}
