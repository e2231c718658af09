import { memoryFileSystem, type FileSystem } from "@goes/source";
import { sources } from "./generated/sources.ts";

/**
 * The Go sources of the standard library and of the runtime: a directory for each import path (`fmt`, `math/bits`,
 * `runtime`). Nothing is read from a disk, so it serves Node and a page alike.
 */
export function library(): FileSystem {
  return {
    ...memoryFileSystem(sources),
    // What is packed is text that has been checked: it need not be decoded again.
    readText: (path) => (Object.hasOwn(sources, path) ? sources[path] : undefined),
  };
}
