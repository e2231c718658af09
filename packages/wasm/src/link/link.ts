import { alignTo, type CallSignature, type Func, type Module, runtimeName, runtimeSymbol } from "@goes/ir";
import { ByteWriter } from "../byte-writer.ts";
import { InternalError } from "@goes/source";
import type { FunctionType, Symbols } from "../code/symbols.ts";
import { flatten, typeByte } from "../value-types.ts";
import { computeDataLayout, pageSize, type DataLayout } from "./data-layout.ts";
import { computeReferences } from "./scan.ts";
import { computeTableLayout, type TableLayout } from "./table-layout.ts";
import { computeStackChecks } from "./stack-checks.ts";
import { computeUnwinding, type Unwinding } from "./unwind.ts";

/** A module whose every function, address and table index has its number. */
export interface LinkedModule {
  readonly module: Module;
  /** Distinct types of functions, by index. */
  readonly types: readonly FunctionType[];
  readonly imports: readonly Func[];
  /** Functions with a body, in the order of their indexes. */
  readonly defined: readonly Func[];
  readonly typeIndexes: ReadonlyMap<Func, number>;
  readonly table: TableLayout;
  readonly data: DataLayout;
  /** Bytes that the linker computed, by symbol. */
  readonly computed: ReadonlyMap<string, number>;
  readonly symbols: Symbols;
  readonly unwinding: Unwinding;
  readonly callsIndirect: boolean;
  /** Pages of memory at the start; 0: no memory. */
  readonly pages: number;
  /** Initial values of the globals (all mutable i32) in order of their indexes. */
  readonly globals: readonly number[];
  /** The function that runs when the module is instantiated. */
  readonly begin: string | undefined;
}

/** The function that reports a full shadow stack, if the module has it. */
const stackOverflow = runtimeSymbol("stackOverflow");
/** The function that makes room for the shadow stack before anything else runs, if the module has it. */
const reserveStack = runtimeSymbol("reserveStack");

/**
 * Numbers everything in a module of the wasm level. `stackSize`: bytes of the shadow stack, where the program does not make room for
 * it itself: then it begins with the rest of the memory that its data is in, or a page.
 */
export function link(module: Module, stackSize: number): LinkedModule {
  const references = computeReferences(module);
  const tabled = new Set(references.tabled);
  const ifFramed = (name: string): string | undefined =>
    references.usesFrames && module.funcs.has(name) ? name : undefined;
  const overflow = ifFramed(stackOverflow);
  const reserve = ifFramed(reserveStack);
  const inRows = new Set<string>();
  for (const row of module.methods.values()) for (const target of row.values()) inRows.add(target);
  const isReferred = (name: string): boolean =>
    references.called.has(name) ||
    tabled.has(name) ||
    inRows.has(name) ||
    name === overflow ||
    name === reserve;
  const imports: Func[] = [];
  const defined: Func[] = [];
  for (const func of module.funcs.values()) {
    if (func.blocks.length > 0) defined.push(func);
    else if (isReferred(func.name)) imports.push(func);
  }
  const funcIndexes = new Map<string, number>();
  for (const func of [...imports, ...defined]) funcIndexes.set(func.name, funcIndexes.size);

  const types: FunctionType[] = [];
  const typeKeys = new Map<string, number>();
  const typeIndex = (signature: CallSignature): number => {
    const params = flatten(signature.params);
    const results = flatten(signature.results);
    const key = `${params.join(" ")}>${results.join(" ")}`;
    let index = typeKeys.get(key);
    if (index === undefined) {
      typeKeys.set(key, (index = types.length));
      types.push({ params, results });
    }
    return index;
  };
  const typeIndexes = new Map<Func, number>();
  for (const func of [...imports, ...defined]) typeIndexes.set(func, typeIndex(func));
  const signatureIndexes = new Map<CallSignature, number>();
  for (const signature of references.signatures) signatureIndexes.set(signature, typeIndex(signature));

  const table = computeTableLayout(
    module.methods,
    tabled,
    (symbol) => module.funcs.get(symbol)?.recovers === true,
  );
  const linked = (
    ["heapStart", "stackLow", "stackHigh", "recoverTableStart", "rootsLow", "rootsHigh"] as const
  ).map(runtimeName);
  const written = linked.filter((name) => module.data.has(name));
  const data = computeDataLayout(module, new Set(written));
  const stackLow = references.usesStackPointer ? alignTo(data.end, 16) : data.end;
  const stackHigh = stackTop(
    references.usesStackPointer,
    stackLow,
    reserve === undefined ? stackSize : undefined,
  );
  const heapStart = alignTo(stackHigh, 16);
  const values = [heapStart, stackLow, stackHigh, table.recoverStart, data.rootsLow, data.rootsHigh];
  const computed = new Map(linked.map((name, i) => [name, values[i]!] as const));

  const globals: number[] = [];
  const stackPointer = references.usesStackPointer ? globals.push(stackHigh) - 1 : -1;
  const tableNames = new Set([...tabled, ...inRows]);
  const typeOf = (func: Func): number => typeIndexes.get(func)!;
  const checks =
    overflow === undefined
      ? undefined
      : computeStackChecks(defined, module, tableNames, typeOf, (sig) => signatureIndexes.get(sig)!);
  const unwinding = computeUnwinding(module, tableNames);
  const unwind = references.usesUnwind ? globals.push(0) - 1 : -1;
  const find =
    <T>(map: ReadonlyMap<string, T>, kind: string) =>
    (name: string): T => {
      const found = map.get(name);
      if (found === undefined) throw new InternalError("wasm", `the module has no ${kind} ${name}`);
      return found;
    };
  const symbols: Symbols = {
    functionIndex: find(funcIndexes, "function"),
    typeIndex: (signature) => signatureIndexes.get(signature) ?? typeIndex(signature),
    address: find(data.addresses, "data symbol"),
    tableIndex: find(table.indexes, "function in the table"),
    // A selector that no type has is never called: whichever offset will do.
    selectorOffset: (selector) => table.selectors.get(selector) ?? 0,
    stackPointer,
    unwind,
    stackOverflow: overflow,
    stackLimit: stackLow + (checks?.reserve ?? 0),
    checksStack: (func) => checks?.checked.has(func) === true,
  };
  // WASI hosts expect the memory of every command.
  const needsMemory = references.usesMemory || imports.length > 0 || module.funcs.has(module.start);
  const pages = needsMemory ? Math.max(1, Math.ceil(heapStart / pageSize)) : 0;
  return {
    module,
    types,
    imports,
    defined,
    typeIndexes,
    table,
    data,
    computed,
    symbols,
    unwinding,
    callsIndirect: references.callsIndirect,
    pages,
    globals,
    begin: reserve,
  };
}

/** The bytes of a type in the type section. */
export function typeBytes(type: FunctionType): Uint8Array {
  const out = new ByteWriter();
  out.u8(0x60);
  for (const list of [type.params, type.results]) {
    out.u32(list.length);
    for (const part of list) out.u8(typeByte(part));
  }
  return out.toBytes();
}

/** The end of the shadow stack. `size`: its bytes; undefined: as much as there is to the end of a page of memory, but a page at least. */
function stackTop(used: boolean, low: number, size: number | undefined): number {
  if (!used) return low;
  return size === undefined ? alignTo(low + pageSize, pageSize) : low + size;
}
