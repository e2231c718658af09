import type { DiagnosticSpec } from "./spec.ts";

/** Errors of the lexer and the parser. */
export const syntaxCodes = {
  InvalidCharacter: { summary: "A character that no token can begin with.", example: "var x = #" },
  InvalidUtf8: { summary: "Bytes that are not valid UTF-8.", example: "" },
  InvalidLiteral: {
    summary: "A number, rune or string literal that is not well formed.",
    example: "var x = 0x",
  },
  UnterminatedLiteral: {
    summary: "A comment, rune or string literal that has no end.",
    example: 'var x = "abc',
  },
  SyntaxError: { summary: "The text does not follow the grammar.", example: "var x = )" },
  TooDeep: { summary: "Expressions, types or statements nest too deeply to be compiled.", example: "" },
} as const satisfies Record<string, DiagnosticSpec>;
