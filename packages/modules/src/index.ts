// Finding, reading and parsing the packages of a program.
export { matchFileName, matchHeader, targetTags } from "./build-constraint.ts";
export { selectPackageFiles } from "./cgo.ts";
export { evaluateConstraint, type ConstraintResult, type TagPredicate } from "./constraint-expression.ts";
export { goTreeFiles, goTreeTags, listGoTree, sourcesOfGoTree } from "./go-tree.ts";
export { debugSettings, parseDebugSetting, type DebugSetting } from "./debug-settings.ts";
export { languageVersion, parseGoMod, type GoMod, type GoModResult } from "./go-mod.ts";
export {
  loadProgram,
  type GivenTests,
  type LoadContext,
  type LoadedPackage,
  type LoadedProgram,
  type LoadTarget,
  type TestTarget,
} from "./load.ts";
export {
  addSource,
  listPackageFiles,
  type FileRole,
  type PackageFile,
  type PackageFiles,
} from "./package-files.ts";
export { cleanPath, directoryOf, joinPath } from "./path.ts";
export type { CollectorSettings } from "./debug-directives.ts";
export type { ExampleFunction, FoundTests, TestFunction } from "./find-tests.ts";
