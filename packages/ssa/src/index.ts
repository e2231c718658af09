// From checked syntax trees to Go-level SSA.
export type { BuildMode, ProgramInput } from "./context.ts";
export { buildPackage, type PackageInput } from "./package.ts";
export { buildProgram } from "./program.ts";
