import { compile } from "@goes/driver";
import { encodeUtf8 } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";
import { runInMemory } from "./run-in-memory.ts";

const library = loadLibrary();

function traceOf(
  source: string,
  level: 0 | 2,
  helpers = "package main\n",
  traces: "host" | "module" = "host",
): string {
  const files = [
    { path: "main.go", bytes: encodeUtf8(source) },
    { path: "helpers.go", bytes: encodeUtf8(helpers) },
  ];
  const target = { kind: "files", files, directory: "." } as const;
  const { wasm } = compile({ target, fileSystem: nodeFileSystem, library, level, traces });
  const { stderr } = runInMemory(wasm!);
  // The offsets in the module are nobody's business here.
  return stderr.replace(/ \+0x[0-9a-f]+/g, "");
}

const source = `package main

type list []int

//go:noinline
func (l *list) at(i int) int {
	return (*l)[i]
}

func main() {
	l := &list{1, 2}
	println(l.at(len(*l)))
}
`;

for (const level of [0, 2] as const) {
  test(`a panic lists the functions on the stack at -O${level}`, () => {
    expect(traceOf(source, level)).toBe(`panic: runtime error: index out of range [2] with length 2

goroutine 1 [running]:
main.(*list).at(...)
	main.go:7
main.main()
	main.go:12
`);
  });
}

test("a program that makes traces itself lists both ends of a stack that has overflown", () => {
  const deep = `package main

//go:noinline
func use(p *[40000]byte, n int) int { return int(p[n&1023]) }

func grow(n int) int {
	var a [40000]byte
	return grow(n+1) + use(&a, n)
}

func main() { println(grow(0)) }
`;
  const lines = traceOf(deep, 2, "package main\n", "module").split("\n");
  expect(lines.slice(0, 6)).toEqual([
    "runtime: goroutine stack exceeds 1000000000-byte limit",
    "fatal error: stack overflow",
    "",
    "goroutine 1 [running]:",
    "main.grow(...)",
    "\tmain.go:8",
  ]);
  const elided = lines.findIndex((line) => line.startsWith("..."));
  expect(elided).toBe(4 + 2 * 50);
  // 256 MB of stack in frames of 40,000 bytes and some.
  expect(Number(/\d+/.exec(lines[elided]!)![0])).toBeGreaterThan(5000);
  expect(lines.slice(-3)).toEqual(["main.main()", "\tmain.go:11", ""]);
});

test("leaving by os.Exit lists nothing", () => {
  const leaving = `package main

import "os"

func main() {
	defer func() { os.Exit(2) }()
	panic("never told")
}
`;
  expect(traceOf(leaving, 2)).toBe("");
});

const goroutines = `package main

type t struct{}

//go:noinline
func (*t) wait(c chan int) int {
	return <-c
}

//go:noinline
func outer(x *t, c chan int) int {
	return x.wait(c) + 1
}

func main() {
	c := make(chan int)
	go outer(nil, c)
	go func() {
		println([]int{0}[outer(new(t), c)])
	}()
	<-c
}
`;

for (const level of [0, 2] as const) {
  test(`a deadlock of main alone names main at -O${level}`, () => {
    const source = "package main\n\nfunc main() {\n\tc := make(chan int)\n\t<-c\n}\n";
    expect(traceOf(source, level)).toBe(`fatal error: all goroutines are asleep - deadlock!

goroutine 1 [chan receive]:
main.main()
\tmain.go:5
`);
  });

  test(`a deadlock lists the frames of every goroutine at -O${level}`, () => {
    expect(traceOf(goroutines, level)).toBe(`fatal error: all goroutines are asleep - deadlock!

goroutine 1 [chan receive]:
main.main()
	main.go:21

goroutine 2 [chan receive]:
main.(*t).wait(...)
	main.go:7
main.outer(...)
	main.go:12
created by main.main in goroutine 1
	main.go:17

goroutine 3 [chan receive]:
main.(*t).wait(...)
	main.go:7
main.outer(...)
	main.go:12
main.main.func1(...)
	main.go:19
created by main.main in goroutine 1
	main.go:18
`);
  });

  test(`a panic lists callers that are still suspended at -O${level}`, () => {
    const source = goroutines
      .replace("return <-c", "return []int{0}[<-c]")
      .replace("\t<-c\n", "\tc <- 1\n\t<-c\n")
      .replace("go outer(nil, c)", "");
    expect(traceOf(source, level)).toBe(`panic: runtime error: index out of range [1] with length 1

goroutine 2 [running]:
main.(*t).wait(...)
	main.go:7
main.outer(...)
	main.go:12
main.main.func1(...)
	main.go:19
created by main.main in goroutine 1
	main.go:18
`);
  });
}

