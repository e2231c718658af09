import { boolean } from "./expressions-boolean.ts";
import { composite } from "./expressions-composite.ts";
import { number } from "./expressions-number.ts";
import { stringExpression } from "./expressions-string.ts";
import { call, immediateFunction, trace } from "./calls.ts";
import type { Expression, Generator, Site } from "./generator.ts";
import { basicLiteral, seed } from "./literals.ts";
import { readablePaths } from "./paths.ts";
import { isComplex, isFloat, isInteger, text, underlying, type GoType } from "./types.ts";

/** A way to make an expression; returns nothing if it does not fit. */
export interface Maker {
  readonly weight: number;
  readonly make: () => Expression | undefined;
}

/** An expression of a type. */
export function expression(gen: Generator, type: GoType, site: Site): Expression {
  const { random } = gen;
  const makers: Maker[] = [{ weight: 30, make: () => read(gen, type, site) }];
  if (site.depth > 0) {
    const inner: Site = { ...site, depth: site.depth - 1 };
    makers.push(...operations(gen, type, inner));
    makers.push({ weight: 3, make: () => immediateFunction(gen, type, inner) });
    makers.push({ weight: 3, make: () => assertion(gen, type, inner) });
    makers.push({ weight: site.mode === "traced" ? 25 : 6, make: () => call(gen, type, inner) });
    if (site.mode === "traced") makers.push({ weight: 10, make: () => trace(gen, type, inner) });
  } else {
    makers.push({ weight: 12, make: () => leaf(gen, type, site) });
  }
  while (makers.length > 0) {
    const maker = random.weighted(makers);
    const made = maker.make();
    if (made !== undefined) return made;
    makers.splice(makers.indexOf(maker), 1);
  }
  return leaf(gen, type, site);
}

/** An expression that Go does not compute while compiling. */
export function variableExpression(gen: Generator, type: GoType, site: Site): Expression {
  for (let tries = 0; tries < 3; tries++) {
    const made = expression(gen, type, site);
    if (!made.constant) return made;
  }
  return seed(gen, type);
}

/** A variable, or something that can be reached from one. */
function read(gen: Generator, type: GoType, site: Site): Expression | undefined {
  const wanted = text(type);
  const found = readablePaths(gen, site).filter(
    // What has not been set may be nil.
    (path) =>
      text(path.type) === wanted && (underlying(type).kind !== "func" || path.text === path.variable.name),
  );
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  if (path.panics) site.risk.left--;
  return { text: path.text, constant: false };
}

/** A literal, or a replacement for one. */
function leaf(gen: Generator, type: GoType, site: Site): Expression {
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
    composite(gen, type, { ...site, depth: Math.min(site.depth, 0) - 1 }) ?? {
      text: `*new(${text(type)})`,
      constant: false,
    }
  );
}

function operations(gen: Generator, type: GoType, site: Site): readonly Maker[] {
  const under = underlying(type);
  if (isInteger(type) || isFloat(type) || isComplex(type)) return number(gen, type, site);
  if (type.kind === "param") {
    return type.constraint === "integer" || type.constraint === "number" ? number(gen, type, site) : [];
  }
  if (under.kind === "basic" && under.name === "bool") return boolean(gen, type, site);
  if (under.kind === "basic" && under.name === "string") return stringExpression(gen, type, site);
  return [{ weight: 40, make: () => composite(gen, type, site) }];
}

/** `x.(T)` of a variable that may hold something else. */
function assertion(gen: Generator, type: GoType, site: Site): Expression | undefined {
  if (site.mode !== "risky" || site.risk.left <= 0 || type.kind === "param") return undefined;
  if (underlying(type).kind === "interface") return undefined;
  const found = readablePaths(gen, site).filter((path) => text(path.type) === "any");
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  if (path.panics) return undefined;
  site.risk.left--;
  return { text: `${path.text}.(${text(type)})`, constant: false };
}
