import {
  components,
  resultType,
  types,
  type Type,
  type Value,
  closureLayout,
  typeDescriptorLayout,
} from "@goes/ir";
import { accessesOf } from "./accesses.ts";
import { layoutArgs } from "./memory.ts";
import { areaWord, paramOffset, passedSignature, resultOffset, type PassedSignature } from "./signature.ts";
import { isBoundary, noComponents, type Lowering, type LowerRule, type Components } from "./lowering.ts";

export const lowerCall: LowerRule = (low, value) => {
  const args = low.flatArgs(value.args);
  const callee = low.module.funcs.get(value.sym!);
  return callee !== undefined && isBoundary(callee)
    ? callByValue(low, value, args)
    : passAndCall(low, args, components(value.type), (passed, result) =>
        low.op("call", result, passed, undefined, value.sym),
      );
};

function callByValue(low: Lowering, value: Value, args: readonly Value[]): Components {
  const results = components(value.type);
  return low.resultsOf(low.op("call", resultType(results), args, undefined, value.sym), results);
}

/** Makes a call whose arguments and results may partly go through an area in the frame, see {@link passedSignature}. */
function passAndCall(
  low: Lowering,
  args: readonly Value[],
  results: readonly Type[],
  emit: (args: readonly Value[], result: Type, passed: PassedSignature) => Value,
): Components {
  const passed = passedSignature(
    args.map((arg) => arg.type),
    results,
  );
  const { area } = passed;
  if (area === undefined) return low.resultsOf(emit(args, resultType(results), passed), results);
  const at = low.op("frame", types.ptr, [], low.reserveFrame(area.size, areaWord, true));
  for (let i = area.from; i < area.to; i++) {
    const [access] = accessesOf(args[i]!.type);
    low.op(access!.store, types.void, [at, args[i]!], paramOffset(area, i));
  }
  const byValue = [...args.slice(0, area.from), at, ...args.slice(area.to)];
  const call = emit(byValue, resultType(passed.results), passed);
  const direct = low.resultsOf(call, passed.results);
  const loaded = results.slice(area.results).map((type, i) => {
    const [access] = accessesOf(type);
    return low.op(access!.load, type, [at], resultOffset(area, area.results + i));
  });
  return [...direct, ...loaded];
}

/** The closure object begins with the table index, and is the last argument. */
export const lowerCallClosure: LowerRule = (low, value) => {
  const closure = low.component(value.args[0]!);
  const index = low.op("i32.load", types.i32, [closure], closureLayout.offset.code);
  return callIndirect(low, value, index, [...low.flatArgs(value.args.slice(1)), closure]);
};

/** The type descriptor holds the row base; the payload is the first argument. */
export const lowerCallIface: LowerRule = (low, value) => {
  const [type, payload] = low.componentsOf(value.args[0]!);
  const row = low.op("i32.load", types.i32, [type!], typeDescriptorLayout.offset.row);
  const selector = low.op("selector", types.i32, [], value.imm);
  const index = low.op("i32.add", types.i32, [row, selector]);
  return callIndirect(low, value, index, [payload!, ...low.flatArgs(value.args.slice(1))]);
};

function callIndirect(low: Lowering, value: Value, index: Value, args: readonly Value[]): Components {
  const selector = value.op === "call.iface" ? value.imm : "";
  return passAndCall(low, args, components(value.type), (byValue, result, { params, results }) => {
    const call = low.op("call.indirect", result, [...byValue, index], selector);
    call.sig = { params, results };
    return call;
  });
}

/** map.find, map.assign, map.delete: calls of an instance of the runtime's map. */
export const lowerMapOp: LowerRule = (low, value) => {
  const results = components(value.type);
  const call = low.op("call", resultType(results), low.flatArgs(value.args), undefined, value.sym);
  return results.length === 0 ? noComponents : [call];
};

export const lowerImplements: LowerRule = (low, value) => {
  const target = low.op("global", types.ptr, [], 0, value.sym);
  return low.callRuntime("implements", [low.component(value.args[0]!), target]);
};

/** Compares the capacity inline and calls the runtime only if it does not suffice. */
export const lowerReserve: LowerRule = (low, value) => {
  const [data, length, capacity] = low.componentsOf(value.args[0]!) as [Value, Value, Value];
  // The sum of the lengths may be beyond 32 bits, the room that is left never is.
  const count = low.wrap(low.component(value.args[1]!));
  const room = low.op("i32.sub", types.i32, [capacity, length]);
  const full = low.op("i32.gt_u", types.i32, [count, room]);
  const grow = low.newBlock(true);
  const rest = low.newBlock();
  low.branch(full, grow, rest);
  low.enter(grow);
  const need = low.op("i32.add", types.i32, [length, count]);
  const args = [data, length, capacity, need, ...layoutArgs(low, value.sym)];
  const grown = low.callRuntime("growSlice", args);
  low.jump(rest);
  low.enter(rest);
  return [
    low.op("phi", types.ptr, [data, grown[0]!]),
    length,
    low.op("phi", types.i32, [capacity, grown[1]!]),
  ];
};
