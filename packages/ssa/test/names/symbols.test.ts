import { expect, test } from "vitest";
import { closureSymbol, funcSymbol, reflectString, typeKey } from "../../src/names/symbols.ts";
import { programOf } from "../data-support.ts";

const source = `package main

type T[A any] struct{ a A }
type U struct{}
type U2 struct{}

func (U) m()                    {}
func (*U) N()                   {}
func (t *T[A]) Get() A          { return t.a }
func generic[K comparable, V any](k K) {}
func init()                     {}
func init()                     {}

type I interface {
	m()
	N(x int, y ...string) (a int, b error)
}
type Alias = []map[string]U

var (
	a struct {
		U
		x int
		*U2
		Y I "tag\\"q"
	}
	b *interface {
		m()
		N(x int, y ...string) (a int, b error)
	}
	c T[map[string]U]
	d chan (<-chan int)
	e chan<- func()
	f func(...any)
	g [3]byte
	h *error
	i func(int) (int, rune)
	j interface {
		I
		Z()
	}
	k chan func() <-chan int
	l T[interface{ m() }]
	m Alias
	n T[struct{ x int }]
)

func f1() any { type L struct{ x int }; return L{} }
func f2() any { type L struct{ x int }; return T[L]{} }

func main() {}
`;

test("types print as reflect prints them", () => {
  const { ctx, typeOf } = programOf(source);
  // What go1.26 prints for reflect.Type.String of these types.
  const expected: Record<string, string> = {
    b: "*interface { N(int, ...string) (int, error); main.m() }",
    c: "main.T[map[string]main.U]",
    d: "chan (<-chan int)",
    e: "chan<- func()",
    f: "func(...interface {})",
    g: "[3]uint8",
    h: "*error",
    i: "func(int) (int, int32)",
    j: "interface { N(int, ...string) (int, error); Z(); main.m() }",
    k: "chan func() <-chan int",
    l: "main.T[interface { main.m() }]",
    m: "[]map[string]main.U",
    n: "main.T[struct { main.x int }]",
  };
  for (const [name, text] of Object.entries(expected)) {
    expect(reflectString(ctx, typeOf(name)), name).toBe(text);
  }
});

test("struct types print their fields, embedded ones by their type, and tags", () => {
  const { ctx, typeOf } = programOf(source);
  expect(reflectString(ctx, typeOf("a"))).toBe('struct { main.U; x int; *main.U2; Y main.I "tag\\"q" }');
  expect(typeKey(ctx, typeOf("a"))).toBe('struct { main.U; main.x int; *main.U2; Y main.I "tag\\"q" }');
});

test("types of one name in two functions have two keys", () => {
  const { ctx } = programOf(source);
  const keys = new Set<string>();
  for (const name of ["f1", "f2"]) {
    const func = ctx.packages[1]!.pkg.scope.lookup(name);
    if (func?.kind !== "func") throw new Error(name);
    const decl = ctx.packages[1]!.info.funcDecls.get(func)!;
    for (const [ident, object] of ctx.packages[1]!.info.defs) {
      if (object.kind === "typename" && ident.pos > decl.pos && ident.end < decl.end) {
        keys.add(typeKey(ctx, object.type!));
      }
    }
  }
  expect([...keys]).toEqual(["main.L·1", "main.L·2"]);
});

test("functions, methods and instances have the symbols of the conventions", () => {
  const { ctx, main, typeOf } = programOf(source);
  const symbols: string[] = [];
  for (const func of main.info.funcDecls.keys()) {
    const args =
      func.name === "generic" ? [typeOf("g"), typeOf("c")] : func.name === "Get" ? [typeOf("g")] : [];
    symbols.push(funcSymbol(ctx, func, args));
  }
  expect(symbols).toEqual([
    "main.U.m",
    "main.(*U).N",
    "main.(*T[[3]uint8]).Get",
    "main.generic[[3]uint8,main.T[map[string]main.U]]",
    "main.init.0",
    "main.init.1",
    "main.f1",
    "main.f2",
    "main.main",
  ]);
});

test("function literals are counted, nested ones with dots", () => {
  expect(closureSymbol("main.f", 1)).toBe("main.f.func1");
  expect(closureSymbol("main.f.func1", 2)).toBe("main.f.func1.2");
  expect(closureSymbol("main.f.func1.2", 1)).toBe("main.f.func1.2.1");
});

test("structs that embed one type under two names have two keys", () => {
  const { ctx, typeOf } = programOf(`package main
type Int = int
var (
	a struct{ int }
	b struct{ Int }
	c struct{ byte }
	d struct{ uint8 }
)
func main() {}
`);
  const keys = ["a", "b", "c", "d"].map((name) => typeKey(ctx, typeOf(name)));
  expect(new Set(keys).size).toBe(4);
});
