import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";

// Every command of package.json that is a script of ours refuses flags that it does not know, before it does anything.
const root = join(import.meta.dirname, "../..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** What hands its arguments on: `goes` and vitest refuse unknown flags themselves. */
const forwarding: ReadonlySet<string> = new Set(["start", "test"]);

const commands = [
  ...Object.entries(manifest.scripts)
    .filter(([name, text]) => text.startsWith("node ") && !forwarding.has(name))
    .map(([, text]) => text.split(" ").slice(1)),
  ["scripts/conformance/run.js", "run"],
  ["scripts/conformance/run.js", "front-end"],
  ["scripts/conformance/run.js", "library"],
  ["packages/stdlib/scripts/check-with-go.js"],
];

test.each(commands.map((words) => [words.join(" "), words] as const))("%s", (_, words) => {
  const run = (
    flag: string,
  ): { readonly status: number | null; readonly out: string; readonly err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...words, flag], {
      cwd: root,
      encoding: "utf8",
      timeout: 20_000,
    });
    return { status, out: stdout, err: stderr };
  };
  expect(run("--foo=1")).toMatchObject({
    status: 2,
    out: "",
    err: expect.stringContaining("usage: ") as string,
  });
  if (words.join(" ") !== "scripts/conformance/run.js") expect(run("--help").status).toBe(0);
});
