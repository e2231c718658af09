/** What a path names. */
export type FileKind = "file" | "directory";

/** One entry of a directory. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/**
 * The files that a stage may read. Paths use `/`. Hosts pass one over the real disk; tests and the page pass an
 * in-memory one. Nothing throws: what does not exist or cannot be read is undefined.
 */
export interface FileSystem {
  /** The bytes of a file. */
  readFile(path: string): Uint8Array | undefined;
  /** The text of a file, if the host has it decoded or does so faster; it is well-formed and has no byte order mark. */
  readText?(path: string): string | undefined;
  /** The entries of a directory, sorted by name. */
  readDirectory(path: string): readonly DirectoryEntry[] | undefined;
  /** Whether `path` is a regular file, and no link to one; asked only for files. All are if there is no such method. */
  isRegular?(path: string): boolean;
  /** What is at `path`. */
  kindOf(path: string): FileKind | undefined;
}
