import { readdirSync, readFileSync } from "node:fs";
import { dumpAst } from "@goes/ast";
import { FileSet } from "@goes/source";
import { parseFile } from "@goes/parser";
import { expect, test } from "vitest";

const libraries = ["stdlib", "runtime"].map((name) => new URL(`../../${name}/go/`, import.meta.url));

// The lexer finds function bodies by gofmt's layout: it has to hold for what is read that way.
test("reading function bodies later changes no tree of the library", () => {
  for (const directory of libraries) {
    const paths = readdirSync(directory, { recursive: true, encoding: "utf8" });
    const sources = paths.filter((path) => path.endsWith(".go"));
    expect(sources.length).toBeGreaterThan(10);
    for (const path of sources) {
      const files = new FileSet();
      const file = files.addFile(path, readFileSync(new URL(path, directory)));
      const lazy = dumpAst(
        parseFile(file, () => {}, "lazy"),
        files,
      );
      const eager = dumpAst(
        parseFile(file, () => {}, "all"),
        files,
      );
      expect(lazy === eager, path).toBe(true);
    }
  }
});
