import { selectPackageFiles, targetTags } from "@goes/driver";
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import process from "node:process";
import { nodeFileSystem } from "../node-file-system.ts";

/** A package to be tested. */
export interface TestedPackage {
  /** As it is named on the command line, or from the current directory. */
  readonly directory: string;
  readonly importPath: string;
}

/** The packages that patterns name, or why there are none. */
type Expanded = { readonly packages: readonly TestedPackage[]; readonly warnings: readonly string[] };

/** A go.mod file above a directory. */
interface Module {
  readonly path: string;
  readonly root: string;
}

/** Expands the patterns of the command line: directories, import paths of the module, and `...` in them. */
export function expandPackages(patterns: readonly string[], tags: readonly string[]): Expanded {
  const module = findModule(process.cwd());
  const warnings: string[] = [];
  const found = new Map<string, TestedPackage>();
  for (const pattern of patterns) {
    const before = found.size;
    const directory = directoryOf(pattern, module);
    for (const path of directory.endsWith("...") ? walk(directory, tags) : [directory]) {
      found.set(resolve(path), { directory: path, importPath: importPath(path, module) });
    }
    if (pattern.includes("...") && found.size === before) {
      warnings.push(`go: warning: "${pattern}" matched no packages`);
    }
  }
  return { packages: [...found.values()], warnings };
}

/** An import path of the module becomes a directory; directories stay as they are. */
function directoryOf(pattern: string, module: Module | undefined): string {
  if (/^\.{1,2}(?:\/|$)/.test(pattern) || pattern.startsWith("/") || module === undefined) return pattern;
  if (pattern !== module.path && !pattern.startsWith(`${module.path}/`)) {
    return pattern === "..." || pattern === "all" ? join(module.root, "...") : pattern;
  }
  const seen = relative(process.cwd(), join(module.root, pattern.slice(module.path.length + 1)));
  return seen === "" ? "." : seen.startsWith("..") ? seen : `./${seen}`;
}

/** The directories below one that hold packages. */
function walk(pattern: string, tags: readonly string[]): string[] {
  const matches = matcher(pattern);
  const start = pattern
    .slice(0, pattern.indexOf("..."))
    .replace(/[^/]*$/, "")
    .replace(/\/$/, "");
  const out: string[] = [];
  const visit = (directory: string): void => {
    if (matches(directory) && hasGoFiles(directory, tags)) out.push(directory);
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (!entry.isDirectory() || /^[._]/.test(entry.name)) continue;
      if (entry.name === "testdata" || entry.name === "vendor" || entry.name === "node_modules") continue;
      const path = directory === "." ? `./${entry.name}` : below(directory, entry.name);
      if (nodeFileSystem.kindOf(`${path}/go.mod`) !== "file") visit(path);
    }
  };
  visit(start === "" ? (pattern.startsWith("/") ? "/" : ".") : start);
  return out;
}

function below(directory: string, name: string): string {
  return directory.endsWith("/") ? directory + name : `${directory}/${name}`;
}

/** `...` stands for anything, and `/...` at the end also for nothing. */
function matcher(pattern: string): (path: string) => boolean {
  const quoted = pattern
    .split("...")
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(".*")
    .replace(/\/\.\*$/, "(?:/.*)?");
  const expression = new RegExp(`^${quoted}$`);
  return (path) => expression.test(path);
}

function hasGoFiles(directory: string, tags: readonly string[]): boolean {
  const select = (role: "sources" | "tests"): number =>
    selectPackageFiles(nodeFileSystem, directory, targetTags(tags), undefined, role)?.files.length ?? 0;
  return select("sources") > 0 || select("tests") > 0;
}

function importPath(directory: string, module: Module | undefined): string {
  const absolute = resolve(directory);
  if (module === undefined || (absolute !== module.root && !absolute.startsWith(`${module.root}/`))) {
    return directory;
  }
  return absolute === module.root ? module.path : `${module.path}/${absolute.slice(module.root.length + 1)}`;
}

/** The module that a directory is in. */
function findModule(start: string): Module | undefined {
  for (let directory = start; ; directory = resolve(directory, "..")) {
    const bytes = nodeFileSystem.readFile(join(directory, "go.mod"));
    if (bytes !== undefined) {
      const path = /^\s*module\s+"?([^\s"]+)/m.exec(new TextDecoder().decode(bytes))?.[1];
      return path === undefined ? undefined : { path, root: directory };
    }
    if (directory === resolve(directory, "..")) return undefined;
  }
}
