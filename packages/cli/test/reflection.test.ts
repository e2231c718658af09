// What reflection keeps in a program: methods that nothing else calls, and thunks for calls, only where it can reach them.
import { buildSsa } from "@goes/driver";
import { memoryFileSystem } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";

const library = loadLibrary();

/** The functions of a program with a type that has the methods Used and Spare. */
function functionsOf(main: string): readonly string[] {
  const source = `package main

import (
	"fmt"
	"os"
	"reflect"
)

var _, _ = reflect.TypeOf(0), os.Args

type T struct{ n int }

func (t T) Used(x int) int   { return t.n + x }
func (t T) Spare() string    { return "spare" }
func (t *T) Pointer(s string) {}

type Number int

func main() {
	fmt.Println(T{1})
	${main}
}
`;
  const { module, diagnostics } = buildSsa({
    target: { kind: "directory", directory: "/p" },
    fileSystem: memoryFileSystem({ "/p/main.go": source }),
    library,
  });
  expect(diagnostics).toEqual([]);
  return [...module!.funcs.keys()];
}

/** The methods that stay for reflection. */
function boundMethods(main: string): readonly string[] {
  return functionsOf(main).filter((name) => name.startsWith("main.") && name.endsWith("·r"));
}

/** The representations of the functions that reflection can call or make. */
function thunks(main: string, kind: "call" | "make"): readonly string[] {
  const prefix = `reflect.${kind}(`;
  return functionsOf(main)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length - 1));
}

test("printing keeps no methods and no thunks", () => {
  const functions = functionsOf(`fmt.Printf("%v %+v", T{2}, &T{3})`);
  expect(functions.filter((name) => name.includes("Spare") || name.endsWith("·r"))).toEqual([]);
  expect(functions.filter((name) => /^reflect\.(?:call|make)\(/.test(name))).toEqual([]);
});

test("a constant name keeps the methods of that name", () => {
  expect(boundMethods(`fmt.Println(reflect.ValueOf(T{}).MethodByName("Used").IsValid())`)).toEqual([
    "main.T.Used·r",
  ]);
  expect(boundMethods(`_, ok := reflect.TypeOf(T{}).MethodByName("Spare"); fmt.Println(ok)`)).toEqual([
    "main.T.Spare·r",
  ]);
});

test("a number or a name that is not known keeps all exported methods", () => {
  const all = ["main.T.Spare·r", "main.T.Used·r"];
  expect(boundMethods("fmt.Println(reflect.ValueOf(T{}).Method(0).Kind())").toSorted()).toEqual(all);
  expect(
    boundMethods("fmt.Println(reflect.ValueOf(T{}).MethodByName(os.Args[0]).Kind())").toSorted(),
  ).toEqual(all);
  expect(boundMethods("fmt.Println(reflect.TypeOf(T{}).Method(0).Name)").toSorted()).toEqual(all);
});

test("pointers that reflection makes bring their methods", () => {
  const methods = boundMethods("fmt.Println(reflect.New(reflect.TypeOf(T{})).Method(0).Kind())");
  expect(methods).toContain("main.(*T).Pointer·r");
});

test("functions of one representation share a thunk", () => {
  const found = thunks(
    `f := func(n Number, b uint8) *T { return nil }
	g := func(n int, b byte) map[string]int { return nil }
	fmt.Println(reflect.ValueOf(f).Call(nil), reflect.ValueOf(g).Call(nil))`,
    "call",
  );
  expect(found.filter((text) => text === "(int64,uint8)(ptr)")).toHaveLength(1);
});

test("made functions have code for each representation", () => {
  const main = `var f func([4]int, string) [4]int
	reflect.ValueOf(&f).Elem().Set(reflect.MakeFunc(reflect.TypeOf(f), nil))`;
  expect(thunks(main, "make")).toContain("(mem,string)(mem)");
});
