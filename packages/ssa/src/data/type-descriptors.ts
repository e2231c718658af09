import { isInterface, PointerType, signatureOf, typeSetOf, underlying, type Type } from "@goes/types";
import { functionValue } from "./closures.ts";
import type { DataContext } from "./data-context.ts";
import { interfaceWrapper, noteConversion } from "./dispatch.ts";
import { equalClosure, isComparableType } from "./equality.ts";
import { hashClosure } from "./hash.ts";
import { payloadForm } from "./interfaces.ts";
import { typeOf } from "./ir-types.ts";
import { mapTypeArgs } from "./maps.ts";
import type { ConvertedType, Descriptor } from "./state.ts";
import { typeKey } from "./symbols.ts";
import { isExported } from "./type-text.ts";

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
    equal: undefined,
    hash: undefined,
  };
  descriptors.set(symbol, made);
  descriptorList.push(made);
  pendingDescriptors.push(made);
  return made;
}

/** Descriptors are read by more than the runtime: package reflect is part of the program. */
export function usesReflection(ctx: DataContext): boolean {
  return ctx.packages.some(({ pkg }) => pkg.path === "reflect");
}

/** The little reflection of the library looks through pointers and asks what implements an interface. */
export function usesSomeReflection(ctx: DataContext): boolean {
  return usesReflection(ctx) || ctx.packages.some(({ pkg }) => pkg.path === "internal/reflectlite");
}

/** Reflection can put values of the type into interfaces. */
export function markReflected(ctx: DataContext, type: Type): void {
  const descriptor = descriptorOf(ctx, type);
  if (descriptor.reflected) return;
  descriptor.reflected = true;
  ctx.data.pendingDescriptors.push(descriptor);
  noteConversion(ctx, type);
}

/** Functions of package reflect that make pointers to, or new values of, types that the program names only otherwise. */
const addressers = ["reflect.Value.Addr", "reflect.New", "reflect.PointerTo", "reflect.PtrTo"];

/** Functions of package reflect that find methods by name or number. */
const methodFinders = [
  "reflect.Value.Method",
  "reflect.Value.MethodByName",
  "reflect.(*rtype).Method",
  "reflect.(*rtype).MethodByName",
];

/**
 * The functions of package runtime that reflection calls on maps, in the order of the table in a descriptor, and the
 * functions of reflect that do so.
 */
const reflectMapFunctions = [
  { name: "reflectMapFind", users: ["reflect.Value.MapIndex"] },
  { name: "reflectMapAssign", users: ["reflect.Value.SetMapIndex"] },
  { name: "reflectMapDelete", users: ["reflect.Value.SetMapIndex"] },
  { name: "reflectMapIterInit", users: ["reflect.(*MapIter).Next"] },
  { name: "reflectMapIterNext", users: ["reflect.(*MapIter).Next"] },
  { name: "reflectMapMake", users: ["reflect.MakeMap", "reflect.MakeMapWithSize"] },
  { name: "reflectMapClear", users: ["reflect.Value.Clear"] },
] as const;

/** Whether any of the functions has been built. */
export function reaches(ctx: DataContext, functions: readonly string[]): boolean {
  return functions.some((name) => ctx.module.funcs.has(name));
}

/** Whether reflection finds methods: all exported methods of converted types stay. */
export function reflectsMethods(ctx: DataContext): boolean {
  return usesReflection(ctx) && reaches(ctx, methodFinders);
}

/** Makes everything reachable that the descriptors made so far will refer to. */
export function expandDescriptors(ctx: DataContext): void {
  const { pendingDescriptors, converted } = ctx.data;
  if (usesReflection(ctx)) {
    for (let next = pendingDescriptors.pop(); next !== undefined; next = pendingDescriptors.pop()) {
      expand(ctx, next);
    }
    for (const { type } of ctx.data.descriptorList) reflectMapClosures(ctx, type);
    if (reaches(ctx, addressers)) addPointerTypes(ctx);
    if (reflectsMethods(ctx)) {
      for (const record of [...converted.values()]) reachMethods(ctx, record);
    }
  } else {
    const follows = usesSomeReflection(ctx);
    for (let next = pendingDescriptors.pop(); next !== undefined; next = pendingDescriptors.pop()) {
      const under = underlying(next.type);
      if (follows && (under.kind === "pointer" || under.kind === "slice")) descriptorOf(ctx, under.element);
    }
  }
  const comparesInterfaces = reaches(ctx, ["runtime.ifaceEqual"]);
  const hashesInterfaces = reaches(ctx, ["runtime.ifaceHash"]);
  if (!comparesInterfaces && !hashesInterfaces) return;
  for (const { descriptor } of [...converted.values()]) {
    const { type } = descriptor;
    if (payloadForm(type) !== "boxed" || !isComparableType(type)) continue;
    if (comparesInterfaces) descriptor.equal ??= equalClosure(ctx, type);
    if (hashesInterfaces) descriptor.hash ??= hashClosure(ctx, type);
  }
}

function expand(ctx: DataContext, descriptor: Descriptor): void {
  const { type, reflected } = descriptor;
  const part = (child: Type, visible = true): void => {
    if (reflected && visible && !isInterface(child)) markReflected(ctx, child);
    else descriptorOf(ctx, child);
  };
  const under = underlying(type);
  switch (under.kind) {
    case "pointer":
    case "slice":
    case "array":
    case "chan":
      part(under.element);
      break;
    case "map":
      part(under.key);
      part(under.value);
      break;
    case "struct":
      for (const field of under.fields) part(typeOf(field), field.embedded || isExported(field.name));
      break;
    case "signature":
      for (const v of [...under.params.vars, ...under.results.vars]) part(typeOf(v), false);
      break;
    default:
      break;
  }
}

/**
 * The closure objects of the functions that reflection calls on a map type, in the order of the table; undefined for
 * those that are not called.
 */
export function reflectMapClosures(ctx: DataContext, type: Type): readonly (string | undefined)[] {
  const under = underlying(type);
  if (under.kind !== "map") return [];
  const runtime = ctx.packages.find(({ pkg }) => pkg.path === "runtime");
  return reflectMapFunctions.map(({ name, users }) => {
    const func = runtime?.pkg.scope.lookup(name);
    if (func?.kind !== "func" || !reaches(ctx, users)) return undefined;
    return functionValue(ctx, func, mapTypeArgs(under));
  });
}

function addPointerTypes(ctx: DataContext): void {
  for (const { type, reflected } of [...ctx.data.descriptorList]) {
    if (!reflected || underlying(type).kind === "pointer") continue;
    markReflected(ctx, new PointerType(type));
  }
}

function reachMethods(ctx: DataContext, record: ConvertedType): void {
  for (const entry of record.methods.values()) {
    if (!isExported(entry.obj.name)) continue;
    interfaceWrapper(ctx, record.descriptor.type, entry);
    descriptorOf(ctx, signatureOf(entry.obj));
  }
}

/** The methods of an interface type. */
export function interfaceMethods(type: Type): ReturnType<typeof typeSetOf>["methods"] {
  const under = underlying(type);
  return under.kind === "interface" ? typeSetOf(under).methods : [];
}
