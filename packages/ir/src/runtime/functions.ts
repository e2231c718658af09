import { types, type Type } from "../type.ts";

/** The signature of a function of package runtime on the Go level of the IR. */
export interface RuntimeFunction {
  readonly params: readonly Type[];
  readonly results: readonly Type[];
  /** Number of type parameters. The signature of a generic function depends on its instance and is not listed. */
  readonly typeParams: number;
}

function fn(params: readonly Type[], results: readonly Type[] = []): RuntimeFunction {
  return { params, results, typeParams: 0 };
}

/** A generic function. */
function generic(typeParams: number): RuntimeFunction {
  return { params: [], results: [], typeParams };
}

const { ptr, bool, int32, int64, uint32, uint64, float32, float64, complex64, complex128 } = types;
const { string, slice, iface } = types;

/** The panics of bounds: an index or bound, and the length, capacity or other bound that it exceeds. */
const bounds = fn([int64, int64]);

/**
 * Every function of package runtime that the SSA builder, the passes and the emitter call by name. `int` is int64;
 * pointers, maps, channels and functions are ptr. A test compares each row with the Go code.
 */
// prettier-ignore
export const runtimeFunctions = Object.freeze({
  // Start, and what a host calls.
  _start:                fn([]),
  _initialize:           fn([]),
  _startGoroutines:      fn([]),
  _initializeGoroutines: fn([]),
  seedScheduler:         fn([uint64]),
  overflown:             fn([]),
  step:                  fn([bool], [int64, bool]),
  runExported:           fn([ptr]),

  // Panics of checks.
  panicIndex:            bounds,
  panicIndexU:           bounds,
  panicSliceAlen:        bounds,
  panicSliceAlenU:       bounds,
  panicSliceAcap:        bounds,
  panicSliceAcapU:       bounds,
  panicSliceB:           bounds,
  panicSliceBU:          bounds,
  panicSlice3Alen:       bounds,
  panicSlice3AlenU:      bounds,
  panicSlice3Acap:       bounds,
  panicSlice3AcapU:      bounds,
  panicSlice3B:          bounds,
  panicSlice3BU:         bounds,
  panicSlice3C:          bounds,
  panicSlice3CU:         bounds,
  panicSliceConvert:     bounds,
  panicNil:              fn([]),
  panicDivide:           fn([]),
  panicShift:            fn([]),
  panicMakeSliceLen:     fn([]),
  panicGrowSlice:        fn([]),
  panicMakeSliceCap:     fn([]),
  panicTypeAssert:       fn([ptr, ptr, ptr]),
  panicTypeAssertIface:  fn([ptr, ptr]),
  panicWrap:             fn([string]),
  panicRangeState:       fn([int32]),
  panicRangeSwallowed:   fn([]),
  checkUnsafeSlice:      fn([ptr, int64, uint32]),
  checkUnsafeString:     fn([ptr, int64]),
  stackOverflow:         fn([]),
  reserveStack:          fn([]),

  // The collector.
  keepPointer:           fn([ptr]),

  // Panics, defer and recover.
  panicValue:            fn([iface]),
  panicNilInterface:     fn([]),
  recoverValue:          fn([ptr], [iface]),
  takeDeferToken:        fn([], [ptr]),
  passDeferToken:        fn([ptr]),
  deferCall:             fn([ptr, ptr]),
  deferReturn:           fn([ptr]),
  deferCallWaiting:      fn([ptr, ptr]),
  deferReturnWaiting:    fn([ptr]),
  deferMark:             fn([ptr]),
  deferSink:             fn([ptr]),
  landHere:              fn([ptr], [bool]),
  askCallers:            fn([ptr, uint32], [int64]),

  // Memory. A layout is the address of constant data, see `layoutData`.
  newFixed:              fn([ptr, uint32], [ptr]),
  newObject:             fn([uint32, ptr], [ptr]),
  newArray:              fn([int64, uint32, ptr], [ptr]),
  growSlice:             fn([ptr, uint32, uint32, uint32, uint32, ptr], [ptr, uint32]),
  shadeSlot:             fn([ptr]),
  shadeRange:            fn([ptr, uint32]),

  // Strings.
  concat2:               fn([string, string], [string]),
  concat3:               fn([string, string, string], [string]),
  concat4:               fn([string, string, string, string], [string]),
  concatN:               fn([ptr, int64], [string]),
  stringCompare:         fn([string, string], [int64]),
  stringEqual:           fn([string, string], [bool]),
  stringToBytes:         fn([string], [slice]),
  bytesToString:         fn([slice], [string]),
  stringToRunes:         fn([string], [slice]),
  runesToString:         fn([slice], [string]),
  runeToString:          fn([int32], [string]),
  decodeRune:            fn([string, int64], [int32, int64]),

  // Interfaces, equality and hashes.
  implements:            fn([ptr, ptr], [bool]),
  ifaceEqual:            fn([iface, iface], [bool]),
  ifaceHash:             fn([iface, uint64], [uint64]),
  floatHash:             fn([float64, uint64], [uint64]),
  stringHash:            fn([string, uint64], [uint64]),
  complexDiv:            fn([complex128, complex128], [complex128]),

  // Maps: instances for the types of keys and elements.
  mapMake:               generic(2),
  mapFind:               generic(2),
  mapAssign:             generic(2),
  mapDelete:             generic(2),
  mapClear:              generic(2),
  mapIterInit:           generic(2),
  mapIterNext:           generic(2),

  // Channels. Elements go through them in a word or by address.
  makeChan:              fn([int64, uint32, ptr], [ptr]),
  makeChanWord:          fn([int64, uint32, ptr], [ptr]),
  sendWord:              fn([ptr, uint64]),
  sendMemory:            fn([ptr, ptr]),
  receiveWord:           fn([ptr], [uint64, bool]),
  receiveMemory:         fn([ptr, ptr], [bool]),
  trySendWord:           fn([ptr, uint64], [bool]),
  trySendMemory:         fn([ptr, ptr], [bool]),
  tryReceiveWord:        fn([ptr], [uint64, bool, bool]),
  tryReceiveMemory:      fn([ptr, ptr], [bool, bool]),
  closeChan:             fn([ptr]),
  chanLen:               fn([ptr], [int64]),
  chanCap:               fn([ptr], [int64]),
  selectNone:            fn([]),
  selectWait:            fn([ptr, uint32], [int32, bool]),
  selectTry:             fn([ptr, uint32], [int32, bool]),

  // Goroutines and their suspension.
  checkGo:               fn([ptr]),
  newGoroutine:          fn([ptr, ptr]),
  pushFrame:             fn([ptr, uint32, uint32], [ptr]),
  freeFrame:             fn([ptr]),
  enterLocals:           fn([ptr, uint32], [ptr]),
  leaveLocals:           fn([ptr, uint32]),
  preemptLoop:           fn([]),
  suspendHere:           fn([]),

  // print and println.
  printBool:             fn([bool]),
  printInt:              fn([int64]),
  printUint:             fn([uint64]),
  printFloat:            fn([float64]),
  printFloat32:          fn([float32]),
  printComplex:          fn([complex128]),
  printComplex64:        fn([complex64]),
  printString:           fn([string]),
  printPointer:          fn([ptr]),
  printIface:            fn([iface]),
  printHex:              fn([uint64]),
  printNewline:          fn([]),
  printSpace:            fn([]),
} as const satisfies Readonly<Record<string, RuntimeFunction>>);

