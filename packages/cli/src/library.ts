import { memoryFileSystem, type FileSystem } from "@goes/source";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Reads the Go files below a directory as a record from path (below it) to text. */
export function readTree(directory: string, prefix = ""): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    const name = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) Object.assign(files, readTree(path, name));
    else if (entry.name.endsWith(".go")) files[name] = readFileSync(path, "utf8");
  }
  return files;
}

/** Where each file begins and ends in the bytes of a packed library. */
type PackedIndex = Readonly<Record<string, readonly [start: number, end: number]>>;

/** A library whose files are decoded when they are read: a program needs few of them. */
function packedLibrary(index: PackedIndex, bytes: Buffer): FileSystem {
  const entries = Object.entries(index);
  const files = memoryFileSystem(
    Object.fromEntries(entries.map(([path, [start, end]]) => [path, bytes.subarray(start, end)])),
  );
  return {
    ...files,
    readText: (path) => {
      const range = index[path];
      return range === undefined ? undefined : bytes.toString("utf8", range[0], range[1]);
    },
  };
}

/**
 * The Go sources of runtime and standard library. The bundle carries them in one file beside it; from a source
 * tree they are read one by one.
 */
export function loadLibrary(): FileSystem {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const index = join(here, "library.json");
  if (existsSync(index)) {
    return packedLibrary(
      JSON.parse(readFileSync(index, "utf8")) as PackedIndex,
      readFileSync(join(here, "library.bin")),
    );
  }
  const packages = join(here, "..", "..");
  return memoryFileSystem({
    ...readTree(join(packages, "stdlib", "go")),
    ...readTree(join(packages, "runtime", "go")),
  });
}
