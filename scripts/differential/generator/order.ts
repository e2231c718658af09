import { Random } from "./random.ts";
import type { Topic } from "./topics.ts";

/**
 * Operands beside calls that change what they read, or that panic: the specification orders only the calls; the rest is as
 * gc has it.
 */
export const order: Topic = {
  name: "order",
  weight: 20,
  generate(seed) {
    const random = new Random(seed);
    const statements = Array.from(
      { length: 14 + random.int(14) },
      (_, i) => `\ttry(${i}, func() {\n${statement(random)}\n\t})`,
    );
    const text = [
      `// Seed ${seed}.`,
      "package main",
      "",
      'import "fmt"',
      "",
      prelude,
      "func main() {",
      ...statements,
      "}",
      "",
    ].join("\n");
    return { seed, text, alone: false };
  },
};

const prelude = `type pair struct{ x, y int }
type one struct{ x int }
type big struct{ a, b, c, d, e, f, g, h, i int }
type flag bool

func (p pair) sum() int { return p.x + p.y }

type summer interface{ sum() int }

var (
	a, b, c int
	small   int8
	word    string
	list    []int
	bytes   []byte
	table   map[int]int
	keyed   map[pair]int
	anyed   map[any]any
	st      pair
	un      one
	wide    big
	ptr     *pair
	face    any
	method  summer
	array   [4]int
	cond    flag
	channel chan int
	log     []any
)

func reset() {
	a, b, c, small, word = 1, 2, 3, 4, "abcdefghij"
	list, bytes = []int{5, 6, 7, 8, 9, 10, 11, 12}, []byte("klmnopqrst")
	table, keyed, anyed = map[int]int{1: 10, 2: 20, 3: 30}, map[pair]int{{1, 2}: 3}, map[any]any{1: "x"}
	st, un, wide, ptr, face, method = pair{1, 2}, one{3}, big{1, 2, 3, 4, 5, 6, 7, 8, 9}, &pair{4, 5}, 6, pair{7, 8}
	array, cond, log = [4]int{1, 2, 3, 4}, false, nil
	channel = make(chan int, 9)
	for i := range 9 {
		channel <- i
	}
}

//go:noinline
func f(n int) int {
	log = append(log, n)
	a, b, c = a+n, b+1, c-n
	small += int8(n)
	word = word[1:] + "z"
	list = append([]int{n}, list...)
	bytes[n%5]++
	table[1] += n
	keyed[pair{1, 2}] += n
	st.x, un.x, wide.e = st.x+1, un.x+n, wide.e+n
	ptr = &pair{ptr.x + n, n}
	array[n&3] += n
	cond = !cond
	switch n {
	case 3:
		face = "text"
	case 4:
		face = []int{n}
	default:
		face = n
	}
	method = pair{n, n}
	return n
}

//go:noinline
func g(n int) pair { return pair{f(n), n} }

//go:noinline
func t(n int) string { f(n); return word[:2] }

//go:noinline
func fail() int { panic("fail") }

//go:noinline
func show(values ...any) { log = append(log, fmt.Sprint(values...)) }

//go:noinline
func take(x any, n int, y any) int { show(x, n, y); return n }

//go:noinline
func two() (int, any) { return f(2), pair{a, b} }

func try(number int, body func()) {
	reset()
	defer func() {
		r := recover()
		print(number, " ", fmt.Sprint(log...), " ", a, b, c, " ", fmt.Sprint(list, table, st, *ptr, array, face), " ", fmt.Sprint(r), "\\n")
	}()
	body()
}
`;

function statement(random: Random): string {
  const int = (): string => integer(random, 2);
  const any = (): string => operand(random);
  const list = (of: () => string, low: number): string =>
    Array.from({ length: low + random.int(3) }, of).join(", ");
  return random.pick<() => string>([
    () => `show(${list(any, 2)})`,
    () => `show(${list(any, 2)})`,
    () => `show(take(${any()}, ${int()}, ${any()}), ${any()})`,
    () => `x, y := ${any()}, ${any()}\nshow(x, y)`,
    () => `var x, y any = ${any()}, ${any()}\nshow(x, y)`,
    () => `x, y := func() (any, any) { return ${any()}, ${any()} }()\nshow(x, y)`,
    () => `show([]any{${list(any, 2)}}...)`,
    () => `x := []int{${list(int, 2)}}\nshow(x)`,
    () => `x := struct{ p, q any; n int }{${any()}, ${any()}, ${int()}}\nshow(x)`,
    () => `x := map[int]any{1: ${any()}, 2: ${any()}}\nshow(x)`,
    () => `x := [...]pair{{${int()}, ${int()}}, {${int()}, ${int()}}}\nshow(x)`,
    () => `list[${index(random)}] = ${int()}`,
    () => `array[${index(random)}&3] = ${int()}`,
    () => `table[${int()}] = ${int()}`,
    () => `keyed[pair{${int()}, ${int()}}] = ${int()}\nshow(keyed)`,
    () => `anyed[${any()}] = ${any()}\nshow(len(anyed))`,
    () => `ptr.x = ${int()}`,
    () => `st.y, a = ${int()}, ${int()}`,
    () => `list[${index(random)}], b = ${int()}, ${int()}`,
    () => `a += ${int()}`,
    () => `list[${index(random)}] += ${int()}`,
    () => `word += ${text(random)}\nshow(word)`,
    () => `x := word[${index(random)}:${index(random)} + 5]\nshow(x)`,
    () => `x := list[${index(random)}:${index(random)} + 4:${index(random)} + 6]\nshow(x)`,
    () => `x := bytes[${index(random)}:]\nshow(string(x), ${any()})`,
    () => `if ${int()} < ${int()} {\nshow("less")\n}`,
    () => `switch ${int()} {\ncase ${int()}:\nshow(1)\ncase ${int()}, ${int()}:\nshow(2)\n}`,
    () => `list = append(list, ${list(int, 1)})`,
    () => `var l []any\nl = append(l, ${list(any, 1)})\nshow(l...)`,
    () => `defer take(${any()}, ${int()}, ${any()})`,
    () => `channel <- ${int()}\nshow(len(channel))`,
    () => `show(two())`,
    () => `a, face = two()`,
  ])();
}

