// Passes over the IR, and the pipeline that runs them.
export { computeColours, type Colouring } from "./coroutines/colour.ts";
export { optimize, type DumpHook, type OptimizeOptions } from "./optimize.ts";
export type { ModulePass, Pass, PassContext, PassInfo } from "./pass.ts";
export {
  orderConstraints,
  pipeline,
  type OptimizationLevel,
  type OrderConstraint,
  type Stage,
  type Step,
} from "./pipeline.ts";
