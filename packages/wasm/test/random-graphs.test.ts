import { expect, test } from "vitest";
import { moduleOf, run } from "./build.ts";
import { argsOfRandom, buildRandom, interpret } from "./random-graph.ts";

// What the emitted code computes must be what a direct walk over the blocks computes.

test("random graphs compute what a walk over them computes", () => {
  const wrong: string[] = [];
  for (let seed = 1; seed <= 300; seed++) {
    const f = buildRandom(seed);
    const emitted = run(moduleOf(f))["f"]! as (...args: number[]) => number;
    for (const args of argsOfRandom) {
      const expected = interpret(f.func, args);
      const got = emitted(...args);
      if (got !== expected) wrong.push(`seed ${seed} args ${args.join()}: ${got}, not ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
});
