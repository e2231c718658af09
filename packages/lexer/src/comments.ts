import type { Pos, SourceFile } from "@goes/source";

/** One comment, with its markers. */
export interface Comment {
  readonly pos: Pos;
  readonly text: string;
}

/** A `//go:name …` or `//goes:name …` comment. It has a meaning only if nothing but space is before it on its line. */
export interface Directive {
  readonly pos: Pos;
  readonly name: string;
  readonly text: string;
}

interface RawComment {
  readonly image: string;
  readonly startOffset: number;
}

/** Directives, and those that something is in front of on their line. */
interface Directives {
  readonly directives: readonly Directive[];
  readonly strayDirectives: readonly Directive[];
}

/** Picks the directives out of the comments of a file. */
export function collectDirectives(file: SourceFile, comments: readonly RawComment[]): Directives {
  const directives: Directive[] = [];
  const strayDirectives: Directive[] = [];
  for (const { image, startOffset } of comments) {
    if (!image.startsWith("//go")) continue;
    const match = /^\/\/((?:go|goes):[^\s]+)[ \t]*(.*)$/s.exec(image);
    if (match === null) continue;
    const lineStart = file.text.lastIndexOf("\n", startOffset - 1) + 1;
    const ownLine = startOffset === 0 || file.text.slice(lineStart, startOffset).trim() === "";
    const directive = { pos: file.base + startOffset, name: match[1]!, text: match[2]!.trim() };
    if (ownLine) directives.push(directive);
    else strayDirectives.push(directive);
  }
  return { directives, strayDirectives };
}

/** The comments before offset `end`. */
export function collectHeader(file: SourceFile, comments: readonly RawComment[], end: number): Comment[] {
  const header: Comment[] = [];
  for (const { image, startOffset } of comments) {
    if (startOffset >= end) break;
    header.push({ pos: file.base + startOffset, text: image });
  }
  return header;
}
