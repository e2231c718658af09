import { expression, variableExpression, type Maker } from "./expressions.ts";
import type { Expression, Generator, Site } from "./generator.ts";
import { basicLiteral, integerValue, seed } from "./literals.ts";
import { readablePaths } from "./paths.ts";
import {
  basic,
  basicName,
  bool,
  integerNames,
  isComplex,
  isFloat,
  isInteger,
  satisfies,
  string,
  text,
  underlying,
  type BasicName,
  type GoType,
} from "./types.ts";

/** Integers, floats, complex numbers, and type parameters that stand for numbers. */
export function number(gen: Generator, type: GoType, site: Site): readonly Maker[] {
  const makers: Maker[] = [
    { weight: 30, make: () => arithmetic(gen, type, site) },
    { weight: 4, make: () => ({ text: `-${operand(gen, type, site)}`, constant: false }) },
    { weight: 5, make: () => minMax(gen, type, site) },
  ];
  const integral = isInteger(type) || (type.kind === "param" && type.constraint === "integer");
  if (integral) {
    makers.push(
      { weight: 14, make: () => bitwise(gen, type, site) },
      { weight: 10, make: () => shift(gen, type, site) },
      { weight: 3, make: () => ({ text: `^${operand(gen, type, site)}`, constant: false }) },
    );
  }
  if (type.kind === "param") return makers;
  makers.push(
    { weight: 8, make: () => division(gen, type, site) },
    { weight: 12, make: () => conversion(gen, type, site) },
  );
  if (basicName(type) === "int") {
    makers.push(
      { weight: 8, make: () => length(gen, type, site) },
      { weight: 4, make: () => fromBool(gen, type, site) },
    );
  }
  if (basicName(type) === "uint8") makers.push({ weight: 6, make: () => byteOf(gen, type, site) });
  if (isFloat(type)) makers.push({ weight: 4, make: () => partOfComplex(gen, type, site) });
  if (isComplex(type)) makers.push({ weight: 8, make: () => complexOf(gen, type, site) });
  return makers;
}

/** An operand that is not a constant, in parentheses where it needs them. */
function operand(gen: Generator, type: GoType, site: Site): string {
  return type.kind === "param"
    ? `(${expression(gen, type, site).text})`
    : `(${variableExpression(gen, type, site).text})`;
}

/** The other operand: a literal as often as not, plain where its type follows from the first. */
function second(gen: Generator, type: GoType, site: Site): string {
  if (isInteger(type) && gen.random.chance(40)) return `(${integerValue(gen, type)})`;
  return `(${expression(gen, type, site).text})`;
}

function arithmetic(gen: Generator, type: GoType, site: Site): Expression {
  const a = operand(gen, type, site);
  const b = second(gen, type, site);
  const op = gen.random.pick(["+", "-", "*"]);
  return gen.random.chance(75)
    ? { text: `(${a} ${op} ${b})`, constant: false }
    : { text: `(${b} ${op} ${a})`, constant: false };
}

function bitwise(gen: Generator, type: GoType, site: Site): Expression {
  const op = gen.random.pick(["&", "|", "^", "&^"]);
  return { text: `(${operand(gen, type, site)} ${op} ${second(gen, type, site)})`, constant: false };
}

function division(gen: Generator, type: GoType, site: Site): Expression | undefined {
  const a = operand(gen, type, site);
  if (!isInteger(type)) {
    return { text: `(${a} / ${operand(gen, type, site)})`, constant: false };
  }
  const op = gen.random.pick(["/", "%"]);
  const way = gen.random.int(3);
  if (way === 0) {
    const value = integerValue(gen, type) || 7n;
    return { text: `(${a} ${op} (${value}))`, constant: false };
  }
  if (way === 1 && site.mode === "risky" && site.risk.left > 0) {
    site.risk.left--;
    return { text: `(${a} ${op} ${operand(gen, type, site)})`, constant: false };
  }
  return { text: `(${a} ${op} (${operand(gen, type, site)} | 1))`, constant: false };
}

