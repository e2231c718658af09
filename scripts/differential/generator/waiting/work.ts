import { indent } from "../generator.ts";
import type { Random } from "../random.ts";

/** Variables that every work function has; all of them live across whatever waits. */
const ints = ["a", "b", "c"] as const;
const strings = ["s", "t"] as const;

/** The functions that are being made; those made before can be called. */
export interface WorkContext {
  readonly random: Random;
  /** Names of functions `func(e *env, n int, s string) (int, string)`. */
  readonly made: string[];
  counter: number;
}

/** Where a statement is. */
interface At {
  readonly depth: number;
  /** Integer variables of loops around it. */
  readonly loops: readonly string[];
  /** A label of a loop that can be left, with nothing in between that forbids it. */
  readonly label: string | undefined;
}

/** Declares a function with many values that are live while it waits, in loops, branches, closures and deferred calls. */
export function declareWork(context: WorkContext): string {
  const { random, made } = context;
  const name = `work${made.length}`;
  const at: At = { depth: 0, loops: [], label: undefined };
  const body = statements(context, at, 3 + random.int(4));
  const deferred = random.chance(40)
    ? random.pick([
        ["defer func() {", `\te.log("${name} leaves", a, s)`, "}()"],
        ["e.rw.RLock()", "defer e.rw.RUnlock()"],
        ["defer func() {", "\tr1 += e.next()", "}()"],
        [
          "defer func() {",
          "\tif r := recover(); r != nil {",
          `\t\tr1, r2 = len(fmt.Sprint(r)), "${name}"`,
          "\t}",
          "}()",
        ],
      ])
    : [];
  const text = [
    `func ${name}(e *env, n int, s string) (r1 int, r2 string) {`,
    ...indent([
      "if e.spent() {",
      "\treturn n, s",
      "}",
      `a, b, c := n, ${random.int(90)}, ${random.int(90)}`,
      `t, f := "${random.pick(["x", "yz", "w v u", ""])}", ${random.int(9)}.5`,
      `list := []int{${random.int(9)}, ${random.int(9)}}`,
      "var held any = c",
      "p := triple{a, s, f}",
      "_, _ = held, b",
      ...deferred,
      ...body,
      ...print(context, at),
      `return ${sum(context, at)} + len(list) + p.a, cut(s + t + p.b)`,
    ]),
    "}",
  ].join("\n");
  made.push(name);
  return text;
}

function statements(context: WorkContext, at: At, count: number): string[] {
  return Array.from({ length: count }, () => statement(context, at)).flat();
}

function int(context: WorkContext, at: At): string {
  return context.random.pick([
    ...ints,
    ...ints,
    ...at.loops,
    "len(list)",
    "p.a",
    "len(s)",
    String(context.random.int(50)),
  ]);
}

function sum(context: WorkContext, at: At): string {
  const op = context.random.pick(["+", "-", "*", "^", "&", "|"]);
  return `${int(context, at)}${op}${int(context, at)}`;
}

