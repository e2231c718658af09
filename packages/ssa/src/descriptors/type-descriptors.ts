import { typeSetOf, underlying, type Func, type Type } from "@goes/types";
import { typeKey } from "../names/symbols.ts";
import type { DataContext } from "../program/data-context.ts";
import type { Descriptor } from "../program/data-state.ts";

/** The data with the addresses of the descriptors of all types that are made of others: {count u32, addresses…}. */
export const typeTableSymbol = "goes.types";

/** The symbol of the descriptor of a type. */
export function typeDescriptor(ctx: DataContext, type: Type): string {
  return descriptorOf(ctx, type).symbol;
}

/** The record of the descriptor of a type, made on first use and written at the end. */
export function descriptorOf(ctx: DataContext, type: Type): Descriptor {
  const symbol = `type:${typeKey(ctx, type)}`;
  const { descriptors, descriptorList, pendingDescriptors } = ctx.data;
  const known = descriptors.get(symbol);
  if (known !== undefined) return known;
  const made: Descriptor = {
    type,
    symbol,
    index: descriptorList.length,
    reflected: false,
    described: false,
    equal: undefined,
    hash: undefined,
  };
  descriptors.set(symbol, made);
  descriptorList.push(made);
  pendingDescriptors.push(made);
  return made;
}

/** Reflection can come across the type. */
export function describe(ctx: DataContext, type: Type): void {
  const descriptor = descriptorOf(ctx, type);
  if (descriptor.described) return;
  descriptor.described = true;
  ctx.data.pendingDescriptors.push(descriptor);
}

/** The methods of an interface type. */
export function interfaceMethods(type: Type): readonly Func[] {
  const under = underlying(type);
  return under.kind === "interface" ? typeSetOf(under).methods : [];
}
