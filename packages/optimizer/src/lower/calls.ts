import { components, resultType, types, type Type, type Value } from "@goes/ir";
import { InternalError } from "@goes/source";
import { layoutArgs } from "./memory.ts";
import { noParts, type Lowering, type LowerRule, type Parts } from "./lowering.ts";

export const lowerCall: LowerRule = (low, value) => {
  const results = components(value.type);
  const call = low.op("call", resultType(results), low.flatArgs(value.args), undefined, value.sym);
  return low.results(call, results);
};

/** The closure object holds the table index at 0, and is the last argument. */
export const lowerCallClosure: LowerRule = (low, value) => {
  const closure = low.part(value.args[0]!);
  const index = low.op("i32.load", types.i32, [closure], 0);
  const args = [...low.flatArgs(value.args.slice(1)), closure];
  return callIndirect(low, value, index, args, (params) => [...params, types.ptr]);
};

/** The type descriptor holds the row base at 8; the payload is the first argument. */
export const lowerCallIface: LowerRule = (low, value) => {
  const [type, payload] = low.partsOf(value.args[0]!);
  const row = low.op("i32.load", types.i32, [type!], 8);
  const selector = low.op("selector", types.i32, [], value.imm);
  const index = low.op("i32.add", types.i32, [row, selector]);
  const args = [payload!, ...low.flatArgs(value.args.slice(1))];
  return callIndirect(low, value, index, args, (params) => [types.box, ...params]);
};

function callIndirect(
  low: Lowering,
  value: Value,
  index: Value,
  args: readonly Value[],
  paramsOf: (params: readonly Type[]) => readonly Type[],
): Parts {
  const { sig } = value;
  if (sig === undefined)
    throw new InternalError("lower", `v${value.id} in ${low.func.name} has no signature`);
  const results = components(value.type);
  const selector = value.op === "call.iface" ? value.imm : "";
  const call = low.op("call.indirect", resultType(results), [...args, index], selector);
  call.sig = { params: paramsOf(sig.params.flatMap((type) => components(type))), results };
  return low.results(call, results);
}

/** map.find, map.assign, map.delete: calls of an instance of the runtime's map. */
export const lowerMapOp: LowerRule = (low, value) => {
  const results = components(value.type);
  const call = low.op("call", resultType(results), low.flatArgs(value.args), undefined, value.sym);
  return results.length === 0 ? noParts : [call];
};

export const lowerImplements: LowerRule = (low, value) => {
  const target = low.op("global", types.ptr, [], 0, value.sym);
  return low.callRuntime("runtime.implements", [types.i32], [low.part(value.args[0]!), target]);
};

/** Compares the capacity inline and calls the runtime only where it does not suffice. */
export const lowerReserve: LowerRule = (low, value) => {
  const [data, length, capacity] = low.partsOf(value.args[0]!) as [Value, Value, Value];
  // The sum of the lengths may be beyond 32 bits, the room that is left never is.
  const count = low.wrap(low.part(value.args[1]!));
  const room = low.op("i32.sub", types.i32, [capacity, length]);
  const full = low.op("i32.gt_u", types.i32, [count, room]);
  const grow = low.newBlock(true);
  const rest = low.newBlock();
  low.branch(full, grow, rest);
  low.enter(grow);
  const need = low.op("i32.add", types.i32, [length, count]);
  const args = [data, length, capacity, need, ...layoutArgs(low, value.sym)];
  const grown = low.callRuntime("runtime.growSlice", [types.ptr, types.i32], args);
  low.jumpTo(rest);
  low.enter(rest);
  return [
    low.op("phi", types.ptr, [data, grown[0]!]),
    length,
    low.op("phi", types.i32, [capacity, grown[1]!]),
  ];
};
