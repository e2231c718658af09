/**
 * A position in the sources of one build: an integer over all files, 0 if there is none.
 * File `f` owns the positions `f.base … f.base + f.text.length`; the difference to `f.base` is an offset in
 * UTF-16 units of the decoded text. Lines and byte columns exist only when a position is rendered
 * ({@link FileSet.position}).
 */
export type Pos = number;

/** The position of things that are in no file. */
export const noPos: Pos = 0;

/** A rendered position. `line` and `column` count from 1; `column` counts bytes of the UTF-8 text, as gc does; 0: not known. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** gc keeps columns in eight bits: from this one on its messages name none. */
const columnLimit = 255;

/** Renders `file:line:column`, without a column that is not known or that gc would not name, or `-` for no position. */
export function formatPosition(position: Position | undefined): string {
  if (position === undefined) return "-";
  const { file, line, column } = position;
  return column === 0 || column >= columnLimit ? `${file}:${line}` : `${file}:${line}:${column}`;
}
