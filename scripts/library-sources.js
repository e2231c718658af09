// The Go sources of the library and the runtime, in the forms in which they are shipped: one file of bytes with an index beside it
// for the command line, and a module for @goes/stdlib.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Go files below a directory, as pairs of path and bytes. Tests stay out. */
function* goFiles(directory, prefix = "") {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const name = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) yield* goFiles(join(directory, entry.name), name);
    else if (entry.name.endsWith(".go") && !entry.name.endsWith("_test.go")) {
      yield [name, readFileSync(join(directory, entry.name))];
    }
  }
}

/** All of them: pairs of a path that begins with the import path, and bytes. */
export function librarySources() {
  return ["stdlib", "runtime"].flatMap((name) => [...goFiles(join(root, "packages", name, "go"))]);
}

/** Writes library.bin (all texts one after the other) and library.json (where each begins and ends). */
export function writePackedLibrary(files, directory) {
  const index = {};
  let end = 0;
  for (const [path, bytes] of files) index[path] = [end, (end += bytes.length)];
  writeFileSync(join(directory, "library.bin"), Buffer.concat(files.map(([, bytes]) => bytes)));
  writeFileSync(join(directory, "library.json"), JSON.stringify(index));
}

/** Writes the module that carries the sources inside @goes/stdlib, if it is not there already with these texts. */
export function writeSourcesModule(files) {
  const directory = join(root, "packages/stdlib/src/generated");
  const path = join(directory, "sources.ts");
  const entries = files.map(([name, bytes]) => `  ${JSON.stringify(name)}: ${JSON.stringify(`${bytes}`)},\n`);
  const text = `/** Go files by path. Written by scripts/build.js. */
export const sources: Readonly<Record<string, string>> = {
${entries.join("")}};
`;
  mkdirSync(directory, { recursive: true });
  if (read(path) !== text) writeFileSync(path, text);
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
