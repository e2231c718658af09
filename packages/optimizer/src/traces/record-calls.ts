import {
  callRecordLayout,
  DataBuilder,
  runtimeName,
  tracedDescriptorLayout,
  types,
  WasmBuilder,
  type Block,
  type Func,
  type Module,
  type Value,
} from "@goes/ir";
import { noPos, type Pos } from "@goes/source";
import { resumeSymbols } from "../coroutines/transform.ts";
import type { ModulePass } from "../pass.ts";
import { CallSites, sitesSymbol, wholeOf } from "./call-sites.ts";

/** The variable with the record of the function that made the last call. */
const innermost = runtimeName("innermostCall");

/** What our host calls when its stack has overflown: then its caller is the function that runs. */
const overflowExport = "goes_overflow";

/**
 * Lets a program list its own calls, under any host (`-traces=module`). Each function has a record in its frame: the site of the
 * call that it makes, and the record of its caller, which it finds in a variable at its entry. Before each call it stores the
 * site, and its record in that variable. So nothing has to be put back after a call: not where it
 * returns, nor where it is unwound to or resumed.
 */
export const recordCalls: ModulePass = {
  name: "record-calls",
  doc: "has functions note where they are before they call others, for traces that the program makes itself",
  level: "wasm",
  requires: ["lower", "coroutines", "roots"],
  run(module, { locateCall } = {}): readonly Func[] {
    if (locateCall === undefined || !module.data.has(innermost)) return [];
    const sites = new CallSites(module, locateCall);
    const changed: Func[] = [];
    for (const func of module.funcs.values()) {
      if (recordCallsOf(func, module, sites)) changed.push(func);
      if (func.suspensions !== undefined) describeSuspensions(func, func.suspensions, module, sites);
    }
    sites.define();
    return changed;
  },
};

/** What a function stores before a call. */
interface RecordedCall {
  readonly call: Value;
  /** Undefined: traces do not show it. */
  readonly site: number | undefined;
}

function recordCallsOf(func: Func, module: Module, sites: CallSites): boolean {
  const calls = new Map<Block, RecordedCall[]>();
  let pos = func.pos;
  for (const block of func.blocks) {
    const own: RecordedCall[] = [];
    for (const call of block.values) {
      if (!isCall(call)) continue;
      if (call.pos !== noPos) pos = call.pos;
      const callee = module.funcs.get(call.sym ?? "");
      // Imported functions look at no records.
      if (callee?.blocks.length === 0) continue;
      own.push({ call, site: siteOf(func, call, pos, sites) });
    }
    if (own.length > 0) calls.set(block, own);
  }
  if (calls.size === 0) return false;
  // A function that moves the stack has no frame.
  const shown =
    !func.blocks.some(({ values }) => values.some(({ op }) => op === "stack.set")) &&
    [...calls.values()].some((own) => own.some(({ site }) => site !== undefined));
  const record = shown ? takeRecord(func) : undefined;
  const caller = readCaller(func, record);
  for (const [block, own] of calls) insertStores(func, block, own, record, caller);
  return true;
}

function isCall({ op }: Value): boolean {
  return op === "call" || op === "call.indirect" || op === "panic.if" || op === "call.if";
}

/** A part of a function is called by other parts of it: traces show one frame for all of them. */
function siteOf(func: Func, call: Value, pos: Pos, sites: CallSites): number | undefined {
  const { sym } = call;
  const isOwnPart = sym !== undefined && sym !== wholeOf(sym) && wholeOf(sym) === wholeOf(func.name);
  return isOwnPart ? undefined : sites.offsetOf(func, pos);
}

/** The offset of the record in the frame. */
function takeRecord(func: Func): number {
  const at = (func.frameSize + 3) & -4;
  func.frameSize = (at + callRecordLayout.size + 15) & -16;
  return at;
}

/** At the entry: the record of the caller goes to that of the function. Returns it. */
function readCaller(func: Func, record: number | undefined): Value {
  const entry = func.blocks[0]!;
  const first = entry.values.findIndex(({ op }) => op !== "phi" && op !== "param");
  const build = new WasmBuilder(func, entry, func.pos);
  build.enterAt(entry, first < 0 ? entry.values.length : first);
  // Nobody calls what the host calls.
  const isOutermost = func.exportName !== undefined && func.exportName !== overflowExport;
  const caller = isOutermost ? build.null() : build.op("ptr.load", types.ptr, [build.global(innermost)], 0);
  if (record !== undefined) {
    const frame = build.op("frame", types.ptr, [], record);
    build.op("ptr.store", types.void, [frame, caller], callRecordLayout.offset.caller);
  }
  return caller;
}

/** Stores before each call of a block what is not stored there already. */
function insertStores(
  func: Func,
  block: Block,
  calls: readonly RecordedCall[],
  record: number | undefined,
  caller: Value,
): void {
  const sites = new Map(calls.map(({ call, site }) => [call, site]));
  const out: Value[] = [];
  const build = new WasmBuilder(func, block);
  build.enterList(block, out);
  /** What the record and the variable hold. */
  let site: number | undefined;
  let top: "own" | "caller" | undefined;
  for (const value of block.values) {
    if (sites.has(value)) {
      build.pos = value.pos;
      const wanted = record === undefined ? undefined : sites.get(value);
      if (wanted === undefined) {
        if (top !== "caller") build.op("ptr.store", types.void, [build.global(innermost), caller], 0);
        top = "caller";
      } else {
        const frame = build.op("frame", types.ptr, [], record!);
        if (site !== wanted) {
          const address = build.global(sitesSymbol, wanted);
          build.op("ptr.store", types.void, [frame, address], callRecordLayout.offset.site);
        }
        if (top !== "own") build.op("ptr.store", types.void, [build.global(innermost), frame], 0);
        site = wanted;
        top = "own";
      }
      // What panics does not come back here.
      if (value.op !== "panic.if") top = undefined;
    }
    out.push(value);
  }
  block.values = out;
}

/** Lets the descriptor of the frames of a function lead to its sites, by state. */
function describeSuspensions(
  func: Func,
  suspensions: readonly Pos[],
  module: Module,
  sites: CallSites,
): void {
  const { descriptor, thunk } = resumeSymbols(func.name);
  const list = new DataBuilder(module, 4 * suspensions.length);
  suspensions.forEach((pos, i) => {
    const site = sites.offsetOf(func, pos);
    if (site !== undefined) list.address(4 * i, sitesSymbol, site);
  });
  const name = list.define(`${func.name}\u00b7calls`, { align: 4, kind: "constant" });
  const { size, offset } = tracedDescriptorLayout;
  const data = new DataBuilder(module, size);
  data.table(offset.code, thunk);
  data.address(offset.calls, name);
  data.define(descriptor, { size, align: 4, kind: "constant" });
}