/** An index that is often within bounds. */
function index(random: Random): string {
  return random.pick([
    "0",
    "1",
    "a",
    "b",
    "f(1)",
    "f(2)",
    "f(1)-1",
    "st.x",
    "a-1",
    "ptr.x-4",
    "array[1]-2",
    "len(word)-9",
    "int(small)-3",
  ]);
}

function integer(random: Random, depth: number): string {
  if (depth === 0)
    return random.pick(["a", "b", "c", "st.x", "un.x", "ptr.y", "wide.e", "7", "f(1)", "f(2)"]);
  const inner = (): string => integer(random, depth - 1);
  return random.pick<() => string>([
    () => random.pick(["a", "b", "c"]),
    () => random.pick(["st.x", "ptr.x", "ptr.y", "un.x", "wide.a", "wide.e"]),
    () => `f(${1 + random.int(4)})`,
    () => `f(${1 + random.int(4)})`,
    () => `list[${index(random)}]`,
    () => `array[${index(random)}&3]`,
    () => `table[${inner()}]`,
    () => `keyed[pair{${inner()}, 2}]`,
    () => `int(bytes[${index(random)}])`,
    () => `len(word[${index(random)}:])`,
    () => `${inner()} ${random.pick(["+", "-", "*"])} ${inner()}`,
    () => `${inner()} / ${random.pick(["a", "b", "(c - 3)", "2", "st.y"])}`,
    () => `${inner()} << ${random.pick(["a", "(b - 3)", "1"])}`,
    () => `face.(int)`,
    () => `method.sum()`,
    () => `ptr.sum()`,
    () => `g(${1 + random.int(3)}).${random.pick(["x", "y", "sum()"])}`,
    () => `func() int { return a*10 + b }()`,
    () => `<-channel`,
    () => `min(${inner()}, ${inner()})`,
    () => `-${random.pick(["a", "b", "f(1)"])}`,
    () => `(*ptr).x`,
    () => `len(list)`,
  ])();
}

function text(random: Random): string {
  return random.pick([
    "word",
    'word + "!"',
    "t(1)",
    "t(2)",
    "word[1:3]",
    "word[a:b+3]",
    "string(bytes)",
    "string(bytes[:2]) + word",
    "fmt.Sprint(a, f(1))",
  ]);
}

/** An operand of any type, which often becomes an interface. */
function operand(random: Random): string {
  const int = (): string => integer(random, 1);
  return random.pick<() => string>([
    int,
    int,
    () => text(random),
    () => `${int()} == ${int()}`,
    () => `face == any(${int()})`,
    () => `face == ${random.pick(["anyed[1]", "any(a)", "any(st)"])}`,
    () => "cond",
    () => "!cond",
    () => `pair{${int()}, ${int()}}`,
    () => `one{${int()}}`,
    () => `[2]int{${int()}, ${int()}}`,
    () => `[]int{${int()}, ${int()}}`,
    () => `struct{ x any }{${int()}}`,
    () => random.pick(["st", "un", "wide", "array", "*ptr", "list", "small", "face", "word"]),
    () =>
      random.pick([
        "small + 1",
        "-small",
        "int16(small)",
        "uint8(a)",
        "float64(a)",
        "complex(float64(a), 1)",
      ]),
    () => random.pick(["ptr.sum()", "method.sum()", "st.sum()", "g(1)", "g(2)"]),
    () => random.pick(["keyed", "table", "anyed[1]", "keyed[st]"]),
    () => random.pick(["[2]int(list)", "[4]int(array)", "pair(st)", "any(pair{a, f(1)})"]),
    () => random.pick(["len(list)", "cap(channel)", "len(word)"]),
    () => random.pick(["fail()", "f(3)", "f(4)", "f(1)"]),
  ])();
}
