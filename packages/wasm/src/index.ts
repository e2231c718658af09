// The last stage: links a module of the wasm level and writes it in the binary format.
export {
  emit,
  type CustomSection,
  type EmitOptions,
  type EmittedFunction,
  type EmittedModule,
} from "./emit.ts";
export { oversizedFunctions, type OversizedFunction } from "./engine-limits.ts";
export { printWat, printWatFunction } from "./text/print-wat.ts";
export {
  appendCustomSection,
  encodeFrameTable,
  encodeLineTable,
  frameTableName,
  lineTableName,
  type CallPosition,
  type Locate,
} from "./line-table.ts";
