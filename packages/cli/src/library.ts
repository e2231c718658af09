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

/**
 * The Go sources of runtime and standard library. The bundle carries them in one file beside it; from a source
 * tree they are read one by one.
 */
export function loadLibrary(): FileSystem {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const packed = join(here, "library.json");
  if (existsSync(packed)) {
    return memoryFileSystem(JSON.parse(readFileSync(packed, "utf8")) as Record<string, string>);
  }
  const packages = join(here, "..", "..");
  return memoryFileSystem({
    ...readTree(join(packages, "stdlib", "go")),
    ...readTree(join(packages, "runtime", "go")),
  });
}
