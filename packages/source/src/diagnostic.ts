import type { DiagnosticCode } from "./codes/index.ts";
import type { FileSet } from "./file-set.ts";
import { formatPosition, type Pos } from "./pos.ts";

/** A second place that a diagnostic speaks of. */
export interface DiagnosticNote {
  readonly pos: Pos;
  readonly message: string;
}

/** An error in the input: data, never thrown. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** Where the error is; {@link noPos} where there is no place (a missing file, say). */
  readonly pos: Pos;
  /** In gc's wording, without position, severity or code. */
  readonly message: string;
  readonly notes: readonly DiagnosticNote[];
}

/** Takes the diagnostics of a stage as they are found. */
export type Report = (diagnostic: Diagnostic) => void;

/** Builds a diagnostic. */
export function diagnostic(
  code: DiagnosticCode,
  pos: Pos,
  message: string,
  notes: readonly DiagnosticNote[] = [],
): Diagnostic {
  return { code, pos, message, notes };
}

/** Renders one diagnostic as gc prints it: `file:line:col: message`, and one indented line a note. */
export function formatDiagnostic(files: FileSet, item: Diagnostic): string {
  const position = files.position(item.pos);
  const head = position === undefined ? item.message : `${formatPosition(position)}: ${item.message}`;
  const notes = item.notes.map((note) => {
    const where = files.position(note.pos);
    return where === undefined ? `\t${note.message}` : `\t${formatPosition(where)}: ${note.message}`;
  });
  return [head, ...notes].join("\n");
}

/** Sorts by position and drops repetitions of one message on one line, as gc does. */
export function sortDiagnostics(files: FileSet, items: readonly Diagnostic[]): Diagnostic[] {
  const sorted = items.toSorted((a, b) => a.pos - b.pos);
  const seen = new Set<string>();
  return sorted.filter((item) => {
    const position = files.position(item.pos);
    const key = `${position?.file ?? ""}:${position?.line ?? 0}:${item.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
