import { diagnostic, type Diagnostic } from "@goes/source";
import { isStrictlyComparable } from "./comparable.ts";
import { holds, type Verdict } from "./environment.ts";
import { identical } from "./identical.ts";
import { signatureOf, unalias, underlying } from "./named.ts";
import { basicTypes } from "./basic.ts";
import type { Func } from "./object.ts";
import { disjoint, intersectTerms, normalizeTerms, type Terms } from "./terms.ts";
import { typeString, type Qualifier } from "./type-string.ts";
import { type InterfaceType, type Type, type UnionTerm, type UnionType } from "./type.ts";

/** Two methods of one name in an interface. */
interface Clash {
  readonly pos: number;
  readonly method: Func;
  readonly other: Func;
  /** Where the interface has `other` from: where it is declared, or embedded. */
  readonly otherPos: number;
  readonly explicit: boolean;
}

/** The set of types that implement an interface (spec, "Interface types"). */
export class TypeSet {
  /** All methods, embedded ones too: exported before others, then by name and package. */
  readonly methods: readonly Func[];
  /** The union of type terms in normal form; "all" where there is no restriction. Empty: no types at all. */
  readonly terms: Terms;
  /** Only comparable types. Set only if `terms` is "all" (else incomparable terms are gone from it). */
  readonly comparable: boolean;
  readonly #clashes: readonly Clash[];
  /** Positions of unions that have too many terms when embedded interfaces are counted with theirs. */
  readonly #oversized: readonly number[];

  constructor(
    methods: readonly Func[],
    terms: Terms,
    comparable: boolean,
    clashes: readonly Clash[] = [],
    oversized: readonly number[] = [],
  ) {
    this.methods = methods;
    this.terms = terms;
    this.comparable = comparable;
    this.#clashes = clashes;
    this.#oversized = oversized;
  }

  /**
   * What is wrong with the interface: duplicate methods, unions that are too large. For the checker to report once,
   * when all signatures are known. Before go1.14 interfaces with a method in common could not be embedded together.
   */
  problems(overlapAllowed: boolean): readonly Diagnostic[] {
    const sizes = this.#oversized.map((pos) =>
      diagnostic(
        "InvalidUnion",
        pos,
        `cannot handle more than ${maxUnionTerms} union terms (implementation limitation)`,
      ),
    );
    const duplicates = this.#clashes
      .filter(
        (clash) =>
          clash.explicit ||
          !overlapAllowed ||
          !identical(signatureOf(clash.method), signatureOf(clash.other)),
      )
      .map(({ pos, method, otherPos }) =>
        diagnostic("DuplicateDecl", pos, `duplicate method ${method.name}`, [
          { pos: otherPos, message: `other declaration of method ${method.name}` },
        ]),
      );
    return [...sizes, ...duplicates];
  }
}

/** Larger unions are refused, as gc does: finding their overlaps takes quadratic time. */
const maxUnionTerms = 100;

/** The type set of `comparable`. */
export function comparableTypeSet(): TypeSet {
  return new TypeSet([], "all", true);
}

/** The type set of an interface, computed on first use. */
export function typeSetOf(type: InterfaceType): TypeSet {
  const cached = type.typeSetCache;
  if (cached instanceof TypeSet) return cached;
  computeEmbedded(type);
  return typeSetAt(type, 0);
}

/** Computes the type sets of what an interface embeds before its own: interfaces embed each other in long chains. */
function computeEmbedded(root: InterfaceType): void {
  const open = new Set<InterfaceType>([root]);
  const frames = [{ type: root, next: 0 }];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const { type } = frame;
    const embedded = type.embeddeds[frame.next++];
    if (embedded !== undefined) {
      // Instances may expand without end.
      const actual = unalias(embedded);
      if (actual.kind === "named" && actual.typeArgs.length > 0) continue;
      const under = underlying(embedded);
      if (under.kind !== "interface" || under.typeSetCache instanceof TypeSet) continue;
      if (!under.complete || open.has(under)) continue;
      open.add(under);
      frames.push({ type: under, next: 0 });
      continue;
    }
    frames.pop();
    if (type !== root) typeSetAt(type, 0);
  }
}

/** Interfaces that embed each other deeper than this expand without end, which `invalidRecursion` reports. */
const maxEmbedding = 100;

