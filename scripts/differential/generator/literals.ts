import type { Expression, Generator } from "./generator.ts";
import { basicName, bitsOf, isUnsigned, text, underlying, type BasicName, type GoType } from "./types.ts";

const strings = [
  '""',
  '"a"',
  '"go"',
  '"hello"',
  '"h\\u00e9llo"',
  '"\\u65e5\\u672c"',
  '"\\xff\\xfe"',
  '"ab\\x80c"',
  '"x\\x00y"',
  '"\\xe6\\x97"',
  '"\\U0001f600!"',
  '"tab\\tq\\""',
  "`raw\\n`",
  '"\\xed\\xa0\\x80z"',
];
const floats = [
  "0",
  "1",
  "-1",
  "0.5",
  "1.25",
  "-2.75",
  "3",
  "1e10",
  "-1e-5",
  "0.1",
  "100.001",
  "1e30",
  "7e-40",
];

/** The value of an integer literal: small ones, and those at the ends of the range. */
export function integerValue(gen: Generator, type: GoType): bigint {
  const { random } = gen;
  const bits = BigInt(bitsOf(type));
  const unsigned = isUnsigned(type);
  const low = unsigned ? 0n : -(1n << (bits - 1n));
  const high = unsigned ? (1n << bits) - 1n : (1n << (bits - 1n)) - 1n;
  const way = random.int(10);
  if (way < 5) return BigInt(random.between(unsigned ? 0 : -3, 9));
  if (way < 7) return BigInt(random.between(unsigned ? 0 : -100, 100));
  if (way === 7) return random.pick([low, high, high - 1n, low + 1n]);
  if (way === 8) return (1n << BigInt(random.int(Number(bits) - 1))) - BigInt(random.int(2));
  const wide = (BigInt(random.int(2 ** 32)) << 32n) | BigInt(random.int(2 ** 32));
  return unsigned ? BigInt.asUintN(Number(bits), wide) : BigInt.asIntN(Number(bits), wide);
}

/** A literal of a basic type or of a named type with such an underlying type, converted to the type. */
export function basicLiteral(gen: Generator, type: GoType): string {
  const name = basicName(type)!;
  const value = literalText(gen, name, type);
  const implied: readonly string[] = ["bool", "string"];
  return implied.includes(text(type)) ? value : `${text(type)}(${value})`;
}

function literalText(gen: Generator, name: BasicName, type: GoType): string {
  if (name === "bool") return gen.random.pick(["true", "false"]);
  if (name === "string") return gen.random.pick(strings);
  if (name === "float32" || name === "float64") return gen.random.pick(floats);
  if (name === "complex64" || name === "complex128")
    return `${gen.random.pick(floats)} + ${gen.random.pick(["1i", "0i", "2.5i", "-3i"])}`.replace(
      "+ -",
      "- ",
    );
  return integerValue(gen, type).toString();
}

/** An operand of a basic type that is not a constant. */
export function seed(gen: Generator, type: GoType): Expression {
  const under = underlying(type);
  if (under.kind !== "basic") throw new Error(`no seed of type ${text(type)}`);
  const name = gen.seed(under, () => literalText(gen, under.name, under));
  return { text: type.kind === "named" ? `${type.name}(${name})` : name, constant: false };
}
