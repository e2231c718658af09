import { formatBuildErrors, type CompileResult } from "@goes/driver";
import { formatDiagnostic, type Diagnostic, type FileSet } from "@goes/source";
import process from "node:process";

/** Prints what is wrong with a program to standard error, as `go build` does; returns whether something is. */
export function printErrors(result: CompileResult, all: boolean): boolean {
  for (const line of formatBuildErrors(result, { all, workingDirectory: process.cwd() })) console.error(line);
  return result.diagnostics.length > 0;
}

/** Prints diagnostics of single files to standard error; returns whether there were any. */
export function printDiagnostics(files: FileSet, diagnostics: readonly Diagnostic[]): boolean {
  for (const item of diagnostics) console.error(formatDiagnostic(files, item));
  return diagnostics.length > 0;
}
