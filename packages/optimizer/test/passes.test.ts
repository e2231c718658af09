import { expect, test } from "vitest";
import { verifyFunc } from "@goes/ir";
import { passesOf, pipeline, type ModulePass, type Pass } from "@goes/optimizer";
import { caseFiles, parseSound, printBody, printCases, readCases, readText, writeText } from "./filetest.ts";

// UPDATE=1 writes what the passes give now into the files.
const update = process.env["UPDATE"] === "1";
const directory = new URL("./testdata/", import.meta.url);
const passes = new Map<string, Pass | ModulePass>();
for (const pass of pipeline.flatMap(passesOf)) passes.set(pass.name, pass);

for (const file of caseFiles(directory)) {
  const cases = readCases(readText(directory, file));
  const outputs = cases.map((item) => {
    const run = (): string => {
      const module = parseSound(item.input);
      let changed = false;
      for (const name of item.passes) {
        const pass = passes.get(name);
        if (pass === undefined) throw new Error(`no pass ${name}`);
        if ("preserves" in pass) {
          for (const func of module.funcs.values())
            if (func.blocks.length > 0 && pass.run(func, { module })) changed = true;
        } else if (pass.run(module).length > 0) changed = true;
        for (const func of module.funcs.values()) {
          const messages = verifyFunc(func);
          if (messages.length > 0)
            throw new Error(`${name} broke ${func.name}:\n${messages.join("\n")}\n${printBody(module)}`);
        }
      }
      const output = printBody(module);
      return !changed && output === printBody(parseSound(item.input)) ? "same" : output;
    };
    if (!update) test(`${file}: ${item.title}`, () => expect(run()).toBe(item.expected));
    return run;
  });
  if (update) {
    test(`${file}: refreshed`, () => {
      writeText(directory, file, printCases(cases.map((item, i) => ({ ...item, expected: outputs[i]!() }))));
    });
  }
}
