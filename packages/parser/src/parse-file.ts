import type { File, ImportSpec } from "@goes/ast";
import { lex, type BodyMode } from "@goes/lexer";
import type { Diagnostic, Report, SourceFile } from "@goes/source";
import { GoParser } from "./go-parser.ts";

/** What the module loader reads from the head of a file. */
export type FileHead = Pick<
  File,
  "name" | "packagePos" | "imports" | "headerComments" | "directives" | "goVersion"
>;

// Building the grammar takes some ten milliseconds, so that one parser serves all files. It keeps nothing of a file
// once the parse has ended.
const sharedParser: () => GoParser = (() => {
  let parser: GoParser | undefined;
  return () => (parser ??= new GoParser("skip"));
})();

/**
 * Parses a file. Every error of lexer and parser goes to `report` in gc's wording; the tree is complete and has
 * Bad nodes if nothing could be read. With "lazy" bodies, the body of a function that is laid out as gofmt does is
 * read when `FuncDecl.body` is first asked for; its errors go to `report` then. `maxNesting`: how deep what is not read
 * later may nest; a caller with a larger stack than usual can allow more.
 */
export function parseFile(
  file: SourceFile,
  report: Report,
  bodies: BodyMode = "all",
  maxNesting?: number,
): File {
  return sharedParser().parse(file, lex(file, report, bodies), report, "file", maxNesting);
}

/** Reads package clause and imports only. `imports` is what they are, even if the rest of the file has errors. */
export function parseImports(
  file: SourceFile,
  report: Report,
): FileHead & { readonly imports: readonly ImportSpec[] } {
  // A declaration at the start of a line ends the imports. Where that line belongs to a comment or a raw string, the
  // part before it has an error, and the whole file is read instead.
  const end = file.text.search(/^(?:func|type|var|const)\b/m);
  if (end >= 0) {
    const faults: Diagnostic[] = [];
    const part: SourceFile = { ...file, text: file.text.slice(0, end) };
    const head = sharedParser().parse(
      part,
      lex(part, (item) => faults.push(item)),
      (item) => faults.push(item),
      "imports",
    );
    if (faults.length === 0) return head;
  }
  return sharedParser().parse(file, lex(file, report), report, "imports");
}
