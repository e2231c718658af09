import type { FileSystem } from "@goes/source";
import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";

/** The real disk, seen through the interface of the stages. */
export const nodeFileSystem: FileSystem = {
  readFile: (path) => attempt(() => readFileSync(path)),
  readDirectory: (path) =>
    attempt(() =>
      readdirSync(path, { withFileTypes: true })
        .map((entry) => {
          const isDirectory = entry.isSymbolicLink()
            ? statSync(`${path}/${entry.name}`, { throwIfNoEntry: false })?.isDirectory()
            : entry.isDirectory();
          return {
            name: entry.name,
            kind: isDirectory === true ? ("directory" as const) : ("file" as const),
          };
        })
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ),
  isRegular: (path) => attempt(() => lstatSync(path).isFile()) === true,
  kindOf: (path) => {
    const stat = attempt(() => statSync(path, { throwIfNoEntry: false }));
    return stat === undefined ? undefined : stat.isDirectory() ? "directory" : "file";
  },
};

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
