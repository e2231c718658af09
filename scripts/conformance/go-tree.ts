import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

/** The root of a Go tree with sources and tests: $GOROOT, or what `go env GOROOT` says. */
export function findGoRoot(): string | undefined {
  const fromEnvironment = process.env["GOROOT"];
  if (fromEnvironment !== undefined && existsSync(join(fromEnvironment, "src"))) return fromEnvironment;
  const result = spawnSync("go", ["env", "GOROOT"], { encoding: "utf8" });
  const path = result.status === 0 ? result.stdout.trim() : "";
  if (path !== "" && existsSync(join(path, "src"))) return path;
  return undefined;
}

/** The Go files below a directory, sorted. */
export function goFilesBelow(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const out: string[] = [];
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) out.push(...goFilesBelow(path));
    else if (entry.name.endsWith(".go")) out.push(path);
  }
  return out.toSorted();
}

/** `path` without the directory `base`. */
export function relativeTo(base: string, path: string): string {
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
}
