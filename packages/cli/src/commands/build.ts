import { Command } from "commander";
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import process from "node:process";
import { compileTarget, withCompileFlags, type CompileFlags } from "../compile-options.ts";

/** `goes build [-o file] [flags] file.go… | directory | -`. */
export function buildCommand(done: (code: number) => void): Command {
  return withCompileFlags(new Command("build"))
    .description("compile a program to a .wasm file")
    .argument("[target...]", "Go files, a directory or - for standard input")
    .option("-o <file>", "where to write the module")
    .action((args: string[], flags: CompileFlags & { readonly o?: string }) => {
      const compiled = compileTarget(args, flags);
      if (compiled === undefined) return done(1);
      if (compiled.rest.length > 0) {
        console.error(`goes: unexpected argument ${compiled.rest[0]}`);
        return done(2);
      }
      done(writeOutput(flags.o ?? outputName(args[0] ?? "."), compiled.result.wasm) ? 0 : 1);
    });
}

/** The name of the target with `.wasm`: that of the first file, or of the directory. */
function outputName(target: string): string {
  if (target === "-") return "main.wasm";
  const base = basename(target.endsWith(".go") ? target.slice(0, -3) : resolve(process.cwd(), target));
  return `${base === "" ? "main" : base}.wasm`;
}

/** Writes the whole file or nothing: first under another name, then renamed. */
function writeOutput(path: string, bytes: Uint8Array): boolean {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
      writeFileSync(path, bytes); // a device or pipe, as /dev/null, must not be replaced by a file
      return true;
    }
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
    return true;
  } catch (error) {
    rmSync(temporary, { force: true });
    console.error(`goes: cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}
