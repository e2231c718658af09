// The SSA form of programs: what the builder makes, the passes transform and the emitter consumes.
export { Block, type BlockKind } from "./block.ts";
export { DataBuilder, type DataForm } from "./build/data-builder.ts";
export { GoBuilder } from "./build/go-builder.ts";
export { InstructionBuilder, type ValueFields } from "./build/instruction-builder.ts";
export { WasmBuilder } from "./build/wasm-builder.ts";
export {
  alignTo,
  componentOffsets,
  components,
  fieldOffsets,
  maxComponents,
  payloadOffset,
  sizeAlignOf,
  type SizeAlign,
} from "./components.ts";
export type { DataSymbol, Relocation, RelocationKind } from "./data.ts";
export {
  Func,
  type ClosureRole,
  type FuncOrigin,
  type ImportName,
  type Level,
  type SuspendCause,
} from "./func.ts";
export type { Layout } from "./layout.ts";
export type { Allocation } from "./allocation.ts";
export { InlinedPositions, type TracePosition } from "./inlined.ts";
export { Module } from "./module.ts";
export type { Effect, ImmKind, OpLevel, OpSpec, SymKind } from "./ops/op-spec.ts";
export {
  isGoOp,
  isOpcode,
  isWasmOp,
  ops,
  opSpec,
  type GoOp,
  type Opcode,
  type WasmOp,
} from "./ops/op-table.ts";
export {
  runtimeFunction,
  runtimeFunctions,
  runtimeName,
  runtimeSymbol,
  runtimeVariables,
  tracingVariables,
  watchedRuntimeFunctions,
  type RuntimeFunction,
  type RuntimeFunctionName,
} from "./runtime/functions.ts";
export { runtimeNeedsOf } from "./runtime/needs.ts";
export { largestSlot, sizeClasses, sizeClassOf } from "./runtime/size-classes.ts";
export {
  closureLayout,
  fieldLayout,
  frameLayout,
  callRecordLayout,
  callSiteLayout,
  callTableLayout,
  functionNameLayout,
  goSiteLayout,
  tracedDescriptorLayout,
  layoutData,
  methodLayout,
  thunksLayout,
  typeDescriptorLayout,
  typeFlags,
  waiterLayout,
  type Structure,
} from "./runtime/structures.ts";
export {
  bitsOf,
  isInteger,
  isSigned,
  resultType,
  sameType,
  structType,
  tupleType,
  types,
  type AggregateType,
  type IntegerKind,
  type ScalarKind,
  type ScalarType,
  type Type,
} from "./type.ts";
export { Value, type CallSignature, type Immediate } from "./value.ts";
export { computeDominators, dominates, type Dominators } from "./analysis/dominators.ts";
export { dominatorsOfReducible, largeGraph, listEdges, type IncomingEdges } from "./analysis/large-graphs.ts";
export { computeLiveness, hasBit, type Liveness } from "./analysis/liveness.ts";
export { computeLoops, inLoop, type Loop, type LoopNest } from "./analysis/loops.ts";
export { computeReversePostorder } from "./analysis/order.ts";
export { computeUseCounts, computeUses, type Uses } from "./analysis/uses.ts";
export { cloneBody, type Cloned } from "./edit/clone.ts";
export {
  addEdge,
  makeExit,
  makeJump,
  redirectEdge,
  removeEdge,
  removePred,
  removeUnreachableBlocks,
  splitCriticalEdges,
  splitEdge,
} from "./edit/edges.ts";
export { ReplacementMap, replaceUses } from "./edit/replace.ts";
export { splitBlockAfter, splitBlockAt } from "./edit/split-block.ts";
export { parseFunc, parseModule } from "./text/parse.ts";
export { IrSyntaxError } from "./text/syntax-error.ts";
export { printFunc, printModule, printValue, type PrintOptions } from "./text/print.ts";
export { invariants, type Invariant, type Violation } from "./verify/invariants.ts";
export { findViolations, verifyFunc } from "./verify/verify.ts";
