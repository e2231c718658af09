import { parseImports } from "@goes/parser";
import { FileSet } from "@goes/source";
import { addSource, textOf, type PackageFile, type PackageFiles } from "./package-files.ts";

/** Leaves out the files that import cgo's package `C`, as `go` does where there is no cgo. */
export function withoutCgo(listed: PackageFiles): PackageFiles {
  const files = listed.files.filter((file) => !importsC(file));
  if (files.length === listed.files.length) return listed;
  const excluded = listed.files.filter((file) => !files.includes(file)).map((file) => file.path);
  return { files, excluded: [...listed.excluded, ...excluded].toSorted() };
}

function importsC(file: PackageFile): boolean {
  if (!/["`]C["`]/.test(textOf(file))) return false;
  const head = parseImports(addSource(new FileSet(), file), () => {});
  return head.imports.some((spec) => spec.path.text.slice(1, -1) === "C");
}