function typeSetAt(type: InterfaceType, depth: number): TypeSet {
  const cached = type.typeSetCache;
  if (cached instanceof TypeSet) return cached;
  if (!type.complete || depth > maxEmbedding) return new TypeSet([], "all", false);
  // An interface that embeds itself is reported by `invalidRecursion`; here it counts as unrestricted.
  type.typeSetCache = new TypeSet([], "all", false);
  const computed = computeTypeSet(type, depth);
  type.typeSetCache = computed;
  return computed;
}

function computeTypeSet(type: InterfaceType, depth: number): TypeSet {
  const methods = new Map<string, Func>();
  const positions = new Map<Func, number>();
  const clashes: Clash[] = [];
  const oversized: number[] = [];
  const add = (pos: number, method: Func, explicit: boolean): void => {
    const key = method.exported ? method.name : `${method.pkg?.path ?? ""}.${method.name}`;
    const other = methods.get(key);
    if (other === undefined) {
      methods.set(key, method);
      positions.set(method, pos);
    } else if (other !== method || !explicit) {
      clashes.push({ pos, method, other, otherPos: positions.get(other) ?? other.pos, explicit });
    }
  };
  for (const method of type.methods) add(method.pos, method, true);

  let terms: Terms = "all";
  let comparable = false;
  type.embeddeds.forEach((embedded, index) => {
    const under = underlying(embedded);
    let otherTerms: Terms;
    let otherComparable = false;
    if (under.kind === "interface") {
      const set = typeSetAt(under, depth + 1);
      const pos = type.embeddedPos[index] ?? 0;
      for (const method of set.methods) add(pos === 0 ? method.pos : pos, method, false);
      otherTerms = set.terms;
      otherComparable = set.comparable;
    } else if (under.kind === "union") {
      const union = unionTerms(under, depth);
      if (union === undefined) oversized.push(type.embeddedPos[index] ?? 0);
      otherTerms = union ?? "all";
    } else {
      if (under.kind === "basic" && under.basic === "invalid") return;
      otherTerms = [{ tilde: false, type: embedded }];
    }
    terms = intersectTerms(terms, otherTerms);
    comparable ||= otherComparable;
    if (comparable && terms !== "all") {
      terms = terms.filter((term) => isStrictlyComparable(term.type));
      comparable = false;
    }
  });
  return new TypeSet([...methods.values()].toSorted(compareMethods), terms, comparable, clashes, oversized);
}

/** The order in which methods are listed and looked for: exported ones first, then by name, then by package. */
export function compareMethods(x: Func, y: Func): number {
  if (x === y) return 0;
  if (x.exported !== y.exported) return x.exported ? -1 : 1;
  if (x.name !== y.name) return x.name < y.name ? -1 : 1;
  const xPath = x.pkg?.path ?? "";
  const yPath = y.pkg?.path ?? "";
  return xPath < yPath ? -1 : xPath > yPath ? 1 : 0;
}

/** The terms of a union, those of interfaces among them taken apart; undefined if they are too many. */
function unionTerms(union: UnionType, depth: number): Terms | undefined {
  const all: UnionTerm[] = [];
  for (const term of union.terms) {
    const under = underlying(term.type);
    if (under.kind === "interface") {
      const { terms } = typeSetAt(under, depth + 1);
      if (terms === "all") return "all";
      for (const term of terms) all.push(term);
    } else if (!(under.kind === "basic" && under.basic === "invalid")) {
      // No type has an underlying type that is not its own underlying type (an error that has been reported).
      if (!term.tilde || identical(term.type, under)) all.push(term);
    }
    if (all.length > maxUnionTerms) return undefined;
  }
  return normalizeTerms(all);
}

/** No type restriction, no methods, and not comparable: any type implements it. */
export function isUniversal(set: TypeSet): boolean {
  return isMethodSet(set) && set.methods.length === 0;
}

/** Has only methods: may be the type of a variable. */
export function isMethodSet(set: TypeSet): boolean {
  return set.terms === "all" && !set.comparable;
}

/** No type implements the interface. */
export function isEmptyTypeSet(set: TypeSet): boolean {
  return set.terms !== "all" && set.terms.length === 0;
}

/** The set names specific types. */
export function hasTerms(set: TypeSet): boolean {
  return set.terms !== "all" && set.terms.length > 0;
}

