import { indent, type Generator } from "./generator.ts";
import { basic, bitsOf, integerNames, isUnsigned, text, type GoType } from "./types.ts";

/** Constants: untyped arithmetic of any size, and iota. Gives statements that print them. */
export function declareConstants(gen: Generator): readonly string[] {
  return [
    ...untyped(gen),
    ...(gen.random.chance(60) ? iota(gen) : []),
    ...(gen.random.chance(30) ? floats(gen) : []),
  ];
}

/** A chain of untyped integer constants; their values are followed here so that what is printed fits. */
function untyped(gen: Generator): string[] {
  const { random } = gen;
  const names: { readonly name: string; readonly value: bigint }[] = [];
  const lines: string[] = [];
  const operand = (): { readonly text: string; readonly value: bigint } => {
    if (names.length > 0 && random.chance(60)) {
      const { name, value } = random.pick(names);
      return { text: name, value };
    }
    const value = BigInt(random.int(1 << 20)) - 1000n;
    return { text: value < 0n ? `(${value})` : String(value), value };
  };
  for (let n = 2 + random.int(4); n > 0; n--) {
    const [a, b] = [operand(), operand()];
    const shift = BigInt(random.int(90));
    const forms: readonly (readonly [string, bigint])[] = [
      [`${a.text} + ${b.text}`, a.value + b.value],
      [`${a.text} - ${b.text}`, a.value - b.value],
      [`${a.text} * ${b.text}`, a.value * b.value],
      [`${a.text} << ${shift}`, a.value << shift],
      [`${a.text} >> ${shift}`, a.value >> shift],
      [`${a.text} & ${b.text}`, a.value & b.value],
      [`${a.text} | ${b.text}`, a.value | b.value],
      [`${a.text} ^ ${b.text}`, a.value ^ b.value],
      [`${a.text} &^ ${b.text}`, a.value & ~b.value],
      [`^${a.text}`, ~a.value],
      ...(b.value === 0n
        ? []
        : ([
            [`${a.text} / ${b.text}`, a.value / b.value],
            [`${a.text} % ${b.text}`, a.value % b.value],
          ] as const)),
    ];
    const [form, value] = random.pick(forms);
    // Go's constants have 512 bits.
    if (value > 1n << 400n || value < -(1n << 400n)) continue;
    const name = gen.fresh("c");
    lines.push(`const ${name} = ${form}`);
    names.push({ name, value });
  }
  gen.declarations.push(...lines);
  return names.map(({ name }) => `println(${name} % 1000003, ${name} > 12345, ${name} == 0)`);
}

/** A group with iota, typed, so that no value leaves the type. */
function iota(gen: Generator): string[] {
  const { random } = gen;
  const type: GoType = basic(random.pick(integerNames));
  const name = gen.fresh("E");
  gen.declarations.push(`type ${name} ${text(type)}`);
  const top = bitsOf(type) - (isUnsigned(type) ? 1 : 2);
  const form = random.pick([
    "iota",
    "iota*3 + 1",
    `1 << iota`,
    `iota % 3`,
    `1 << (${Math.min(6, top)} - iota)`,
    "iota << 2 | 1",
  ]);
  const count = 3 + random.int(3);
  const names = Array.from({ length: count }, (_, i) => (i > 0 && random.chance(15) ? "_" : gen.fresh("c")));
  const rows = names.map((each, i) => (i === 0 ? `${each} ${name} = ${form}` : each));
  gen.declarations.push(`const (\n${indent(rows).join("\n")}\n)`);
  return names.filter((each) => each !== "_").map((each) => `println(${each}, ${each}+1 == ${each})`);
}

function floats(gen: Generator): string[] {
  const { random } = gen;
  const name = gen.fresh("c");
  const a = random.pick(["0.1", "1e100", "3", "1.0 / 3", "2.5e-8"]);
  const b = random.pick(["7", "1e90", "0.3", "1 << 70"]);
  gen.declarations.push(`const ${name} = (${a}) ${random.pick(["*", "/", "+", "-"])} (${b})`);
  return [`println(float64(${name}), ${name} > 1, float64(${name})*3)`];
}
