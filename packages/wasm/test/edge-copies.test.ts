import { parseModule } from "@goes/ir";
import { expect, test } from "vitest";
import { run } from "./build.ts";

// The parallel copies of an edge: what is not copied, because it is in its local already, must stay there while the
// other values of the edge are computed.

/** `step` on the edge back to the header is computed in the place of the copy, with a local of its own for v8. */
const around = `func @f(i32, i32) i32 wasm export "f" {
b0:
  v0 = param i32 0
  v1 = param i32 1
  v2 = i32.const i32 0
  jump b1
b1:
  v3 = phi i32 b0:v0 b2:v3
  v4 = phi i32 b0:v2 b2:v10
  v5 = phi i32 b0:v1 b2:v12
  if v5 b2 b3
b2:
  v6 = i32.const i32 3
  v7 = i32.add i32 v4, v3
  v8 = i32.mul i32 v7, v6
  v9 = i32.shr_u i32 v8, v6
  v10 = i32.xor i32 v8, v9
  v11 = i32.const i32 1
  v12 = i32.sub i32 v5, v11
  jump b1
b3:
  return v4
}
`;

test("a phi that names itself along a back edge keeps its local to the end of the edge", () => {
  const { f } = run(parseModule(around));
  let expected = 0;
  for (let turns = 1; turns < 5; turns++) {
    const product = (expected + 7) * 3;
    expected = product ^ (product >>> 3);
    expect(f!(7 as never, turns as never)).toBe(expected);
  }
});
