import { Command } from "commander";
import { Buffer } from "node:buffer";
import {
  closeSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import { compileTarget, withCompileFlags, type CompileFlags } from "../compile-options.ts";
import { exitCodes } from "../exit-codes.ts";
import { userFiles } from "../target.ts";

/** `goes build [-o file] [flags] file.go… | directory | -`. */
export function buildCommand(done: (code: number) => void): Command {
  return withCompileFlags(new Command("build"))
    .description("compile a program to a .wasm file")
    .argument("[target...]", "Go files, a directory or - for standard input")
    .option("-o <file>", "where to write the module: a file, a directory, or - for standard output")
    .action((args: string[], flags: CompileFlags & { readonly o?: string }) => {
      const compiled = compileTarget(args, flags);
      if (compiled === undefined) return done(1);
      if (compiled.rest.length > 0) {
        console.error(`goes: unexpected argument ${compiled.rest[0]}`);
        return done(2);
      }
      const name = outputName(args[0] ?? ".");
      done(
        writeOutput(
          flags.o === undefined || flags.o === "" ? name : outputPath(flags.o, name),
          compiled.result.wasm,
        ),
      );
    });
}

/** The name of the target with `.wasm`: that of the first file, or of the directory. */
function outputName(target: string): string {
  if (target === "-") return "main.wasm";
  const base = basename(target.endsWith(".go") ? target.slice(0, -3) : resolve(process.cwd(), target));
  return `${base === "" ? "main" : base}.wasm`;
}

/** The file that `-o` names: in a directory, one of the usual name. */
function outputPath(output: string, name: string): string {
  const isDirectory = /[/\\]$/.test(output) || userFiles.kindOf(output) === "directory";
  return isDirectory ? join(output, name) : output;
}

/** Writes the whole module or nothing to a file, or to standard output (`-`). Returns the exit code. */
function writeOutput(path: string, bytes: Uint8Array): number {
  if (path === "-") {
    process.stdout.write(bytes);
    return exitCodes.success;
  }
  try {
    const present = statSync(path, { throwIfNoEntry: false });
    if (present?.isFile() === true && present.size > 0 && !isModule(path)) {
      console.error(`goes build: build output "${path}" already exists and is not an object file`);
      return exitCodes.buildError;
    }
    mkdirSync(dirname(path), { recursive: true });
    // A device or pipe, as /dev/null, must not be replaced by a file.
    if (present?.isFile() === false) writeFileSync(path, bytes);
    else writeWhole(path, bytes);
    return exitCodes.success;
  } catch (error) {
    console.error(`goes: cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`);
    return exitCodes.buildError;
  }
}

/** Writes under another name first: nobody sees half a file. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Whether a file begins as a WebAssembly module does: it may be replaced. */
function isModule(path: string): boolean {
  const magic = Buffer.from("\0asm");
  const start = Buffer.alloc(magic.length);
  const file = openSync(path, "r");
  try {
    readSync(file, start, 0, start.length, 0);
  } finally {
    closeSync(file);
  }
  return start.equals(magic);
}
