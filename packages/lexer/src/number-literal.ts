/** An error in a literal: the offset within its text and the message in gc's wording. */
export interface LiteralError {
  readonly at: number;
  readonly message: string;
}

/** What the text of a number turned out to be. */
interface NumberForm {
  readonly kind: "Int" | "Float" | "Imaginary";
  readonly error: LiteralError | undefined;
}

const bases: Readonly<Record<string, { readonly base: number; readonly name: string }>> = {
  x: { base: 16, name: "hexadecimal" },
  o: { base: 8, name: "octal" },
  b: { base: 2, name: "binary" },
};

/** Classifies and checks a number (spec: Integer, Floating-point and Imaginary literals). */
export function checkNumber(text: string): NumberForm {
  const imaginary = text.endsWith("i");
  const body = imaginary ? text.slice(0, -1) : text;
  const prefixed = body.charAt(0) === "0" ? bases[body.charAt(1).toLowerCase()] : undefined;
  const legacyOctal = prefixed === undefined && /^0[0-9_]/.test(body);
  const base = prefixed?.base ?? (legacyOctal ? 8 : 10);
  const name = prefixed?.name ?? (legacyOctal ? "octal" : "decimal");
  const digitsFrom = prefixed === undefined ? 0 : 2;
  const exponentAt = findExponent(body, base === 16 ? /[pP]/ : /[eEpP]/, digitsFrom);
  const mantissa = exponentAt < 0 ? body.slice(digitsFrom) : body.slice(digitsFrom, exponentAt);
  const pointAt = body.indexOf(".");
  const isFloat = exponentAt >= 0 || pointAt >= 0;
  const kind = imaginary ? "Imaginary" : isFloat ? "Float" : "Int";
  const fail = (at: number, message: string): NumberForm => ({ kind, error: { at, message } });

  if (pointAt >= 0 && (base === 2 || (base === 8 && prefixed !== undefined))) {
    return fail(pointAt, `invalid radix point in ${name} literal`);
  }
  if (!/[0-9a-fA-F]/.test(mantissa))
    return fail(digitsFrom + mantissa.length, `${name} literal has no digits`);
  if (exponentAt >= 0) {
    const letter = body.charAt(exponentAt);
    const binaryExponent = letter === "p" || letter === "P";
    if (binaryExponent && base !== 16) {
      return fail(exponentAt, `'${letter}' exponent requires hexadecimal mantissa`);
    }
    if (!binaryExponent && prefixed !== undefined) {
      return fail(exponentAt, `'${letter}' exponent requires decimal mantissa`);
    }
    if (!/[0-9]/.test(body.slice(exponentAt))) return fail(text.length, "exponent has no digits");
  } else if (base === 16 && pointAt >= 0) {
    return fail(text.length, "hexadecimal mantissa requires a 'p' exponent");
  }
  // A legacy octal prefix means nothing in a float or imaginary literal.
  if (base < 10 && (kind === "Int" || prefixed !== undefined)) {
    const wrong = mantissa.search(base === 8 ? /[89]/ : /[2-9]/);
    if (wrong >= 0) {
      return fail(digitsFrom + wrong, `invalid digit '${mantissa.charAt(wrong)}' in ${name} literal`);
    }
  }
  const underscore = misplacedUnderscore(body, prefixed !== undefined);
  if (underscore >= 0) return fail(underscore, "'_' must separate successive digits");
  return { kind, error: undefined };
}

function findExponent(body: string, letter: RegExp, from: number): number {
  const at = body.slice(from).search(letter);
  return at < 0 ? -1 : at + from;
}

/** Index of the first underscore that is not between digits (a base prefix counts as one), or -1. */
function misplacedUnderscore(body: string, prefixed: boolean): number {
  for (let at = body.indexOf("_"); at >= 0; at = body.indexOf("_", at + 1)) {
    const before = body.charAt(at - 1);
    const digitBefore = /[0-9a-fA-F]/.test(before) || (prefixed && at === 2);
    if (!digitBefore) return at;
    // A second underscore is the one at fault.
    if (!/[0-9a-fA-F_]/.test(body.charAt(at + 1))) return at;
  }
  return -1;
}