/** The name of a function of package runtime that the compiler knows. */
export type RuntimeFunctionName = keyof typeof runtimeFunctions;

/** The signature of a function of package runtime. */
export function runtimeFunction(name: RuntimeFunctionName): RuntimeFunction {
  return runtimeFunctions[name];
}

const prefix = "runtime.";

/** The symbol of a function of package runtime. */
export function runtimeSymbol(name: RuntimeFunctionName): string {
  return `${prefix}${name}`;
}

/** Functions of package runtime that the compiler looks for, to see what a program does. */
export const watchedRuntimeFunctions = Object.freeze([
  "placeOf",
  "park",
  "newGoroutine",
  "Gosched",
  "Goexit",
  "timeSleep",
  "newTimer",
  "waitInput",
  "beginCycle",
  "callFinalizer",
  "GC",
] as const);

/** Variables of package runtime that the compiler reads, or whose values the linker or a pass supplies. */
export const runtimeVariables = Object.freeze([
  "heapStart",
  "stackLow",
  "stackHigh",
  "rootsLow",
  "rootsHigh",
  "marking",
  "plainAllocators",
  "recoverTableStart",
  "resumingFrame",
  "preemptCountdown",
] as const);

/** Those of programs that list calls themselves (`-traces=module`: `traces_module.go`). */
export const tracingVariables = Object.freeze(["innermostCall", "callTable"] as const);

/** The symbol of a variable of package runtime, or of a function that the compiler only looks for. */
export function runtimeName(
  name:
    | (typeof runtimeVariables)[number]
    | (typeof tracingVariables)[number]
    | (typeof watchedRuntimeFunctions)[number],
): string {
  return `${prefix}${name}`;
}
