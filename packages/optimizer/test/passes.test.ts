import { expect, test } from "vitest";
import { caseFiles, printCases, readCases, readText, runPasses, writeText } from "./filetest.ts";

// UPDATE=1 writes what the passes give now into the files.
const update = process.env["UPDATE"] === "1";
const directory = new URL("./testdata/", import.meta.url);

for (const file of caseFiles(directory)) {
  const cases = readCases(readText(directory, file));
  if (update) {
    test(`${file}: refreshed`, () => {
      const refreshed = cases.map((item) => ({ ...item, expected: runPasses(item.input, item.passes) }));
      writeText(directory, file, printCases(refreshed));
    });
    continue;
  }
  for (const item of cases)
    test(`${file}: ${item.title}`, () => expect(runPasses(item.input, item.passes)).toBe(item.expected));
}
