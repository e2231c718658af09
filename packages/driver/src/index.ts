// The pipeline: the only package that knows every stage.
export type { Func, Module } from "@goes/ir";
export {
  addSource,
  directoryOf,
  selectPackageFiles,
  targetTags,
  type ExampleFunction,
  type FoundTests,
  type GivenTests,
  type LoadTarget,
  type PackageFile,
  type TestFunction,
  type TestTarget,
} from "@goes/modules";
export { checkStd, GoTree, type CheckStdInput, type CheckStdResult, type GoTreeInput } from "./check-std.ts";
export {
  buildSsa,
  check,
  checkProgram,
  compile,
  isStackOverflow,
  optimizeSsa,
  type CheckedProgram,
  type CompileInput,
  type CompileResult,
} from "./compile.ts";
export { lastPartOf, type PipelinePart } from "@goes/optimizer";
export { formatBuildErrors, type ReportedPackage } from "./format-errors.ts";
export type { StageTime } from "./stage-clock.ts";
export {
  beforePasses,
  passNames,
  viewAst,
  viewFunc,
  viewSsa,
  viewTokens,
  viewWat,
  type FileView,
} from "./views.ts";