function statement(context: WorkContext, at: At): readonly string[] {
  const { random } = context;
  const [i, s] = [random.pick(ints), random.pick(strings)];
  const nested = at.depth < 3;
  const leave = at.label;
  const makers: { weight: number; make: () => readonly string[] }[] = [
    { weight: 10, make: () => [`${i} = ${sum(context, at)}`] },
    { weight: 5, make: () => [`a, b, c = ${random.pick(["b, c, a", "c, a, b", "b, a, c", "a, c, b"])}`] },
    { weight: 4, make: () => ["s, t = t, s"] },
    { weight: 4, make: () => [`${s} = cut(${s} + strconv.Itoa(${int(context, at)}%100))`] },
    { weight: 4, make: () => [`list = append(tail(list), ${sum(context, at)})`] },
    {
      weight: 4,
      make: () => [`f = f/2 + float64(${int(context, at)}%7)`, `p.c, p.a = f, ${int(context, at)}%1000`],
    },
    {
      weight: 4,
      make: () => [`held = ${random.pick([i, s, "f", "p", "list", "e.item", "&failure{a % 10, e.item}"])}`],
    },
    { weight: 8, make: () => waiting(context, at, i, s) },
    { weight: 8, make: () => waiting(context, at, i, s) },
    { weight: 4, make: () => print(context, at) },
    { weight: nested ? 6 : 0, make: () => loop(context, at) },
    { weight: nested ? 5 : 0, make: () => branch(context, at) },
    { weight: nested ? 4 : 0, make: () => closure(context, at, i, s) },
    { weight: context.made.length > 0 ? 6 : 0, make: () => call(context, at, i, s) },
    {
      weight: leave === undefined ? 0 : 3,
      make: () => [
        `if ${int(context, at)}%${2 + random.int(4)} == 1 {`,
        `\t${random.pick(["break", "continue"])} ${leave}`,
        "}",
      ],
    },
    { weight: 2, make: () => [`if ${int(context, at)}%7 == 3 {`, `\treturn ${i}, ${s}`, "}"] },
  ];
  return random.weighted(makers).make();
}

/** One thing that can wait. */
function waiting(context: WorkContext, at: At, i: string, s: string): readonly string[] {
  const { random } = context;
  return random.pick<() => readonly string[]>([
    () => [`${i} += <-e.feed`],
    () => [`${i} = e.next() ^ ${i}`],
    () => ["runtime.Gosched()"],
    () => ["e.mu.Lock()", `${i} += ${sum(context, at)}`, "e.mu.Unlock()"],
    () => [`${s} = cut(${s} + e.item.String())`],
    () => [`${s} = cut(fmt.Sprint(${s}, held, e.item))`],
    () => [`${i} += len(fmt.Sprintf("%v %s %d", e.item, &failure{${int(context, at)} % 10, e.item}, ${i}))`],
    () => [`list = append(tail(list), e.next(), ${int(context, at)}, <-e.feed)`],
    () => [
      `if n, text := e.both(${int(context, at)}); n%2 == ${random.int(2)} {`,
      `\t${i}, ${s} = n, cut(text+${s})`,
      "}",
    ],
    () => ["select {", "case x := <-e.feed:", `\t${i} -= x`, "case x := <-e.never:", `\t${i} = x`, "}"],
    () => ["select {", "case <-e.never:", `\t${i} = 0`, "default:", `\t${i}++`, "}"],
    () => ["p = triple{e.next(), p.b + e.item.String(), p.c}", "p.b = cut(p.b)"],
    () => [
      `${i} = ${int(context, at)} + e.next()*${random.int(5)} - e.elsewhere(func() int { return ${sum(context, at)} })`,
    ],
  ])();
}

function print(context: WorkContext, at: At): readonly string[] {
  const { random } = context;
  const values = random
    .shuffled([...ints, ...strings, "f", "list", "held", "p", ...at.loops])
    .slice(0, 3 + random.int(4));
  return [`e.log(${values.join(", ")})`];
}

function loop(context: WorkContext, at: At): readonly string[] {
  const { random } = context;
  const i = `i${context.counter++}`;
  const label = random.chance(40) ? `L${context.counter++}` : undefined;
  const overWords = random.chance(30);
  const inner: At = { depth: at.depth + 1, loops: [...at.loops, overWords ? `len(${i})` : i], label };
  const head = overWords
    ? random.pick([
        `for _, ${i} := range strings.Split("${random.pick(["ab c def", "x y z w", "one two"])}", " ") {`,
        `for ${i} := range strings.FieldsSeq(s + " " + t + " q") {`,
        `for _, ${i} := range []string{s, t, e.item.String()} {`,
      ])
    : random.pick([
        `for ${i} := range ${1 + random.int(5)} {`,
        `for ${i} := 0; ${i} < ${1 + random.int(5)}; ${i}++ {`,
        `for _, ${i} := range append([]int{1, 2}, list...) {`,
        `for ${i} := range e.numbers(${1 + random.int(4)}) {`,
      ]);
  const body = statements(context, inner, 1 + random.int(4));
  // So the work of a program is limited, and a label is used.
  const use = ["if e.spent() {", label === undefined ? "\tbreak" : `\tbreak ${label}`, "}"];
  return [...(label === undefined ? [] : [`${label}:`]), head, ...indent([`_ = ${i}`, ...use, ...body]), "}"];
}