const inlined = `package main

type list []int

func (l list) at(i int) int {
	return l[i]
}

func twice(l list, i int) int {
	return l.at(i) +
		l.at(i+1)
}

func main() {
	println(twice(list{1, 2, 3}, 1))
	println(twice(list{1, 2, 3}, 2))
}
`;

for (const level of [0, 2] as const) {
  test(`functions that are inlined are listed all the same at -O${level}`, () => {
    expect(traceOf(inlined, level)).toBe(`5
panic: runtime error: index out of range [3] with length 3

goroutine 1 [running]:
main.list.at(...)
	main.go:6
main.twice(...)
	main.go:11
main.main()
	main.go:16
`);
  });
}

// What the real Go lists, but for arguments and where its files are.
const panicking: readonly (readonly [name: string, body: string, trace: string])[] = [
  [
    "a panic in a deferred call",
    `defer func() {
		panic(recover())
	}()
	inner()`,
    `main.main.func1(...)
	main.go:18
panic({...})
main.inner(...)
	main.go:9
main.main()
	main.go:20
`,
  ],
  [
    "a nil pointer in a deferred call, and a panic of the runtime before it",
    `defer func() {
		var p *T
		println(p.get())
	}()
	var m map[int]int
	m[1] = 2`,
    `main.(*T).get(...)
	main.go:5
main.main.func1(...)
	main.go:19
panic({...})
main.main()
	main.go:22
`,
  ],
  [
    "panics in deferred calls of deferred calls",
    `defer func() {
		defer func() {
			panic("third")
		}()
		panic("second")
	}()
	panic("first")`,
    `main.main.func1.1(...)
	main.go:19
panic({...})
main.main.func1(...)
	main.go:21
panic({...})
main.main()
	main.go:23
`,
  ],
  [
    "a deferred call that panics when its function returns",
    "returning()",
    `main.returning.func1(...)
	main.go:13
main.returning(...)
	main.go:14
main.main()
	main.go:17
`,
  ],
  [
    "a deferred call that can wait",
    `c := make(chan int)
	go func() { c <- 1 }()
	defer func() {
		<-c
		panic("second")
	}()
	panic("first")`,
    `main.main.func2(...)
	main.go:21
panic({...})
main.main()
	main.go:23
`,
  ],
  [
    "a deferred call that can wait, below others, and nobody recovers",
    `waiting(closed())`,
    `main.inner(...)
	main.go:9
main.middle(...)
	helpers.go:12
main.waiting(...)
	helpers.go:18
main.main()
	main.go:17
`,
  ],
  [
    "panics again after deferred calls that can wait",
    `defer func() {
		defer func() {
			<-closed()
			panic(recover())
		}()
		var p *T
		println(p.get())
	}()
	waiting(closed())`,
    `main.main.func1.1(...)
	main.go:20
panic({...})
main.(*T).get(...)
	main.go:5
main.main.func1(...)
	main.go:23
panic({...})
main.inner(...)
	main.go:9
main.middle(...)
	helpers.go:12
main.waiting(...)
	helpers.go:18
main.main()
	main.go:25
`,
  ],
  [
    "a deferred call that has recovered and panics after it waited",
    `defer func() {
		recover()
		<-closed()
		inner()
	}()
	waiting(closed())`,
    `main.inner(...)
	main.go:9
main.main.func1(...)
	main.go:20
panic({...})
main.inner(...)
	main.go:9
main.middle(...)
	helpers.go:12
main.waiting(...)
	helpers.go:18
main.main()
	main.go:22
`,
  ],
  [
    "a deferred call that waits for ever",
    `defer func() { <-make(chan int) }()
	waiting(closed())`,
    `main.main.func1(...)
	main.go:17
panic({...})
main.inner(...)
	main.go:9
main.middle(...)
	helpers.go:12
main.waiting(...)
	helpers.go:18
main.main()
	main.go:18
`,
  ],
  [
    "a deferred call that panics with the same value",
    `defer inner()
	waiting(closed())`,
    `main.inner(...)
	main.go:9
panic({...})
main.inner(...)
	main.go:9
main.middle(...)
	helpers.go:12
main.waiting(...)
	helpers.go:18
main.main()
	main.go:18
`,
  ],
];

