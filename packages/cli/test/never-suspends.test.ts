// Code that cannot suspend is the same whether the program has goroutines or not.
import { compile, viewFunc } from "@goes/driver";
import { memoryFileSystem } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";

const work = `
//go:noinline
func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

type shape interface{ area() float64 }

type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

//go:noinline
func total(shapes []shape, count map[string]int) (sum float64) {
	defer func() {
		if recover() != nil {
			sum = -1
		}
	}()
	for i, s := range shapes {
		sum += s.area()
		count["n"] += i
	}
	return sum
}

func compute() {
	println(fib(10), total([]shape{square{2}}, map[string]int{}))
}
`;

const plain = `package main
${work}
func main() { compute() }
`;

const concurrent = `package main
${work}
func main() {
	c := make(chan bool)
	go func() {
		compute()
		c <- true
	}()
	compute()
	<-c
}
`;

const library = loadLibrary();

/** The last form of the user's functions. */
function finalForms(source: string, level: 0 | 2): ReadonlyMap<string, string> {
  const result = compile({
    target: { kind: "directory", directory: "/p" },
    fileSystem: memoryFileSystem({ "/p/main.go": source }),
    library,
    level,
  });
  expect(result.diagnostics).toEqual([]);
  return new Map([...result.module!.funcs.values()].map((func) => [func.name, viewFunc(func)]));
}

for (const level of [0, 2] as const) {
  test(`code that cannot suspend does not know of goroutines at -O${level}`, () => {
    const alone = finalForms(plain, level);
    const beside = finalForms(concurrent, level);
    const names = ["main.fib", "main.total", "main.total.func1", "main.square.area·i"];
    for (const name of names) {
      expect(alone.get(name), name).toBeDefined();
      expect(beside.get(name), name).toBe(alone.get(name));
    }
    // And of the library: maps, printing, allocation. What starts and what ends programs (the report of a panic) and asks for traces differs, and a
    // cycle of the collector looks at goroutines. Whether a parameter needs a slot depends on all who call the function.
    const shared = [...alone.keys()].filter((name) => beside.has(name));
    const different = shared.filter((name) => beside.get(name) !== alone.get(name));
    expect(
      different.filter(
        (name) =>
          !/^main\.(?:main|compute)$|^runtime\.(?:fatal|fatalPanic|outOfMemory|printTrace|askRunning|keepFrames|continuePanic|beginCycle|passToken|\(\*allocator\)\.refill)$/.test(
            name,
          ),
      ),
    ).toEqual([]);
    expect(shared.length).toBeGreaterThan(20);
  });
}
