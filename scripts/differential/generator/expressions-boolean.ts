import { expression, variableExpression, type Maker } from "./expressions.ts";
import type { Expression, Generator, Place } from "./generator.ts";
import { readablePaths } from "./paths.ts";
import { basicName, isOrdered, isStrictlyComparable, text, underlying, type GoType } from "./types.ts";

/** Comparisons and logic. */
export function boolean(gen: Generator, type: GoType, place: Place): readonly Maker[] {
  const wrap = (of: string): Expression => ({
    text: text(type) === "bool" ? `(${of})` : `${text(type)}(${of})`,
    constant: false,
  });
  return [
    { weight: 30, make: () => wrap(comparison(gen, place)) },
    { weight: 8, make: () => wrap(interfaceComparison(gen, place) ?? comparison(gen, place)) },
    { weight: 6, make: () => wrap(nilComparison(gen, place) ?? comparison(gen, place)) },
    {
      weight: 16,
      make: () => {
        const op = gen.random.pick(["&&", "||"]);
        const a = variableExpression(gen, type, place).text;
        const b = expression(gen, type, place).text;
        return { text: `(${a} ${op} ${b})`, constant: false };
      },
    },
    { weight: 8, make: () => ({ text: `!(${variableExpression(gen, type, place).text})`, constant: false }) },
  ];
}

function comparison(gen: Generator, place: Place): string {
  const { random } = gen;
  const type =
    gen.typeWhere((t) => isStrictlyComparable(t) && (isOrdered(t) || random.chance(50))) ??
    gen.typeWhere(isOrdered)!;
  const ops = isOrdered(type) ? ["<", "<=", ">", ">=", "==", "!="] : ["==", "!="];
  const a =
    basicName(type) === undefined ? expression(gen, type, place) : variableExpression(gen, type, place);
  return `(${a.text}) ${random.pick(ops)} (${expression(gen, type, place).text})`;
}

/** Of values in interfaces: comparing uncomparable ones panics. */
function interfaceComparison(gen: Generator, place: Place): string | undefined {
  if (place.mode !== "risky" || place.risk.left <= 0) return undefined;
  const found = readablePaths(gen, place).filter(
    (path) => !path.panics && underlying(path.type).kind === "interface",
  );
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  place.risk.left--;
  const other = expression(gen, path.type, { ...place, mode: "plain" });
  return `${path.text} == ${other.text}`;
}

const nilable: ReadonlySet<string> = new Set(["pointer", "slice", "map", "func", "interface"]);

function nilComparison(gen: Generator, place: Place): string | undefined {
  const found = readablePaths(gen, place).filter(
    (path) => !path.panics && nilable.has(underlying(path.type).kind),
  );
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  return `${path.text} ${gen.random.pick(["==", "!="])} nil`;
}
