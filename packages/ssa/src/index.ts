// From checked syntax trees to Go-level SSA.
export type { BuildMode, ProgramInput } from "./program/context.ts";
export { buildPackage, type PackageInput } from "./program/package.ts";
export { buildProgram } from "./program/program.ts";
