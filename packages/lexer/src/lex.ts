import { Lexer } from "chevrotain";
import { diagnostic, type Report, type SourceFile } from "@goes/source";
import { checkIdentifier, checkText, reportStray } from "./characters.ts";
import { collectDirectives, collectHeader } from "./comments.ts";
import { findFunctionBodies } from "./function-bodies.ts";
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

/** Whether functions are split into tokens at once, or by {@link lexBody} when they are asked for. */
export type BodyMode = "all" | "lazy";

/**
 * Splits a file into tokens, with semicolons inserted (spec: Lexical elements). Faults go to `outerReport` in gc's
 * wording; the stream is complete nevertheless. With "lazy" bodies, those that gofmt's layout shows are left out:
 * their braces are in the stream, and `skippedBodies` says where they are.
 */
export function lex(file: SourceFile, outerReport: Report, bodies: BodyMode = "all"): TokenStream {
  const skipped = bodies === "lazy" ? findFunctionBodies(file.text) : [];
  const pieces: Piece[] = [];
  let start = 0;
  for (const { open, close } of skipped) {
    pieces.push({ start, end: open + 1 });
    start = close;
  }
  pieces.push({ start, end: file.text.length });
  let hasErrors = false;
  const report: Report = (item) => {
    hasErrors = true;
    outerReport(item);
  };
  checkText(file, report);
  const stream = lexPieces(file, pieces, report);
  const skippedBodies = new Map(skipped.map(({ open, close }) => [open, close]));
  return { ...stream, skippedBodies, hasErrors };
}

/** Splits a body that {@link lex} skipped: the text from the brace at offset `open` to that at `close`. */
export function lexBody(file: SourceFile, open: number, close: number, outerReport: Report): TokenStream {
  let hasErrors = false;
  const report: Report = (item) => {
    hasErrors = true;
    outerReport(item);
  };
  const stream = lexPieces(file, [{ start: open, end: close + 1 }], report);
  return { ...stream, skippedBodies: noBodies, hasErrors };
}

const noBodies: ReadonlyMap<number, number> = new Map();

/** A part of the text of a file. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Splits the pieces of a file, in order, as if nothing were between them. Offsets are those of the file. */
function lexPieces(
  file: SourceFile,
  pieces: readonly Piece[],
  report: Report,
): Omit<TokenStream, "skippedBodies" | "hasErrors"> {
  const text = pieces.map(({ start, end }) => file.text.slice(start, end)).join("");
  const result = lexer.tokenize(text);
  const comments = result.groups["comments"] ?? [];
  if (pieces.length > 1 || pieces[0]!.start > 0) {
    moveToFile(pieces, result.tokens);
    moveToFile(pieces, comments);
  }
  for (const error of result.errors) {
    const stray = { startOffset: error.offset };
    moveToFile(pieces, [stray]);
    reportStray(file, stray.startOffset, error.length, report);
  }
  const badLiterals = new Set<number>();
  const tokens = classify(file, pieces, text, result.tokens as LexToken[], badLiterals, report);
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
    ...collectDirectives(file, comments),
    badLiterals,
  };
}

/** Turns offsets in the joined text of pieces, ascending, into offsets in the file. */
function moveToFile(pieces: readonly Piece[], items: readonly { startOffset: number }[]): void {
  let index = 0;
  let joined = pieces[0]!.end - pieces[0]!.start;
  let shift = pieces[0]!.start;
  for (const item of items) {
    while (item.startOffset >= joined && index + 1 < pieces.length) {
      const { start, end } = pieces[++index]!;
      shift = start - joined;
      joined += end - start;
    }
    item.startOffset += shift;
  }
}

/** Gives keywords and operators their class, checks literals, inserts semicolons; all in one pass. */
function classify(
  file: SourceFile,
  pieces: readonly Piece[],
  text: string,
  raw: LexToken[],
  badLiterals: Set<number>,
  report: Report,
): LexToken[] {
  const { Int, Rune, String, RawString } = tokenClasses;
  const textLength = file.text.length;
  // eslint-disable-next-line no-control-regex -- the question is whether the text is plain ASCII
  const ascii = !/[^\x00-\x7f]/.test(text);
  const inserter = createSemicolonInserter(file, pieces[0]!.start, pieces.at(-1)!.end);
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
