import { decodeUtf8, type FileSystem } from "@goes/source";
import type { ModuleVersion } from "./go-mod-dependencies.ts";
import type { GoMod } from "./go-mod.ts";
import { joinPath } from "./path.ts";

/** A module whose packages are vendored, and the `go` line of its go.mod file. */
interface VendoredModule extends ModuleVersion {
  readonly go: string | undefined;
}

/** The packages of a vendor directory, by import path. */
type Vendored = { readonly packages: ReadonlyMap<string, VendoredModule> } | { readonly error: string };

/** The first minor Go version for which a vendor directory is used without being asked for. */
const vendoringMinor = 14;

/**
 * What `vendor/modules.txt` of a main module lists, undefined if the directory is not there or not used (the reference of modules,
 * "Vendoring"). It must agree with go.mod.
 */
export function vendoredModules(fileSystem: FileSystem, directory: string, mod: GoMod): Vendored | undefined {
  const minor = Number(/^1\.(\d+)/.exec(mod.go ?? "1.16")?.[1] ?? vendoringMinor);
  const root = joinPath(directory, "vendor");
  if (minor < vendoringMinor || fileSystem.kindOf(root) !== "directory") return undefined;
  const bytes = fileSystem.readFile(joinPath(root, "modules.txt"));
  if (bytes === undefined && mod.requires.length === 0) return undefined;
  const packages = new Map<string, VendoredModule>();
  const modules = new Map<string, string>();
  const explicit = new Set<string>();
  let current: VendoredModule | undefined;
  for (const line of (bytes === undefined ? "" : decodeUtf8(bytes).text).split("\n")) {
    if (line.startsWith("# ")) {
      const [path = "", version = ""] = line.slice(2).split(" ");
      current = { path, version: version === "=>" ? "" : version, go: undefined };
      if (current.version !== "") modules.set(path, current.version);
    } else if (line.startsWith("## ") && current !== undefined) {
      for (const note of line
        .slice(3)
        .split(";")
        .map((text) => text.trim())) {
        if (note === "explicit") explicit.add(current.path);
        else if (note.startsWith("go ")) current = { ...current, go: note.slice(3) };
      }
    } else if (line !== "" && current !== undefined) {
      packages.set(line.trim(), current);
    }
  }
  const faults = disagreements(mod, modules, explicit);
  if (faults.length === 0) return { packages };
  const hint =
    "To ignore the vendor directory, use -mod=readonly or -mod=mod.\n\tTo sync the vendor directory, run:\n\t\tgo mod vendor";
  return {
    error: `go: inconsistent vendoring in ${directory}:\n${faults.map((fault) => `\t${fault}\n`).join("")}\n\t${hint}`,
  };
}

function disagreements(
  mod: GoMod,
  modules: ReadonlyMap<string, string>,
  explicit: ReadonlySet<string>,
): string[] {
  const faults: string[] = [];
  for (const { path, version } of mod.requires) {
    const name = `${path}@${version}`;
    const vendored = modules.get(path);
    if (vendored === undefined || !explicit.has(path))
      faults.push(
        `${name}: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt`,
      );
    else if (vendored !== version)
      faults.push(
        `${name}: is explicitly required in go.mod, but vendor/modules.txt indicates ${path}@${vendored}`,
      );
  }
  const required = new Set(mod.requires.map(({ path }) => path));
  for (const path of explicit) {
    if (required.has(path)) continue;
    faults.push(
      `${path}@${modules.get(path)}: is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod`,
    );
  }
  return faults;
}
