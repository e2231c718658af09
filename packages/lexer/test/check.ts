import { FileSet, formatDiagnostic, sortDiagnostics, type Diagnostic } from "@goes/source";
import { lex, listTokens, type TokenStream } from "@goes/lexer";

/** What the lexer made of a text: tokens as `Kind text`, and its errors. */
interface Lexed {
  readonly tokens: string[];
  readonly errors: string[];
  readonly stream: TokenStream;
}

/** Lexes a text, or bytes. */
export function lexed(text: string | Uint8Array): Lexed {
  const files = new FileSet();
  const file = typeof text === "string" ? files.addText("x.go", text) : files.addFile("x.go", text);
  const diagnostics: Diagnostic[] = [];
  const stream = lex(file, (item) => diagnostics.push(item));
  return {
    tokens: listTokens(stream).map(({ kind, text: image }) => `${kind} ${image}`.trimEnd()),
    errors: sortDiagnostics(files, diagnostics).map((item) =>
      formatDiagnostic(files, item).replace("x.go:", ""),
    ),
    stream,
  };
}
