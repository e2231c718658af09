/** The errors that must be reported for a line of a test file. */
export interface Expectation {
  readonly line: number;
  readonly patterns: readonly (RegExp | string)[];
}

/** Whether a message has what the pattern asks for: a regular expression, or a text that it contains. */
export function matches(pattern: RegExp | string, text: string): boolean {
  return typeof pattern === "string" ? text.includes(pattern) : pattern.test(text);
}

/** The `// ERROR "regexp" …` comments of a test of $GOROOT/test; those for gccgo alone are left out. */
export function expectedErrors(text: string, name: string): Expectation[] {
  const out: Expectation[] = [];
  text.split("\n").forEach((content, index) => {
    const match =
      /\/\/ (?:GC_)?ERROR (.*)$/.exec(content) ?? /\/\/ (?:GC_)?ERROR(?:AUTO)? (.*)$/.exec(content);
    // A line with four slashes is switched off.
    if (match === null || content.includes("////")) return;
    const patterns = rawQuoted(match[1]!).map((source) => {
      const replaced = source.replace(
        /LINE(?:([+-])(\d+))?/g,
        (_, sign: string | undefined, n: string | undefined) =>
          `${name}:${index + 1 + (sign === undefined ? 0 : (sign === "+" ? 1 : -1) * Number(n))}`,
      );
      return toRegExp(replaced);
    });
    if (patterns.length > 0) out.push({ line: index + 1, patterns });
  });
  return out;
}

/** What is between quotes, as it is: these comments know no escapes. */
function rawQuoted(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|`([^`]*)`/g)].map((match) => match[1] ?? match[2]!);
}

function quoted(text: string): string[] {
  const out: string[] = [];
  const pattern = /"((?:[^"\\]|\\.)*)"|`([^`]*)`/g;
  for (const match of text.matchAll(pattern)) {
    out.push(match[2] ?? unescape(match[1]!));
  }
  return out;
}

function unescape(text: string): string {
  return text.replace(/\\(["\\])/g, "$1");
}

function toRegExp(source: string): RegExp | string {
  try {
    return new RegExp(source, "s");
  } catch {
    return source;
  }
}

/**
 * The `ERROR "text"` and `ERRORx "regexp"` comments of internal/types/testdata: each stands for an error at the
 * token before it.
 */
export function expectedTypesErrors(text: string): Expectation[] {
  const byLine = new Map<number, (RegExp | string)[]>();
  let line = 1;
  let tokenLine = 1;
  let at = 0;
  const skipTo = (end: number): void => {
    for (; at < end; at++) if (text[at] === "\n") line++;
  };
  while (at < text.length) {
    const c = text[at]!;
    if (c === "\n") {
      line++;
      at++;
    } else if (c === " " || c === "\t" || c === "\r") at++;
    else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
      const block = text[at + 1] === "*";
      const found = text.indexOf(block ? "*/" : "\n", at + 2);
      const end = found < 0 ? text.length : block ? found + 2 : found;
      const comment = text.slice(at + 2, block ? end - 2 : end).trim();
      const match = /^ERROR(x?) (.*)$/s.exec(comment);
      if (match !== null) {
        const list = byLine.get(tokenLine) ?? [];
        for (const source of quoted(match[2]!)) {
          const literal = source.replaceAll("\\n", "\n").replaceAll("\\t", "\t");
          list.push(match[1] === "x" ? toRegExp(source) : literal);
        }
        byLine.set(tokenLine, list);
      }
      skipTo(end);
    } else {
      tokenLine = line;
      if (c === '"' || c === "'" || c === "`") {
        let end = at + 1;
        while (end < text.length && text[end] !== c) {
          if (text[end] === "\\" && c !== "`") end++;
          if (text[end] === "\n" && c !== "`") break;
          end++;
        }
        skipTo(end + 1);
      } else at++;
    }
  }
  return [...byLine].map(([key, patterns]) => ({ line: key, patterns }));
}
