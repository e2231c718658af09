// Programs beyond the limits of engines (1,000 parameters and results, 65,520 targets of a branch) and of V8's own stack.
// What they print is computed here, by the rules of the language.
import { compile } from "@goes/driver";
import { encodeUtf8, formatDiagnostic } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";
import { runInMemory } from "./run-in-memory.ts";

const library = loadLibrary();

function output(source: string, level: 0 | 2): string {
  const files = [{ path: "main.go", bytes: encodeUtf8(source) }];
  const target = { kind: "files", files, directory: "." } as const;
  const result = compile({ target, fileSystem: nodeFileSystem, library, level });
  expect(result.diagnostics.map((item) => formatDiagnostic(result.files, item))).toEqual([]);
  const { stdout, stderr, code } = runInMemory(result.wasm!);
  expect(code).toBe(0);
  return stdout + stderr;
}

/** `count` texts, separated by commas. */
function list(count: number, text: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => text(i)).join(", ");
}

function weighted(values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + value * (i + 1), 0);
}

for (const count of [130, 399, 400, 1200]) {
  test(`functions of ${count} parameters and results, called in every way`, () => {
    const params = list(count, (i) => `p${i}`);
    const results = list(count, (i) => `r${i}`);
    const set = (value: (i: number) => string): string =>
      Array.from({ length: count }, (_, i) => `r${i} = ${value(i)}`).join("; ");
    const args = list(count, (i) => `${i % 7}`);
    const source = `package main

func sum(values ...int) (total int) {
	for i, value := range values {
		total += (i + 1) * value
	}
	return
}

//go:noinline
func take(${params} int) int { return sum(${params}) }

//go:noinline
func give(x int) (${results} int) { ${set((i) => `x * ${i}`)}; return }

type shuffler interface{ shuffle(${params} int) (${list(count, () => "int")}) }

type adder struct{ a, b, c, d, e, f, g, h, n int }

func (a adder) shuffle(${params} int) (${results} int) { ${set((i) => `a.n + p${count - 1 - i}`)}; return }

var channel = make(chan int)

//go:noinline
func wait(${params} int) (${results} int) { x := <-channel; ${set((i) => `x + p${i}`)}; return }

//go:noinline
func mixed(${list(count >> 2, (i) => `a${i} string, b${i} []int, f${i} float32, e${i} any`)}) (string, float32, []int) {
	return ${list(count >> 2, (i) => `a${i}`).replaceAll(", ", "+")}, f${(count >> 2) - 1} + f0, append(b0, b${(count >> 2) - 1}...)
}

func main() {
	println(take(${args}), sum(give(3)))
	function, values := take, give
	println(function(${args}), sum(values(3)))
	var s shuffler = adder{n: 5}
	bound := s.shuffle
	println(sum(s.shuffle(${args})), sum(bound(${args})))
	go func() { channel <- 4 }()
	println(sum(wait(${args})))
	text, float, slice := mixed(${list(count >> 2, (i) => `"${i % 10}", []int{${i}}, ${i}.5, ${i}`)})
	println(len(text), text[len(text)-1:], float == ${(count >> 2) - 1 + 1}, slice[0], slice[1])
	defer func() {
		recover()
		println(sum(give(1)))
	}()
	defer take(${args})
	var none shuffler
	none.shuffle(${args})
}
`;
    const numbers = Array.from({ length: count }, (_, i) => i % 7);
    const taken = weighted(numbers);
    const given = weighted(numbers.map((_, i) => i));
    const shuffled = weighted(numbers.map((_, i) => 5 + numbers[count - 1 - i]!));
    const quarter = (count >> 2) - 1;
    const expected = [
      `${taken} ${3 * given}`,
      `${taken} ${3 * given}`,
      `${shuffled} ${shuffled}`,
      `${weighted(numbers.map((value) => 4 + value))}`,
      `${quarter + 1} ${quarter % 10} true 0 ${quarter}`,
      `${given}`,
    ];
    for (const level of [0, 2] as const) expect(output(source, level).trim().split("\n")).toEqual(expected);
  });
}

test("a switch of 70,000 cases and an array of 500,001 slices", () => {
  const cases = Array.from({ length: 70_000 }, (_, i) => `\tcase ${i}:\n\t\treturn x + ${i % 10}\n`).join("");
  const source = `package main

func choose(x int) int {
	switch x {
${cases}	}
	return -1
}

//go:noinline
func fill(p *[500001][]uint32) { p[500000] = append(p[500000], 5) }

func main() {
	total := 0
	for i := range 70_002 {
		total += choose(i)
	}
	var lists [500001][]uint32
	fill(&lists)
	println(total, len(lists[500000]), lists[500000][0])
}
`;
  const total = (69_999 * 70_000) / 2 + 7_000 * 45 - 2;
  expect(output(source, 2)).toBe(`${total} 1 5\n`);
});

test("functions that are too large for engines: branches, loops, early returns, deferred calls, waiting", () => {
  const count = 9_000;
  const statements = Array.from({ length: count }, (_, i) => {
    if (i % 1500 === 700) return `\t\ttotal += <-c\n`;
    if (i % 3 === 0)
      return `\t\tif add(${i % 7}) < 0 || total == stop+${i} { return total, text + "early" }\n`;
    return `\t\ttotal += add(${i % 5})\n`;
  }).join("");
  const source = `package main

//go:noinline
func add(i int) int { return i }

func work(c chan int, stop int) (total int, text string) {
	defer func() { total += <-c }()
	text = "w"
	for round := range 2 {
		text += string(rune('0' + round))
${statements}	}
	return total, text + "late"
}

func main() {
	c := make(chan int)
	go func() {
		for i := 0; ; i++ {
			c <- i
		}
	}()
	println(work(c, -20000))
	println(work(c, 0))
}
`;
  const run = (stop: number, from: number): string => {
    let [total, next, text] = [0, from, "w"];
    for (const round of [0, 1]) {
      text += round;
      for (let i = 0; i < count; i++) {
        if (i % 1500 === 700) total += next++;
        else if (i % 3 !== 0) total += i % 5;
        else if (total === stop + i) return `${total + next} ${text}early`;
      }
    }
    return `${total + next} ${text}late`;
  };
  const expected = [run(-20_000, 0), run(0, 13)];
  // The split is the same at all levels; -O2 would take the most time of this file.
  expect(output(source, 0).trim().split("\n")).toEqual(expected);
});
