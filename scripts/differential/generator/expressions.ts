import { boolean } from "./expressions-boolean.ts";
import { composite } from "./expressions-composite.ts";
import { number } from "./expressions-number.ts";
import { stringExpression } from "./expressions-string.ts";
import { call, immediateFunction, trace } from "./calls.ts";
import type { Expression, Generator, Place } from "./generator.ts";
import { basicLiteral, seed } from "./literals.ts";
import { readablePaths } from "./paths.ts";
import { isComplex, isFloat, isInteger, text, underlying, type GoType } from "./types.ts";

/** A way to make an expression; gives nothing where it does not fit. */
export interface Maker {
  readonly weight: number;
  readonly make: () => Expression | undefined;
}

/** An expression of a type. */
export function expression(gen: Generator, type: GoType, place: Place): Expression {
  const { random } = gen;
  const makers: Maker[] = [{ weight: 30, make: () => read(gen, type, place) }];
  if (place.depth > 0) {
    const inner: Place = { ...place, depth: place.depth - 1 };
    makers.push(...operations(gen, type, inner));
    makers.push({ weight: 3, make: () => immediateFunction(gen, type, inner) });
    makers.push({ weight: 3, make: () => assertion(gen, type, inner) });
    makers.push({ weight: place.mode === "traced" ? 25 : 6, make: () => call(gen, type, inner) });
    if (place.mode === "traced") makers.push({ weight: 10, make: () => trace(gen, type, inner) });
  } else {
    makers.push({ weight: 12, make: () => leaf(gen, type, place) });
  }
  while (makers.length > 0) {
    const maker = random.weighted(makers);
    const made = maker.make();
    if (made !== undefined) return made;
    makers.splice(makers.indexOf(maker), 1);
  }
  return leaf(gen, type, place);
}

/** An expression that Go does not compute while compiling. */
export function variableExpression(gen: Generator, type: GoType, place: Place): Expression {
  for (let tries = 0; tries < 3; tries++) {
    const made = expression(gen, type, place);
    if (!made.constant) return made;
  }
  return seed(gen, type);
}

/** A variable, or something that can be reached from one. */
function read(gen: Generator, type: GoType, place: Place): Expression | undefined {
  const wanted = text(type);
  const found = readablePaths(gen, place).filter(
    // What has not been set may be nil.
    (path) =>
      text(path.type) === wanted && (underlying(type).kind !== "func" || path.text === path.variable.name),
  );
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  if (path.panics) place.risk.left--;
  return { text: path.text, constant: false };
}

/** A literal, or what stands for one. */
function leaf(gen: Generator, type: GoType, place: Place): Expression {
  const under = underlying(type);
  if (type.kind === "param") {
    if (type.constraint === "integer" || type.constraint === "number") {
      return { text: `${type.name}(${gen.random.int(20)})`, constant: false };
    }
    return { text: `*new(${type.name})`, constant: false };
  }
  if (under.kind === "basic") {
    if (gen.random.chance(25)) return seed(gen, type);
    return { text: basicLiteral(gen, type), constant: true };
  }
  // Below 0 it counts how deep leaves are nested in leaves: a type may hold itself through an interface.
  return (
    composite(gen, type, { ...place, depth: Math.min(place.depth, 0) - 1 }) ?? {
      text: `*new(${text(type)})`,
      constant: false,
    }
  );
}

function operations(gen: Generator, type: GoType, place: Place): readonly Maker[] {
  const under = underlying(type);
  if (isInteger(type) || isFloat(type) || isComplex(type)) return number(gen, type, place);
  if (type.kind === "param") {
    return type.constraint === "integer" || type.constraint === "number" ? number(gen, type, place) : [];
  }
  if (under.kind === "basic" && under.name === "bool") return boolean(gen, type, place);
  if (under.kind === "basic" && under.name === "string") return stringExpression(gen, type, place);
  return [{ weight: 40, make: () => composite(gen, type, place) }];
}

/** `x.(T)` of a variable that may hold something else. */
function assertion(gen: Generator, type: GoType, place: Place): Expression | undefined {
  if (place.mode !== "risky" || place.risk.left <= 0 || type.kind === "param") return undefined;
  if (underlying(type).kind === "interface") return undefined;
  const found = readablePaths(gen, place).filter((path) => text(path.type) === "any");
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  if (path.panics) return undefined;
  place.risk.left--;
  return { text: `${path.text}.(${text(type)})`, constant: false };
}
