// Patterns written as functions: a regular expression that loops over alternatives would exhaust the engine's
// backtracking stack on a literal of some megabytes. Each matches a token that lacks its end, too; the literal checks
// report it.

const NEWLINE = 10;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const STAR = 42;
const BACKSLASH = 92;

function scanToQuote(text: string, offset: number, quote: number): [string] {
  let at = offset + 1;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit === quote) return [text.slice(offset, at + 1)];
    if (unit === BACKSLASH && text.charCodeAt(at + 1) !== NEWLINE) at += 2;
    else if (unit === NEWLINE || at >= text.length) return [text.slice(offset, Math.min(at, text.length))];
    else at++;
  }
}

/** An interpreted string literal, up to its end or that of the line. */
export function scanString(text: string, offset: number): [string] | null {
  return text.charCodeAt(offset) === DOUBLE_QUOTE ? scanToQuote(text, offset, DOUBLE_QUOTE) : null;
}

/** A rune literal, up to its end or that of the line. */
export function scanRune(text: string, offset: number): [string] | null {
  return text.charCodeAt(offset) === SINGLE_QUOTE ? scanToQuote(text, offset, SINGLE_QUOTE) : null;
}

/** A raw string literal, up to its end or that of the file. */
export function scanRawString(text: string, offset: number): [string] | null {
  if (text.charAt(offset) !== "`") return null;
  const end = text.indexOf("`", offset + 1);
  return [end < 0 ? text.slice(offset) : text.slice(offset, end + 1)];
}

/** A general comment, up to its end or that of the file. */
export function scanGeneralComment(text: string, offset: number): [string] | null {
  if (text.charCodeAt(offset) !== SLASH || text.charCodeAt(offset + 1) !== STAR) return null;
  const end = text.indexOf("*/", offset + 2);
  return [end < 0 ? text.slice(offset) : text.slice(offset, end + 2)];
}
