import { expect, test } from "vitest";
import {
  assignableTo,
  convertibleTo,
  exprString,
  implementsInterface,
  satisfies,
  typeString,
  underlying,
  type InterfaceType,
  type Type,
} from "@goes/types";
import { check } from "./support.ts";

const { checked, file, files } = check(`package x

type ID int
type Pair struct{ a, b int }
type Reader interface{ Read() int }
type Number interface{ ~int | ~float64 }
type Broken missing

func (p *Pair) Read() int { return p.a }

var (
	number int
	id     ID
	text   string
	bytes  []byte
	pair   Pair
	ptr    *Pair
	reader Reader
	empty  any
	both   chan int
	send   chan<- int
	broken Broken
)

func f(n int) {
	m := n
	{
		m := "inner"
		_ = m[1:n+2]
	}
	_ = m
}
`);

function type(name: string): Type {
  return checked.pkg.scope.lookup(name)!.type!;
}

const relations: Record<string, (from: Type, to: Type) => boolean> = {
  assignableTo,
  convertibleTo,
  implementsInterface: (from, to) => implementsInterface(from, underlying(to) as InterfaceType),
  satisfies: (from, to) => satisfies(from, underlying(to) as InterfaceType),
};

// The answers are those of go/types to AssignableTo, ConvertibleTo, Implements and Satisfies.
test.each([
  ["assignableTo", "number", "number", true],
  ["assignableTo", "number", "id", false],
  ["assignableTo", "ptr", "reader", true],
  ["assignableTo", "pair", "reader", false],
  ["assignableTo", "number", "empty", true],
  ["assignableTo", "both", "send", true],
  ["assignableTo", "send", "both", false],
  ["assignableTo", "broken", "number", false],
  ["convertibleTo", "number", "id", true],
  ["convertibleTo", "number", "text", true],
  ["convertibleTo", "text", "bytes", true],
  ["convertibleTo", "text", "number", false],
  ["convertibleTo", "pair", "reader", false],
  ["implementsInterface", "ptr", "Reader", true],
  ["implementsInterface", "pair", "Reader", false],
  ["implementsInterface", "number", "empty", true],
  ["implementsInterface", "id", "Number", true],
  ["satisfies", "id", "Number", true],
  ["satisfies", "text", "Number", false],
  ["satisfies", "broken", "Number", false],
] as const)("%s: %s, %s", (relation, from, to, expected) => {
  expect(relations[relation]!(type(from), type(to))).toBe(expected);
});

test("the innermost scope around a position knows what a name denotes there", () => {
  const source = files.fileOf(file.pos)!;
  const at = (text: string): number => source.base + source.text.indexOf(text);
  const typeOfM = (pos: number): string =>
    typeString(checked.pkg.scope.innermost(pos)!.lookupParent("m", pos)!.type!);
  expect(typeOfM(at("m[1:"))).toBe("string");
  expect(typeOfM(at("_ = m\n"))).toBe("int");
  expect(checked.pkg.scope.innermost(at("type ID"))?.lookupParent("f", 0)?.kind).toBe("func");
  expect(checked.pkg.scope.innermost(file.end + 1000)).toBeUndefined();
});

test("expressions are written as gc shows them", () => {
  const texts = [...checked.info.types.keys()].map(exprString);
  expect(texts).toContain("m[1:n + 2]");
});
