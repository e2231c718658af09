import { keywordLabels } from "./keyword-labels.ts";
import { tokenClasses, type LexToken } from "@goes/lexer";

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
