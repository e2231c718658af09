import type { Block } from "@goes/ir";
import { types } from "@goes/ir";
import { expect, test } from "vitest";
import { FuncBuilder, moduleOf, run } from "./build.ts";

const { i32, i64 } = types;

function buildFib(): FuncBuilder {
  const f = new FuncBuilder("fib", [i64], [i64]);
  const n = f.param(0);
  const small = f.newBlock();
  const large = f.newBlock();
  f.if(f.op("i64.lt_s", i32, [n, f.i64(2n)]), small, large);
  f.at(small).return(n);
  f.at(large);
  const a = f.op("call", i64, [f.op("i64.sub", i64, [n, f.i64(1n)])], undefined, "fib");
  const b = f.op("call", i64, [f.op("i64.sub", i64, [n, f.i64(2n)])], undefined, "fib");
  f.return(f.op("i64.add", i64, [a, b]));
  return f;
}

test("recursion", () => {
  const { fib } = run(moduleOf(buildFib()));
  expect(fib!(20n as never)).toBe(6765n);
});

test("a loop that sums up", () => {
  const f = new FuncBuilder("sum", [i32], [i32]);
  const n = f.param(0);
  const zero = f.i32(0);
  const header = f.newBlock();
  const body = f.newBlock();
  const exit = f.newBlock();
  f.jump(header);
  f.at(header);
  const i = f.phi(i32);
  const total = f.phi(i32);
  f.if(f.op("i32.lt_s", i32, [i, n]), body, exit);
  f.at(body);
  const nextTotal = f.op("i32.add", i32, [total, i]);
  const nextI = f.op("i32.add", i32, [i, f.i32(1)]);
  f.jump(header);
  i.args = [zero, nextI];
  total.args = [zero, nextTotal];
  f.at(exit).return(total);
  const { sum } = run(moduleOf(f));
  expect(sum!(10 as never)).toBe(45);
  expect(sum!(0 as never)).toBe(0);
});

test("parallel copies that swap", () => {
  // for ; n != 0; n-- { a, b, c = b, c, a }; return a
  const f = new FuncBuilder("rotate", [i32, i32, i32, i32], [i32]);
  const params = [0, 1, 2, 3].map((k) => f.param(k));
  const header = f.newBlock();
  const body = f.newBlock();
  const exit = f.newBlock();
  f.jump(header);
  f.at(header);
  const [c, b, a, n] = [f.phi(i32), f.phi(i32), f.phi(i32), f.phi(i32)];
  f.if(n, body, exit);
  f.at(body);
  const less = f.op("i32.sub", i32, [n, f.i32(1)]);
  f.jump(header);
  n.args = [params[0]!, less];
  a.args = [params[1]!, b];
  b.args = [params[2]!, c];
  c.args = [params[3]!, a];
  f.at(exit).return(a);
  const { rotate } = run(moduleOf(f));
  expect(rotate!(...([0, 1, 2, 3] as never[]))).toBe(1);
  expect(rotate!(...([1, 1, 2, 3] as never[]))).toBe(2);
  expect(rotate!(...([2, 1, 2, 3] as never[]))).toBe(3);
  expect(rotate!(...([3, 1, 2, 3] as never[]))).toBe(1);
});

test("a switch whose last target takes the rest", () => {
  const f = new FuncBuilder("pick", [i32], [i32]);
  const n = f.param(0);
  const hundred = f.i32(100);
  const [one, two, other, done] = [f.newBlock(), f.newBlock(), f.newBlock(), f.newBlock()];
  f.switch(n, [1, 0, 0, 3], one, two, other, done);
  f.at(one);
  const ten = f.op("i32.add", i32, [n, f.i32(10)]);
  f.jump(done);
  f.at(two).return(f.i32(20));
  f.at(other).return(f.i32(30));
  f.at(done);
  const result = f.phi(i32);
  result.args = [hundred, ten];
  f.return(result);
  const { pick } = run(moduleOf(f));
  expect([0, 1, 2, 3, 4, -1].map((k) => pick!(k as never))).toEqual([20, 11, 12, 100, 100, 100]);
});

