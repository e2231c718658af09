import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FileSet, type Diagnostic } from "@goes/source";
import { lex } from "@goes/lexer";
import { parseFile } from "@goes/parser";

const folder = new URL("testdata/samples/", import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => name.endsWith(".go"))
  .toSorted()
  .map((name) => readFileSync(new URL(name, folder), "utf8"));

/** Numbers from a fixed seed (Numerical Recipes' linear congruential generator). */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function parse(text: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const file = new FileSet().addText("x.go", text);
  const tree = parseFile(file, (item) => diagnostics.push(item));
  expect(tree.kind).toBe("File");
  for (const item of diagnostics) {
    expect(item.pos).toBeGreaterThanOrEqual(file.base);
    expect(item.pos).toBeLessThanOrEqual(file.base + text.length);
  }
  return diagnostics;
}

/** Deletes, doubles, replaces or swaps tokens of a program, or cuts it off. */
function mutate(text: string, random: (limit: number) => number): string {
  const { tokens } = lex(new FileSet().addText("x.go", text), () => {});
  const written = tokens.filter((token) => token.image !== "" && token.image !== "\n");
  const [first, second] = [written[random(written.length)]!, written[random(written.length)]!].toSorted(
    (a, b) => a.startOffset - b.startOffset,
  ) as [(typeof written)[0], (typeof written)[0]];
  const from = first.startOffset;
  const to = from + first.image.length;
  switch (random(6)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return `${text.slice(0, to)} ${text.slice(from)}`;
    case 2:
      return `${text.slice(0, from)}${second.image} ${text.slice(to)}`;
    case 3:
      return text.slice(0, from);
    case 4:
      return text.slice(0, from + random(first.image.length)) + text.slice(to);
    default: {
      const end = second.startOffset + second.image.length;
      const middle = text.slice(to, Math.max(to, second.startOffset));
      return `${text.slice(0, from)}${second.image} ${middle} ${first.image}${text.slice(Math.max(to, end))}`;
    }
  }
}

test("the samples themselves are well formed", () => {
  expect(samples.length).toBeGreaterThanOrEqual(3);
  for (const sample of samples) expect(parse(sample)).toEqual([]);
});

test("no damage to a program makes the parser throw or point outside of the file", () => {
  const random = randomFrom(20_261_122);
  let faulty = 0;
  for (let round = 0; round < 900; round++) {
    let text = samples[round % samples.length]!;
    for (let i = random(3); i >= 0; i--) text = mutate(text, random);
    if (parse(text).length > 0) faulty++;
  }
  expect(faulty).toBeGreaterThan(700);
});
