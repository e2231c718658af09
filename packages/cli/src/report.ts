import { formatDiagnostic, type Diagnostic, type FileSet } from "@goes/source";

/** How many diagnostics are printed unless all are asked for, as in gc. */
const diagnosticLimit = 10;

/** Prints diagnostics to standard error; gives whether there were any. */
export function printDiagnostics(files: FileSet, diagnostics: readonly Diagnostic[], all: boolean): boolean {
  const shown = all ? diagnostics : diagnostics.slice(0, diagnosticLimit);
  for (const item of shown) console.error(formatDiagnostic(files, item));
  if (shown.length < diagnostics.length) console.error("too many errors");
  return diagnostics.length > 0;
}