/** What the bodies call that can wait. */
const helpers = `package main

func closed() chan int {
	c := make(chan int)
	close(c)
	return c
}

//go:noinline
func middle() {
	defer func() {}()
	inner()
}

//go:noinline
func waiting(c chan int) {
	defer func() { <-c }()
	middle()
}
`;

for (const [name, body, trace] of panicking) {
  for (const level of [0, 2] as const) {
    test(`${name} at -O${level}`, () => {
      const text = `package main

type T struct{ x int }

func (t *T) get() int { return t.x }

//go:noinline
func inner() {
	panic("inner")
}

func returning() {
	defer func() { panic("late") }()
}

func main() {
	${body}
}
`;
      const [, frames] = traceOf(text, level, helpers).split(/goroutine 1 \[.*\]:\n/);
      // The place of a panic in the runtime is nobody's business either.
      expect(frames?.replace(/\truntime\/.*\n/g, "")).toBe(trace);
    });
  }
}

test("of many frames those at both ends are listed", () => {
  const trace = traceOf(
    `package main

var zero int

//go:noinline
func down(n int) int {
	if n == 0 {
		return 1 / zero
	}
	return down(n-1)*3 + 1
}

func main() { println(down(1000)) }
`,
    0,
  );
  expect(trace.split("main.down(...)").length - 1).toBe(99);
  // 1001 calls of down, and main.
  expect(trace).toContain("\n...902 frames elided...\n");
  expect(trace).toMatch(
    /running\]:\nmain\.down\(\.\.\.\)\n\tmain\.go:8\n[^]*\nmain\.main\(\)\n\tmain\.go:13\n$/,
  );
});

for (const level of [0, 2] as const) {
  test(`an overflow of the stack says in which goroutine, and lists both ends at -O${level}`, () => {
    const trace = traceOf(
      `package main

//go:noinline
func down(n int) int {
	return down(n+1)*3 + 1
}

func begin(c chan int) {
	c <- down(0)
}

func main() {
	c := make(chan int)
	go begin(c)
	<-c
}
`,
      level,
    );
    expect(trace).toMatch(
      /^runtime: goroutine stack exceeds 1000000000-byte limit\nfatal error: stack overflow\n/,
    );
    expect(trace).toMatch(
      /\ngoroutine 2 \[running\]:\nmain\.down\(\.\.\.\)\n(?:main.down\(\.\.\.\)\n\tmain\.go:5\n){49}\.\.\.\d+ frames/,
    );
    expect(trace).toMatch(
      /frames elided\.\.\.\n(?:main.down\(\.\.\.\)\n\tmain\.go:5\n){49}main\.begin\(\.\.\.\)\n\tmain\.go:9\ncreated by main\.main in goroutine 1\n\tmain\.go:14\n$/,
    );
  });
}
