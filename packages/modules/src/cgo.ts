import { parseImports } from "@goes/parser";
import { FileSet, type FileSystem, type Report } from "@goes/source";
import type { TagPredicate } from "./constraint-expression.ts";
import {
  addSource,
  listPackageFiles,
  textOf,
  type FileRole,
  type PackageFile,
  type PackageFiles,
} from "./package-files.ts";

/** Leaves out the files that import cgo's package `C`, as `go` does without cgo. */
export function withoutCgo(listed: PackageFiles): PackageFiles {
  const files = listed.files.filter((file) => !importsC(file));
  if (files.length === listed.files.length) return listed;
  const excluded = listed.files.filter((file) => !files.includes(file)).map((file) => file.path);
  return { ...listed, files, excluded: [...listed.excluded, ...excluded].toSorted() };
}

/** The files of a directory that are a package of the user's under the given build tags; undefined without a directory. */
export function selectPackageFiles(
  fileSystem: FileSystem,
  directory: string,
  tags: TagPredicate,
  report?: Report,
  role: FileRole = "sources",
): PackageFiles | undefined {
  const listed = listPackageFiles(fileSystem, directory, tags, report, role);
  return listed === undefined ? undefined : withoutCgo(listed);
}

function importsC(file: PackageFile): boolean {
  if (!/["`]C["`]/.test(textOf(file))) return false;
  const head = parseImports(addSource(new FileSet(), file), () => {});
  return head.imports.some((spec) => spec.path.text.slice(1, -1) === "C");
}
