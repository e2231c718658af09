import type { Pos } from "@goes/source";
import { tokenClasses, type TokenClass, type TokenKind } from "./token-classes.ts";
import type { TokenStream } from "./token-stream.ts";

/** One token for display. `text` is `"\n"` or empty for a semicolon that was inserted. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly pos: Pos;
  /** The position after its last character; that of the token itself for a semicolon that was inserted. */
  readonly end: Pos;
}

/** The tokens of a stream with the names of their classes. */
export function listTokens(stream: TokenStream): Token[] {
  const kinds = new Map<TokenClass, TokenKind>();
  for (const [kind, item] of Object.entries<TokenClass>(tokenClasses)) kinds.set(item, kind as TokenKind);
  return stream.tokens.map((token) => {
    const pos = stream.file.base + token.startOffset;
    const length = token.image === "\n" ? 0 : token.image.length;
    return { kind: kinds.get(token.tokenType)!, text: token.image, pos, end: pos + length };
  });
}