function branch(context: WorkContext, at: At): readonly string[] {
  const { random } = context;
  const inner: At = { ...at, depth: at.depth + 1 };
  const arm = (): string[] => indent(statements(context, inner, 1 + random.int(3)));
  const condition = random.pick([
    `${int(context, at)}%2 == 0`,
    `${int(context, at)} < ${int(context, at)}`,
    "e.next()%3 != 0",
    "len(e.item.String()) > len(s)",
  ]);
  if (random.chance(30)) {
    return [
      `switch ${random.pick([`${int(context, at)} % 3`, "e.next() % 3"])} {`,
      "case 0:",
      ...arm(),
      "case 1, -1:",
      ...arm(),
      "default:",
      ...arm(),
      "}",
    ];
  }
  if (random.chance(40)) return [`if ${condition} {`, ...arm(), "}"];
  return [`if ${condition} {`, ...arm(), "} else {", ...arm(), "}"];
}

/** A function literal that changes the variables, called here or in another goroutine. */
function closure(context: WorkContext, at: At, i: string, s: string): readonly string[] {
  const { random } = context;
  // Labels do not reach into function literals.
  const inner: At = { depth: at.depth + 1, loops: at.loops, label: undefined };
  const body = statements(context, inner, 1 + random.int(3)).map((line) =>
    line.replace(/^(\t*)return \w+, \w+$/, "$1return a"),
  );
  const panics = random.pick([
    ["if a%2 == 0 {", "\tpanic(&failure{a % 10, e.item})", "}"],
    ["if b%2 == 0 {", "\tpanic(s)", "}"],
    [`list[len(list)-1+${random.int(2)}]++`],
    [],
  ]);
  const x = `x${context.counter++}`;
  return random.pick([
    () => [`${i} = e.elsewhere(func() int {`, ...indent([...body, `return ${sum(context, at)}`]), "})"],
    () => [
      `${i}, ${s} = e.guarded(func() int {`,
      ...indent([...body, ...panics, `return ${sum(context, at)}`]),
      "})",
    ],
    () => [
      "func() int {",
      ...indent(["e.mu.Lock()", `${i}++`, "e.mu.Unlock()", ...body, `return ${sum(context, at)}`]),
      "}()",
    ],
    () => [
      `${x} := sync.OnceValue(func() int {`,
      ...indent([...body, "return e.next()"]),
      "})",
      `${x}sum := ${x}() + ${x}()`,
      `${i} += ${x}sum`,
    ],
  ])();
}

function call(context: WorkContext, at: At, i: string, s: string): readonly string[] {
  const { random } = context;
  const name = random.pick(context.made);
  const x = `x${context.counter++}`;
  return random.pick([
    () => [`${i}, ${s} = ${name}(e, ${sum(context, at)}, ${s})`],
    () => [`${i}, _ = ${name}(e, e.next(), cut(t+e.item.String()))`],
    () => {
      const count = 2 + random.int(3);
      return [
        `var ${x} [${count}]*env`,
        `var ${x}wg sync.WaitGroup`,
        `for i := range ${x} {`,
        `\t${x}[i] = newEnv(i*7+${int(context, at)}&255, i)`,
        `\t${x}[i].fuel = e.fuel / 8`,
        `\t${x}wg.Go(func() {`,
        `\t\tm, text := ${name}(${x}[i], i, "k")`,
        `\t\t${x}[i].log(m, text)`,
        "\t})",
        "}",
        `${x}wg.Wait()`,
        "e.fuel /= 2",
        `for _, other := range ${x} {`,
        "\te.lines = append(e.lines, other.lines...)",
        "}",
      ];
    },
  ])();
}
