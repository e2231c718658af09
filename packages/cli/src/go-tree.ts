import { existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The root of a Go tree with sources: the directory that GOROOT names, or that of the `go` that PATH finds. */
export function findGoTree(): string | undefined {
  const named = process.env["GOROOT"];
  if (named !== undefined && named !== "") return hasSources(named) ? named : undefined;
  for (const directory of (process.env["PATH"] ?? "").split(delimiter)) {
    const command = join(directory, "go");
    if (directory === "" || !existsSync(command)) continue;
    const root = dirname(dirname(realpathSync(command)));
    if (hasSources(root)) return root;
  }
  return undefined;
}

function hasSources(root: string): boolean {
  return existsSync(join(root, "src", "runtime"));
}
