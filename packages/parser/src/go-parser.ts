import type { BlockStmt, File } from "@goes/ast";
import { lexBody, type TokenStream } from "@goes/lexer";
import type { Report, SourceFile } from "@goes/source";
import { DeclarationRules, type FileParts } from "./grammar/declaration-rules.ts";
import { languageVersion } from "./language-version.ts";
import { defaultNesting, fileAbort, type GrammarChecks } from "./parser-base.ts";

/** How much of a file to read. */
type Extent = "file" | "imports";

/** The whole grammar of Go, ready to parse. */
export class GoParser extends DeclarationRules {
  constructor(checks: GrammarChecks) {
    super(checks);
    this.performSelfAnalysis();
  }

  /** Parses one file. Never throws for any input. */
  parse(
    file: SourceFile,
    stream: TokenStream,
    report: Report,
    extent: Extent,
    maxNesting: number = defaultNesting,
  ): File {
    this.start(file, stream, report, maxNesting);
    const parts = this.parseParts(extent);
    const tree: File = {
      kind: "File",
      pos: file.base,
      end: file.base + file.text.length,
      ...parts,
      headerComments: stream.headerComments,
      directives: stream.directives,
      strayDirectives: stream.strayDirectives,
      goVersion: languageVersion(stream.directives, parts.packagePos),
    };
    this.typeSwitchGuards.clear();
    this.release();
    return tree;
  }

  private parseParts(extent: Extent): FileParts {
    const parts = this.attempt(() => (extent === "file" ? this.sourceFile() : this.importsOnly()));
    if (parts !== undefined) return parts;
    const pos = this.file.base;
    const name = { kind: "Ident", pos, end: pos, name: "_" } as const;
    return { packagePos: pos, name, imports: [], decls: [{ kind: "BadDecl", pos, end: pos }] };
  }

  protected laterBody(open: number, close: number): () => BlockStmt {
    const { file, report } = this;
    return () => {
      this.start(file, lexBody(file, open, close, report), report, defaultNesting);
      const body = this.attempt(() => this.wholeBody());
      this.typeSwitchGuards.clear();
      this.release();
      const [pos, end] = [file.base + open, file.base + close + 1];
      return body ?? { kind: "BlockStmt", pos, end, list: [{ kind: "BadStmt", pos, end }] };
    };
  }

  /** Runs a rule to its end, or returns undefined if the rest of the text is not worth reading. */
  private attempt<T>(rule: () => T): T | undefined {
    try {
      const result = rule();
      for (const guard of this.typeSwitchGuards) {
        this.laterError(guard.pos, "invalid syntax tree: use of .(type) outside type switch");
      }
      this.finish();
      return result;
    } catch (error) {
      // Stack space depends on the host: where it ends before our own limit does, that is the same error.
      if (error instanceof RangeError) this.reportTooDeep();
      else if (error !== fileAbort) throw error;
      return undefined;
    }
  }

  protected abandon(): symbol {
    return fileAbort;
  }
}
