import { isInterface, methodSet, type Func, type MethodSetEntry, type Type } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { interfaceWrapper } from "../synthesized/requests.ts";
import type { ConvertedType } from "../program/data-state.ts";
import { selectorOf } from "../names/symbols.ts";
import { qualifiedMember } from "../names/type-text.ts";
import { usesReflection } from "./reflection.ts";
import { descriptorOf, typeDescriptor } from "./type-descriptors.ts";

// Rapid type analysis (Bacon and Sweeney 1996): a method is built once its type can be in an interface and a method of
// its name and signature is called through one, whichever comes later.

/** Values of the type (no interface) can be in interfaces: methods called through interfaces become reachable. */
export function noteConversion(ctx: DataContext, type: Type): void {
  if (isInterface(type)) return;
  const descriptor = descriptorOf(ctx, type);
  const { converted, candidates, called } = ctx.data;
  if (converted.has(descriptor.symbol)) return;
  const methods = new Map<string, MethodSetEntry>();
  for (const entry of methodSet(type)) {
    methods.set(qualifiedMember(entry.obj.name, entry.obj.pkg), entry);
  }
  const record: ConvertedType = { descriptor, methods, row: new Map() };
  converted.set(descriptor.symbol, record);
  for (const name of methods.keys()) {
    const list = candidates.get(name);
    if (list === undefined) candidates.set(name, [record]);
    else list.push(record);
    for (const selector of called.get(name) ?? []) fillRow(ctx, record, name, selector);
  }
  if (usesReflection(ctx)) markReflected(ctx, type);
}

/** Reflection can put values of the type into interfaces. */
export function markReflected(ctx: DataContext, type: Type): void {
  const descriptor = descriptorOf(ctx, type);
  if (descriptor.reflected) return;
  descriptor.reflected = true;
  descriptor.described = true;
  ctx.data.pendingDescriptors.push(descriptor);
  noteConversion(ctx, type);
}

/** A method is called through an interface: returns the selector for `call.iface`. `method` has no type parameters. */
export function noteInterfaceCall(ctx: DataContext, method: Func): string {
  const { candidates, called } = ctx.data;
  const name = qualifiedMember(method.name, method.pkg);
  const selector = selectorOf(ctx, method);
  let selectors = called.get(name);
  if (selectors === undefined) {
    selectors = new Set();
    called.set(name, selectors);
  }
  if (!selectors.has(selector)) {
    selectors.add(selector);
    for (const record of candidates.get(name) ?? []) fillRow(ctx, record, name, selector);
  }
  return selector;
}

/** A type assertion (or case of a type switch) to an interface type: returns the symbol of its descriptor. */
export function noteAssertTo(ctx: DataContext, type: Type): string {
  const symbol = typeDescriptor(ctx, type);
  ctx.data.asserted.set(symbol, type);
  return symbol;
}

function fillRow(ctx: DataContext, record: ConvertedType, name: string, selector: string): void {
  const entry = record.methods.get(name)!;
  if (record.row.has(selector) || selectorOf(ctx, entry.obj) !== selector) return;
  record.row.set(selector, interfaceWrapper(ctx, record.descriptor.type, entry));
  ctx.module.methods.set(record.descriptor.symbol, record.row);
}
