import { tokenClasses, type TokenClass } from "@goes/lexer";

/** The texts of Go's keywords. */
export const keywordLabels: ReadonlySet<string> = new Set(
  Object.values<TokenClass>(tokenClasses)
    .filter((item) => item.name.startsWith("Keyword_"))
    .map((item) => item.label),
);
