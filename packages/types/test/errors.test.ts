import { formatDiagnostic } from "@goes/source";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check } from "./support.ts";

// The files of testdata have, at the end of each line, the errors that gc of Go 1.26 reports for it with `-e`:
// `// ERROR column:"message" column:"message"`, the further lines of a message included.
const directory = join(import.meta.dirname, "testdata");

for (const name of readdirSync(directory).filter((entry) => entry.endsWith(".go"))) {
  test(`${name} gives the errors of gc, and no others`, () => {
    const source = readFileSync(join(directory, name), "utf8");
    const { files, diagnostics } = check(source, { name });
    const got = diagnostics.map((item) => formatDiagnostic(files, item));
    expect(got).toEqual(expected(source, name));
  });
}

function expected(source: string, name: string): string[] {
  return source.split("\n").flatMap((content, index) => {
    const comment = content.indexOf("// ERROR ");
    if (comment < 0) return [];
    const entries = content.slice(comment + 9).matchAll(/(\d+):("(?:[^"\\]|\\.)*")/g);
    return [...entries].map(
      ([, column, message]) => `${name}:${index + 1}:${column!}: ${JSON.parse(message!) as string}`,
    );
  });
}
