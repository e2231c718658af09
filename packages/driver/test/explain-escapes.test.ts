import { compile } from "@goes/driver";
import { memoryFileSystem } from "@goes/source";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Each line with what `go build -gcflags='-m -l'` says of it after `//`, by column. */
const source = `package main

type T struct{ a, b int }

type I interface{ M(p *T) }

func (t *T) M(p *T) { t.a = p.b } // 7: t does not escape; 15: p does not escape

var g *T
var a any

func toHeap(p *T) { g = p } // 13: leaking param: p
func content(p **T) { g = *p } // 14: leaking param content: p
func same(p *T) *T { return p } // 11: leaking param: p to result ~r0 level=0
func named(p *T) (q *T) { return p } // 12: leaking param: p to result q level=0
func field(p **T) *T { return *p } // 12: leaking param: p to result ~r0 level=1
func reads(p *T) int { return p.a } // 12: p does not escape
func both(p, q *T) *T { // 11: leaking param: p to result ~r0 level=0; 14: leaking param: q
	g = q
	return p
}

func recursive(n int, p *T) *T { // 23: leaking param: p to result ~r0 level=0
	if n == 0 {
		return p
	}
	return recursive(n-1, p)
}

func moved() *int {
	x := 1 // 2: moved to heap: x
	return &x
}

func stays() int {
	x, y := 1, 2
	p := &x
	if y > 1 {
		p = &y
	}
	return *p
}

func literals() (*T, int) {
	t := &T{1, 2} // 7: &T{...} does not escape
	u := new(T) // 10: new(T) does not escape
	return &T{}, reads(t) + u.b // 9: &T{} escapes to heap
}

func slices(n int) []int {
	s := []int{1, 2, n} // 12: []int{...} does not escape
	t := make([]int, 10) // 11: make([]int, 10) does not escape
	t[n%10] = s[n%3]
	big := make([]int, 100000) // 13: make([]int, 100000) escapes to heap
	big[n] = t[0]
	return make([]int, n) // 13: make([]int, n) escapes to heap
}

func functions(n int) func() int {
	f := func() int { return n + 1 } // 7: func literal does not escape
	if f() > 3 {
		return nil
	}
	return func() int { return n } // 9: func literal escapes to heap
}

func variadic(values ...any) int { return len(values) } // 15: values does not escape

func boxes(n int, s string) { // 19: leaking param: s
	variadic(n, s+"!") // 10: ... argument does not escape; 11: n does not escape; 15: s + "!" does not escape
	a = s // 6: s escapes to heap
}

func bytes(b []byte) string { return string(b) } // 12: b does not escape; 45: string(b) escapes to heap

func loop(n int) (sum int) {
	var last *T
	for i := 0; i < n; i++ {
		kept := &T{a: i} // 11: &T{...} escapes to heap
		if last != nil {
			sum += last.a
		}
		last = kept
		used := &T{b: i} // 11: &T{...} does not escape
		sum += reads(used)
	}
	return sum
}

func main() {
	var t T // 6: moved to heap: t
	toHeap(&t)
	content(&g)
	same(g).M(named(field(&g)))
	both(g, recursive(2, g))
	_, n := literals()
	println(*moved(), stays(), n, len(slices(3)), functions(1)(), loop(3), bytes(nil), a == nil)
	boxes(1, "s")
}
`;

test("says what escapes, as gc does", () => {
  const runtime = join(import.meta.dirname, "../../runtime/go");
  const files: Record<string, string> = {};
  for (const entry of readdirSync(runtime, { recursive: true, encoding: "utf8" }))
    if (entry.endsWith(".go"))
      files[entry.replaceAll("\\", "/")] = readFileSync(join(runtime, entry), "utf8");
  const result = compile({
    target: { kind: "directory", directory: "/p" },
    fileSystem: memoryFileSystem({ "/p/main.go": source }),
    library: memoryFileSystem(files),
    explain: true,
  });
  expect(result.diagnostics).toEqual([]);
  const expected = source
    .split("\n")
    .flatMap((line, i) =>
      (/ \/\/ (\d+: .*)$/.exec(line)?.[1]?.split("; ") ?? []).map((note) => `/p/main.go:${i + 1}:${note}`),
    );
  expect(result.notes).toEqual(expected);
});
