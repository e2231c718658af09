import type { Module } from "@goes/ir";

/**
 * Functions that have callers of which nothing is known: those that are called through the table, by the host, or by
 * checks.
 */
export function computeUnknown(module: Module): Set<string> {
  const unknown = new Set([module.start]);
  for (const row of module.methods.values()) for (const target of row.values()) unknown.add(target);
  for (const data of module.data.values())
    for (const { kind, symbol } of data.relocations) if (kind === "table") unknown.add(symbol);
  for (const func of module.funcs.values()) {
    if (func.exportName !== undefined) unknown.add(func.name);
    for (const block of func.blocks)
      for (const { op, sym } of block.values)
        if (op === "table.index" || op === "panic.if") unknown.add(sym!);
  }
  return unknown;
}
