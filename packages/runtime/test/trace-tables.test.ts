import { expect, test } from "vitest";
import { readFrames, readLines, readNames } from "../src/trace-tables.ts";
import { customSection, moduleOf, name, section, signed, unsigned, vector } from "./support.ts";

/** A section `goes.lines` of files, functions, nodes of inlining and entries. */
function lines(
  files: readonly string[],
  funcs: readonly string[],
  nodes: readonly (readonly [func: number, file: number, line: number, around: number])[],
  entries: readonly (readonly [offset: number, file: number, line: number, around?: number])[],
): WebAssembly.Module {
  return moduleOf(
    customSection("goes.lines", [
      ...vector(files.map(name)),
      ...vector(funcs.map(name)),
      ...vector(nodes.map((node) => node.flatMap(unsigned))),
      ...entries.flatMap(([offset, file, line, around]) => [
        ...unsigned(offset),
        ...unsigned(file),
        ...signed(line),
        ...(around === undefined ? [] : unsigned(around)),
      ]),
    ]),
  );
}

test("offsets and lines are differences", () => {
  const module = lines(
    ["main.go", "a/b.go"],
    [],
    [],
    [
      [300, 0, 70],
      [5, 1, -20],
      [1, 0, 200],
    ],
  );
  expect(readLines(module)).toEqual([
    { offset: 300, lines: [{ func: undefined, file: "main.go", line: 70 }] },
    { offset: 305, lines: [{ func: undefined, file: "a/b.go", line: 50 }] },
    { offset: 306, lines: [{ func: undefined, file: "main.go", line: 250 }] },
  ]);
});

test("a call in an inlined function has a line for each function around it, innermost first", () => {
  const nodes = [
    [0, 0, 20, 0],
    [1, 1, 30, 1],
  ] as const;
  const module = lines(["main.go", "b.go"], ["main.inner", "main.outer"], nodes, [
    [10, 1, 7, 2],
    [10, 0, 1, 0],
  ]);
  expect(readLines(module)).toEqual([
    {
      offset: 10,
      lines: [
        { func: "main.outer", file: "b.go", line: 7 },
        { func: "main.inner", file: "b.go", line: 30 },
        { func: undefined, file: "main.go", line: 20 },
      ],
    },
    { offset: 20, lines: [{ func: undefined, file: "main.go", line: 8 }] },
  ]);
});

test("suspension points by the descriptors of their frames", () => {
  const content = [
    ...unsigned(2),
    ...[...signed(1024), ...unsigned(7), ...unsigned(2), ...signed(500), ...signed(40)],
    ...[...signed(-8), ...unsigned(3), ...unsigned(1), ...signed(-200)],
  ];
  expect(readFrames(moduleOf(customSection("goes.frames", content)))).toEqual(
    new Map([
      [1024, { index: 7, offsets: [500, 540] }],
      [1016, { index: 3, offsets: [340] }],
    ]),
  );
});

test("names of functions", () => {
  const names = vector([
    [...unsigned(0), ...name("main.main")],
    [...unsigned(200), ...name("main.f·f")],
  ]);
  const module = moduleOf(customSection("name", section(1, names)));
  expect(readNames(module)).toEqual(
    new Map([
      [0, "main.main"],
      [200, "main.f·f"],
    ]),
  );
});

test("modules without the sections have none", () => {
  const module = moduleOf();
  expect([readLines(module), readFrames(module).size, readNames(module).size]).toEqual([[], 0, 0]);
});
