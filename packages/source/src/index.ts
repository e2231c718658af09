// Files, positions and diagnostics: what every stage shares and what rests on nothing.
export { diagnosticCodes, diagnosticSpec, type DiagnosticCode, type DiagnosticSpec } from "./codes/index.ts";
export {
  diagnostic,
  formatDiagnostic,
  positionPhrase,
  renderMessage,
  sortDiagnostics,
  type Diagnostic,
  type DiagnosticNote,
  type FileNaming,
  type Report,
} from "./diagnostic.ts";
export type { EmbeddedFile } from "./embedded-file.ts";
export { FileSet } from "./file-set.ts";
export type { DirectoryEntry, FileKind, FileSystem } from "./file-system.ts";
export { assertNever, InternalError } from "./internal-error.ts";
export { memoryFileSystem } from "./memory-file-system.ts";
export { formatPosition, noPos, type Pos, type Position } from "./pos.ts";
export { computeLineStarts, type SourceFile } from "./source-file.ts";
export {
  byteStringToBytes,
  decodeRune,
  decodeUtf8,
  encodeUtf8,
  runeToByteString,
  toByteString,
  utf8Length,
  type DecodedText,
} from "./utf8.ts";
