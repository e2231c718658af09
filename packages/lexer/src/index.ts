// Go's lexical grammar: text in, tokens with inserted semicolons out.
export type { Comment, Directive } from "./comments.ts";
export { lex, lexBody, type BodyMode } from "./lex.ts";
export { listTokens, type Token } from "./list-tokens.ts";
export { tokenClasses, type TokenClass, type TokenKind } from "./token-classes.ts";
export type { LexToken, TokenStream } from "./token-stream.ts";
