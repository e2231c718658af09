import { parseModule } from "@goes/ir";
import { optimize, type OptimizationLevel } from "@goes/optimizer";
import { emit } from "@goes/wasm";
import { expect, test } from "vitest";

// Go-level functions in text form, lowered, emitted and run: values against Go's rules computed with BigInt.

type Exports = Record<string, (...args: unknown[]) => unknown>;

function build(text: string, level: OptimizationLevel, imports: WebAssembly.Imports = {}): Exports {
  const module = parseModule(text);
  for (const func of module.funcs.values()) if (func.blocks.length > 0) func.exportName = func.name;
  optimize(module, { level, verify: true });
  const { bytes } = emit(module);
  const compiled = new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>);
  return new WebAssembly.Instance(compiled, imports).exports as Exports;
}

const widths = { int8: 8, int16: 16, int32: 32, int64: 64, uint8: 8, uint16: 16, uint32: 32, uint64: 64 };
type Integer = keyof typeof widths;
const integers = Object.keys(widths) as Integer[];

function wrap(type: Integer, value: bigint): bigint {
  return type.startsWith("u") ? BigInt.asUintN(widths[type], value) : BigInt.asIntN(widths[type], value);
}

function samples(type: Integer): bigint[] {
  const width = BigInt(widths[type]);
  const raw = [0n, 1n, 2n, 3n, 7n, 100n, -1n, -2n, -7n, 1n << (width - 1n), (1n << (width - 1n)) - 1n, 0x5bn];
  return [...new Set(raw.map((value) => wrap(type, value)))];
}

/** A Go integer as the JavaScript value of its register: an i32 or i64. */
function toRegister(type: Integer, value: bigint): unknown {
  return widths[type] === 64 ? value : Number(BigInt.asIntN(32, value));
}

function fromRegister(type: Integer, value: unknown): bigint {
  if (widths[type] === 64) return wrap(type, value as bigint);
  const word = BigInt(value as number);
  // The register must hold the value extended by its type: then wrapping changes nothing but the sign of uint32.
  const whole = type === "uint32" ? BigInt.asUintN(32, word) : word;
  if (whole !== wrap(type, whole)) throw new Error(`${whole} is no ${type}`);
  return whole;
}

function binaryOp(name: string, operand: string, count: string, result: string): string {
  return `func @${name}(${operand}, ${count}) ${result} {
b0:
  v0 = param ${operand} 0
  v1 = param ${count} 1
  v2 = ${name} ${result} v0, v1
  return v2
}
`;
}

function conversion(from: string, to: string): string {
  return `func @to_${to}(${from}) ${to} {\nb0:\n  v0 = param ${from} 0\n  v1 = convert ${to} v0\n  return v1\n}\n`;
}

const binary: Record<string, (a: bigint, b: bigint) => bigint | undefined> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0n ? undefined : a / b),
  rem: (a, b) => (b === 0n ? undefined : a % b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  andnot: (a, b) => a & ~b,
  min: (a, b) => (a < b ? a : b),
  max: (a, b) => (a > b ? a : b),
};

const comparisons: Record<string, (a: bigint, b: bigint) => boolean> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
};

