// Passes over the IR, and the pipeline that runs them.
export type { ModulePass, Pass, PassContext, PassInfo } from "./pass.ts";
