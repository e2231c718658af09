import type { TypeEnvironment } from "./environment.ts";
import { identical } from "./identical.ts";
import { methodNamed, sameName, signatureOf, unalias, underlying } from "./named.ts";
import type { Func, Var } from "./object.ts";
import type { Package } from "./package.ts";
import { fullPath, methodString, typeString } from "./type-string.ts";
import { type InterfaceType, type NamedType, type Type } from "./type.ts";
import { typeSetOf } from "./typeset.ts";

/** What looking up a field or method found. */
export type LookupResult =
  | {
      readonly kind: "found";
      readonly obj: Var | Func;
      /** Field indices through embedded fields; last, that of the field or method. */
      readonly index: readonly number[];
      /** A pointer was followed on the path. */
      readonly indirect: boolean;
    }
  /** Several at the same depth; `index` is the path of the last one. */
  | { readonly kind: "ambiguous"; readonly index: readonly number[] }
  /** A method with pointer receiver that is not in the method set of a value that is not addressable. */
  | { readonly kind: "pointer-receiver"; readonly obj: Func }
  | { readonly kind: "missing" };

/** An embedded type at the depth that is being searched. */
export interface EmbeddedEntry {
  readonly type: Type;
  readonly index: readonly number[];
  readonly indirect: boolean;
  /** The type occurs more than once at this depth: what it has is ambiguous. */
  readonly multiple: boolean;
}

const missing: LookupResult = { kind: "missing" };

/**
 * The field or method `name` of `type` (spec, "Selectors"). `addressable`: the operand is a variable. For a pointer
 * to an interface or to a type parameter nothing is found.
 */
export function lookupFieldOrMethod(
  type: Type,
  addressable: boolean,
  pkg: Package | undefined,
  name: string,
  foldCase = false,
): LookupResult {
  if (name === "_") return missing;
  const actual = unalias(type);
  if (actual.kind === "named") {
    const under = underlying(actual);
    if (under.kind === "pointer") {
      // A defined pointer type has the fields of what it points to, but no methods.
      const result = search(under, false, pkg, name, foldCase);
      return result.kind === "found" && result.obj.kind === "func" ? missing : result;
    }
  }
  return search(actual, addressable, pkg, name, foldCase);
}

function search(
  type: Type,
  addressable: boolean,
  pkg: Package | undefined,
  name: string,
  foldCase: boolean,
): LookupResult {
  const start = dereference(type);
  if (start.pointer && underlying(start.type).kind === "interface") return missing;
  let current: EmbeddedEntry[] = [{ type: start.type, index: [], indirect: start.pointer, multiple: false }];
  const seen = new Set<NamedType>();
  while (current.length > 0) {
    const next: EmbeddedEntry[] = [];
    const hits: { obj: Var | Func; index: readonly number[]; indirect: boolean }[] = [];
    for (const entry of current) {
      const actual = unalias(entry.type);
      if (actual.kind === "named") {
        // Already searched at a shallower depth, which hides this one.
        if (seen.has(actual)) continue;
        seen.add(actual);
      }
      const hit = matchIn(actual, entry, pkg, name, foldCase, hits.length === 0 ? next : undefined);
      if (hit === undefined) continue;
      if (hits.length > 0 || entry.multiple) return { kind: "ambiguous", index: hit.index };
      hits.push(hit);
    }
    const [hit] = hits;
    if (hit !== undefined) {
      const { obj } = hit;
      if (obj.kind === "func" && obj.pointerReceiver && !hit.indirect && !addressable) {
        return { kind: "pointer-receiver", obj };
      }
      return { kind: "found", ...hit };
    }
    current = consolidate(next);
  }
  return missing;
}

/** The field or method of one type; collects its embedded types in `next` for the following depth. */
function matchIn(
  type: Type,
  entry: EmbeddedEntry,
  pkg: Package | undefined,
  name: string,
  foldCase: boolean,
  next: EmbeddedEntry[] | undefined,
): { obj: Var | Func; index: readonly number[]; indirect: boolean } | undefined {
  const { indirect } = entry;
  if (type.kind === "named") {
    const found = methodNamed(type, pkg, name, foldCase);
    if (found !== undefined) {
      return { obj: found.method, index: [...entry.index, found.index], indirect };
    }
  }
  const under = underlying(type);
  if (under.kind === "interface") {
    const { methods } = typeSetOf(under);
    const at = methods.findIndex((method) => sameName(method.name, method.pkg, name, pkg, foldCase));
    return at < 0 ? undefined : { obj: methods[at]!, index: [...entry.index, at], indirect };
  }
  if (under.kind !== "struct") return undefined;
  const at = under.fields.findIndex((field) => sameName(field.name, field.pkg, name, pkg, foldCase));
  if (at >= 0) return { obj: under.fields[at]!, index: [...entry.index, at], indirect };
  if (next !== undefined) collectEmbedded(under.fields, entry, next);
  return undefined;
}

/** Adds the embedded fields of a struct to the entries of the next depth. */
export function collectEmbedded(fields: readonly Var[], entry: EmbeddedEntry, next: EmbeddedEntry[]): void {
  fields.forEach((field, index) => {
    if (!field.embedded || field.type === undefined) return;
    const inner = dereference(field.type);
    next.push({
      type: inner.type,
      index: [...entry.index, index],
      indirect: entry.indirect || inner.pointer,
      multiple: entry.multiple,
    });
  });
}

/** Joins entries of identical types into one that says so. */
export function consolidate(entries: EmbeddedEntry[]): EmbeddedEntry[] {
  if (entries.length < 2) return entries;
  const out: EmbeddedEntry[] = [];
  const positions = new Map<Type, number>();
  for (const entry of entries) {
    // Embedded types are named or predeclared: one object each (instances are shared).
    const actual = unalias(entry.type);
    const position = positions.get(actual);
    if (position === undefined) {
      positions.set(actual, out.length);
      out.push(entry);
    } else {
      out[position] = { ...out[position]!, multiple: true };
    }
  }
  return out;
}