test("a loop that is entered in two places", () => {
  // if c { goto B }; A: n += 1; B: n *= 2; if n < 100 { goto A }; return n
  const f = new FuncBuilder("twice", [i32, i32], [i32]);
  const [c, n] = [f.param(0), f.param(1)];
  const [a, b, exit] = [f.newBlock(), f.newBlock(), f.newBlock()];
  f.if(c, b, a);
  f.at(a);
  const inA = f.phi(i32);
  const more = f.op("i32.add", i32, [inA, f.i32(1)]);
  f.jump(b);
  f.at(b);
  const inB = f.phi(i32);
  const double = f.op("i32.mul", i32, [inB, f.i32(2)]);
  f.if(f.op("i32.lt_s", i32, [double, f.i32(100)]), a, exit);
  inA.args = [n, double];
  inB.args = [n, more];
  f.at(exit).return(double);
  const expected = (skip: number, start: number): number => {
    let value = start;
    for (let first = skip !== 0; ; first = false) {
      if (!first) value += 1;
      value *= 2;
      if (value >= 100) return value;
    }
  };
  const { twice } = run(moduleOf(f));
  for (const skip of [0, 1]) {
    for (const start of [1, 5, 60]) expect(twice!(...([skip, start] as never[]))).toBe(expected(skip, start));
  }
});

test("several results", () => {
  const g = new FuncBuilder("divmod", [i32, i32], [i32, i32]);
  const [x, y] = [g.param(0), g.param(1)];
  g.return(g.op("i32.div_s", i32, [x, y]), g.op("i32.rem_s", i32, [x, y]));
  const f = new FuncBuilder("use", [i32, i32], [i32]);
  const [a, b] = [f.param(0), f.param(1)];
  const call = f.op(
    "call",
    { kind: "tuple", fields: [i32, i32], text: "(i32, i32)" },
    [a, b],
    undefined,
    "divmod",
  );
  const quotient = f.op("extract", i32, [call], 0);
  const rest = f.op("extract", i32, [call], 1);
  // In the other order, so that both need a place to wait.
  f.return(f.op("i32.sub", i32, [rest, quotient]));
  const exports = run(moduleOf(g, f));
  expect(exports.divmod!(...([17, 5] as never[]))).toEqual([3, 2]);
  expect(exports.use!(...([17, 5] as never[]))).toBe(-1);
});

test("nested loops with an exit out of both", () => {
  // for i := 0; i < n; i++ { for j := 0; j < n; j++ { if i*j == want { return i*100+j } } } return -1
  const f = new FuncBuilder("find", [i32, i32], [i32]);
  const [n, want] = [f.param(0), f.param(1)];
  const zero = f.i32(0);
  const [outer, start, inner, test, next, found, step, exit] = Array.from({ length: 8 }, () =>
    f.newBlock(),
  ) as [Block, Block, Block, Block, Block, Block, Block, Block];
  f.jump(outer);
  f.at(outer);
  const i = f.phi(i32);
  f.if(f.op("i32.lt_s", i32, [i, n]), start, exit);
  f.at(start).jump(inner);
  f.at(inner);
  const j = f.phi(i32);
  f.if(f.op("i32.lt_s", i32, [j, n]), test, step);
  f.at(test);
  f.if(f.op("i32.eq", i32, [f.op("i32.mul", i32, [i, j]), want]), found, next);
  f.at(next);
  const j2 = f.op("i32.add", i32, [j, f.i32(1)]);
  f.jump(inner);
  f.at(step);
  const i2 = f.op("i32.add", i32, [i, f.i32(1)]);
  f.jump(outer);
  i.args = [zero, i2];
  j.args = [zero, j2];
  f.at(found).return(f.op("i32.add", i32, [f.op("i32.mul", i32, [i, f.i32(100)]), j]));
  f.at(exit).return(f.i32(-1));
  const { find } = run(moduleOf(f));
  expect(find!(...([10, 35] as never[]))).toBe(507);
  expect(find!(...([10, 11] as never[]))).toBe(-1);
});
