// The lexical side of the text form, shared by printer and parser: symbols, strings and numbers.

/** What a symbol may look like without quotes: names, `(*T)` receivers and `[int,string]` instances. */
const bareSymbol = /^(?:[\p{L}\p{N}_.·/:$~-]|\(\*[\p{L}\p{N}_]+\)|\[[\p{L}\p{N}_.,·/*]*\])+$/u;

/** The same as a token, with the leading `@`, bare or quoted. */
export const symbolToken: RegExp =
  /@(?:"(?:[^"\\]|\\.)*"|(?:[\p{L}\p{N}_.·/:$~-]|\(\*[\p{L}\p{N}_]+\)|\[[\p{L}\p{N}_.,·/*]*\])+)/uy;

/** `@name`, quoted if the name holds anything unusual. */
export function printSymbol(name: string): string {
  return bareSymbol.test(name) ? `@${name}` : `@${printString(name)}`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
};

/** A quoted string of printable ASCII: other characters are `\xNN` up to 0xff and `\u{N}` above. */
export function printString(text: string): string {
  let out = '"';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const character = text.charAt(i);
    const short = shortEscapes[character];
    if (short !== undefined) out += short;
    else if (code >= 0x20 && code < 0x7f) out += character;
    else if (code <= 0xff) out += `\\x${code.toString(16).padStart(2, "0")}`;
    else out += `\\u{${code.toString(16)}}`;
  }
  return `${out}"`;
}

/** The text of a quoted string as {@link printString} writes it. */
export function parseString(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replace(
      /\\(?:x([0-9a-f]{2})|u\{([0-9a-f]+)\}|(.))/g,
      (_, hex?: string, unit?: string, short?: string) => {
        if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
        if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
        return short === "n" ? "\n" : short === "t" ? "\t" : short === "r" ? "\r" : (short ?? "");
      },
    );
}

/** A float so that it reads back as the same number: `-0`, `inf`, `-inf` and `nan` too. */
export function printFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (value === Infinity) return "inf";
  if (value === -Infinity) return "-inf";
  return Object.is(value, -0) ? "-0" : String(value);
}

/** The float that {@link printFloat} wrote. */
export function parseFloatText(text: string): number {
  if (text === "nan") return Number.NaN;
  if (text === "inf") return Infinity;
  if (text === "-inf") return -Infinity;
  return Number(text);
}
