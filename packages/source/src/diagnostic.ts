import type { DiagnosticCode } from "./codes/index.ts";
import type { FileSet } from "./file-set.ts";
import { formatPosition, type Pos } from "./pos.ts";

/** A second position that a diagnostic speaks of. */
export interface DiagnosticNote {
  readonly pos: Pos;
  readonly message: string;
}

/** An error in the input: data, never thrown. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** Where the error is; {@link noPos} where there is none (a missing file, say). */
  readonly pos: Pos;
  /** In gc's wording, without position, severity or code. Positions that gc names inside are left out. */
  readonly message: string;
  /** The message with such positions, if it has any: for {@link renderMessage}. */
  readonly template?: string;
  readonly notes: readonly DiagnosticNote[];
}

/** Takes the diagnostics of a stage as they are found. */
export type Report = (diagnostic: Diagnostic) => void;

/** Builds a diagnostic. `message` may contain what {@link positionPhrase} returns. */
export function diagnostic(
  code: DiagnosticCode,
  pos: Pos,
  message: string,
  notes: readonly DiagnosticNote[] = [],
): Diagnostic {
  if (!message.includes(phraseStart)) return { code, pos, message, notes };
  return { code, pos, message: message.replaceAll(phrase, ""), template: message, notes };
}

// Private-use characters that source text in messages does not contain.
const phraseStart = "\uE0F0";
const phraseEnd = "\uE0F1";
const positionStart = "\uE0F2";
const positionEnd = "\uE0F3";
const phrase = /\uE0F0([^\uE0F2]*)\uE0F2(\d+)\uE0F3([^\uE0F1]*)\uE0F1/g;

/**
 * A phrase inside a message that names a position (" (declared at x.go:2:3)"). {@link renderMessage} writes it; the plain message
 * is without.
 */
export function positionPhrase(before: string, pos: Pos, after = ""): string {
  return `${phraseStart}${before}${positionStart}${pos}${positionEnd}${after}${phraseEnd}`;
}

/** What messages call a file. */
export type FileNaming = (name: string) => string;

const asGiven: FileNaming = (name) => name;

function positionText(files: FileSet, pos: Pos, naming: FileNaming): string | undefined {
  const position = files.position(pos);
  return position === undefined ? undefined : formatPosition({ ...position, file: naming(position.file) });
}

/** The text of a message as gc prints it: with the positions that it names, as `file:line:col`. */
export function renderMessage(files: FileSet, item: Diagnostic, naming: FileNaming = asGiven): string {
  if (item.template === undefined) return item.message;
  return item.template.replaceAll(phrase, (_, before: string, pos: string, after: string) => {
    const position = positionText(files, Number(pos), naming) ?? formatPosition(undefined);
    return `${before}${position}${after}`;
  });
}

/** Renders one diagnostic as gc prints it: `file:line:col: message`, and one indented line a note. */
export function formatDiagnostic(files: FileSet, item: Diagnostic, naming: FileNaming = asGiven): string {
  const position = positionText(files, item.pos, naming);
  const message = renderMessage(files, item, naming);
  const head = position === undefined ? message : `${position}: ${message}`;
  const notes = item.notes.map((note) => {
    const where = positionText(files, note.pos, naming);
    return where === undefined ? `\t${note.message}` : `\t${where}: ${note.message}`;
  });
  return [head, ...notes].join("\n");
}

/**
 * Sorts by position. Drops what gc drops: a message that repeats the one reported just before it on the same line, and
 * repetitions at one position.
 */
export function sortDiagnostics(files: FileSet, items: readonly Diagnostic[]): Diagnostic[] {
  let last = "";
  const kept = items.filter((item) => {
    const position = files.position(item.pos);
    const key = `${position?.file ?? ""}:${position?.line ?? 0}:${item.template ?? item.message}`;
    if (key === last) return false;
    last = key;
    return true;
  });
  const sorted = kept.toSorted((a, b) => a.pos - b.pos);
  const seen = new Set<string>();
  return sorted.filter((item) => {
    const key = `${item.pos}:${item.template ?? item.message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
