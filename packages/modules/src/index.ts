// Finding, reading and parsing the packages of a program.
export {
  evaluateConstraint,
  languageMinor,
  matchFileName,
  matchHeader,
  targetTags,
  type TagPredicate,
} from "./build-constraint.ts";
export { goTreeFiles, goTreeTags, listGoTree, sourcesOfGoTree } from "./go-tree.ts";
export { languageVersion, parseGoMod, type GoMod } from "./go-mod.ts";
export {
  loadProgram,
  type LoadContext,
  type LoadedPackage,
  type LoadedProgram,
  type LoadTarget,
} from "./load.ts";
export { addSource, listPackageFiles, type PackageFile, type PackageFiles } from "./package-files.ts";
export { cleanPath, directoryOf, joinPath } from "./path.ts";
