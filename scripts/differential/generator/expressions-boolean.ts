import { expression, variableExpression, type Maker } from "./expressions.ts";
import type { Expression, Generator, Site } from "./generator.ts";
import { readablePaths } from "./paths.ts";
import { basicName, isOrdered, isStrictlyComparable, text, underlying, type GoType } from "./types.ts";

/** Comparisons and logic. */
export function boolean(gen: Generator, type: GoType, site: Site): readonly Maker[] {
  const wrap = (of: string): Expression => ({
    text: text(type) === "bool" ? `(${of})` : `${text(type)}(${of})`,
    constant: false,
  });
  return [
    { weight: 30, make: () => wrap(comparison(gen, site)) },
    { weight: 8, make: () => wrap(interfaceComparison(gen, site) ?? comparison(gen, site)) },
    { weight: 6, make: () => wrap(nilComparison(gen, site) ?? comparison(gen, site)) },
    {
      weight: 16,
      make: () => {
        const op = gen.random.pick(["&&", "||"]);
        const a = variableExpression(gen, type, site).text;
        const b = expression(gen, type, site).text;
        return { text: `(${a} ${op} ${b})`, constant: false };
      },
    },
    { weight: 8, make: () => ({ text: `!(${variableExpression(gen, type, site).text})`, constant: false }) },
  ];
}

function comparison(gen: Generator, site: Site): string {
  const { random } = gen;
  const type =
    gen.typeWhere((t) => isStrictlyComparable(t) && (isOrdered(t) || random.chance(50))) ??
    gen.typeWhere(isOrdered)!;
  const ops = isOrdered(type) ? ["<", "<=", ">", ">=", "==", "!="] : ["==", "!="];
  const a = basicName(type) === undefined ? expression(gen, type, site) : variableExpression(gen, type, site);
  return `(${a.text}) ${random.pick(ops)} (${expression(gen, type, site).text})`;
}

/** Of values in interfaces: comparing uncomparable ones panics. */
function interfaceComparison(gen: Generator, site: Site): string | undefined {
  if (site.mode !== "risky" || site.risk.left <= 0) return undefined;
  const found = readablePaths(gen, site).filter(
    (path) => !path.panics && underlying(path.type).kind === "interface",
  );
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  site.risk.left--;
  const other = expression(gen, path.type, { ...site, mode: "plain" });
  return `${path.text} == ${other.text}`;
}

const nilable: ReadonlySet<string> = new Set(["pointer", "slice", "map", "func", "interface"]);

function nilComparison(gen: Generator, site: Site): string | undefined {
  const found = readablePaths(gen, site).filter(
    (path) => !path.panics && nilable.has(underlying(path.type).kind),
  );
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  return `${path.text} ${gen.random.pick(["==", "!="])} nil`;
}
