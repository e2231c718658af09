import type { Diagnostic, Pos } from "@goes/source";
import { invalidType } from "./basic.ts";
import { describeCycle, type CycleStep } from "./cycles.ts";
import { identical } from "./identical.ts";
import { resolveNamed, unalias } from "./named.ts";
import { isValid } from "./predicates.ts";
import type { NamedType, Type } from "./type.ts";

/** A type that contains what is being looked at, and where it was written. */
interface Step {
  readonly type: NamedType;
  readonly pos: Pos;
}

/** Steps, the innermost first. */
interface Trail {
  readonly step: Step;
  readonly outer: Trail | undefined;
}

/**
 * The error if a value of `type` would contain itself, or an interface embeds itself (spec, "Struct types", "Array
 * types", "Interface types"); else undefined. The type that closes the cycle has an invalid underlying type from then
 * on, so that it is reported once and nothing loops over it.
 *
 * Instances are looked at through the declaration of their generic type, in which a type parameter leads to its
 * argument; so a type that would expand without end is found too.
 *
 * `sound`: defined types that are known to be in order; those that are found to be are added.
 */
export function invalidRecursion(type: NamedType, sound: Set<Type>): Diagnostic | undefined {
  addSound(type, sound);
  const cycle = visit(type, type.obj.pos, undefined, undefined, sound);
  if (cycle === undefined) return undefined;
  invalidate(cycle[0]!.type);
  const steps = cycle.map((step): CycleStep => ({
    kind: "typename",
    name: step.type.obj.name,
    pos: step.pos,
  }));
  return describeCycle(steps);
}

/** Cuts a cycle: the type, the generic type that it is an instance of, and other instances of that. */
function invalidate(type: NamedType): void {
  const { origin } = type;
  for (const member of [type, origin]) {
    member.underlyingCache = invalidType;
    member.rhs = invalidType;
  }
  for (const instances of origin.instances.values()) {
    for (const instance of instances) instance.underlyingCache = invalidType;
  }
}

/**
 * Looks for a cycle. `nest`: the instances whose type parameters are in force, innermost last; `path`: all named types
 * on the path here.
 */
function visit(
  type: Type,
  pos: Pos,
  nest: Trail | undefined,
  path: Trail | undefined,
  done: Set<Type>,
): readonly Step[] | undefined {
  const actual = unalias(type);
  switch (actual.kind) {
    case "array":
      return visit(actual.element, pos, nest, path, done);
    case "struct": {
      // Fields of one type need one look: else a chain of structs with two such fields takes exponential time.
      const looked = new Set<Type>();
      for (const field of actual.fields) {
        if (field.type === undefined || looked.has(field.type)) continue;
        looked.add(field.type);
        const cycle = visit(field.type, field.pos, nest, path, done);
        if (cycle !== undefined) return cycle;
      }
      return undefined;
    }
    case "union":
      for (const term of actual.terms) {
        const cycle = visit(term.type, pos, nest, path, done);
        if (cycle !== undefined) return cycle;
      }
      return undefined;
    case "interface":
      for (const [index, embedded] of actual.embeddeds.entries()) {
        const cycle = visit(embedded, actual.embeddedPos[index] ?? pos, nest, path, done);
        if (cycle !== undefined) return cycle;
      }
      return undefined;
    case "named":
      return visitNamed(actual, pos, nest, path, done);
    case "typeparam": {
      if (nest === undefined) return undefined;
      const inner = nest.step;
      // The argument is where the instance is written.
      const argument = inner.type.typeArgs[inner.type.origin.typeParams.indexOf(actual)];
      if (argument === undefined) return undefined;
      return visit(argument, inner.pos, nest.outer, path, done);
    }
    case "basic":
    case "chan":
    case "map":
    case "pointer":
    case "signature":
    case "slice":
    case "tuple":
      return undefined;
  }
}

function visitNamed(
  type: NamedType,
  pos: Pos,
  nest: Trail | undefined,
  path: Trail | undefined,
  done: Set<Type>,
): readonly Step[] | undefined {
  if (done.has(type)) return undefined;
  const origin = resolveNamed(type.origin);
  const content = origin.rhs ?? origin.underlyingCache;
  if (content === undefined || !isValid(content)) return undefined;
  if (isOn(nest, type)) {
    const steps: Step[] = [];
    for (let at = path; at !== undefined; at = at.outer) steps.push(at.step);
    steps.reverse();
    const start = steps.findIndex((step) => identical(step.type, type));
    // An instance inside the declaration of its own generic type is reported where it is written.
    return start < 0 ? [{ type, pos }] : steps.slice(start);
  }
  const written = type === origin ? origin.obj.pos : pos;
  const step: Step = { type, pos: written };
  const cycle = visit(content, origin.obj.pos, { step, outer: nest }, { step, outer: path }, done);
  // What an instance leads to depends on where it is, by the type parameters of the types around it.
  if (cycle === undefined && type === origin && origin.typeParams.length === 0) done.add(type);
  return cycle;
}

function isOn(trail: Trail | undefined, type: NamedType): boolean {
  for (let at = trail; at !== undefined; at = at.outer) {
    const other = at.step.type;
    if (other === type || (other.origin === type.origin && identical(other, type))) return true;
  }
  return false;
}

/**
 * Adds the defined types without type parameters that a type consists of and that are in order, whatever their depth:
 * what is left for {@link visit}, which knows paths and instances, is short.
 */
function addSound(root: NamedType, sound: Set<Type>): void {
  interface Frame {
    readonly type: NamedType;
    readonly parts: readonly NamedType[];
    next: number;
    inOrder: boolean;
  }
  const open = new Set<NamedType>();
  const looked = new Set<NamedType>();
  const frames: Frame[] = [];
  const enter = (type: NamedType): boolean => {
    const parts = containedTypes(type);
    if (parts === undefined) return false;
    frames.push({ type, parts, next: 0, inOrder: true });
    open.add(type);
    looked.add(type);
    return true;
  };
  if (!sound.has(root)) enter(root);
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const part = frame.parts[frame.next++];
    if (part !== undefined) {
      if (sound.has(part)) continue;
      if (open.has(part) || looked.has(part) || !enter(part)) frame.inOrder = false;
      continue;
    }
    frames.pop();
    open.delete(frame.type);
    if (frame.inOrder) sound.add(frame.type);
    else if (frames.length > 0) frames.at(-1)!.inOrder = false;
  }
}

/** The defined types that a value of a defined type consists of, or an interface embeds; undefined for generic ones. */
function containedTypes(type: NamedType): readonly NamedType[] | undefined {
  if (type.origin !== type || resolveNamed(type).typeParams.length > 0) return undefined;
  const content = type.rhs ?? type.underlyingCache;
  if (content === undefined || !isValid(content)) return undefined;
  const parts: NamedType[] = [];
  const work: Type[] = [content];
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    const actual = unalias(item);
    if (actual === invalidType) return undefined;
    if (actual.kind === "named") parts.push(actual);
    else if (actual.kind === "array") work.push(actual.element);
    else if (actual.kind === "struct") {
      for (const field of actual.fields) work.push(field.type ?? invalidType);
    } else if (actual.kind === "union") for (const term of actual.terms) work.push(term.type);
    else if (actual.kind === "interface") work.push(...actual.embeddeds);
    else if (actual.kind === "typeparam") return undefined;
  }
  return parts;
}
