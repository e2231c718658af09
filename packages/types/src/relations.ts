// The relations between types that a tool needs, in the newest language version. A type that is invalid, because of an error that
// has been reported, has none of them.
import { assignableTo as operandAssignableTo } from "./assignable.ts";
import { convertibleTo as operandConvertibleTo } from "./convertible.ts";
import type { TypeEnvironment } from "./environment.ts";
import { implementsInterface as typeImplements, type ImplementsPurpose } from "./implements.ts";
import type { TypeAndValue } from "./info.ts";
import { underlying } from "./named.ts";
import { isValid } from "./predicates.ts";
import { goesSizes } from "./sizes.ts";
import { relativeTo } from "./type-string.ts";
import type { InterfaceType, Type } from "./type.ts";

const environment: TypeEnvironment = {
  qualifier: relativeTo(undefined),
  sizes: goesSizes,
  allows: () => true,
};

function valueOf(type: Type): TypeAndValue {
  return { mode: "value", type, value: undefined };
}

function areValid(...types: readonly Type[]): boolean {
  return types.every((type) => isValid(underlying(type)));
}

/** Whether a value (not a constant) of type `type` can be assigned to a variable of type `target` (spec, "Assignability"). */
export function assignableTo(type: Type, target: Type): boolean {
  return areValid(type, target) && operandAssignableTo(valueOf(type), target, environment).ok;
}

/** Whether a value (not a constant) of type `type` can be converted to `target` (spec, "Conversions"). */
export function convertibleTo(type: Type, target: Type): boolean {
  return areValid(type, target) && operandConvertibleTo(valueOf(type), target, environment).ok;
}

/** Whether `type` implements the interface (spec, "Implementing an interface"). */
export function implementsInterface(type: Type, target: InterfaceType): boolean {
  return relates(type, target, "implement");
}

/** Whether `type` as a type argument satisfies the constraint (spec, "Satisfying a type constraint"). */
export function satisfies(type: Type, constraint: InterfaceType): boolean {
  return relates(type, constraint, "satisfy");
}

function relates(type: Type, target: InterfaceType, purpose: ImplementsPurpose): boolean {
  return areValid(type, target) && typeImplements(type, target, purpose, environment).ok;
}
