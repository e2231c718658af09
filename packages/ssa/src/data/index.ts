// The data side of the builder: types, descriptors, interfaces, closures, static data, initialisation.
export { bufferLayout, channelKind, waiterType, type ChannelKind } from "./channels.ts";
export {
  constantClosure,
  emitMethodValue,
  functionValue,
  methodExpression,
  methodFunction,
} from "./closures.ts";
export { constantEntries, constantLiteral } from "./constant-literals.ts";
export type { DataContext } from "./data-context.ts";
export { reportMissingSymbols } from "./linkname.ts";
export { applyDirectives, bodylessFunc, emitIntrinsic, type BodylessFunc } from "./directives.ts";
export { noteAssertTo, noteConversion, noteInterfaceCall } from "./dispatch.ts";
export { emitEqual } from "./equality.ts";
export { finishData } from "./finish.ts";
export { noteForward, type ForwardTarget } from "./recovering.ts";
export { emitHash } from "./hash.ts";
export { callRuntime } from "./runtime-call.ts";
export { emitMakeInterface, emitUnboxInterface } from "./interfaces.ts";
export {
  alignOf,
  irType,
  layoutSymbol,
  lowerSignature,
  pointerOffsets,
  sizeOf,
  structOffsets,
  zeroSizeSymbol,
  type LoweredSignature,
} from "./ir-types.ts";
export { bindLateFuncs, reachLateFuncs } from "./late.ts";
export { mapIteratorType, mapSymbol, type MapOperation } from "./maps.ts";
export { finishInitialization, reachGlobal, startInitialization } from "./package-init.ts";
export { writeGoSite } from "./static-image.ts";
export { methodByConstantName } from "./reflection.ts";
export { createDataState, type DataState } from "./state.ts";
export { tryStaticInitializer } from "./static-data.ts";
export { closureSymbol, funcSymbol, globalSymbol, reflectString, typeKey } from "./symbols.ts";
export { typeDescriptor } from "./type-descriptors.ts";
