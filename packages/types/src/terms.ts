import { identical } from "./identical.ts";
import { underlying } from "./named.ts";
import type { Type, UnionTerm } from "./type.ts";

/** A union of terms in normal form (pairwise disjoint), or "all": every type. */
export type Terms = "all" | readonly UnionTerm[];

/** No type belongs to both terms. */
export function disjoint(x: UnionTerm, y: UnionTerm): boolean {
  const ux = y.tilde ? underlying(x.type) : x.type;
  const uy = x.tilde ? underlying(y.type) : y.type;
  return !identical(ux, uy);
}

/** Normal form: terms that others include are dropped. */
export function normalizeTerms(terms: readonly UnionTerm[]): readonly UnionTerm[] {
  const out: UnionTerm[] = [];
  for (const term of terms) {
    const at = out.findIndex((other) => !disjoint(other, term));
    if (at < 0) out.push(term);
    else if (term.tilde && !out[at]!.tilde) {
      // The wider term may take in several of those collected before.
      const rest = out.filter((other, index) => index !== at && disjoint(other, term));
      out.length = 0;
      for (const kept of rest) out.push(kept);
      out.push(term);
    }
  }
  return out;
}

/** The types that belong to both. */
export function intersectTerms(xs: Terms, ys: Terms): Terms {
  if (xs === "all") return ys;
  if (ys === "all") return xs;
  const out: UnionTerm[] = [];
  for (const x of xs) {
    for (const y of ys) {
      if (!disjoint(x, y)) out.push(x.tilde && !y.tilde ? y : x);
    }
  }
  return normalizeTerms(out);
}

/** `type` belongs to one of the terms. */
export function termsInclude(terms: Terms, type: Type): boolean {
  if (terms === "all") return true;
  return terms.some((term) => identical(term.type, term.tilde ? underlying(type) : type));
}

/** All types of `x` belong to one term of `terms`. */
function termsCover(terms: Terms, x: UnionTerm): boolean {
  if (terms === "all") return true;
  return terms.some((y) => !disjoint(x, y) && (!x.tilde || y.tilde));
}

/** All types of `xs` belong to `ys`. */
export function termsSubset(xs: Terms, ys: Terms): boolean {
  if (ys === "all") return true;
  if (xs === "all") return false;
  return xs.every((x) => termsCover(ys, x));
}
