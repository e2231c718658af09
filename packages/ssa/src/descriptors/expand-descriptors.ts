import { runtimeSymbol } from "@goes/ir";
import { isInterface, methodSet, PointerType, signatureOf, underlying, type Type } from "@goes/types";
import { functionValue } from "../synthesized/function-values.ts";
import type { DataContext } from "../program/data-context.ts";
import { markReflected } from "./dispatch.ts";
import { isComparableType } from "../synthesized/equality.ts";
import {
  callThunk,
  equalClosure,
  finalizerThunk,
  hashClosure,
  makeThunk,
  reflectedMethod,
  takesFinalized,
} from "../synthesized/requests.ts";
import { describe, descriptorOf, interfaceMethods } from "./type-descriptors.ts";
import { payloadForm } from "./interfaces.ts";
import { typeOf } from "../layout/ir-types.ts";
import { mapTypeArgs } from "../layout/map-functions.ts";
import {
  reaches,
  reflectedMethods,
  reflectMapFunctions,
  reflectsAddresses,
  callsFinalizers,
  reflectsCalls,
  reflectsConstruction,
  reflectsMakeFunc,
  reflectsMethods,
  reflectsTypeTable,
  usesReflection,
  usesSomeReflection,
} from "./reflection.ts";
import type { Descriptor } from "../program/data-state.ts";
import { isExported } from "../names/type-text.ts";

/** Makes everything reachable that the descriptors made so far will refer to. */
export function expandDescriptors(ctx: DataContext): void {
  const { pendingDescriptors } = ctx.data;
  if (usesReflection(ctx)) {
    const { expands } = ctx.data;
    const hidden = reflectsConstruction(ctx);
    const all = reflectsTypeTable(ctx);
    if (hidden !== expands.hidden || all !== expands.all) {
      expands.hidden = hidden;
      expands.all = all;
      for (const descriptor of ctx.data.descriptorList) pendingDescriptors.push(descriptor);
    }
    do {
      for (let next = pendingDescriptors.pop(); next !== undefined; next = pendingDescriptors.pop()) {
        expand(ctx, next);
      }
      if (reflectsAddresses(ctx)) addPointerTypes(ctx);
      if (reflectsMethods(ctx)) reachMethods(ctx);
    } while (pendingDescriptors.length > 0);
    const calls = reflectsCalls(ctx);
    const makes = reflectsMakeFunc(ctx);
    for (const { type } of ctx.data.descriptorList) {
      reflectMapClosures(ctx, type);
      const under = underlying(type);
      if (under.kind !== "signature") continue;
      if (calls) callThunk(ctx, under);
      if (makes) makeThunk(ctx, under);
    }
  } else {
    const follows = usesSomeReflection(ctx);
    for (let next = pendingDescriptors.pop(); next !== undefined; next = pendingDescriptors.pop()) {
      const under = underlying(next.type);
      if (follows && (under.kind === "pointer" || under.kind === "slice")) descriptorOf(ctx, under.element);
    }
  }
  if (callsFinalizers(ctx)) {
    for (const { type } of [...ctx.data.descriptorList]) {
      const under = underlying(type);
      if (under.kind === "signature" && takesFinalized(under)) finalizerThunk(ctx, under);
    }
  }
  addComparisons(ctx);
}

/** Functions that compare and hash values in interfaces. */
function addComparisons(ctx: DataContext): void {
  const comparesInterfaces = reaches(ctx, [runtimeSymbol("ifaceEqual")]);
  const hashesInterfaces = reaches(ctx, [runtimeSymbol("ifaceHash")]);
  if (!comparesInterfaces && !hashesInterfaces) return;
  for (const { descriptor } of [...ctx.data.converted.values()]) {
    const { type } = descriptor;
    if (payloadForm(type) !== "indirect" || !isComparableType(type)) continue;
    if (comparesInterfaces) descriptor.equal ??= equalClosure(ctx, type);
    if (hashesInterfaces) descriptor.hash ??= hashClosure(ctx, type);
  }
}

function expand(ctx: DataContext, descriptor: Descriptor): void {
  const { type, reflected } = descriptor;
  const { expands } = ctx.data;
  // Nothing leads to the parts of a type that is only the target of assertions.
  if (!descriptor.described && !expands.all) return;
  const part = (child: Type, visible = true): void => {
    if (reflected && (visible || expands.hidden) && !isInterface(child)) markReflected(ctx, child);
    else describe(ctx, child);
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
      // Nobody makes values of the types of fields that the runtime keeps to itself.
      for (const field of under.fields) {
        const visible = field.embedded || isExported(field.name);
        if (visible || field.pkg?.path !== "runtime") part(typeOf(field), visible);
        else describe(ctx, typeOf(field));
      }
      break;
    case "signature":
      for (const v of [...under.params.vars, ...under.results.vars]) part(typeOf(v), false);
      break;
    case "basic":
    case "interface":
    case "tuple":
    case "union":
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
  return reflectMapFunctions.map(({ name, user }) => {
    const func = runtime?.pkg.scope.lookup(name);
    if (func?.kind !== "func" || !reaches(ctx, [user])) return undefined;
    return functionValue(ctx, func, mapTypeArgs(under));
  });
}

/** Types of pointers that have methods; others are made at run time if they are missing. */
function addPointerTypes(ctx: DataContext): void {
  for (const { type, reflected } of [...ctx.data.descriptorList]) {
    if (!reflected || underlying(type).kind === "pointer") continue;
    const pointer = new PointerType(type);
    if (methodSet(pointer).length > 0) markReflected(ctx, pointer);
  }
}

/** The methods that reflection can find, and the descriptors of their types. */
function reachMethods(ctx: DataContext): void {
  for (const { descriptor, methods } of [...ctx.data.converted.values()]) {
    for (const entry of reflectedMethods(ctx, methods.values())) {
      reflectedMethod(ctx, descriptor.type, entry);
      describe(ctx, signatureOf(entry.obj));
    }
  }
  for (const { type } of [...ctx.data.descriptorList]) {
    for (const method of interfaceMethods(type)) describe(ctx, signatureOf(method));
  }
}
