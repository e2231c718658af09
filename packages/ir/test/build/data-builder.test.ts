import { expect, test } from "vitest";
import { DataBuilder, Module } from "../../src/index.ts";

test("integers are little-endian and cut to their size", () => {
  const data = new DataBuilder(new Module(), 16);
  data.u8(0, 0x1ff);
  data.u32(4, -2);
  data.integer(8, 8, -1n);
  data.integer(8, 2, 0x12345n);
  data.integer(10, 1, -128n);
  data.integer(1, 1, 7n);
  expect([...data.bytes]).toEqual([
    0xff, 7, 0, 0, 0xfe, 0xff, 0xff, 0xff, 0x45, 0x23, 0x80, 0xff, 0xff, 0xff, 0xff, 0xff,
  ]);
});

test("floats have the bits of IEEE 754", () => {
  const data = new DataBuilder(new Module(), 12);
  data.float(0, 4, 1);
  data.float(4, 8, -2);
  expect([...data.bytes]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0]);
});

test("what only linking knows is a relocation", () => {
  const data = new DataBuilder(new Module(), 16);
  data.address(0, "a", 4);
  data.address(4, undefined);
  data.table(8, "f");
  data.row(12, "type:T");
  expect(data.relocations).toEqual([
    { offset: 0, kind: "address", symbol: "a", addend: 4 },
    { offset: 8, kind: "table", symbol: "f", addend: 0 },
    { offset: 12, kind: "row", symbol: "type:T", addend: 0 },
  ]);
  expect([...data.bytes].every((byte) => byte === 0)).toBe(true);
});

test("the bytes of a string are in the module once; an empty one needs none", () => {
  const module = new Module();
  const data = new DataBuilder(module, 24);
  data.string(0, "héllo");
  data.string(8, "héllo");
  data.string(16, "");
  expect(data.relocations.map(({ offset, symbol }) => [offset, symbol])).toEqual([
    [0, '"héllo"'],
    [8, '"héllo"'],
  ]);
  expect(data.bytes[4]).toBe(5);
  expect([...module.data.values()].map(({ bytes }) => [...bytes])).toEqual([[0x68, 0xe9, 0x6c, 0x6c, 0x6f]]);
});

test("define adds the symbol, with the size of the bytes unless another is given", () => {
  const module = new Module();
  const data = new DataBuilder(module, 4);
  expect(data.define("small", { align: 4, kind: "constant" })).toBe("small");
  new DataBuilder(module, 0).define("large", { size: 64, align: 8, pointers: [0, 8], kind: "variable" });
  expect(module.data.get("small")).toMatchObject({ size: 4, align: 4, pointers: [], constant: true });
  expect(module.data.get("large")).toMatchObject({ size: 64, align: 8, pointers: [0, 8], constant: false });
});
