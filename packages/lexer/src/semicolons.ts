import type { SourceFile } from "@goes/source";
import { tokenClasses, type TokenClass } from "./token-classes.ts";
import type { LexToken } from "./token-stream.ts";

const endsStatement: ReadonlySet<TokenClass> = new Set<TokenClass>([
  tokenClasses.Ident,
  tokenClasses.Int,
  tokenClasses.Float,
  tokenClasses.Imaginary,
  tokenClasses.Rune,
  tokenClasses.String,
  tokenClasses.RawString,
  tokenClasses.Break,
  tokenClasses.Continue,
  tokenClasses.Fallthrough,
  tokenClasses.Return,
  tokenClasses.Increment,
  tokenClasses.Decrement,
  tokenClasses.RParen,
  tokenClasses.RBrack,
  tokenClasses.RBrace,
]);

/** By class index: a line may end after this token. */
const endsStatementByIndex: Uint8Array = (() => {
  const table = new Uint8Array(
    1 + Math.max(...Object.values(tokenClasses).map((item) => item.tokenTypeIdx ?? 0)),
  );
  for (const item of endsStatement) table[item.tokenTypeIdx!] = 1;
  return table;
})();

/** Takes tokens in order and returns them with semicolons between (spec: Semicolons). */
interface SemicolonInserter {
  add(token: LexToken): void;
  /** The whole list, ended by EndOfFile. */
  finish(): LexToken[];
}

/** An inserter for the part of a file from offset `start` to `end`. */
export function createSemicolonInserter(file: SourceFile, start: number, end: number): SemicolonInserter {
  const { text, lineStarts } = file;
  const tokens: LexToken[] = [];
  const { Semicolon, EndOfFile } = tokenClasses;
  /** End of the last token if a newline after it is a semicolon, else -1. */
  let pendingEnd = -1;
  /** Index of the line start after `pendingEnd`. */
  let line = lineAt(lineStarts, start);
  const insert = (offset: number, image: string): void => {
    tokens.push({
      image,
      startOffset: offset,
      tokenTypeIdx: Semicolon.tokenTypeIdx!,
      tokenType: Semicolon,
    });
  };
  const insertBefore = (next: number): void => {
    while (line < lineStarts.length && lineStarts[line]! <= pendingEnd) line++;
    const lineStart = lineStarts[line] ?? Number.MAX_SAFE_INTEGER;
    if (lineStart <= next) insert(newlineOffset(text, pendingEnd, lineStart - 1), "\n");
    else if (next >= end) insert(next, "");
  };
  return {
    add(token): void {
      if (pendingEnd >= 0) insertBefore(token.startOffset);
      tokens.push(token);
      pendingEnd =
        endsStatementByIndex[token.tokenTypeIdx] === 1 ? token.startOffset + token.image.length : -1;
    },
    finish(): LexToken[] {
      if (pendingEnd >= 0) insertBefore(end);
      tokens.push({
        image: "",
        startOffset: end,
        tokenTypeIdx: EndOfFile.tokenTypeIdx!,
        tokenType: EndOfFile,
      });
      return tokens;
    },
  };
}

/** Index of the line that holds `offset`. */
function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lineStarts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the newline after `from` counts: at a general comment that contains it, else at the newline itself. */
function newlineOffset(text: string, from: number, newline: number): number {
  for (let at = from; at < newline; at++) {
    if (text.charCodeAt(at) !== SLASH) continue;
    if (text.charCodeAt(at + 1) !== STAR) return newline;
    const end = text.indexOf("*/", at + 2);
    if (end < 0 || end > newline) return at;
    at = end + 1;
  }
  return newline;
}

const SLASH = 47;
const STAR = 42;
