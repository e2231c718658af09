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
  /** In gc's wording, without position, severity or code. Show it through {@link renderMessage}. */
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

// Private-use characters that source text in messages does not contain.
const markStart = "\uE0F0";
const markEnd = "\uE0F1";

/** A place named inside a message ("declared at x.go:2:3"): rendered by {@link renderMessage}. */
export function placeMark(pos: Pos): string {
  return `${markStart}${pos}${markEnd}`;
}

/** What messages call a file. */
export type FileNaming = (name: string) => string;

const asGiven: FileNaming = (name) => name;

function placeText(files: FileSet, pos: Pos, naming: FileNaming): string | undefined {
  const position = files.position(pos);
  return position === undefined ? undefined : formatPosition({ ...position, file: naming(position.file) });
}

/** The text of a message, the places in it written as `file:line:col`. */
export function renderMessage(files: FileSet, message: string, naming: FileNaming = asGiven): string {
  if (!message.includes(markStart)) return message;
  return message.replaceAll(
    /\uE0F0(\d+)\uE0F1/g,
    (_, pos: string) => placeText(files, Number(pos), naming) ?? formatPosition(undefined),
  );
}

/** Renders one diagnostic as gc prints it: `file:line:col: message`, and one indented line a note. */
export function formatDiagnostic(files: FileSet, item: Diagnostic, naming: FileNaming = asGiven): string {
  const place = placeText(files, item.pos, naming);
  const message = renderMessage(files, item.message, naming);
  const head = place === undefined ? message : `${place}: ${message}`;
  const notes = item.notes.map((note) => {
    const where = placeText(files, note.pos, naming);
    return where === undefined ? `\t${note.message}` : `\t${where}: ${note.message}`;
  });
  return [head, ...notes].join("\n");
}

/**
 * Sorts by position. Drops what gc drops: a message that repeats the one reported just before it on the same line, and
 * repetitions at one place.
 */
export function sortDiagnostics(files: FileSet, items: readonly Diagnostic[]): Diagnostic[] {
  let last = "";
  const kept = items.filter((item) => {
    const position = files.position(item.pos);
    const key = `${position?.file ?? ""}:${position?.line ?? 0}:${item.message}`;
    if (key === last) return false;
    last = key;
    return true;
  });
  const sorted = kept.toSorted((a, b) => a.pos - b.pos);
  const seen = new Set<string>();
  return sorted.filter((item) => {
    const key = `${item.pos}:${item.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
