import type { Pos, SourceFile } from "@goes/source";

/** One comment, with its markers. */
export interface Comment {
  readonly pos: Pos;
  readonly text: string;
}

/** A `//go:name …` or `//goes:name …` comment that begins its line. */
export interface Directive {
  readonly pos: Pos;
  readonly name: string;
  readonly text: string;
}

interface RawComment {
  readonly image: string;
  readonly startOffset: number;
}

/** Picks the directives out of the comments of a file. */
export function collectDirectives(file: SourceFile, comments: readonly RawComment[]): Directive[] {
  const found: Directive[] = [];
  for (const { image, startOffset } of comments) {
    if (!image.startsWith("//go")) continue;
    const match = /^\/\/((?:go|goes):[^\s]+)[ \t]*(.*)$/s.exec(image);
    if (match === null) continue;
    if (startOffset > 0 && file.text.charAt(startOffset - 1) !== "\n") continue;
    found.push({ pos: file.base + startOffset, name: match[1]!, text: match[2]!.trim() });
  }
  return found;
}

/** The comments that stand before offset `end`. */
export function collectHeader(file: SourceFile, comments: readonly RawComment[], end: number): Comment[] {
  const header: Comment[] = [];
  for (const { image, startOffset } of comments) {
    if (startOffset >= end) break;
    header.push({ pos: file.base + startOffset, text: image });
  }
  return header;
}
