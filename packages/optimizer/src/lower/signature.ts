import { types, type Type } from "@goes/ir";

/**
 * More parameters or results than this do not all go by value: engines take at most 1,000 of each (WebAssembly
 * JavaScript interface, "Implementation-defined limits").
 */
const mostByValue = 400;

/** Bytes of a component in the area of a call. */
export const areaWord = 8;

/**
 * How the components of a signature are passed: all by value or, if there are too many, some through an area in the
 * frame of the caller, whose address is then the last parameter but one. The last parameter stays where it is: it may be
 * a closure object. The form follows from the components alone, so that callers through tables agree with what they call.
 */
export interface PassedSignature {
  readonly params: readonly Type[];
  readonly results: readonly Type[];
  /** Undefined if all goes by value. */
  readonly area: SignatureArea | undefined;
}

/** What goes through memory. The parameters come first in the area, then the results. */
interface SignatureArea {
  /** The parameters `from <= i < to` of the original signature are in the area. */
  readonly from: number;
  readonly to: number;
  /** The results from this one on are in the area. */
  readonly results: number;
  /** Bytes of the area. */
  readonly size: number;
}

/** The form in which a signature of these components is passed. */
export function passedSignature(params: readonly Type[], results: readonly Type[]): PassedSignature {
  if (params.length <= mostByValue && results.length <= mostByValue) {
    return { params, results, area: undefined };
  }
  const to = Math.max(params.length - 1, 0);
  const from = Math.min(to, mostByValue - 2);
  const byValue = Math.min(results.length, mostByValue);
  return {
    params: [...params.slice(0, from), types.ptr, ...params.slice(to)],
    results: results.slice(0, byValue),
    area: { from, to, results: byValue, size: (to - from + results.length - byValue) * areaWord },
  };
}

/** Where the parameter of the original signature is in the area, in bytes. */
export function paramOffset(area: SignatureArea, index: number): number {
  return (index - area.from) * areaWord;
}

/** Where the result of the original signature is in the area, in bytes. */
export function resultOffset(area: SignatureArea, index: number): number {
  return (area.to - area.from + index - area.results) * areaWord;
}