/** What an unnamed pointer type points to. */
export function dereference(type: Type): { readonly type: Type; readonly pointer: boolean } {
  const actual = unalias(type);
  if (actual.kind === "pointer") return { type: actual.element, pointer: true };
  return { type, pointer: false };
}

/** The type that a pointer (of any name) points to; undefined for other types. */
export function pointerElement(type: Type): Type | undefined {
  const under = underlying(type);
  return under.kind === "pointer" ? under.element : undefined;
}

/** A method that a type lacks to implement an interface. */
interface MissingMethod {
  readonly method: Func;
  /** There is a method of that name, but of another type. */
  readonly wrongType: boolean;
  /** "(missing method Foo)"; for a wrong type or a similar name, lines with have and want follow. */
  readonly cause: string;
}

/**
 * The first method of the interface `target` that `type` lacks. `assertion`: the question is whether a value of a
 * `target` may have the dynamic type `type`, so an interface lacks nothing. `same` decides whether the types of two
 * methods agree.
 */
export function missingMethod(
  type: Type,
  target: Type,
  environment: TypeEnvironment,
  purpose: "implement" | "assertion" = "implement",
  same: (have: Type, want: Type) => boolean = identical,
): MissingMethod | undefined {
  const wanted = underlying(target);
  if (wanted.kind !== "interface") return undefined;
  const under = underlying(type);
  if (purpose === "assertion" && under.kind === "interface") return undefined;
  for (const method of typeSetOf(wanted).methods) {
    if (under.kind === "interface") {
      const have = methodOfInterface(under, method);
      if (have === undefined) {
        return { method, wrongType: false, cause: `(missing method ${method.name})` };
      }
      if (!same(signatureOf(have), signatureOf(method))) return wrongType(method, have, environment);
      continue;
    }
    const found = lookupFieldOrMethod(type, false, method.pkg, method.name);
    if (found.kind !== "found") {
      if (found.kind === "ambiguous") {
        const text = typeString(type, environment.qualifier);
        return { method, wrongType: false, cause: `(ambiguous selector ${text}.${method.name})` };
      }
      if (found.kind === "pointer-receiver") {
        return { method, wrongType: false, cause: `(method ${method.name} has pointer receiver)` };
      }
      // The method may come from an embedded field that has been reported.
      if (hasInvalidEmbedded(type, new Set())) return undefined;
      return notFound(type, target, method, environment);
    }
    if (found.obj.kind !== "func") {
      const text = typeString(type, environment.qualifier);
      const cause = `(${text}.${method.name} is a field, not a method)`;
      return { method, wrongType: false, cause };
    }
    if (!same(signatureOf(found.obj), signatureOf(method))) {
      return wrongType(method, found.obj, environment);
    }
  }
  return undefined;
}

/** A struct embeds, at any depth, a type that could not be checked. */
function hasInvalidEmbedded(type: Type, seen: Set<Type>): boolean {
  const base = unalias(dereference(type).type);
  if (seen.has(base)) return false;
  seen.add(base);
  const under = underlying(base);
  if (under.kind === "basic") return under.basic === "invalid";
  if (under.kind !== "struct") return false;
  return under.fields.some(
    (field) => field.embedded && (field.type === undefined || hasInvalidEmbedded(field.type, seen)),
  );
}

/** The method of an interface that is named as `method`. */
function methodOfInterface(type: InterfaceType, method: Func): Func | undefined {
  return typeSetOf(type).methods.find((m) => sameName(m.name, m.pkg, method.name, method.pkg));
}

function wrongType(method: Func, have: Func, environment: TypeEnvironment): MissingMethod {
  let haveText = methodString(have, signatureOf(have), environment.qualifier);
  let wantText = methodString(method, signatureOf(method), environment.qualifier);
  if (haveText === wantText) {
    haveText = methodString(have, signatureOf(have), fullPath);
    wantText = methodString(method, signatureOf(method), fullPath);
  }
  const cause = `(wrong type for method ${method.name})\n\t\thave ${haveText}\n\t\twant ${wantText}`;
  return { method, wrongType: true, cause };
}

function notFound(type: Type, target: Type, method: Func, environment: TypeEnvironment): MissingMethod {
  const { qualifier } = environment;
  const failure = (cause: string): MissingMethod => ({ method, wrongType: false, cause });
  const similar = lookupFieldOrMethod(type, false, method.pkg, method.name, true);
  if (similar.kind === "found" && similar.obj.kind === "func") {
    const have = similar.obj;
    // A method of the very name that was not found belongs to another package.
    if (have.name === method.name) return failure(`(unexported method ${method.name})`);
    const haveText = methodString(have, signatureOf(have), qualifier);
    const wantText = methodString(method, signatureOf(method), qualifier);
    return failure(`(missing method ${method.name})\n\t\thave ${haveText}\n\t\twant ${wantText}`);
  }
  const pointed = [type, target].find(isInterfacePointer);
  if (pointed !== undefined) {
    return failure(`(type ${typeString(pointed, qualifier)} is pointer to interface, not interface)`);
  }
  return failure(`(missing method ${method.name})`);
}

/** A pointer to an interface that is not a type parameter: a frequent mistake. */
export function isInterfacePointer(type: Type): boolean {
  const under = underlying(type);
  if (under.kind !== "pointer") return false;
  const element = unalias(under.element);
  return element.kind !== "typeparam" && underlying(element).kind === "interface";
}
