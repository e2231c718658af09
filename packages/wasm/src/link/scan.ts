import type { CallSignature, Func, Module, Value } from "@goes/ir";

/** What the functions and data of a module refer to. */
interface References {
  /** Functions that are called directly, in order of the first call. */
  readonly called: ReadonlySet<string>;
  /** Functions that need an index in the table. */
  readonly tabled: ReadonlySet<string>;
  readonly signatures: readonly CallSignature[];
  readonly usesFrames: boolean;
  readonly usesStackPointer: boolean;
  readonly usesUnwind: boolean;
  readonly callsIndirect: boolean;
  readonly usesMemory: boolean;
}

/** Goes once over all values of all functions. */
export function computeReferences(module: Module): References {
  const called = new Set<string>();
  const tabled = new Set<string>();
  const signatures: CallSignature[] = [];
  let usesFrames = false;
  let usesStackPointer = false;
  let usesUnwind = false;
  let usesMemory = module.data.size > 0;
  const visit = (value: Value): void => {
    switch (value.op) {
      case "call":
      case "panic.if":
      case "call.if":
        called.add(value.sym!);
        return;
      case "call.indirect":
        signatures.push(value.sig!);
        return;
      case "table.index":
        tabled.add(value.sym!);
        return;
      case "stack.get":
      case "stack.set":
        usesStackPointer = true;
        return;
      case "unwind.get":
      case "unwind.set":
        usesUnwind = true;
        return;
      default:
        // Others refer to nothing but memory.
        if (!usesMemory && isMemoryOp(value.op)) usesMemory = true;
    }
  };
  const scan = (func: Func): void => {
    if (func.frameSize > 0) usesFrames = true;
    for (const block of func.blocks) for (const value of block.values) visit(value);
  };
  for (const func of module.funcs.values()) scan(func);
  for (const symbol of module.data.values()) {
    for (const relocation of symbol.relocations)
      if (relocation.kind === "table") tabled.add(relocation.symbol);
  }
  return {
    called,
    tabled,
    signatures,
    usesFrames,
    usesStackPointer: usesStackPointer || usesFrames,
    usesUnwind,
    callsIndirect: signatures.length > 0,
    usesMemory: usesMemory || usesFrames,
  };
}

function isMemoryOp(op: string): boolean {
  return op.includes(".load") || op.includes(".store") || op.startsWith("memory.");
}
