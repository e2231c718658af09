import { decodeUtf8, type FileSystem } from "@goes/source";
import { parseGoMod, type GoMod } from "./go-mod.ts";
import { cleanPath, joinPath, parentOf } from "./path.ts";

/** The module that the working directory is in. */
export interface MainModule {
  readonly mod: GoMod;
  readonly directory: string;
}

/** A module, none, or why its go.mod cannot be used. */
type ModuleSearch = { readonly module: MainModule | undefined } | { readonly error: string };

/** A module is searched for in so many directories upwards. */
const searchDepth = 64;

/** The module that a directory is in: that of the nearest go.mod upwards. */
export function findModule(fileSystem: FileSystem, start: string): ModuleSearch {
  let directory = cleanPath(start);
  let path = "go.mod";
  for (let depth = 0; depth < searchDepth; depth++) {
    const bytes = fileSystem.readFile(joinPath(directory, "go.mod"));
    if (bytes !== undefined) {
      const result = parseGoMod(decodeUtf8(bytes).text, path);
      return "error" in result ? result : { module: { mod: result.mod, directory } };
    }
    const parent = parentOf(directory);
    if (parent === undefined || fileSystem.kindOf(parent) !== "directory") break;
    directory = parent;
    path = `../${path}`;
  }
  return { module: undefined };
}

/** The path of `directory` below the root of its module, "" for the root itself; undefined outside of it. */
export function belowModule(module: MainModule, directory: string): string | undefined {
  const path = cleanPath(directory);
  const root = cleanPath(module.directory);
  if (path === root) return "";
  if (root === "." && !path.startsWith("/") && !path.startsWith("..")) return path;
  const prefix = root.endsWith("/") ? root : `${root}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
