import { expect, test } from "vitest";
import * as optimizer from "@goes/optimizer";
import {
  brokenConstraints,
  lastPartOf,
  orderConstraints,
  passesOf,
  pipeline,
  pipelineUpTo,
  type ModulePass,
  type OrderConstraint,
  type Pass,
  type Stage,
} from "@goes/optimizer";
import { readCases, readText, runPasses } from "./filetest.ts";

const order: readonly (Pass | ModulePass)[] = pipeline.flatMap(passesOf);
const names = order.map((pass) => pass.name);

test("what a pass requires has run before it", () => {
  order.forEach((pass, i) => {
    for (const required of pass.requires)
      expect(names.slice(0, i), `${required} before ${pass.name}`).toContain(required);
  });
});

test("the pipeline keeps every constraint", () => {
  expect(brokenConstraints(pipeline)).toEqual([]);
});

const title = ({ stage = "pipeline", order }: OrderConstraint): string => `${stage}: ${order.join(" ")}`;

/** The pipeline with the last of the constraint's passes or stages, wherever it is, before all others. */
function disordered({ stage, order }: OrderConstraint): readonly Stage[] {
  const last = order.at(-1)!;
  const lastFirst = <T>(items: readonly T[], nameOf: (item: T) => string): T[] => [
    ...items.filter((item) => nameOf(item) === last),
    ...items.filter((item) => nameOf(item) !== last),
  ];
  if (stage === undefined) return lastFirst(pipeline, (item) => item.name);
  return pipeline.map((item) =>
    item.name === stage && "steps" in item
      ? { ...item, steps: lastFirst(item.steps, (step) => step.pass.name) }
      : item,
  );
}

test.each(orderConstraints.map((constraint) => [title(constraint), constraint] as const))(
  "%s: another order is found",
  (_, constraint) => {
    expect(brokenConstraints(disordered(constraint))).toContain(constraint);
  },
);

// Each constraint on passes has a case in order.ir, whose expected text `passes.test.ts` holds: that of the right order.
const cases = readCases(readText(new URL("./testdata/", import.meta.url), "order.ir"));

test.each(
  orderConstraints.filter(({ stage }) => stage !== undefined).map((item) => [title(item), item] as const),
)("%s: another order does not reach the result", (_, { stage, order }) => {
  const example = cases.find(
    (item) => item.title.startsWith(`${stage!}:`) && item.passes.join() === order.join(),
  );
  expect(example, "a case in order.ir").toBeDefined();
  // A pass that runs twice is not repeated; two passes change places.
  const other = order[0] === order.at(-1) ? order.slice(0, -1) : order.toReversed();
  expect(runPasses(example!.input, order)).toBe(example!.expected);
  expect(runPasses(example!.input, other)).not.toBe(example!.expected);
});

test("each part of the pipeline holds passes of its level", () => {
  const levels = (from: number, to: number): Set<string> =>
    new Set(pipeline.slice(from, to).flatMap((stage) => passesOf(stage).map((pass) => pass.level)));
  const [go, lowering] = [pipelineUpTo("go").length, pipelineUpTo("lowering").length];
  expect(levels(0, go)).toEqual(new Set(["go", "both"]));
  expect(pipeline.slice(go, lowering).flatMap(passesOf)).toEqual([optimizer.lower]);
  expect(levels(lowering, pipeline.length)).toEqual(new Set(["wasm", "both"]));
  expect(["mem2reg", "lower", "simplify-cfg", "none"].map(lastPartOf)).toEqual([
    "go",
    "lowering",
    "wasm",
    undefined,
  ]);
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