function shift(gen: Generator, type: GoType, site: Site): Expression {
  const { random } = gen;
  const op = random.pick(["<<", ">>"]);
  const a = operand(gen, type, site);
  const way = random.int(4);
  if (way === 0) return { text: `(${a} ${op} ${random.int(72)})`, constant: false };
  const counts = integerNames.filter((name) => name.startsWith("uint"));
  const unsigned = operand(gen, basic(random.pick(counts)), site);
  if (way === 1) return { text: `(${a} ${op} ${unsigned})`, constant: false };
  if (way === 2 && site.mode === "risky" && site.risk.left > 0) {
    site.risk.left--;
    return { text: `(${a} ${op} ${operand(gen, basic("int"), site)})`, constant: false };
  }
  return { text: `(${a} ${op} (${unsigned} & ${random.pick([7, 15, 31, 63])}))`, constant: false };
}

function minMax(gen: Generator, type: GoType, site: Site): Expression | undefined {
  if (isComplex(type)) return undefined;
  const rest = Array.from({ length: 1 + gen.random.int(2) }, () => expression(gen, type, site).text);
  const args = gen.random.shuffled([operand(gen, type, site), ...rest]);
  return { text: `${gen.random.pick(["min", "max"])}(${args.join(", ")})`, constant: false };
}

/** Of another number; floats become integers through a helper, for what does not fit differs between machines. */
function conversion(gen: Generator, type: GoType, site: Site): Expression | undefined {
  const { random } = gen;
  if (isComplex(type)) {
    const other = basic(random.pick(["complex64", "complex128"]));
    return { text: `${text(type)}(${operand(gen, other, site)})`, constant: false };
  }
  const other = gen.typeWhere((t) => satisfies(t, "number")) ?? basic("int");
  if (isInteger(type) && isFloat(other)) {
    gen.need("trunc");
    return { text: `${text(type)}(trunc(float64(${operand(gen, other, site)})))`, constant: false };
  }
  return { text: `${text(type)}(${operand(gen, other, site)})`, constant: false };
}

const countable: ReadonlySet<string> = new Set(["slice", "map"]);

function length(gen: Generator, type: GoType, site: Site): Expression | undefined {
  const found = readablePaths(gen, site).filter(
    (path) => countable.has(underlying(path.type).kind) || basicName(path.type) === "string",
  );
  if (found.length === 0) return undefined;
  const path = gen.random.pick(found);
  if (path.panics) site.risk.left--;
  const of = underlying(path.type).kind === "slice" && gen.random.chance(40) ? "cap" : "len";
  return { text: wrap(type, `${of}(${path.text})`), constant: false };
}

function wrap(type: GoType, of: string): string {
  return text(type) === "int" ? of : `${text(type)}(${of})`;
}

function fromBool(gen: Generator, type: GoType, site: Site): Expression {
  gen.need("count");
  return { text: wrap(type, `count(${expression(gen, bool, site).text})`), constant: false };
}

function byteOf(gen: Generator, type: GoType, site: Site): Expression | undefined {
  const text_ = `(${variableExpression(gen, string, site).text})`;
  const result = (of: string): Expression => ({ text: `${text(type)}(${of})`, constant: false });
  if (site.mode === "risky" && site.risk.left > 0) {
    site.risk.left--;
    return result(`${text_}[${gen.random.int(3)}]`);
  }
  gen.need("byteAt");
  return result(`byteAt(${text_}, ${gen.random.int(6)})`);
}

function partOfComplex(gen: Generator, type: GoType, site: Site): Expression {
  const of: BasicName = basicName(type) === "float32" ? "complex64" : "complex128";
  const part = gen.random.pick(["real", "imag"]);
  return { text: `${text(type)}(${part}(${operand(gen, basic(of), site)}))`, constant: false };
}

function complexOf(gen: Generator, type: GoType, site: Site): Expression {
  const of = basic(basicName(type) === "complex64" ? "float32" : "float64");
  const re = operand(gen, of, site);
  const im = gen.random.chance(30) ? basicLiteral(gen, of) : seed(gen, of).text;
  return { text: `${text(type)}(complex(${re}, ${im}))`, constant: false };
}
