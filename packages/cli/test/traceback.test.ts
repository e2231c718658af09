import { compile } from "@goes/driver";
import { encodeUtf8 } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";
import { runInMemory } from "./run-in-memory.ts";

const library = loadLibrary();

function traceOf(source: string, level: 0 | 2): string {
  const files = [{ path: "main.go", bytes: encodeUtf8(source) }];
  const target = { kind: "files", files, directory: "." } as const;
  const { wasm } = compile({ target, fileSystem: nodeFileSystem, library, level });
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
    // FIXME: Go shows the first panic here, too: its frames are gone when the deferred call begins.
    `main.main.func2(...)
	main.go:21
main.main()
	main.go:23
`,
  ],
];

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
      const [, frames] = traceOf(text, level).split("goroutine 1 [running]:\n");
      // Where in the runtime a panic stands is nobody's business either.
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
