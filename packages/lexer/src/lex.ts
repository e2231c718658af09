import { Lexer } from "chevrotain";
import { diagnostic, type Report, type SourceFile } from "@goes/source";
import { checkIdentifier, checkText, reportStray } from "./characters.ts";
import { collectDirectives, collectHeader } from "./comments.ts";
import { checkNumber, type LiteralError } from "./number-literal.ts";
import { checkRune, checkString } from "./quoted-literal.ts";
import { createSemicolonInserter } from "./semicolons.ts";
import {
  keywordClasses,
  lexerDefinition,
  operatorClass,
  operatorClasses,
  tokenClasses,
  wordClass,
} from "./token-classes.ts";
import type { LexToken, TokenStream } from "./token-stream.ts";

const lexer = new Lexer(lexerDefinition(), {
  ensureOptimizations: true,
  positionTracking: "onlyOffset",
  skipValidations: true,
});

/**
 * Splits a file into tokens, with semicolons inserted (spec: Lexical elements). Faults go to `outerReport` in gc's
 * wording; the stream is complete nevertheless.
 */
export function lex(file: SourceFile, outerReport: Report): TokenStream {
  let hasErrors = false;
  const report: Report = (item) => {
    hasErrors = true;
    outerReport(item);
  };
  checkText(file, report);
  const result = lexer.tokenize(file.text);
  for (const error of result.errors) reportStray(file, error.offset, error.length, report);
  const comments = result.groups["comments"] ?? [];
  const badLiterals = new Set<number>();
  const tokens = classify(file, result.tokens as LexToken[], badLiterals, report);
  const last = comments.at(-1);
  if (
    last !== undefined &&
    last.image.startsWith("/*") &&
    (last.image.length < 4 || !last.image.endsWith("*/"))
  ) {
    report(diagnostic("UnterminatedLiteral", file.base + last.startOffset, "comment not terminated"));
  }
  return {
    file,
    tokens,
    headerComments: collectHeader(file, comments, tokens[0]!.startOffset),
    directives: collectDirectives(file, comments),
    badLiterals,
    hasErrors,
  };
}

/** Gives keywords and operators their class, checks literals, inserts semicolons; all in one pass. */
function classify(file: SourceFile, raw: LexToken[], badLiterals: Set<number>, report: Report): LexToken[] {
  const { Int, Rune, String, RawString } = tokenClasses;
  const textLength = file.text.length;
  // eslint-disable-next-line no-control-regex -- the question is whether the file is plain ASCII
  const ascii = !/[^\x00-\x7f]/.test(file.text);
  const inserter = createSemicolonInserter(file);
  const bad = (token: LexToken, error: LiteralError): void => {
    badLiterals.add(token.startOffset);
    const code = /terminated|newline/.test(error.message) ? "UnterminatedLiteral" : "InvalidLiteral";
    report(diagnostic(code, file.base + token.startOffset + error.at, error.message));
  };
  for (const token of raw) {
    const { image, tokenType } = token;
    if (tokenType === wordClass) {
      const keyword = keywordClasses.get(image);
      if (keyword !== undefined) {
        token.tokenType = keyword;
        token.tokenTypeIdx = keyword.tokenTypeIdx!;
      } else if (!ascii) checkIdentifier(file, token.startOffset, image, report);
    } else if (tokenType === operatorClass) {
      const operator = operatorClasses.get(image)!;
      token.tokenType = operator;
      token.tokenTypeIdx = operator.tokenTypeIdx!;
    } else if (tokenType === Int) {
      if (image.length > 1) {
        const { kind, error } = checkNumber(image);
        token.tokenType = tokenClasses[kind];
        token.tokenTypeIdx = tokenClasses[kind].tokenTypeIdx!;
        if (error !== undefined) bad(token, error);
      }
    } else if (tokenType === String) {
      if (image.length < 2 || image.includes("\\") || !image.endsWith('"')) {
        const error = checkString(image, token.startOffset + image.length >= textLength);
        if (error !== undefined) bad(token, error);
      }
    } else if (tokenType === RawString) {
      if (image.length < 2 || !image.endsWith("`")) bad(token, { at: 0, message: "string not terminated" });
    } else if (tokenType === Rune) {
      const error = checkRune(image, token.startOffset + image.length >= textLength);
      if (error !== undefined) bad(token, error);
    }
    inserter.add(token);
  }
  return inserter.finish();
}
