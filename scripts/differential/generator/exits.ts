import { Random } from "./random.ts";
import type { Topic } from "./topics.ts";

/**
 * Ways out of nested bodies, those of ranges over functions among them: break, continue, goto, return and panic to every
 * level around them.
 */
export const exits: Topic = {
  name: "exits",
  weight: 15,
  generate(seed) {
    const random = new Random(seed);
    const functions = Array.from({ length: 2 + random.int(3) }, (_, i) => declareFunction(random, i));
    const text = [
      `// Seed ${seed}.`,
      "package main",
      "",
      'import "fmt"',
      "",
      prelude,
      ...functions.map(({ text: body }) => body),
      "func main() {",
      ...functions.map(({ name }) => `\tcall("${name}", ${name})`),
      "}",
      "",
    ].join("\n");
    return { seed, text, alone: false };
  },
};

const prelude = `var trace []any
var fuel int

func mark(values ...any) { trace = append(trace, fmt.Sprint(values...)) }

// spend bounds what loops and jumps backwards do.
func spend() bool { fuel--; return fuel < 0 }

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer mark("<", n)
		for i := range n {
			if !yield(i) {
				mark("stop", i)
				return
			}
		}
		mark("all")
	}
}

func pairs(n int) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i := range seq(n) {
			if !yield(i, fmt.Sprint("p", i)) {
				return
			}
		}
	}
}

func call(name string, f func() (int, string)) {
	trace, fuel = nil, 60
	defer func() {
		print(name, " ", fmt.Sprint(trace...), " ", fmt.Sprint(recover()), "\\n")
	}()
	n, text := f()
	mark("result", n, text)
}
`;

/** A loop or other statement around what is being made. */
interface Level {
  readonly index: number;
  readonly kind: "loop" | "switch" | "select";
  usesLabel: boolean;
  usesEnd: boolean;
}

function declareFunction(random: Random, number: number): { readonly name: string; readonly text: string } {
  const name = `f${number}`;
  let counter = 0;
  const around: Level[] = [];
  const variables: string[] = [];

  const condition = (): string => {
    const parts = Array.from({ length: 1 + random.int(2) }, () =>
      variables.length === 0 || random.chance(15)
        ? `fuel%${2 + random.int(4)} == ${random.int(2)}`
        : `${random.pick(variables)} ${random.pick(["==", "!=", ">="])} ${random.int(3)}`,
    );
    return parts.join(random.pick([" && ", " || "]));
  };
  const exit = (): string => {
    const level = random.pick(around);
    const loops = around.filter(({ kind }) => kind === "loop");
    const chosen = random.int(100);
    if (chosen < 8) return `return ${random.int(50)}, "r"`;
    if (chosen < 12) return 'n, text = fuel, text + "n"\nreturn';
    if (chosen < 16) return `panic(fmt.Sprint("panic ", fuel))`;
    if (chosen < 40) {
      level.usesEnd = true;
      return `goto E${level.index}`;
    }
    if (chosen < 75 || loops.length === 0) {
      level.usesLabel = true;
      return chosen < 50 ? `goto L${level.index}` : `break L${level.index}`;
    }
    const loop = level.kind === "loop" ? level : random.pick(loops);
    loop.usesLabel = true;
    return `continue L${loop.index}`;
  };
  const leave = (): string =>
    `if ${condition()} {\n${random.chance(30) ? `defer mark("d", fuel)\n` : ""}${exit()}\n}`;

  const statement = (depth: number): string => {
    const index = counter++;
    const kind = random.weighted([
      { weight: 6, made: "func" },
      { weight: 3, made: "pair" },
      { weight: 2, made: "int" },
      { weight: 2, made: "for" },
      { weight: 1, made: "switch" },
      { weight: 1, made: "select" },
    ] as const).made;
    const level: Level = {
      index,
      kind: kind === "switch" || kind === "select" ? kind : "loop",
      usesLabel: false,
      usesEnd: false,
    };
    const variable = `i${index}`;
    around.push(level);
    if (level.kind === "loop") variables.push(variable);
    const lines = [
      `if spend() {\nreturn -1, "fuel"\n}`,
      `mark(${index}${level.kind === "loop" ? `, ${variable}` : ""})`,
    ];
    const inner = 1 + random.int(2);
    for (let i = 0; i < inner; i++) {
      if (random.chance(60)) lines.push(leave());
      if (depth > 0) lines.push(statement(depth - 1));
    }
    lines.push(leave());
    if (level.usesEnd) lines.push(`E${index}:\nmark("end", ${index})`);
    if (level.kind === "loop") variables.pop();
    around.pop();
    const body = lines.join("\n");
    const n = 1 + random.int(3);
    const heads = {
      func: `for ${variable} := range seq(${n}) {`,
      pair: `for ${variable}, s${index} := range pairs(${n}) {\nmark(s${index})`,
      int: `for ${variable} := range ${n} {`,
      for: `for ${variable} := 0; ${variable} < ${n}; ${variable}++ {`,
      switch: `switch fuel % 2 {\ncase 1:\nmark("odd")\ndefault:`,
      select: `select {\ndefault:`,
    };
    return `${level.usesLabel ? `L${index}:\n` : ""}${heads[kind]}\n${body}\n}`;
  };

  const statements = Array.from({ length: 1 + random.int(2) }, () => statement(2));
  const text = [
    `func ${name}() (n int, text string) {`,
    'defer func() { mark("deferred", n, text) }()',
    'text = "t"',
    ...statements,
    'return 7, text + "end"',
    "}",
    "",
  ].join("\n");
  return { name, text };
}
