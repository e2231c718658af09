import type { Pos } from "./pos.ts";

/** One source text with its range of the position space of a {@link FileSet}. */
export interface SourceFile {
  /** The name that diagnostics print. */
  readonly name: string;
  /** Position of the first character. */
  readonly base: Pos;
  /** The decoded text, without a leading byte order mark. */
  readonly text: string;
  /** Offsets (UTF-16 units) at which lines begin; the first is 0. */
  readonly lineStarts: readonly number[];
  /** Offsets at which bytes that are not UTF-8 were replaced by U+FFFD, ascending. */
  readonly invalidOffsets: readonly number[];
}

/** The offsets at which the lines of `text` begin. */
export function computeLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
