import { expect, test } from "vitest";
import * as optimizer from "@goes/optimizer";
import { orderConstraints, pipeline, type ModulePass, type Pass } from "@goes/optimizer";

const order: (Pass | ModulePass)[] = pipeline.flatMap<Pass | ModulePass>((stage) =>
  "module" in stage ? [stage.module] : stage.steps.map((step) => step.pass),
);
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

test("a name is one pass", () => {
  for (const name of new Set(names)) expect(new Set(order.filter((pass) => pass.name === name)).size).toBe(1);
});

test("every pass is exported by its name", () => {
  for (const pass of order) {
    const name = pass.name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect(optimizer).toHaveProperty(name, pass);
  }
});
