import { diagnostic, type Diagnostic } from "@goes/source";
import { signatureOf, unalias } from "./named.ts";
import type { InterfaceType, NamedType, Type } from "./type.ts";
import { typeSetOf } from "./typeset.ts";

/**
 * The error if a type literal inside the declaration of an interface, written out, contains itself: in
 * `type I interface { m() interface{ I } }` the inner interface has a method m that gives the inner interface. Such a
 * type has no finite description to compare or print. `known`: literals that have been reported; extended.
 */
export function endlessInterface(type: NamedType, known: Set<InterfaceType>): Diagnostic | undefined {
  const under = type.underlyingCache;
  if (under?.kind !== "interface") return undefined;
  const active = new Set<InterfaceType>();
  const finished = new Set<InterfaceType>();
  const expands = (literal: InterfaceType): boolean => {
    if (active.has(literal)) {
      for (const member of active) known.add(member);
      return true;
    }
    if (finished.has(literal) || known.has(literal)) return false;
    active.add(literal);
    const found = typeSetOf(literal).methods.some((method) => search(signatureOf(method)));
    active.delete(literal);
    finished.add(literal);
    return found;
  };
  const search = (part: Type | undefined): boolean => {
    if (part === undefined) return false;
    const actual = unalias(part);
    switch (actual.kind) {
      case "pointer":
      case "slice":
      case "array":
      case "chan":
        return search(actual.element);
      case "map":
        return search(actual.key) || search(actual.value);
      case "struct":
        return actual.fields.some((field) => search(field.type));
      case "tuple":
        return actual.vars.some((v) => search(v.type));
      case "signature":
        return search(actual.params) || search(actual.results);
      case "interface":
        return expands(actual);
      default:
        return false;
    }
  };
  if (!under.methods.some((method) => search(signatureOf(method)))) return undefined;
  const message = "invalid recursive type: anonymous interface refers to itself";
  return diagnostic("InvalidDeclCycle", type.obj.pos, message);
}
