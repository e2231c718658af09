import { expect, test } from "vitest";
import { dumpAst, type FuncDecl } from "@goes/ast";
import { FileSet, formatDiagnostic } from "@goes/source";
import { parseFile } from "@goes/parser";

/** A file read both ways: as text, and its functions and complaints where bodies are lazy. */
function parseLazily(text: string): {
  readonly dumps: readonly [string, string];
  readonly funcs: readonly FuncDecl[];
  readonly errors: string[];
} {
  const files = new FileSet();
  const file = files.addText("x.go", text);
  const errors: string[] = [];
  const eager = dumpAst(
    parseFile(file, () => {}),
    files,
  );
  const tree = parseFile(file, (item) => errors.push(formatDiagnostic(files, item)), "lazy");
  const funcs = tree.decls.filter((decl) => decl.kind === "FuncDecl");
  return {
    get dumps(): [string, string] {
      return [dumpAst(tree, files), eager];
    },
    funcs,
    errors,
  };
}

/** Whether a function's body waits to be read: that it has no value of its own until then. */
function waits(decl: FuncDecl): boolean {
  return Object.getOwnPropertyDescriptor(decl, "body")?.get !== undefined;
}

test("a body that is read later is the body that is read at once", () => {
  const { dumps, funcs } = parseLazily(`package p

import "fmt"

//go:noinline
func (t *T[K]) method(x int) (y, z int) {
	for i := range x {
		fmt.Println("{", '}', i) // {
	}
	return func() (int, int) { return 1, 2 }()
}

func external(x int) int

func short() int { return 1 }

func long(
	a int,
) int {
	return a
}

type T[K any] struct {
	f func()
}

func (T[K]) last() {
}
`);
  expect(funcs.map(waits)).toEqual([true, false, false, false, true]);
  expect(funcs.map((decl) => decl.bodyPos === undefined)).toEqual([false, true, false, false, false]);
  expect(dumps[0]).toBe(dumps[1]);
});

test("braces in raw strings and comments close nothing", () => {
  const { dumps, funcs, errors } = parseLazily(`package p

var text = \`
func hidden() {
}
\`

/*
func hidden() {
}
*/

func f() string {
	// an apostrophe's end, and a \` here
	return \`
}
\` + "\`" /*
}
*/ + "b"
}

func g() {
	println('"')
}
`);
  expect(funcs.map((decl) => decl.name.name)).toEqual(["f", "g"]);
  expect(funcs.map(waits)).toEqual([true, true]);
  expect(dumps[0]).toBe(dumps[1]);
  expect(errors).toEqual([]);
});

test("types that end a signature are no bodies", () => {
  const { dumps, funcs } = parseLazily(`package p

func f() struct {
	x int
}

func g(x interface {
	M()
}) {
	println(x)
}
`);
  expect(funcs.map(waits)).toEqual([false, false]);
  expect(dumps[0]).toBe(dumps[1]);
});

test("faults in a body are reported when it is read, once, and at their place", () => {
  const { funcs, errors } = parseLazily(`package p

func good() {
	println(1)
}

func bad() {
	x := 08
	y := 1 +
}

func open() {
	if {
}
`);
  expect(errors).toEqual([]);
  expect(funcs[0]!.body!.list).toHaveLength(1);
  expect(errors).toEqual([]);
  const first = funcs[1]!.body;
  expect(funcs[1]!.body).toBe(first);
  expect(errors.filter((error) => !error.startsWith("x.go:8:") && !error.startsWith("x.go:10:"))).toEqual([]);
  expect(errors).toHaveLength(2);
  void funcs[2]!.body;
  expect(errors[2]).toContain("x.go:13:");
});
