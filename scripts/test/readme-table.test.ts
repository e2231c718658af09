import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { committedResults, readmeTable, whyIncomplete, withTable } from "../bench/readme-table.js";

const root = join(import.meta.dirname, "../..");

const results = {
  node: "v20.1.0",
  go: "go1.26",
  runs: 5,
  rows: [
    {
      name: "fib",
      goesBytes: 12_345,
      goesMs: 100,
      nativeMs: 50.4,
      goWasmMs: 250,
      goWasmBytes: 2_600_000,
    },
    { name: "sort", goesBytes: 999, goesMs: 9.87, nativeMs: 1 },
  ],
};

test("the table of README.md is that of the committed results", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  expect(withTable(readme, readmeTable(committedResults(root)))).toBe(readme);
});

test("a table: milliseconds, the ratio to the port, sizes; what was not measured is a dash", () => {
  expect(readmeTable(results)).toBe(`\
| program | goes | native Go | Go's port | port ÷ goes | module of goes | of the port |
|---|--:|--:|--:|--:|--:|--:|
| fib | 100 | 50 | 250 | 2.5 | 13 kB | 2600 kB |
| sort | 9.9 | 1.0 | – | – | 1 kB | – |

Milliseconds, the median of 5 runs: \`-O2\` under Node v20.1.0, and go1.26 as a process and as GOOS=wasip1 under the same Node.
`);
});

test("only whole runs with Go are taken", () => {
  expect(whyIncomplete(results, ["fib", "sort"])).toBeUndefined();
  expect(whyIncomplete(results, ["fib", "maps", "sort"])).toBe("not measured: maps");
  const without = { ...results, rows: [{ name: "fib", goesBytes: 1, goesMs: 1 }] };
  expect(whyIncomplete(without, ["fib"])).toBe("measured without Go");
});

test("the table replaces what is between the markers, and nothing else", () => {
  const text = "a\n<!-- pnpm bench --readme: begin -->\nold\n<!-- pnpm bench --readme: end -->\nb\n";
  const once = withTable(text, "new\n");
  expect(once).toBe(
    "a\n<!-- pnpm bench --readme: begin -->\n\nnew\n\n<!-- pnpm bench --readme: end -->\nb\n",
  );
  expect(withTable(once, "new\n")).toBe(once);
  expect(() => withTable("nothing", "new\n")).toThrow(/no markers/);
});
