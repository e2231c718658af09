// From checked syntax trees to Go-level SSA.
export type { ProgramInput } from "./context.ts";
export { buildProgram } from "./program.ts";
