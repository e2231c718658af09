import { typeDescriptorLayout, typeFlags, type DataSymbol, type Module } from "@goes/ir";
import { expect, test } from "vitest";
import { build } from "../support.ts";

const { offset } = typeDescriptorLayout;

/** Reads fields of the descriptor of a type. */
function descriptor(module: Module, type: string) {
  const data = module.data.get(`type:${type}`)!;
  const view = new DataView(data.bytes.buffer, data.bytes.byteOffset);
  return {
    size: view.getUint32(offset.size, true),
    id: view.getUint32(offset.id, true),
    kind: view.getUint8(offset.kind),
    flags: view.getUint8(offset.flags),
    align: view.getUint8(offset.align),
    symbolAt: (at: number): string | undefined => symbolAt(data, at),
  };
}

function symbolAt({ relocations }: DataSymbol, at: number): string | undefined {
  return relocations.find((relocation) => relocation.offset === at)?.symbol;
}

const converting = `type pair struct { a int32; s string }
type number int64
func use(v any) {}
func main() {
	use(1); use("s"); use(pair{}); use(&pair{}); use(number(1)); use(1.5); use([]int(nil)); use(func() {})
}`;

test("size, alignment and reflect's kind of what interfaces hold", () => {
  const module = build(converting);
  const facts = (type: string): readonly number[] => {
    const { size, align, kind } = descriptor(module, type);
    return [size, align, kind];
  };
  expect(facts("int")).toEqual([8, 8, 2]);
  expect(facts("string")).toEqual([8, 4, 24]);
  expect(facts("main.pair")).toEqual([12, 4, 25]);
  expect(facts("*main.pair")).toEqual([4, 4, 22]);
  expect(facts("main.number")).toEqual([8, 8, 6]);
  expect(facts("float64")).toEqual([8, 8, 14]);
  expect(facts("[]int")).toEqual([12, 4, 23]);
  expect(facts("func()")).toEqual([4, 4, 19]);
});

test("ids are numbers from 1, one a type", () => {
  const module = build(converting);
  const types = [...module.data.keys()].filter((name) => name.startsWith("type:"));
  const ids = types.map((name) => descriptor(module, name.slice("type:".length)).id);
  expect(ids.toSorted((a, b) => a - b)).toEqual(types.map((_, i) => i + 1));
});

test("flags: how the payload holds the value, and whether and how it can be compared", () => {
  const module = build(converting);
  const { direct, pointer, bitEqual, comparable, named } = typeFlags;
  const flags = (type: string): number => descriptor(module, type).flags;
  expect(flags("int")).toBe(direct | bitEqual | comparable | named);
  expect(flags("float64")).toBe(direct | comparable | named);
  expect(flags("string")).toBe(direct | pointer | comparable | named);
  expect(flags("*main.pair")).toBe(direct | pointer | bitEqual | comparable);
  expect(flags("main.pair")).toBe(pointer | comparable | named);
  expect(flags("[]int")).toBe(pointer);
  expect(flags("func()")).toBe(direct | pointer);
});

test("functions for comparing are there only if interfaces are compared, and only for payloads that are addresses", () => {
  const plain = build(converting);
  expect(descriptor(plain, "main.pair").symbolAt(offset.equal)).toBeUndefined();
  expect(plain.funcs.has("eq:main.pair")).toBe(false);
  const comparing = build(converting.replace("use(1);", "var x any = pair{}; use(x == any(1)); use(1);"));
  expect(descriptor(comparing, "main.pair").symbolAt(offset.equal)).toBe("eq:main.pair·o");
  expect(descriptor(comparing, "int").symbolAt(offset.equal)).toBeUndefined();
  expect(descriptor(comparing, "[]int").symbolAt(offset.equal)).toBeUndefined();
  expect(comparing.funcs.get("eq:main.pair·f")!.calledByRuntime).toBe(true);
});

test("an interface that is asserted has the bitmap of the types that implement it", () => {
  const module = build(`type I interface{ M() }
type J interface{ N() }
type yes struct{}
func (yes) M() {}
type no struct{}
func use(v any) {}
func main() {
	var v any = yes{}
	use(no{}); use(&yes{})
	_, ok := v.(I)
	use(ok)
}`);
  const symbol = descriptor(module, "main.I").symbolAt(offset.pointers)!;
  const { bytes } = module.data.get(symbol)!;
  const implementing = (type: string): boolean => {
    const { id } = descriptor(module, type);
    return (bytes[id >> 3]! & (1 << (id & 7))) !== 0;
  };
  expect(["main.yes", "*main.yes", "main.no", "bool"].map(implementing)).toEqual([true, true, false, false]);
  expect(module.data.has("type:main.J")).toBe(false);
});

test("types are data that nothing writes to, without pointers for the collector", () => {
  const { constant, pointers, size } = build(converting).data.get("type:main.pair")!;
  expect({ constant, pointers, size }).toEqual({
    constant: true,
    pointers: [],
    size: typeDescriptorLayout.size,
  });
});
