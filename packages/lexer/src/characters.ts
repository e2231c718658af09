import type { Report, SourceFile } from "@goes/source";
import { diagnostic } from "@goes/source";

/** A code point as Go's `%#U` prints it: `U+0023 '#'`. */
function describeCharacter(codePoint: number): string {
  const hex = codePoint.toString(16).toUpperCase().padStart(4, "0");
  const character = String.fromCodePoint(codePoint);
  return /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character) ? `U+${hex} '${character}'` : `U+${hex}`;
}

/** Reports NUL characters, byte order marks and bytes that are not UTF-8, wherever in the text they are. */
export function checkText(file: SourceFile, report: Report): void {
  const { text, base } = file;
  for (const offset of file.invalidOffsets) {
    report(diagnostic("InvalidUtf8", base + offset, "invalid UTF-8 encoding"));
  }
  for (let at = text.indexOf("\0"); at >= 0; at = text.indexOf("\0", at + 1)) {
    report(diagnostic("InvalidCharacter", base + at, "invalid NUL character"));
  }
  for (let at = text.indexOf("\ufeff"); at >= 0; at = text.indexOf("\ufeff", at + 1)) {
    report(diagnostic("InvalidCharacter", base + at, "invalid BOM in the middle of the file"));
  }
}

/** Reports the characters of a name that are neither letters nor digits (spec: Identifiers). */
export function checkIdentifier(file: SourceFile, offset: number, name: string, report: Report): void {
  const { base } = file;
  let at = 0;
  for (const character of name) {
    const codePoint = character.codePointAt(0)!;
    const pos = base + offset + at;
    if (codePoint >= 0x80 && !/\p{L}/u.test(character) && !isInvalid(file, offset + at)) {
      if (!/\p{Nd}/u.test(character)) {
        const what = describeCharacter(codePoint);
        report(diagnostic("InvalidCharacter", pos, `invalid character ${what} in identifier`));
      } else if (at === 0) {
        const what = describeCharacter(codePoint);
        report(diagnostic("InvalidCharacter", pos, `identifier cannot begin with digit ${what}`));
      }
    }
    at += character.length;
  }
}

/** Reports characters that no token begins with: those of `text[offset, offset + length)`. */
export function reportStray(file: SourceFile, offset: number, length: number, report: Report): void {
  let at = offset;
  for (const character of file.text.slice(offset, offset + length)) {
    const codePoint = character.codePointAt(0)!;
    if (codePoint !== 0 && codePoint !== 0xfeff && !/[ \t\r\n]/.test(character)) {
      const message = `invalid character ${describeCharacter(codePoint)}`;
      report(diagnostic("InvalidCharacter", file.base + at, message));
    }
    at += character.length;
  }
}

/** Whether the character at `offset` stands for a byte that is not UTF-8. */
function isInvalid(file: SourceFile, offset: number): boolean {
  const offsets = file.invalidOffsets;
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low] === offset;
}
