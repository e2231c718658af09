import {
  decodeUtf8,
  diagnostic,
  noPos,
  type FileSet,
  type FileSystem,
  type Report,
  type SourceFile,
} from "@goes/source";
import { hasWholeHeader, matchFileName, matchHeader } from "./build-constraint.ts";
import type { TagPredicate } from "./constraint-expression.ts";
import { joinPath } from "./path.ts";

/** A Go file of a package: its bytes, or its text if the host has decoded it. */
export type PackageFile =
  { readonly path: string; readonly bytes: Uint8Array } | { readonly path: string; readonly text: string };

/** Which files of a directory belong to its package. */
export interface PackageFiles {
  readonly files: readonly PackageFile[];
  /** Go files that the build constraints exclude, tests apart. */
  readonly excluded: readonly string[];
  /** The constraint of a file is not well formed. */
  readonly faulty: boolean;
}

/** Adds a file to those of the build. */
export function addSource(files: FileSet, file: PackageFile): SourceFile {
  return "text" in file ? files.addText(file.path, file.text) : files.addFile(file.path, file.bytes);
}

/** Which files of a directory are meant: those of its package, or its tests. */
export type FileRole = "sources" | "tests";

/**
 * Lists and reads the Go files of a directory that the tags admit: those of the package, or its test files. Constraints
 * that are not well formed are reported and admit nothing.
 */
export function listPackageFiles(
  fileSystem: FileSystem,
  directory: string,
  tags: TagPredicate,
  report?: Report,
  role: FileRole = "sources",
): PackageFiles | undefined {
  const entries = fileSystem.readDirectory(directory);
  if (entries === undefined) return undefined;
  const files: PackageFile[] = [];
  const excluded: string[] = [];
  let faulty = false;
  for (const { name, kind } of entries) {
    if (kind !== "file" || !name.endsWith(".go")) continue;
    if (name.endsWith("_test.go") !== (role === "tests")) continue;
    const path = joinPath(directory, name);
    const file = matchFileName(name, tags) ? readSource(fileSystem, path) : undefined;
    const result = file === undefined ? { holds: false } : matchFile(file, tags);
    if ("error" in result) {
      faulty = true;
      report?.(diagnostic("InvalidConstraint", noPos, `${path.replace(/^\.\//, "")}: ${result.error}`));
    } else if (result.holds && file !== undefined) files.push(file);
    else if (!/^[_.]/.test(name)) excluded.push(path);
  }
  return { files, excluded, faulty };
}

/** Evaluates the constraint in the header of a file. */
function matchFile(file: PackageFile, tags: TagPredicate): ReturnType<typeof matchHeader> {
  const size = "text" in file ? file.text.length : file.bytes.length;
  for (let length = firstLength; ; length *= 8) {
    const header = headerOf(file, length);
    if (length >= size || hasWholeHeader(header)) return matchHeader(header, tags);
  }
}

/** The text of a file. */
export function textOf(file: PackageFile): string {
  return "text" in file ? file.text : decodeUtf8(file.bytes).text;
}

function readSource(fileSystem: FileSystem, path: string): PackageFile | undefined {
  const text = fileSystem.readText?.(path);
  if (text !== undefined) return { path, text };
  const bytes = fileSystem.readFile(path);
  return bytes === undefined ? undefined : { path, bytes };
}

/** So much of a file is looked at for its constraint before it is looked at further. */
const firstLength = 4096;

function headerOf(file: PackageFile, length: number): string {
  return "text" in file ? file.text.slice(0, length) : decodeUtf8(file.bytes.subarray(0, length)).text;
}
