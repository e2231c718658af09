// The generator of the differential test: the same program for a seed, and programs that goes takes. What they do is
// compared with the real Go by `pnpm differential`.
import { formatDiagnostic, memoryFileSystem } from "../../packages/source/src/index.ts";
import { check } from "../../packages/driver/src/index.ts";
import { expect, test } from "vitest";
import { readTree } from "../../packages/cli/src/library.ts";
import { generateProgram, topics } from "../differential/generator/topics.ts";
import { reduceText } from "../differential/run/reduce.ts";
import { difference } from "../differential/run/outcome.ts";

const library = memoryFileSystem({ ...readTree("packages/stdlib/go"), ...readTree("packages/runtime/go") });

function errorsOf(text: string): string[] {
  const result = check({
    target: { kind: "directory", directory: "main" },
    fileSystem: memoryFileSystem({ "main/main.go": text }),
    library,
  });
  return result.diagnostics.map((item) => formatDiagnostic(result.files, item));
}

const seeds = Array.from({ length: Number(process.env["PROGRAMS"] ?? 20) }, (_, i) => i + 1);

test("generated programs have no errors", () => {
  const wrong = seeds.flatMap((seed) =>
    errorsOf(generateProgram(seed).text).map((message) => `seed ${seed}: ${message}`),
  );
  expect(wrong).toEqual([]);
});

test("a seed decides its program", () => {
  for (const seed of seeds) expect(generateProgram(seed)).toEqual(generateProgram(seed));
  expect(new Set(seeds.map((seed) => generateProgram(seed).text)).size).toBe(seeds.length);
});

const many = Array.from({ length: 150 }, (_, i) => i + 1);

test("each topic has programs of its own, and a share of all", () => {
  for (const { name, generate } of topics) {
    expect(generateProgram(5, name)).toEqual(generate(5));
    expect(many.some((seed) => generateProgram(seed).text === generate(seed).text)).toBe(true);
  }
  expect(new Set(topics.map(({ generate }) => generate(5).text)).size).toBe(topics.length);
});

test("values of types that hold themselves through an interface end", () => {
  // One of these programs did not.
  for (let seed = 676; seed <= 700; seed++)
    expect(generateProgram(seed, "language").text).toContain("func main()");
});

test("the constructs of the language occur", () => {
  const all = seeds.map((seed) => generateProgram(seed).text).join("\n");
  for (const part of [
    "defer ",
    "recover()",
    "goto ",
    "fallthrough",
    ".(type)",
    "append(",
    "range ",
    "iota",
    "[T ",
  ]) {
    expect(all).toContain(part);
  }
});

test("differences are told by their first line", () => {
  const expected = { code: 2, stdout: "", stderr: "1\n2\n[signal SIGSEGV]\n\ngoroutine 1 [running]:\nx" };
  expect(difference(expected, { ...expected, stderr: "1\n2\n\ngoroutine 1 [running]:\ny" })).toBeUndefined();
  expect(difference(expected, { ...expected, stderr: "1\n3\n" })).toBe('stderr line 2: "3", not "2"');
  expect(difference(expected, { ...expected, code: 0 })).toBe("exit code 0, not 2");
});

test("reduction drops what does not matter, blocks as a whole", async () => {
  const text = 'a {\n\tb("}")\n}\nc\nd {\n\te\n\tf\n}\ng';
  // What is left must be balanced, and still have line f: its block stays around it.
  const keeps = (rest: string): Promise<boolean> => {
    const bare = rest.replace('"}"', "");
    const balanced = bare.split("{").length === bare.split("}").length;
    return Promise.resolve(balanced && rest.includes("f"));
  };
  expect(await reduceText(text, keeps)).toBe("d {\n\tf\n}");
  expect(await reduceText(text, (rest) => Promise.resolve(rest.includes("d {") && rest.includes("f")))).toBe(
    "d {\n\tf\n}",
  );
});
