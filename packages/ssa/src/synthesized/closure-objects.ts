import { closureLayout, DataBuilder } from "@goes/ir";
import type { DataContext } from "../program/data-context.ts";

/** The data symbol of the constant closure object of a function that takes a closure parameter but captures nothing. */
export function constantClosure(ctx: DataContext, code: string): string {
  const name = `${code.endsWith("·f") ? code.slice(0, -"·f".length) : code}·o`;
  if (!ctx.module.data.has(name)) {
    const data = new DataBuilder(ctx.module, closureLayout.size);
    data.table(closureLayout.offset.code, code);
    data.define(name, { align: 4, kind: "constant" });
  }
  return name;
}
