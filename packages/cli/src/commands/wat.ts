import { viewWat } from "@goes/driver";
import { Command } from "commander";
import process from "node:process";
import { compileTarget, withCompileFlags, type CompileFlags } from "../compile-options.ts";

/** `goes wat [--func=NAME] FILE`. */
export function watCommand(done: (code: number) => void): Command {
  return withCompileFlags(new Command("wat"))
    .description("print the WebAssembly text of a program")
    .argument("[target...]", "Go files, a directory or - for standard input")
    .option("--func <name>", "only this function, by symbol (main.f)")
    .action((args: string[], flags: CompileFlags & { readonly func?: string }) => {
      const compiled = compileTarget(args, flags);
      if (compiled === undefined) return done(1);
      const text = viewWat(compiled.result.wasm, flags.func);
      if (text === undefined) console.error(`goes: no function ${flags.func ?? ""} in the module`);
      else process.stdout.write(text);
      done(text === undefined ? 1 : 0);
    });
}
