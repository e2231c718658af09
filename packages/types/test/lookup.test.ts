import { expect, test } from "vitest";
import { lookupFieldOrMethod } from "../src/lookup.ts";
import { methodSet } from "../src/method-set.ts";
import { PointerType } from "../src/type.ts";
import { checkSource } from "./check-source.ts";

const source = `
type Inner struct{ x, y int }
func (Inner) Value() {}
func (*Inner) Pointer() {}
type Left struct{ Inner; z int }
type Right struct{ z int }
type Both struct{ Left; *Right; y string }
type Iface interface{ M(); Value() }
type WithIface struct{ Iface }
type Twice struct{ Left; WithIface }
type Pointer *Inner
`;

function find(typeName: string, name: string, addressable = false): string {
  const { type, checked } = checkSource(source);
  const found = lookupFieldOrMethod(type(typeName), addressable, checked.pkg, name);
  if (found.kind !== "found") return found.kind;
  return `${found.obj.kind} ${found.index.join(".")}${found.indirect ? " indirect" : ""}`;
}

test("the shallowest field wins", () => {
  expect(find("Both", "y")).toBe("var 2");
  expect(find("Both", "x")).toBe("var 0.0.0");
});

test("two at one depth are ambiguous", () => {
  expect(find("Both", "z")).toBe("ambiguous");
  expect(find("Twice", "Value")).toBe("ambiguous");
});

test("pointer methods need an address", () => {
  expect(find("Left", "Pointer")).toBe("pointer-receiver");
  expect(find("Left", "Pointer", true)).toBe("func 0.1");
  expect(find("Pointer", "Pointer", true)).toBe("missing");
  expect(find("Pointer", "x")).toBe("var 0 indirect");
});

test("blank and unknown names", () => {
  expect(find("Both", "_")).toBe("missing");
  expect(find("Both", "nothing")).toBe("missing");
});

test("method sets hold promoted methods and, for pointers, those with pointer receiver", () => {
  const { type } = checkSource(source);
  const names = (name: string, pointer: boolean): string[] =>
    methodSet(pointer ? new PointerType(type(name)) : type(name)).map(
      (entry) => `${entry.obj.name} ${entry.index.join(".")}`,
    );
  expect(names("Left", false)).toEqual(["Value 0.0"]);
  expect(names("Left", true)).toEqual(["Pointer 0.1", "Value 0.0"]);
  expect(names("WithIface", false)).toEqual(["M 0.0", "Value 0.1"]);
  expect(names("Iface", true)).toEqual([]);
  expect(names("Pointer", false)).toEqual([]);
  // Two embedded types at one depth have a method Value.
  expect(names("Twice", false)).toEqual(["M 1.0.0"]);
});
