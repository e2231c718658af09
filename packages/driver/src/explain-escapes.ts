import type { Module } from "@goes/ir";
import { explainEscapes as computeNotes } from "@goes/optimizer";
import { formatPosition, type FileSet } from "@goes/source";

/** One line for each thing in the user's packages that escapes to the heap, or could but does not: `f.go:7:6: moved to heap: x`. */
export function explainEscapes(module: Module, files: FileSet): string[] {
  return computeNotes(module).map(({ pos, text }) => `${formatPosition(files.position(pos))}: ${text}`);
}