for (const level of [0, 2] as const) {
  for (const type of integers) {
    test(`arithmetic of ${type} at -O${level}`, () => {
      const names = Object.keys(binary);
      const exports = build(names.map((name) => binaryOp(name, type, type, type)).join(""), level);
      const wrong: string[] = [];
      for (const a of samples(type)) {
        for (const b of samples(type)) {
          for (const name of names) {
            const expected = binary[name]!(a, b);
            if (expected === undefined) continue;
            const got = fromRegister(type, exports[name]!(toRegister(type, a), toRegister(type, b)));
            if (got !== wrap(type, expected)) wrong.push(`${name} ${a} ${b} = ${got}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    });

    test(`shifts of ${type} at -O${level}`, () => {
      const constant = [0, 1, widths[type] - 1, widths[type], 70];
      const text = ["shl", "shr"].flatMap((name) => [
        binaryOp(name, type, "uint64", type),
        ...constant.map(
          (count) =>
            `func @${name}${count}(${type}) ${type} {\nb0:\n  v0 = param ${type} 0\n  v1 = const uint64 ${count}\n  v2 = ${name} ${type} v0, v1\n  return v2\n}\n`,
        ),
      ]);
      const exports = build(text.join(""), level);
      const wrong: string[] = [];
      const check = (what: string, got: unknown, expected: bigint): void => {
        const value = fromRegister(type, got);
        if (value !== wrap(type, expected)) wrong.push(`${what} = ${value}`);
      };
      for (const a of samples(type)) {
        const register = toRegister(type, a);
        for (const count of [
          0n,
          1n,
          3n,
          7n,
          8n,
          15n,
          16n,
          31n,
          32n,
          33n,
          63n,
          64n,
          65n,
          1n << 32n,
          1n << 63n,
        ]) {
          const by = count > 100n ? 100n : count;
          check(`${a} << ${count}`, exports["shl"]!(register, BigInt.asIntN(64, count)), a << by);
          check(`${a} >> ${count}`, exports["shr"]!(register, BigInt.asIntN(64, count)), a >> by);
        }
        for (const count of constant) {
          check(`${a} << const ${count}`, exports[`shl${count}`]!(register), a << BigInt(count));
          check(`${a} >> const ${count}`, exports[`shr${count}`]!(register), a >> BigInt(count));
        }
      }
      expect(wrong).toEqual([]);
    });

    test(`conversions from ${type} at -O${level}`, () => {
      const exports = build([...integers, "float64"].map((to) => conversion(type, to)).join(""), level);
      for (const a of samples(type)) {
        for (const to of integers) {
          expect(fromRegister(to, exports[`to_${to}`]!(toRegister(type, a)))).toBe(wrap(to, a));
        }
        expect(exports["to_float64"]!(toRegister(type, a))).toBe(Number(a));
      }
    });

    test(`comparisons of ${type} at -O${level}`, () => {
      const names = Object.keys(comparisons);
      const exports = build(names.map((name) => binaryOp(name, type, type, "bool")).join(""), level);
      const wrong: string[] = [];
      for (const a of samples(type)) {
        for (const b of samples(type)) {
          for (const name of names) {
            const got = exports[name]!(toRegister(type, a), toRegister(type, b));
            if (got !== (comparisons[name]!(a, b) ? 1 : 0)) wrong.push(`${a} ${name} ${b}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    });
  }

  test(`floats become integers at -O${level}`, () => {
    const exports = build(integers.map((to) => conversion("float64", to)).join(""), level);
    for (const to of integers) {
      for (const value of [0, 1.9, -1.9, 100.5, -100.5]) {
        expect(fromRegister(to, exports[`to_${to}`]!(value))).toBe(wrap(to, BigInt(Math.trunc(value))));
      }
    }
    expect(fromRegister("uint64", exports["to_uint64"]!(2 ** 63 + 4096))).toBe(2n ** 63n + 4096n);
    expect(() => exports["to_int64"]!(NaN)).not.toThrow();
    expect(() => exports["to_uint64"]!(Infinity)).not.toThrow();
  });

  test(`strings compare by length first, then by bytes at -O${level}`, () => {
    const text = `
data @s size 64 align 8
func @same(ptr, int64, ptr, int64) bool {
b0:
  v0 = param ptr 0
  v1 = param int64 1
  v2 = param ptr 2
  v3 = param int64 3
  v4 = make.string string v0, v1
  v5 = make.string string v2, v3
  v6 = eq bool v4, v5
  return v6
}
func @hello(ptr, int64) bool {
b0:
  v0 = param ptr 0
  v1 = param int64 1
  v2 = make.string string v0, v1
  v3 = string.const string "hello world"
  v4 = eq bool v2, v3
  return v4
}
func @place() ptr {
b0:
  v0 = global ptr @s 0
  return v0
}
func @runtime.stringEqual(string, string) bool import "host" "equal"
`;
    let calls = 0;
    const equal = (): number => {
      calls++;
      return 1;
    };
    const exports = build(text, level, { host: { equal } });
    const place = exports["place"]!() as number;
    const bytes = new Uint8Array((exports["memory"] as unknown as WebAssembly.Memory).buffer);
    "hello world".split("").forEach((character, i) => (bytes[place + i] = character.charCodeAt(0)));
    expect(exports["same"]!(place, 3n, place, 4n)).toBe(0);
    expect(calls).toBe(0);
    expect(exports["same"]!(place, 3n, place, 3n)).toBe(1);
    expect(calls).toBe(1);
    expect(exports["hello"]!(place, 11n)).toBe(1);
    expect(exports["hello"]!(place, 10n)).toBe(0);
    for (let i = 0; i < 11; i++) {
      bytes[place + i]! ^= 1;
      expect(exports["hello"]!(place, 11n)).toBe(0);
      bytes[place + i]! ^= 1;
    }
    expect(calls).toBe(1);
  });
}
