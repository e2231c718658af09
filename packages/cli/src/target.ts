import type { FileSystem } from "@goes/source";
import { directoryOf, type LoadTarget, type PackageFile } from "@goes/driver";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { handedInput } from "./large-stack.ts";
import { nodeFileSystem } from "./node-file-system.ts";

/** What the arguments of a command name, or why they name nothing. */
type TargetResult =
  { readonly target: LoadTarget; readonly rest: readonly string[] } | { readonly error: string };

/** The file system of the commands. */
export const userFiles: FileSystem = nodeFileSystem;

/**
 * Splits arguments into what to compile (some .go files, `-` for standard input, or a directory) and the rest.
 * Reading of the current directory makes relative paths of the user's appear in messages as they were typed.
 */
export function resolveTarget(args: readonly string[]): TargetResult {
  const first = args[0] ?? ".";
  if (first === "-") {
    const file = { path: "<stdin>", bytes: readStandardInput() };
    return { target: { kind: "files", files: [file], directory: process.cwd() }, rest: args.slice(1) };
  }
  if (!first.endsWith(".go") || nodeFileSystem.kindOf(first) === "directory") {
    return { target: { kind: "directory", directory: first }, rest: args.slice(1) };
  }
  const end = args.findIndex((arg) => !arg.endsWith(".go"));
  const names = end < 0 ? args : args.slice(0, end);
  const directories = [...new Set(names.map((name) => directoryOf(name)))];
  if (directories.length > 1) {
    return {
      error: `named files must all be in one directory; have ${directories[0]} and ${directories[1]}`,
    };
  }
  const files: PackageFile[] = [];
  for (const path of names) {
    // `go build` leaves them out, too.
    if (path.endsWith("_test.go")) continue;
    const bytes = nodeFileSystem.readFile(path);
    if (bytes === undefined) {
      const reason =
        nodeFileSystem.kindOf(path) === undefined ? "no such file or directory" : "cannot be read";
      return { error: `stat ${path}: ${reason}` };
    }
    files.push({ path, bytes });
  }
  const directory = resolve(process.cwd(), directories[0] ?? ".");
  return { target: { kind: "files", files, directory }, rest: end < 0 ? [] : args.slice(end) };
}

function readStandardInput(): Uint8Array {
  const handed = handedInput();
  if (handed !== undefined) return handed;
  try {
    return readFileSync(0);
  } catch {
    return new Uint8Array();
  }
}