/**
 * Calls `visit` for each type of the type set of `type` with its underlying type: for a type parameter, each term;
 * undefined twice when there is none in particular; any other type is its only term. Stops when `visit` returns
 * false, and returns that.
 */
export function forEachTerm(
  type: Type,
  visit: (type: Type | undefined, under: Type | undefined) => boolean,
): boolean {
  const actual = unalias(type);
  if (actual.kind !== "typeparam") return visit(type, underlying(actual));
  const set = typeSetOf(underlying(actual) as InterfaceType);
  if (set.terms === "all" || set.terms.length === 0) return visit(undefined, undefined);
  return set.terms.every((term) => visit(term.type, underlying(term.type)));
}

/** A common underlying type or why there is none. */
type CommonUnderlying =
  { readonly ok: true; readonly type: Type } | { readonly ok: false; readonly cause: string };

/**
 * The single underlying type of all types in the type set of `type`. Channels may differ in direction; the result
 * has the narrower one. `condition` may refuse a term with a cause.
 */
export function commonUnderlying(
  type: Type,
  condition?: (type: Type, under: Type) => Verdict,
  qualifier?: Qualifier,
): CommonUnderlying {
  let first: Type | undefined;
  let common: Type | undefined;
  const causes: string[] = [];
  forEachTerm(type, (term, under) => {
    if (term === undefined || under === undefined) {
      causes.push("no specific type");
      return false;
    }
    const allowed = condition?.(term, under) ?? holds;
    if (!allowed.ok) {
      causes.push(allowed.cause);
      return false;
    }
    if (common === undefined) {
      first = term;
      common = under;
      return true;
    }
    if (common.kind === "chan" && under.kind === "chan") {
      if (!identical(common.element, under.element)) {
        causes.push(
          `channels ${typeString(first!, qualifier)} and ${typeString(term, qualifier)} have different element types`,
        );
        return false;
      }
      if (common.direction === "both") common = under;
      else if (under.direction !== "both" && under.direction !== common.direction) {
        causes.push(
          `channels ${typeString(first!, qualifier)} and ${typeString(term, qualifier)} have conflicting directions`,
        );
        return false;
      }
      return true;
    }
    if (!identical(common, under)) {
      causes.push(
        `${typeString(first!, qualifier)} and ${typeString(term, qualifier)} have different underlying types`,
      );
      return false;
    }
    return true;
  });
  const [cause] = causes;
  if (cause !== undefined) return { ok: false, cause };
  return common === undefined ? { ok: false, cause: "no specific type" } : { ok: true, type: common };
}

/** As {@link commonUnderlying}, or undefined; for code that needs no cause. */
export function coreType(type: Type): Type | undefined {
  const actual = unalias(type);
  if (actual.kind !== "typeparam") return underlying(actual);
  const result = commonUnderlying(actual);
  return result.ok ? result.type : undefined;
}

/** As {@link coreType}, but a mixture of byte slices and strings counts as string (append, copy, slicing). */
export function coreBytesOrString(type: Type): Type | undefined {
  const core = coreType(type);
  if (core !== undefined) return core;
  let strings = false;
  const uniform = forEachTerm(type, (_, under) => {
    if (under === undefined) return false;
    if (under.kind === "basic" && under.basic === "string") {
      strings = true;
      return true;
    }
    return isByteSlice(under);
  });
  return uniform && strings ? basicTypes.string : undefined;
}

/** A slice whose elements are identical to bytes. */
function isByteSlice(under: Type): boolean {
  return under.kind === "slice" && identical(under.element, basicTypes.uint8);
}

/** Terms of a union that are no interfaces and share a type with an earlier one, each with that. */
export function overlappingTerms(
  terms: readonly UnionTerm[],
): readonly { readonly first: number; readonly second: number }[] {
  const out: { readonly first: number; readonly second: number }[] = [];
  for (let second = 1; second < terms.length; second++) {
    const y = terms[second]!;
    if (underlying(y.type).kind === "interface") continue;
    for (let first = 0; first < second; first++) {
      const x = terms[first]!;
      if (underlying(x.type).kind === "interface" || disjoint(x, y)) continue;
      out.push({ first, second });
      break;
    }
  }
  return out;
}
