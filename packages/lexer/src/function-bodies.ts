/** The braces around the body of a function: offsets of `{` and `}`. */
interface BodyRange {
  readonly open: number;
  readonly close: number;
}

/**
 * Finds bodies of functions by the layout that gofmt gives them: `func` begins a line, `{` ends that line, and the
 * first line that begins with `}` closes. Functions that look otherwise are left out. Nothing else than this layout is
 * relied on: text in comments and raw strings is distinguished from code.
 */
export function findFunctionBodies(text: string): BodyRange[] {
  const bodies: BodyRange[] = [];
  const opaque = opaqueRegions(text);
  let from = 0;
  for (;;) {
    const newline = text.indexOf("\nfunc ", from);
    if (newline < 0) return bodies;
    const hidden = opaque(from, newline);
    if (hidden >= 0) {
      from = hidden;
      continue;
    }
    const lineEnd = text.indexOf("\n", newline + 1);
    const open = lineEnd - 1;
    from = newline + 1;
    if (lineEnd < 0 || text.charAt(open) !== "{") continue;
    const head = text.slice(newline, open);
    if (head.includes("//") || /\b(?:struct|interface) ?$/.test(head)) continue;
    const close = closingLine(text, open, opaque);
    if (close < 0) return bodies;
    const after = text.charAt(close + 1);
    // Otherwise it closes a type within the signature.
    if (after !== "\n" && after !== "") continue;
    bodies.push({ open, close });
    from = close;
  }
}

/** Offset of the `}` that begins a line after `open`, or -1. */
function closingLine(text: string, open: number, opaque: OpaqueRegions): number {
  let at = text.indexOf("\n}", open);
  for (let start = open; at >= 0; at = text.indexOf("\n}", start)) {
    const hidden = opaque(start, at);
    if (hidden < 0) return at + 1;
    start = hidden;
  }
  return -1;
}

/**
 * The end of the comment or raw string that holds offset `at`, or -1 if none does. `from` is an offset in code before
 * it, and not within a literal.
 */
type OpaqueRegions = (from: number, at: number) => number;

function opaqueRegions(text: string): OpaqueRegions {
  // Few files have raw strings or general comments; only they can hold what looks like the begin of a line of code.
  let next = nextMark(text, 0);
  return (from, at) => {
    if (next < from) next = nextMark(text, from);
    if (next >= at) return -1;
    const token = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|\/\/[^\n]*|\/\*[^]*?\*\//g;
    token.lastIndex = from;
    for (let match = token.exec(text); match !== null && match.index < at; match = token.exec(text)) {
      if (token.lastIndex > at) return token.lastIndex;
    }
    return -1;
  };
}

/** Offset of the first backquote or slash with star from `from` on; the length of the text if there is none. */
function nextMark(text: string, from: number): number {
  const quote = text.indexOf("`", from);
  const comment = text.indexOf("/*", from);
  const end = text.length;
  return Math.min(quote < 0 ? end : quote, comment < 0 ? end : comment);
}
