import { expect, test } from "vitest";
import { instantiateNamed } from "../src/instantiate.ts";
import { methodsOf, underlying } from "../src/named.ts";
import { basicTypes } from "../src/basic.ts";
import { typeString } from "../src/type-string.ts";
import { SliceType, type NamedType } from "../src/type.ts";
import { checkSource } from "./check-source.ts";

const source = `
type List[T any] struct { value T; next *List[T] }
func (l *List[E]) Map(f func(E) E) *List[E] { return l }
type Pair[A, B any] struct { first A; second List[B] }
func (p Pair[X, Y]) Swap() Pair[Y, X] { panic(0) }
`;

test("identical arguments give one object", () => {
  const { type } = checkSource(source);
  const list = type("List") as NamedType;
  const { int, uint8 } = basicTypes;
  expect(instantiateNamed(list, [int])).toBe(instantiateNamed(list, [int]));
  expect(instantiateNamed(list, [new SliceType(uint8)])).toBe(instantiateNamed(list, [new SliceType(uint8)]));
  expect(instantiateNamed(list, [int])).not.toBe(instantiateNamed(list, [uint8]));
});

test("instances are expanded one step at a time", () => {
  const { type } = checkSource(source);
  const instance = instantiateNamed(type("Pair") as NamedType, [basicTypes.int, basicTypes.string]);
  expect(typeString(underlying(instance))).toBe("struct{first int; second p.List[string]}");
  const list = instantiateNamed(type("List") as NamedType, [basicTypes.int]);
  expect(typeString(underlying(list))).toBe("struct{value int; next *p.List[int]}");
});

test("methods have the arguments in place of the receiver's parameters", () => {
  const { type } = checkSource(source);
  const instance = instantiateNamed(type("Pair") as NamedType, [basicTypes.int, basicTypes.string]);
  const [swap] = methodsOf(instance);
  expect(typeString(swap!.type!)).toBe("func() p.Pair[string, int]");
  expect(typeString(swap!.type!.receiver!.type!)).toBe("p.Pair[int, string]");
  const list = instantiateNamed(type("List") as NamedType, [basicTypes.bool]);
  const [map] = methodsOf(list);
  expect(typeString(map!.type!)).toBe("func(f func(bool) bool) *p.List[bool]");
  expect(map!.pointerReceiver).toBe(true);
  expect(map!.origin).toBe((type("List") as NamedType).methods[0]);
});
