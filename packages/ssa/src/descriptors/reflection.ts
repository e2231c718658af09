import { runtimeName, runtimeSymbol } from "@goes/ir";
import type { Func, MethodSetEntry } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { asBytes, isExported } from "../names/type-text.ts";

// What package reflect may do in the program, told by which of its functions have been built. Each part of reflection
// that costs something (methods that nothing else calls, thunks for calls, tables of types) goes through one function.

/** Descriptors are read by more than the runtime: package reflect is part of the program. */
export function usesReflection(ctx: DataContext): boolean {
  return ctx.packages.some(({ pkg }) => pkg.path === "reflect");
}

/** The little reflection of the library looks through pointers and tests what implements an interface. */
export function usesSomeReflection(ctx: DataContext): boolean {
  return usesReflection(ctx) || ctx.packages.some(({ pkg }) => pkg.path === "internal/reflectlite");
}

/** Whether any of the functions has been built. */
export function reaches(ctx: DataContext, functions: readonly string[]): boolean {
  return functions.some((name) => ctx.module.funcs.has(name));
}

/** Makes pointers to types that the program may name only otherwise. */
export function reflectsAddresses(ctx: DataContext): boolean {
  return reaches(ctx, ["reflect.pointerTo"]);
}

/**
 * Makes values of types that are only seen as parts of others: of unexported fields, of parameters and results. Such
 * values can be in interfaces then.
 */
export function reflectsConstruction(ctx: DataContext): boolean {
  return reaches(ctx, ["reflect.allocate", "reflect.zeroOf", "reflect.NewAt", "reflect.Value.Convert"]);
}

/** Calls functions whose types are known at run time only. */
export function reflectsCalls(ctx: DataContext): boolean {
  return reaches(ctx, ["reflect.callThunk"]);
}

/** The collector calls finalizers, functions whose types are known at run time only. */
export function callsFinalizers(ctx: DataContext): boolean {
  return reaches(ctx, [runtimeName("callFinalizer")]);
}

/** Makes functions of types that are known at run time only. */
export function reflectsMakeFunc(ctx: DataContext): boolean {
  return reaches(ctx, ["reflect.makeThunk"]);
}

/** Looks for types by their parts. */
export function reflectsTypeTable(ctx: DataContext): boolean {
  return reaches(ctx, ["reflect.programTypes"]);
}

/** Tests which types implement an interface. */
export function reflectsImplements(ctx: DataContext): boolean {
  return reaches(ctx, ["reflect.implements"]);
}

/** Functions of package reflect that find methods by number, or by a name that is not known when compiling. */
const methodFinders = [
  "reflect.Value.Method",
  "reflect.Value.Methods",
  "reflect.Value.MethodByName",
  "reflect.(*rtype).Method",
  "reflect.(*rtype).Methods",
  "reflect.(*rtype).MethodByName",
];

/** Whether reflection finds methods at all. */
export function reflectsMethods(ctx: DataContext): boolean {
  return usesReflection(ctx) && (ctx.data.reflectedNames.size > 0 || reaches(ctx, methodFinders));
}

/** The methods among `entries` that reflection can find: they stay though nothing else calls them. */
export function reflectedMethods(ctx: DataContext, entries: Iterable<MethodSetEntry>): MethodSetEntry[] {
  const all = reaches(ctx, methodFinders);
  const { reflectedNames } = ctx.data;
  return [...entries].filter(
    ({ obj }) => isExported(obj.name) && (all || reflectedNames.has(asBytes(obj.name))),
  );
}

/** Descriptors have the names of methods. */
export function needsMethodNames(ctx: DataContext): boolean {
  return (
    reaches(ctx, [runtimeSymbol("panicTypeAssertIface"), "reflect.(*rtype).exportedMethods"]) ||
    reflectsMethods(ctx)
  );
}

/** The functions of reflect that replace `MethodByName` with a constant name, by receiver. */
const byConstantName: Readonly<Record<string, string>> = {
  Value: "valueMethodNamed",
  Type: "typeMethodNamed",
};

/**
 * The function `f(receiver, name)` of package reflect that a call of a method MethodByName with the constant `name` calls
 * in place of the method, so that only methods of that name need to stay. `receiver`: the name of the receiver's type.
 */
export function methodByConstantName(
  ctx: DataContext,
  method: Func,
  receiver: string | undefined,
  name: string,
): Func | undefined {
  if (method.name !== "MethodByName" || method.pkg?.path !== "reflect" || receiver === undefined)
    return undefined;
  const object = method.pkg.scope.lookup(byConstantName[receiver] ?? "");
  if (object?.kind !== "func") return undefined;
  ctx.data.reflectedNames.add(name);
  return object;
}

/**
 * The functions of package runtime that reflection calls on maps, in the order of the table in a descriptor, and the
 * function of reflect that does so.
 */
export const reflectMapFunctions = [
  { name: "reflectMapFind", user: "reflect.mapFind" },
  { name: "reflectMapAssign", user: "reflect.mapAssign" },
  { name: "reflectMapDelete", user: "reflect.mapDelete" },
  { name: "reflectMapIterInit", user: "reflect.mapIterInit" },
  { name: "reflectMapIterNext", user: "reflect.mapIterNext" },
  { name: "reflectMapMake", user: "reflect.mapMake" },
  { name: "reflectMapClear", user: "reflect.mapClear" },
] as const;
