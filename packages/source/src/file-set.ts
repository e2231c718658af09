import { computeLineDirectives, type LineDirective } from "./line-directives.ts";
import type { Pos, Position } from "./pos.ts";
import { computeLineStarts, type SourceFile } from "./source-file.ts";
import { decodeUtf8, utf8Length } from "./utf8.ts";

/** All source files of one build; assigns each a range of the position space. */
export class FileSet {
  readonly #files: SourceFile[] = [];
  readonly #directives: Map<SourceFile, readonly LineDirective[]> = new Map();
  #nextBase = 1;

  /** The files in the order in which they were added. */
  get files(): readonly SourceFile[] {
    return this.#files;
  }

  /** Adds a file from its bytes. Invalid UTF-8 becomes U+FFFD and is listed in `invalidOffsets`. */
  addFile(name: string, bytes: Uint8Array): SourceFile {
    const { text, invalidOffsets } = decodeUtf8(bytes);
    return this.addText(name, text, invalidOffsets);
  }

  /** Adds a file from a text that is decoded already. */
  addText(name: string, text: string, invalidOffsets: readonly number[] = []): SourceFile {
    const file: SourceFile = {
      name,
      base: this.#nextBase,
      text,
      lineStarts: computeLineStarts(text),
      invalidOffsets,
    };
    this.#files.push(file);
    const directives = computeLineDirectives(text, (offset) => lineIndex(file, offset));
    if (directives.length > 0) this.#directives.set(file, directives);
    this.#nextBase += text.length + 1;
    return file;
  }

  /** The file that owns `pos`, or undefined for {@link noPos} and positions of other sets. */
  fileOf(pos: Pos): SourceFile | undefined {
    let low = 0;
    let high = this.#files.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const file = this.#files[middle]!;
      if (pos < file.base) high = middle - 1;
      else if (pos > file.base + file.text.length) low = middle + 1;
      else return file;
    }
    return undefined;
  }

  /** Line (from 1) of `pos` within its file; 0 if there is none. Line directives count. */
  line(pos: Pos): number {
    const file = this.fileOf(pos);
    if (file === undefined) return 0;
    const line = lineIndex(file, pos - file.base);
    const directive = this.#directiveAt(file, pos - file.base);
    return directive === undefined ? line + 1 : directive.line + line - directive.physicalLine;
  }

  /** File name and line of `pos` without its column, whose computation takes as long as its line; line directives count. */
  fileLine(pos: Pos): { readonly file: string; readonly line: number } | undefined {
    const file = this.fileOf(pos);
    if (file === undefined) return undefined;
    const directive = this.#directiveAt(file, pos - file.base);
    return {
      file: directive === undefined ? file.name : this.#nameAt(file, directive),
      line: this.line(pos),
    };
  }

  /** File name, line and byte column of `pos`; line directives count. */
  position(pos: Pos): Position | undefined {
    const file = this.fileOf(pos);
    if (file === undefined) return undefined;
    const offset = pos - file.base;
    const line = lineIndex(file, offset);
    const start = file.lineStarts[line]!;
    const directive = this.#directiveAt(file, offset);
    if (directive === undefined) {
      return { file: file.name, line: line + 1, column: utf8Length(file.text, start, offset) + 1 };
    }
    let column = 0;
    if (directive.column !== undefined) {
      const onSameLine = directive.physicalLine === line;
      column = onSameLine
        ? directive.column + utf8Length(file.text, directive.offset, offset)
        : utf8Length(file.text, start, offset) + 1;
    }
    return {
      file: this.#nameAt(file, directive),
      line: directive.line + line - directive.physicalLine,
      column,
    };
  }

  #directiveAt(file: SourceFile, offset: number): LineDirective | undefined {
    return this.#directives.get(file)?.findLast((directive) => directive.offset <= offset);
  }

  #nameAt(file: SourceFile, directive: LineDirective): string {
    if (directive.file !== undefined) return directive.file;
    const before = this.#directives
      .get(file)
      ?.findLast((d) => d.offset < directive.offset && d.file !== undefined);
    return before?.file ?? file.name;
  }
}

function lineIndex(file: SourceFile, offset: number): number {
  const starts = file.lineStarts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
