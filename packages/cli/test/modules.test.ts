import {
  compile,
  directoryOf,
  formatBuildErrors,
  selectPackageFiles,
  targetTags,
  type LoadTarget,
} from "@goes/driver";
import { memoryFileSystem, type FileSystem } from "@goes/source";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { comparable, parseCases, type ModuleCase } from "../../../scripts/module-cases.ts";
import { loadLibrary } from "../src/library.ts";
import { runInMemory } from "./run-in-memory.ts";

// The cases of fixtures/modules, each compiled from memory; what they print was printed by the real Go
// (`pnpm modules --write`).
const library = loadLibrary();
const directory = join(import.meta.dirname, "../../../fixtures/modules");
const root = "/module-root";

for (const name of readdirSync(directory)) {
  describe(name, () => {
    for (const item of parseCases(readFileSync(join(directory, name), "utf8"))) {
      test(item.title, () => {
        expect(runCase(item)).toBe(item.want);
      });
    }
  });
}

function runCase(item: ModuleCase): string {
  const words = [...item.command];
  let workingDirectory = root;
  if (words[0] === "-C") workingDirectory = join(root, words.splice(0, 2)[1]!);
  const verb = words.shift();
  const all = words[0] === "-gcflags=-e";
  if (all) words.shift();
  const files = memoryFileSystem(
    Object.fromEntries(Object.entries(item.files).map(([path, text]) => [`${root}/${path}`, text])),
  );
  const fileSystem = seenFrom(files, workingDirectory);
  if (verb === "list") {
    const { files: selected } = selectPackageFiles(fileSystem, words[0]!, targetTags())!;
    return selected.map((file) => `${file.path}\n`).join("");
  }
  const result = compile({
    target: targetOf(words, fileSystem),
    fileSystem,
    workingDirectory,
    library,
    level: 0,
  });
  if (result.wasm === undefined) {
    return comparable("", formatBuildErrors(result, { all, workingDirectory }).join("\n"));
  }
  if (verb !== "run") return "";
  const ran = runInMemory(result.wasm, "", ["main"], item.environment);
  return comparable(ran.stdout, ran.stderr);
}

function targetOf(words: readonly string[], fileSystem: FileSystem): LoadTarget {
  const first = words[0]!;
  if (!first.endsWith(".go")) return { kind: "directory", directory: first };
  const files = words.map((path) => ({ path, bytes: fileSystem.readFile(path)! }));
  return { kind: "files", files, directory: directoryOf(first) };
}

/** Files with relative paths that begin at a directory. */
function seenFrom(files: FileSystem, base: string): FileSystem {
  const absolute = (path: string): string => (path.startsWith("/") ? path : join(base, path));
  return {
    readFile: (path) => files.readFile(absolute(path)),
    readDirectory: (path) => files.readDirectory(absolute(path)),
    kindOf: (path) => files.kindOf(absolute(path)),
  };
}
