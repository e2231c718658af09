import { expression, variableExpression, type Maker } from "./expressions.ts";
import type { Expression, Generator, Site } from "./generator.ts";
import { basic, int, string, text, type GoType } from "./types.ts";

/** Strings. Those that grow are cut, or they would fill memory in loops. */
export function stringExpression(gen: Generator, type: GoType, site: Site): readonly Maker[] {
  const wrap = (of: string): Expression => ({
    text: text(type) === "string" ? of : `${text(type)}(${of})`,
    constant: false,
  });
  const value = (): string => variableExpression(gen, string, site).text;
  return [
    { weight: 25, make: () => concatenation(gen, type, site) },
    {
      weight: 8,
      make: () => {
        gen.need("sub");
        return wrap(`sub(${value()}, ${gen.random.int(4)}, ${gen.random.int(9)})`);
      },
    },
    {
      weight: 8,
      make: () => {
        if (site.mode !== "risky" || site.risk.left <= 0) return undefined;
        site.risk.left--;
        return wrap(
          gen.random.chance(50)
            ? slice(gen, value())
            : `(${value()})[${variableExpression(gen, int, site).text}:]`,
        );
      },
    },
    { weight: 5, make: () => wrap(`string([]byte(${value()}))`) },
    { weight: 5, make: () => wrap(`string([]rune(${value()}))`) },
    {
      weight: 5,
      make: () =>
        wrap(
          `string(rune(${variableExpression(gen, basic(gen.random.pick(["uint8", "int32", "uint16", "int64"])), site).text}))`,
        ),
    },
    {
      weight: 6,
      make: () => {
        gen.need("itoa");
        return wrap(`itoa(${expression(gen, int, site).text})`);
      },
    },
    { weight: 3, make: () => wrap(`min(${value()}, ${value()})`) },
    {
      weight: gen.usesFmt ? 10 : 0,
      make: () => {
        const of = gen.anyType();
        if (!printable(of)) return undefined;
        gen.imports.add("fmt");
        gen.need("cut");
        const verb = gen.random.pick(["%v", "%+v", "%T", "%5v", "%-4v|"]);
        return wrap(`cut(fmt.Sprintf("${verb}", ${expression(gen, of, site).text}))`);
      },
    },
  ];
}

function concatenation(gen: Generator, type: GoType, site: Site): Expression {
  const parts = [variableExpression(gen, type, site).text];
  for (let more = 1 + gen.random.int(3); more > 0; more--) parts.push(expression(gen, type, site).text);
  gen.need("cut");
  const sum = `cut(string(${gen.random.shuffled(parts).join(" + ")}))`;
  return { text: text(type) === "string" ? sum : `${text(type)}(${sum})`, constant: false };
}

function slice(gen: Generator, of: string): string {
  const low = gen.random.int(3);
  return gen.random.pick([
    `(${of})[${low}:]`,
    `(${of})[:${low}]`,
    `(${of})[${low}:${low + gen.random.int(3)}]`,
  ]);
}

/** Whether fmt prints values of the type without addresses. */
export function printable(type: GoType): boolean {
  switch (type.kind) {
    case "pointer":
    case "func":
    case "param":
    case "interface":
      return false;
    case "named":
      return (
        printable(type.underlying) && type.methods.every((m) => m.name !== "Error" && m.name !== "String")
      );
    case "slice":
    case "array":
      return printable(type.elem);
    case "map":
      return printable(type.key) && printable(type.elem) && type.key.kind === "basic";
    case "struct":
      return type.fields.every((field) => printable(field.type));
    case "basic":
      return true;
  }
}
