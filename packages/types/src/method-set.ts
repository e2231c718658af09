import { collectEmbedded, consolidate, dereference, type EmbeddedEntry } from "./lookup.ts";
import { methodsOf, unalias, underlying } from "./named.ts";
import type { Func } from "./object.ts";
import type { NamedType, Type } from "./type.ts";
import { compareMethods, typeSetOf } from "./typeset.ts";

/** A method of a method set. */
export interface MethodSetEntry {
  readonly obj: Func;
  /** Field indices through embedded fields; last, the index of the method in its type. */
  readonly index: readonly number[];
  /** A pointer was followed on the path, or the receiver is one. */
  readonly indirect: boolean;
}

/**
 * The method set of `type` (spec, "Method sets"), promoted methods included; exported methods first, then by name, as
 * the methods of interfaces are.
 */
export function methodSet(type: Type): readonly MethodSetEntry[] {
  const actual = unalias(type);
  // A defined pointer type has no methods.
  if (actual.kind === "named" && underlying(actual).kind === "pointer") return [];
  const start = dereference(actual);
  if (start.pointer && underlying(start.type).kind === "interface") return [];

  // What each name means at the shallowest depth where it occurs; undefined: a field, or ambiguous.
  const meanings = new Map<string, MethodSetEntry | undefined>();
  const seen = new Set<NamedType>();
  let current: EmbeddedEntry[] = [{ type: start.type, index: [], indirect: start.pointer, multiple: false }];
  while (current.length > 0) {
    const next: EmbeddedEntry[] = [];
    const here = new Map<string, MethodSetEntry | undefined>();
    for (const entry of current) collect(entry, here, seen, next);
    for (const [key, meaning] of here) if (!meanings.has(key)) meanings.set(key, meaning);
    current = consolidate(next);
  }
  const out: MethodSetEntry[] = [];
  for (const entry of meanings.values()) {
    if (entry !== undefined && (entry.indirect || !entry.obj.pointerReceiver)) out.push(entry);
  }
  return out.toSorted((x, y) => compareMethods(x.obj, y.obj));
}

/** Notes the names that one type has at this depth, and its embedded types for the next. */
function collect(
  entry: EmbeddedEntry,
  here: Map<string, MethodSetEntry | undefined>,
  seen: Set<NamedType>,
  next: EmbeddedEntry[],
): void {
  const actual = unalias(entry.type);
  if (actual.kind === "named") {
    if (seen.has(actual)) return;
    seen.add(actual);
  }
  const note = (key: string, meaning: MethodSetEntry | undefined): void => {
    here.set(key, here.has(key) || entry.multiple ? undefined : meaning);
  };
  const noteMethods = (methods: readonly Func[]): void =>
    methods.forEach((obj, index) => {
      const { indirect } = entry;
      note(keyOf(obj), { obj, index: [...entry.index, index], indirect });
    });
  if (actual.kind === "named") noteMethods(methodsOf(actual));
  const under = underlying(actual);
  if (under.kind === "interface") noteMethods(typeSetOf(under).methods);
  if (under.kind !== "struct") return;
  for (const field of under.fields) note(keyOf(field), undefined);
  collectEmbedded(under.fields, entry, next);
}

function keyOf(object: {
  readonly name: string;
  readonly exported: boolean;
  readonly pkg: { readonly path: string } | undefined;
}): string {
  return object.exported ? object.name : `${object.pkg?.path ?? ""}.${object.name}`;
}
