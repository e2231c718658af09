import type { RuntimeFunctionName } from "@goes/ir";
import { InternalError } from "@goes/source";
import {
  emptyInterface,
  instantiateNamed,
  SliceType,
  underlying,
  BasicType,
  type MapType,
  type Type,
} from "@goes/types";
import type { DataContext } from "../program/data-context.ts";

/** The functions of package runtime for one map type, by what they do; each is made reachable when it is asked for. */
type MapOperation = "make" | "find" | "assign" | "delete" | "clear" | "iterInit" | "iterNext";

const functions: Readonly<Record<MapOperation, RuntimeFunctionName>> = {
  make: "mapMake",
  find: "mapFind",
  assign: "mapAssign",
  delete: "mapDelete",
  clear: "mapClear",
  iterInit: "mapIterInit",
  iterNext: "mapIterNext",
};

/** The symbol of a map function, for `map.find`, `map.assign`, `map.delete` and calls. */
export function mapSymbol(ctx: DataContext, type: MapType, operation: MapOperation): string {
  return ctx.runtimeFunc(functions[operation], mapTypeArgs(type));
}

/**
 * The type arguments of the map functions: types of one representation share them, so that maps with pointers of
 * all kinds as elements have one set of functions.
 */
export function mapTypeArgs(type: MapType): readonly Type[] {
  return [representative(type.key, "key"), representative(type.value, "value")];
}

function representative(type: Type, use: "key" | "value"): Type {
  const under = underlying(type);
  switch (under.kind) {
    case "pointer":
    case "chan":
      return new BasicType("unsafe.Pointer");
    case "map":
    case "signature":
      return use === "value" ? new BasicType("unsafe.Pointer") : type;
    case "slice":
      return use === "value" ? new SliceType(new BasicType("uint8")) : type;
    case "interface":
      return emptyInterface;
    case "basic":
      return under;
    case "array":
    case "struct":
    case "tuple":
    case "union":
      return type;
  }
}

/** The instance `runtime.hiter[K,V]`: what a slot for an iterator holds; `key` and `value` are its first fields. */
export function mapIteratorType(ctx: DataContext, type: MapType): Type {
  const runtime = ctx.packages.find(({ pkg }) => pkg.path === "runtime");
  const object = runtime?.pkg.scope.lookup("hiter");
  const generic = object?.type;
  if (generic?.kind !== "named") throw new InternalError("ssa", "package runtime has no type hiter");
  return instantiateNamed(generic, mapTypeArgs(type));
}
