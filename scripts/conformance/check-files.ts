import type { File } from "../../packages/ast/src/index.ts";
import type { GoTree } from "../../packages/driver/src/index.ts";
import { parseFile } from "../../packages/parser/src/index.ts";
import type { FileSet, Report } from "../../packages/source/src/index.ts";
import { checkPackage, gcSizes, type CheckedPackage } from "../../packages/types/src/index.ts";
import { readFileSync } from "node:fs";

/**
 * Parses and checks files as one package of the newest language version; `helpers` are declarations to add. The tests of
 * internal/types expect errors of types also where there are syntax errors. */
export function checkFiles(
  paths: readonly string[],
  files: FileSet,
  library: GoTree,
  report: Report,
  name: string,
  helpers = "",
  afterSyntaxErrors = false,
): CheckedPackage | undefined {
  let failed = false;
  const parsed: File[] = paths.map((path) =>
    parseFile(files.addFile(name, readFileSync(path)), (item) => {
      // gc goes on to the types unless there is an error of the grammar itself.
      if (item.message.startsWith("syntax error") || item.code !== "SyntaxError") failed = true;
      report(item);
    }),
  );
  // gc checks types only when there are no syntax errors.
  if (failed && !afterSyntaxErrors) return undefined;
  if (helpers !== "") {
    const clause = `package ${parsed[0]?.name.name ?? "p"}; `;
    parsed.push(parseFile(files.addText("helpers.go", clause + helpers), report));
  }
  return checkPackage(
    { path: "p", files: parsed, goVersion: "go1.26", bodies: "all", allowBodyless: true, sizes: gcSizes },
    (path) => library.check(path),
    report,
  );
}
