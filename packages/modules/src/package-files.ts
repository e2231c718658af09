import type { FileSet, FileSystem, SourceFile } from "@goes/source";
import { matchFileName, matchHeader, type TagPredicate } from "./build-constraint.ts";
import { joinPath } from "./path.ts";

/** A Go file of a package: its bytes, or its text where the host has decoded it. */
export type PackageFile =
  { readonly path: string; readonly bytes: Uint8Array } | { readonly path: string; readonly text: string };

/** Which files of a directory belong to its package. */
export interface PackageFiles {
  readonly files: readonly PackageFile[];
  /** Go files that the build constraints exclude, tests apart. */
  readonly excluded: readonly string[];
}

/** Adds a file to those of the build. */
export function addSource(files: FileSet, file: PackageFile): SourceFile {
  return "text" in file ? files.addText(file.path, file.text) : files.addFile(file.path, file.bytes);
}

/** Lists and reads the Go files of a directory that the tags admit; test files are left out. */
export function listPackageFiles(
  fileSystem: FileSystem,
  directory: string,
  tags: TagPredicate,
): PackageFiles | undefined {
  const entries = fileSystem.readDirectory(directory);
  if (entries === undefined) return undefined;
  const files: PackageFile[] = [];
  const excluded: string[] = [];
  for (const { name, kind } of entries) {
    if (kind !== "file" || !name.endsWith(".go") || name.endsWith("_test.go")) continue;
    const path = joinPath(directory, name);
    const file = matchFileName(name, tags) ? readSource(fileSystem, path) : undefined;
    if (file !== undefined && matchHeader(headerOf(file), tags)) files.push(file);
    else excluded.push(path);
  }
  return { files, excluded };
}

function readSource(fileSystem: FileSystem, path: string): PackageFile | undefined {
  const text = fileSystem.readText?.(path);
  if (text !== undefined) return { path, text };
  const bytes = fileSystem.readFile(path);
  return bytes === undefined ? undefined : { path, bytes };
}

const headerLength = 4096;

/** Enough of the beginning of a file to hold its build constraint; bytes are taken as Latin-1. */
function headerOf(file: PackageFile): string {
  if ("text" in file) return file.text.slice(0, headerLength);
  let header = "";
  for (const byte of file.bytes.subarray(0, headerLength)) header += String.fromCharCode(byte);
  return header;
}
