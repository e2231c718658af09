import type { NamedType, Package, Type, TypeName } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";

/** The type is declared at package level, or is predeclared. */
export function isPackageLevel(obj: TypeName): boolean {
  return obj.pkg === undefined || obj.pkg.scope.lookup(obj.name) === obj;
}

/**
 * The type arguments of the instance of a generic function in which the type was declared: they are part of its
 * identity and its name.
 */
export function implicitArgs(ctx: DataContext, type: NamedType): readonly Type[] {
  return ctx.data.implicitArgs.get(type.origin) ?? [];
}

/**
 * The number of a type that is declared in a function, by which gc tells those of one name apart: its index among all such types of
 * the package. Bodies of library packages are checked on demand, so there it is the index in the order of first use.
 */
export function localNumber(ctx: DataContext, type: NamedType): number {
  const pkg = type.obj.pkg!;
  const { localTypes } = ctx.data;
  let numbers = localTypes.get(pkg);
  if (numbers === undefined) {
    numbers = ctx.isLibrary(pkg) ? new Map() : numbersOf(ctx, pkg);
    localTypes.set(pkg, numbers);
  }
  const { pos } = type.obj;
  let number = numbers.get(pos);
  if (number === undefined) numbers.set(pos, (number = numbers.size + 1));
  return number;
}

/** Local types are told apart by where their names are: the copies for instances keep it. */
function numbersOf(ctx: DataContext, pkg: Package): Map<number, number> {
  const positions: number[] = [];
  for (const object of ctx.checkedPackage(pkg).info.defs.values()) {
    if (object.kind !== "typename" || object.isAlias || isPackageLevel(object)) continue;
    if (object.type?.kind === "named" && object.type.obj === object) positions.push(object.pos);
  }
  positions.sort((a, b) => a - b);
  return new Map(positions.map((pos, i) => [pos, i + 1]));
}
