import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseModule, printModule, verifyFunc, type Module } from "@goes/ir";
import { passesOf, pipeline, type ModuleOptions, type ModulePass, type Pass } from "@goes/optimizer";

/** One case of a file test: a comment, passes to run, the input, and what comes out. */
interface FileCase {
  readonly title: string;
  readonly passes: readonly string[];
  /** `same`: the output is the input, and the passes say that they changed nothing. */
  readonly expected: string;
  readonly input: string;
}

/**
 * A file of cases:
 *
 *     === title | pass pass
 *     input in text form
 *     ---
 *     output in text form, or the word `same`
 */
export function readCases(text: string): FileCase[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = "", ...lines] = part.split("\n");
      const [title = "", passes = ""] = head.split("|").map((side) => side.trim());
      const [input = "", expected = ""] = lines.join("\n").split(/^---\n/m);
      return {
        title,
        passes: passes.split(/\s+/).filter((name) => name !== ""),
        input: input.trim(),
        expected: expected.trim(),
      };
    });
}

export function printCases(cases: readonly FileCase[]): string {
  return cases
    .map((item) => `=== ${item.title} | ${item.passes.join(" ")}\n${item.input}\n---\n${item.expected}\n`)
    .join("\n");
}

/** The names of the `.ir` files of a directory. */
export function caseFiles(directory: URL): string[] {
  return readdirSync(directory).filter((name) => name.endsWith(".ir"));
}

export function readText(directory: URL, name: string): string {
  return readFileSync(new URL(name, directory), "utf8");
}

/** Rewrites a file with what the passes give now; the diff is for a person to read. */
export function writeText(directory: URL, name: string, text: string): void {
  writeFileSync(new URL(name, directory), text);
}

/** The functions of a module in text form, without the `start` line. */
function printBody(module: Module): string {
  return printModule(module)
    .replace(/^start .*\n/, "")
    .trim();
}

function parseSound(text: string): Module {
  const module = parseModule(text);
  for (const func of module.funcs.values()) {
    const messages = verifyFunc(func);
    if (messages.length > 0) throw new Error(`the input does not verify: ${messages.join("\n")}`);
  }
  return module;
}

const passes: ReadonlyMap<string, Pass | ModulePass> = new Map(
  pipeline.flatMap(passesOf).map((pass) => [pass.name, pass]),
);

/** `record-calls` finds calls in lines of f.go by the number of their position. */
function optionsOf(name: string, limit: string | undefined): ModuleOptions {
  if (name === "record-calls") return { locateCall: (line) => [{ func: undefined, file: "f.go", line }] };
  return limit === undefined ? {} : { splitFrom: Number(limit) };
}

/** What the passes make of a text, each verified; `same`: nothing, and they say so. `split-large=N` splits from N on. */
export function runPasses(input: string, names: readonly string[]): string {
  const module = parseSound(input);
  let changed = false;
  for (const named of names) {
    const [name, limit] = named.split("=") as [string, string | undefined];
    const pass = passes.get(name);
    if (pass === undefined) throw new Error(`no pass ${name}`);
    if ("preserves" in pass) {
      for (const func of module.funcs.values())
        if (func.blocks.length > 0 && pass.run(func, { module })) changed = true;
    } else if (pass.run(module, optionsOf(name, limit)).length > 0) changed = true;
    for (const func of module.funcs.values()) {
      const messages = verifyFunc(func);
      if (messages.length > 0)
        throw new Error(`${name} broke ${func.name}:\n${messages.join("\n")}\n${printBody(module)}`);
    }
  }
  const output = printBody(module);
  return !changed && output === printBody(parseSound(input)) ? "same" : output;
}
