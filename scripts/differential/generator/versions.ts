import { Random } from "./random.ts";
import type { Topic } from "./topics.ts";

/**
 * What depends on the language version of a file: whether each turn of a loop has variables of its own (from Go 1.22 on),
 * for every kind of loop, captured by closures, goroutines, deferred calls and pointers.
 */
export const versions: Topic = {
  name: "versions",
  weight: 5,
  generate(seed) {
    const random = new Random(seed);
    const version = random.pick(["1.21", "1.22", "1.26"]);
    const loops = Array.from({ length: 3 + random.int(5) }, (_, i) => loop(random, i, version !== "1.21"));
    const text = [
      `//go:build go${version}`,
      "",
      `// Seed ${seed}.`,
      "package main",
      "",
      'import "fmt"',
      "",
      "type named struct{ n int }",
      "",
      "func (n named) get() int { return n.n }",
      "",
      "func main() {",
      ...loops,
      "}",
      "",
    ].join("\n");
    return { seed, text, alone: false };
  },
};

function loop(random: Random, number: number, isNew: boolean): string {
  const heads = [
    "for i, v := range []int{3, 1, 2} {",
    "for i, v := range [3]int{4, 5, 6} {",
    "for i, v := range map[int]int{7: 8} {",
    'for i, v := range "aé" {',
    "for i, v := 0, 9; i < 3; i, v = i+1, v-1 {",
    "for i, v := 0, 9; i < 3; i++ {",
    ...(isNew ? ["for i := range 3 {\nv := i * 2"] : []),
  ];
  const uses = random.shuffled([
    `funcs = append(funcs, func() int { return int(v)*10 + i })`,
    `pointers = append(pointers, &i)`,
    `defer func() { print("d", i, int(v), " ") }()`,
    `func() { i := i; funcs = append(funcs, func() int { i++; return i }) }()`,
    `funcs = append(funcs, named{i}.get)`,
    `wait := make(chan bool)\ngo func() { total += i + int(v); close(wait) }()\n<-wait`,
    `if i == 1 {\ncontinue\n}`,
    `later = func() { i += 10 }\nif i > 5 {\nbreak\n}`,
    `funcs = append(funcs, func() int { v++; return int(v) })`,
  ]);
  return [
    "func() {",
    "var funcs []func() int",
    "var pointers []*int",
    "var later func()",
    "total := 0",
    random.pick(heads),
    "_, _ = i, v",
    ...uses.slice(0, 1 + random.int(4)),
    "}",
    "if later != nil {\nlater()\n}",
    `print(${number}, ": ", total, " ")`,
    'for _, f := range funcs {\nprint(f(), " ", f(), " ")\n}',
    'for _, p := range pointers {\nprint(*p, " ")\n}',
    "fmt.Print()",
    "}()\nprintln()",
  ].join("\n");
}
