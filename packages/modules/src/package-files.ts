import type { FileSystem } from "@goes/source";
import { matchFileName, matchHeader, type TagPredicate } from "./build-constraint.ts";
import { joinPath } from "./path.ts";

/** A Go file of a package, read but not decoded. */
export interface PackageFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Which files of a directory belong to its package. */
export interface PackageFiles {
  readonly files: readonly PackageFile[];
  /** Go files that the build constraints exclude, tests apart. */
  readonly excluded: readonly string[];
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
    const bytes = matchFileName(name, tags) ? fileSystem.readFile(path) : undefined;
    if (bytes !== undefined && matchHeader(headerOf(bytes), tags)) files.push({ path, bytes });
    else excluded.push(path);
  }
  return { files, excluded };
}

/** Enough of the beginning of a file to hold its build constraint, taken as Latin-1. */
function headerOf(bytes: Uint8Array): string {
  let header = "";
  const end = Math.min(bytes.length, 4096);
  for (let i = 0; i < end; i++) header += String.fromCharCode(bytes[i]!);
  return header;
}
