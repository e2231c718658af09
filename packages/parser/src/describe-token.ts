import { keywordLabels } from "./keyword-labels.ts";
import { tokenClasses, type LexToken, type TokenClass } from "@goes/lexer";

/** A token as gc's syntax errors name it: `name x`, `literal 1`, `keyword if`, `newline`, `comma`, `)`. */
export function describeToken(token: LexToken): string {
  const { tokenType, image } = token;
  switch (tokenType) {
    case tokenClasses.Ident:
      return `name ${image}`;
    case tokenClasses.Semicolon:
      return image === "\n" ? "newline" : image === "" ? "EOF" : "semicolon";
    case tokenClasses.Comma:
      return "comma";
    case tokenClasses.EndOfFile:
      return "EOF";
    default:
      if (tokenType.label === "literal") return `literal ${image}`;
      return keywordLabels.has(image) ? `keyword ${image}` : image;
  }
}

/** A token class as gc names it where it is missing. */
export function expectedLabel(item: TokenClass): string {
  if (item === tokenClasses.Semicolon) return "semicolon or newline";
  if (item === tokenClasses.Comma) return "comma";
  return keywordLabels.has(item.label) ? `keyword ${item.label}` : item.label;
}
