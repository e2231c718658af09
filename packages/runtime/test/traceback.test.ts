import { expect, test } from "vitest";
import { Tracer } from "../src/traceback.ts";
import { customSection, moduleOf, name, section, signed, unsigned, vector } from "./support.ts";

const names = [
  "runtime.park",
  "main.work[int]",
  "main.main",
  "runtime._start",
  "main.goer.gowrap1",
  "runtime.deferPanicking",
];

/** Call `i` is at offset 100 (i+1), in line i+1 of main.go or, of package runtime, of runtime/x.go. */
const tables = [
  customSection("goes.lines", [
    ...vector([name("main.go"), name("runtime/x.go")]),
    ...vector([]),
    ...vector([]),
    ...names.flatMap((symbol) => [
      ...unsigned(100),
      ...unsigned(symbol.startsWith("runtime.") ? 1 : 0),
      ...signed(1),
    ]),
  ]),
  customSection("goes.frames", [
    ...unsigned(4),
    ...[...signed(1024), ...unsigned(0), ...unsigned(1), ...signed(100)],
    ...[...signed(8), ...unsigned(1), ...unsigned(2), ...signed(100), ...signed(0)],
    ...[...signed(8), ...unsigned(2), ...unsigned(1), ...signed(100)],
    ...[...signed(8), ...unsigned(5), ...unsigned(1), ...signed(100)],
  ]),
  customSection("name", section(1, vector(names.map((symbol, i) => [...unsigned(i), ...name(symbol)])))),
];

const noTable = (): undefined => undefined;

function tracer(memory?: WebAssembly.Memory): Tracer {
  return new Tracer(moduleOf(...tables), () => memory, noTable);
}

/** The trace of a stack that has overflown. */
function overflown(stack: string): string {
  const made = tracer();
  made.overflown(stack);
  return made.running({ innermost: 0, kept: 0 });
}

/** A stack as engines tell it; the number of a function says its name and its call. */
function stackOf(...functions: readonly number[]): string {
  const lines = functions.map((i) => {
    const offset = (100 * (i + 1)).toString(16);
    return `    at ${names[i]!} (wasm://wasm/abc:wasm-function[${i}]:0x${offset})`;
  });
  return ["RangeError: Maximum call stack size exceeded", ...lines, "    at run (file:///x.js:1:2)"].join(
    "\n",
  );
}

/** A memory with frames {descriptor, caller, state} at the given addresses. */
function framesAt(frames: Readonly<Record<number, readonly [number, number, number]>>): WebAssembly.Memory {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const view = new DataView(memory.buffer);
  for (const [at, fields] of Object.entries(frames))
    fields.forEach((field, i) => view.setUint32(Number(at) + 4 * i, field, true));
  return memory;
}

test("a stack that has overflown: the innermost function has not begun, calls have their places", () => {
  expect(overflown(stackOf(1, 1, 2, 3))).toBe(
    "main.work[...](...)\nmain.work[...](...)\n\tmain.go:2 +0xc8\nmain.main()\n\tmain.go:3 +0x12c\n",
  );
  expect(overflown("no frames of the program")).toBe("");
});

test("of a long stack fifty calls from each end are listed; where nobody knows the end, those at the top", () => {
  const calls = (count: number): number[] => new Array<number>(count).fill(1);
  const known = overflown(stackOf(...calls(120), 2, 3));
  expect(known.match(/main\.work/g)).toHaveLength(99);
  expect(known).toContain("...21 frames elided...\n");
  expect(known.endsWith("main.main()\n\tmain.go:3 +0x12c\n")).toBe(true);
  const unknown = overflown(stackOf(...calls(100_000)));
  expect(unknown.match(/main\.work/g)).toHaveLength(50);
  expect(unknown.endsWith("...additional frames elided...\n")).toBe(true);
});

test("calls that a panic has left are in the place of what goes on with it", () => {
  const memory = framesAt({ 64: [1048, 128, 1], 128: [1040, 0, 1], 256: [2, 1, 200], 268: [2, 300, 0] });
  expect(tracer(memory).waiting({ innermost: 64, kept: 256 })).toBe(
    "main.work[...](...)\n\tmain.go:2 +0xc8\nmain.main()\n\tmain.go:3 +0x12c\n",
  );
  expect(tracer(memory).waiting({ innermost: 64, kept: 0 })).toBe("main.main()\n\tmain.go:3 +0x12c\n");
});

test("a goroutine that waits: its frames are followed in memory, without those of the runtime", () => {
  const memory = framesAt({ 64: [1024, 128, 1], 128: [1032, 192, 2], 192: [1040, 0, 1] });
  expect(tracer(memory).suspended(64)).toEqual([
    { index: 0, name: "runtime.park", offset: 100 },
    { index: 1, name: "main.work[int]", offset: 200 },
    { index: 2, name: "main.main", offset: 300 },
  ]);
  expect(tracer(memory).waiting({ innermost: 64, kept: 0 })).toBe(
    "main.work[...](...)\n\tmain.go:2 +0xc8\nmain.main()\n\tmain.go:3 +0x12c\n",
  );
});

test("frames that nobody knows are passed over", () => {
  const memory = framesAt({ 64: [5000, 128, 1], 128: [1032, 192, 9], 192: [1040, 0, 1] });
  expect(tracer(memory).suspended(64)).toEqual([{ index: 2, name: "main.main", offset: 300 }]);
  expect(tracer(memory).suspended(0)).toEqual([]);
  expect(tracer().suspended(64)).toEqual([]);
});

test("of a long trace the calls in the middle are left out", () => {
  const frames: Record<number, readonly [number, number, number]> = {};
  for (let i = 1; i <= 120; i++) frames[16 * i] = [1032, i === 120 ? 0 : 16 * (i + 1), 1];
  const text = tracer(framesAt(frames)).waiting({ innermost: 16, kept: 0 });
  expect(text).toContain("...20 frames elided...\n");
  expect(text.match(/main\.work/g)).toHaveLength(100);
});

test("a place that no table knows is a question mark", () => {
  expect(tracer().linesOf(99)).toEqual([{ func: undefined, file: "?", line: 0 }]);
  expect(tracer().linesOf(100)).toEqual(tracer().linesOf(199));
});
