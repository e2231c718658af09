/** A `//line file:line:column` comment: from `offset` on, positions are those of another text (`go doc cmd/compile`). */
export interface LineDirective {
  /** Where it begins to hold: the next line, or right after a comment of the general form. */
  readonly offset: number;
  /** Index of the line that `offset` lies on. */
  readonly physicalLine: number;
  /** Undefined: the name in force before. */
  readonly file: string | undefined;
  readonly line: number;
  /** Undefined if none is written: columns are not known from there on. */
  readonly column: number | undefined;
}

/** The line directives of a text, in order. `lineOf` returns the index of the line of an offset. */
export function computeLineDirectives(
  text: string,
  lineOf: (offset: number) => number,
): readonly LineDirective[] {
  if (!text.includes("//line ") && !text.includes("/*line ")) return [];
  const out: LineDirective[] = [];
  const pattern = /^\/\/line ([^\n]*)\n|\/\*line ([^\n]*?)\*\//gm;
  for (const match of text.matchAll(pattern)) {
    const parsed = parse((match[1] ?? match[2])!.replace(/\r$/, ""));
    if (parsed === undefined) continue;
    const offset = match.index + match[0].length;
    out.push({ offset, physicalLine: lineOf(offset), ...parsed });
  }
  return out;
}

function parse(
  text: string,
): { file: string | undefined; line: number; column: number | undefined } | undefined {
  const match = /^(.*?):(\d+)(?::(\d+))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, file, line, column] = match;
  const number = Number(line);
  if (number < 1 || number > 0x3fffffff) return undefined;
  const written = file === "" ? (column === undefined ? "??" : undefined) : file;
  return { file: written, line: number, column: column === undefined ? undefined : Number(column) };
}
