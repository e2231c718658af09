import type { FileSystem } from "@goes/source";
import { targetTags } from "./build-constraint.ts";
import type { TagPredicate } from "./constraint-expression.ts";
import { listPackageFiles, type PackageFile } from "./package-files.ts";
import { joinPath } from "./path.ts";

/** The experiments that Go 1.26 has switched on for the target (`go env GOEXPERIMENT` lists what differs from them). */
const defaultExperiments: readonly string[] = ["dwarf5", "greenteagc", "randomizedheapbase64"];

/** The build tags of gc's own port to the target, which a Go tree is written for. */
export function goTreeTags(): TagPredicate {
  return targetTags(["gc", ...defaultExperiments.map((name) => `goexperiment.${name}`)]);
}

/** Build tags for packages of a Go tree in programs: what has a form without assembly is taken in that form. */
export function purePackageTags(extra: readonly string[]): TagPredicate {
  const experiments = defaultExperiments.map((name) => `goexperiment.${name}`);
  return targetTags(["gc", "purego", "math_big_pure_go", ...experiments, ...extra]);
}

/** The directory of a Go tree that holds its packages. */
export function sourcesOfGoTree(root: string): string {
  return joinPath(root, "src");
}

/** Import paths of all packages of a Go tree that have files for the target, sorted; commands and `builtin` left out. */
export function listGoTree(fileSystem: FileSystem, root: string): string[] {
  const tags = goTreeTags();
  const out: string[] = [];
  const visit = (path: string): void => {
    let hasFiles = false;
    for (const { name, kind } of fileSystem.readDirectory(joinPath(sourcesOfGoTree(root), path)) ?? []) {
      if (kind === "file") hasFiles ||= name.endsWith(".go");
      else if (!isOutside(path, name)) visit(joinPath(path, name));
    }
    if (hasFiles && path !== "" && goTreeFiles(fileSystem, root, path, tags).length > 0) out.push(path);
  };
  visit("");
  return out.toSorted();
}

/**
 * The files of a package of a Go tree that take part in a build for the target, sorted by name; none if the package
 * cannot do without cgo.
 */
export function goTreeFiles(
  fileSystem: FileSystem,
  root: string,
  path: string,
  tags: TagPredicate,
): PackageFile[] {
  const listed = listPackageFiles(fileSystem, joinPath(sourcesOfGoTree(root), path), tags);
  // Files that are optional have the build tag `cgo`, so this is `runtime/cgo` and its like.
  return listed === undefined || listed.files.some(needsCgo) ? [] : [...listed.files];
}

/** Directories whose packages are no part of the standard library. */
function isOutside(parent: string, name: string): boolean {
  if (name === "testdata" || name.startsWith("_") || name.startsWith(".")) return true;
  return parent === "" && (name === "cmd" || name === "builtin");
}

const cgoImport = 'import "C"';

/** Whether a line of the file begins with the import of cgo's package. */
function needsCgo(file: PackageFile): boolean {
  if ("text" in file) return file.text.startsWith(cgoImport) || file.text.includes(`\n${cgoImport}`);
  const { bytes } = file;
  // A capital C between quotes is rare: the rest is compared only there.
  const quoted = cgoImport.length - 2;
  for (let at = bytes.indexOf(0x43); at >= 0; at = bytes.indexOf(0x43, at + 1)) {
    const start = at - quoted;
    if (start < 0 || bytes[at + 1] !== 0x22 || (start > 0 && bytes[start - 1] !== 0x0a)) continue;
    let same = 0;
    while (same < quoted && bytes[start + same] === cgoImport.charCodeAt(same)) same++;
    if (same === quoted) return true;
  }
  return false;
}
