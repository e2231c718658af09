import type { SourceFile } from "@goes/source";
import type { Comment, Directive } from "./comments.ts";
import type { TokenClass } from "./token-classes.ts";

/** One token of a {@link TokenStream}: for the parser, which shares the vocabulary of this package. */
export interface LexToken {
  /** The text. An automatic semicolon has `"\n"`, or `""` at the end of the file. */
  readonly image: string;
  /** Offset in the text of the file. */
  readonly startOffset: number;
  tokenTypeIdx: number;
  tokenType: TokenClass;
}

/** The tokens of one file with its semicolons inserted; the last one is EndOfFile. */
export interface TokenStream {
  readonly file: SourceFile;
  readonly tokens: LexToken[];
  /** The comments before the first token. */
  readonly headerComments: readonly Comment[];
  /** The directives of the whole file, in order. */
  readonly directives: readonly Directive[];
  /** Those that have no meaning, for something is in front of them on their line. */
  readonly strayDirectives: readonly Directive[];
  /** Offsets of literals that are not well formed; each has been reported. */
  readonly badLiterals: ReadonlySet<number>;
  /** Bodies that are not in `tokens`: by the offset of `{` that of `}`. Their braces are there. */
  readonly skippedBodies: ReadonlyMap<number, number>;
  /** The lexer has reported something. */
  readonly hasErrors: boolean;
}
