import type { Pass } from "../pass.ts";
import {
  lowerAndNot,
  lowerArithmetic,
  lowerBitwise,
  lowerComplement,
  lowerDivision,
  lowerExtreme,
  lowerNegation,
  lowerNot,
  lowerRemainder,
  lowerShift,
} from "./arithmetic.ts";
import {
  lowerCall,
  lowerCallClosure,
  lowerCallIface,
  lowerImplements,
  lowerMapOp,
  lowerReserve,
} from "./calls.ts";
import { lowerCheck, lowerCheckBound, lowerCheckDiv, lowerCheckNil, lowerCheckShift } from "./checks.ts";
import { lowerComparison } from "./comparisons.ts";
import { lowerConvert } from "./conversions.ts";
import { lowerMakePayload, lowerPayloadValue } from "./interfaces.ts";
import { Lowering, type LowerRules } from "./lowering.ts";
import {
  lowerBarrier,
  lowerClear,
  lowerIndex,
  lowerLoad,
  lowerMove,
  lowerNew,
  lowerNewArray,
  lowerOffset,
  lowerSlot,
  lowerStore,
} from "./memory.ts";
import { lowerConcat } from "./strings.ts";
import {
  lowerComponent,
  lowerConcatenation,
  lowerConst,
  lowerCopy,
  lowerExtract,
  lowerIntrinsic,
  lowerLength,
  lowerMakeSlice,
  lowerMakeString,
  lowerSame,
  lowerSelect,
  lowerStringConst,
  lowerZero,
} from "./values.ts";

/** How each op of the Go level is lowered: one that has no rule here does not compile. */
const rules: LowerRules = Object.freeze({
  copy: lowerCopy,
  extract: lowerExtract,
  select: lowerSelect,
  global: lowerSame("global"),
  "table.index": lowerSame("table.index"),
  call: lowerCall,
  const: lowerConst,
  "string.const": lowerStringConst,
  zero: lowerZero,
  "make.struct": lowerConcatenation,
  "make.string": lowerMakeString,
  "make.slice": lowerMakeSlice,
  "make.iface": lowerConcatenation,
  "make.complex": lowerConcatenation,
  data: lowerComponent(0),
  len: lowerLength(1),
  cap: lowerLength(2),
  typeword: lowerComponent(0),
  payload: lowerComponent(1),
  "make.payload": lowerMakePayload,
  "payload.value": lowerPayloadValue,
  real: lowerComponent(0),
  imag: lowerComponent(1),
  add: lowerArithmetic("add"),
  sub: lowerArithmetic("sub"),
  mul: lowerArithmetic("mul"),
  div: lowerDivision,
  rem: lowerRemainder,
  and: lowerBitwise("and"),
  or: lowerBitwise("or"),
  xor: lowerBitwise("xor"),
  andnot: lowerAndNot,
  shl: lowerShift("shl"),
  shr: lowerShift("shr"),
  neg: lowerNegation,
  com: lowerComplement,
  not: lowerNot,
  min: lowerExtreme("min"),
  max: lowerExtreme("max"),
  eq: lowerComparison("eq"),
  ne: lowerComparison("ne"),
  lt: lowerComparison("lt"),
  le: lowerComparison("le"),
  gt: lowerComparison("gt"),
  ge: lowerComparison("ge"),
  convert: lowerConvert,
  intrinsic: lowerIntrinsic,
  "intrinsic.effect": lowerIntrinsic,
  load: lowerLoad,
  store: lowerStore,
  offset: lowerOffset,
  index: lowerIndex,
  move: lowerMove,
  clear: lowerClear,
  barrier: lowerBarrier,
  slot: lowerSlot,
  new: lowerNew,
  "new.array": lowerNewArray,
  "check.nil": lowerCheckNil,
  "check.index": lowerCheckBound("ge_u"),
  "check.range": lowerCheckBound("gt_u"),
  "check.div": lowerCheckDiv,
  "check.shift": lowerCheckShift,
  check: lowerCheck,
  "call.closure": lowerCallClosure,
  "call.iface": lowerCallIface,
  "string.concat": lowerConcat,
  "map.find": lowerMapOp,
  "map.assign": lowerMapOp,
  "map.delete": lowerMapOp,
  "append.reserve": lowerReserve,
  "type.implements": lowerImplements,
});

/**
 * From the Go level to the wasm level: each value becomes its components, aggregates disappear, and every op the
 * instructions that do it. Requires nothing; leaves a function of the wasm level, with casts where pointers and numbers
 * meet. Slots become offsets in the frame.
 */
export const lower: Pass = {
  name: "lower",
  doc: "turns Go-level ops into instructions of the target",
  level: "go",
  requires: [],
  preserves: "nothing",
  run: (func, { module }) => {
    new Lowering(func, module).run(rules);
    return true;
  },
};
