import { expect, test } from "vitest";
import * as optimizer from "@goes/optimizer";
import {
  lastPartOf,
  orderConstraints,
  passesOf,
  pipeline,
  pipelineUpTo,
  type ModulePass,
  type Pass,
} from "@goes/optimizer";

const order: readonly (Pass | ModulePass)[] = pipeline.flatMap(passesOf);
const names = order.map((pass) => pass.name);

test("what a pass requires has run before it", () => {
  order.forEach((pass, i) => {
    for (const required of pass.requires)
      expect(names.slice(0, i), `${required} before ${pass.name}`).toContain(required);
  });
});

test.each(orderConstraints)("$before runs before $after: $reason", ({ before, after }) => {
  expect(names).toContain(before);
  expect(names).toContain(after);
  expect(names.indexOf(before)).toBeLessThan(names.indexOf(after));
});

test("each part of the pipeline holds passes of its level", () => {
  const levels = (from: number, to: number): Set<string> =>
    new Set(pipeline.slice(from, to).flatMap((stage) => passesOf(stage).map((pass) => pass.level)));
  const [go, lowering] = [pipelineUpTo("go").length, pipelineUpTo("lowering").length];
  expect(levels(0, go)).toEqual(new Set(["go", "both"]));
  expect(pipeline.slice(go, lowering).flatMap(passesOf)).toEqual([optimizer.lower]);
  expect(levels(lowering, pipeline.length)).toEqual(new Set(["wasm", "both"]));
  expect(["mem2reg", "lower", "cfg", "none"].map(lastPartOf)).toEqual(["go", "lowering", "wasm", undefined]);
});

test("a name is one pass", () => {
  for (const name of new Set(names)) expect(new Set(order.filter((pass) => pass.name === name)).size).toBe(1);
});

test("every pass is exported by its name", () => {
  for (const pass of order) {
    const name = pass.name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(optimizer).toHaveProperty(name, pass);
  }
});
