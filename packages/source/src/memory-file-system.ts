import type { DirectoryEntry, FileKind, FileSystem } from "./file-system.ts";
import { encodeUtf8 } from "./utf8.ts";

/** `.` and `./x` are the root and what is in it, whose paths are written without. */
function fromRoot(path: string): string {
  return path === "." ? "" : path.startsWith("./") ? path.slice(2) : path;
}

/** A file system made of a record from path to contents. Directories exist through the files in them; `.` is the one of `main.go`. */
export function memoryFileSystem(contents: Readonly<Record<string, string | Uint8Array>>): FileSystem {
  const files = new Map<string, string | Uint8Array>();
  const directories = new Map<string, Map<string, FileKind>>();
  for (const [path, content] of Object.entries(contents)) {
    let child = fromRoot(path);
    files.set(child, content);
    let kind: FileKind = "file";
    while (child !== "" && child !== "/") {
      const slash = child.lastIndexOf("/");
      const parent = slash > 0 ? child.slice(0, slash) : slash === 0 ? "/" : "";
      const entries = directories.get(parent) ?? new Map<string, FileKind>();
      entries.set(child.slice(slash + 1), kind);
      directories.set(parent, entries);
      child = parent;
      kind = "directory";
    }
  }
  return {
    readFile: (path) => {
      const content = files.get(fromRoot(path));
      return typeof content === "string" ? encodeUtf8(content) : content;
    },
    readDirectory: (path): readonly DirectoryEntry[] | undefined => {
      const entries = directories.get(fromRoot(path));
      if (entries === undefined) return undefined;
      return [...entries]
        .map(([name, kind]) => ({ name, kind }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    kindOf: (path) => {
      const key = fromRoot(path);
      return files.has(key) ? "file" : directories.has(key) ? "directory" : undefined;
    },
  };
}
