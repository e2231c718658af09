import { decodeUtf8, type FileSystem } from "@goes/source";
import { buildList } from "./build-list.ts";
import type { ModuleVersion, Replacement } from "./go-mod-dependencies.ts";
import { parseGoMod, type GoMod } from "./go-mod.ts";
import type { MainModule } from "./main-module.ts";
import { cleanPath, joinPath } from "./path.ts";
import { vendoredModules } from "./vendor.ts";

/** A module that packages of a program come from. */
interface FoundModule {
  readonly path: string;
  /** Undefined for the main module, and where a directory replaces it. */
  readonly version: string | undefined;
  readonly directory: string;
  readonly mod: GoMod;
}

/** Where the package of an import path is: in a module, nowhere (undefined), or why that cannot be said, as `go` prints it. */
export type FoundPackage =
  { readonly module: FoundModule; readonly directory: string } | { readonly error: string } | undefined;

/** Finds packages of the modules that a main module requires: in its vendor directory, where replaced, or in the module cache. */
export class ModuleFinder {
  readonly #fileSystem: FileSystem;
  readonly #main: MainModule;
  readonly #cache: string | undefined;
  readonly #modules: Map<string, FoundModule | { readonly error: string }> = new Map();
  #versions: ReadonlyMap<string, string> | undefined;
  #vendored: ReadonlyMap<string, ModuleVersion> | undefined;
  /** Why no module is found at all. */
  readonly error: string | undefined;

  /** `cache`: the module cache, GOMODCACHE; undefined: there is none. */
  constructor(fileSystem: FileSystem, main: MainModule, cache: string | undefined) {
    this.#fileSystem = fileSystem;
    this.#main = main;
    this.#cache = cache;
    this.error = this.#select();
  }

  #select(): string | undefined {
    const { mod, directory } = this.#main;
    const vendored = vendoredModules(this.#fileSystem, directory, mod);
    if (vendored !== undefined) {
      if ("error" in vendored) return vendored.error;
      this.#vendored = vendored.packages;
      return undefined;
    }
    if (mod.requires.length === 0 && mod.replaces.length === 0) {
      this.#versions = new Map();
      return undefined;
    }
    const list = buildList(mod, (module) => this.#goModOf(module));
    if ("error" in list) return list.error;
    if (list.changed) return "go: updates to go.mod needed; to update it:\n\tgo mod tidy";
    this.#versions = list.versions;
    return undefined;
  }

  /** Where the package of an import path is, if it is none of the main module. */
  find(path: string): FoundPackage {
    if (this.#vendored !== undefined) return this.#findVendored(path, this.#vendored);
    // The longest prefix whose module has a directory for the package; it must be the only one.
    const found: { readonly module: FoundModule; readonly directory: string }[] = [];
    for (let prefix = path; prefix !== ""; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf("/")))) {
      const version = this.#versions?.get(prefix);
      if (version === undefined || version === "") continue;
      const module = this.#module({ path: prefix, version });
      if ("error" in module) return module;
      const directory = joinPath(module.directory, path.slice(prefix.length + 1));
      if (this.#hasGoFiles(directory)) found.push({ module, directory });
    }
    const [first, second] = found;
    if (first === undefined || second === undefined) return first ?? this.#replacedOnly(path);
    const where = found.map(
      ({ module, directory }) =>
        `\n\t${module.path}${module.version === undefined ? "" : ` ${module.version}`} (${directory})`,
    );
    return { error: `ambiguous import: found package ${path} in multiple modules:${where.join("")}` };
  }

  /** A module that is replaced by a directory and required by nobody. */
  #replacedOnly(path: string): FoundPackage {
    for (const { path: replaced, by } of this.#main.mod.replaces) {
      if (path !== replaced && !path.startsWith(`${replaced}/`)) continue;
      if (this.#versions?.has(replaced) === true || !("directory" in by)) continue;
      const error = `module ${replaced} provides package ${path} and is replaced but not required; to add it:\n\tgo get ${replaced}`;
      return { error };
    }
    return undefined;
  }

  #findVendored(path: string, packages: ReadonlyMap<string, ModuleVersion>): FoundPackage {
    const owner = packages.get(path);
    if (owner === undefined) {
      const root = joinPath(this.#main.directory, "vendor");
      if (this.#fileSystem.kindOf(joinPath(root, path)) !== "directory") return undefined;
      return { error: `cannot find module providing package ${path}: import lookup disabled by -mod=vendor` };
    }
    const directory = joinPath(joinPath(this.#main.directory, "vendor"), path);
    const mod: GoMod = { ...emptyMod(owner.path), go: goOfVendored(owner) };
    return { module: { ...owner, directory, mod }, directory };
  }

  #hasGoFiles(directory: string): boolean {
    const entries = this.#fileSystem.readDirectory(directory);
    return entries?.some(({ name, kind }) => kind === "file" && name.endsWith(".go")) === true;
  }

  /** The go.mod file of a module; one without is as if it named the module only. */
  #goModOf(module: ModuleVersion): GoMod | { readonly error: string } {
    const replaced = this.#replacementOf(module);
    if (replaced !== undefined && "directory" in replaced) {
      const directory = this.#resolve(replaced.directory);
      const text = this.#text(joinPath(directory, "go.mod"));
      if (text !== undefined) return parsed(text, joinPath(replaced.directory, "go.mod"));
      // What is missing matters only if a package of it is imported.
      return emptyMod(module.path);
    }
    const wanted = replaced ?? module;
    if (this.#cache === undefined) return emptyMod(module.path);
    const file = joinPath(
      this.#cache,
      `cache/download/${escaped(wanted.path)}/@v/${escaped(wanted.version)}.mod`,
    );
    const text = this.#text(file) ?? this.#text(joinPath(this.#extracted(wanted), "go.mod"));
    return text === undefined ? emptyMod(module.path) : parsed(text, file);
  }

  #module(module: ModuleVersion): FoundModule | { readonly error: string } {
    const known = this.#modules.get(module.path);
    if (known !== undefined) return known;
    const found = this.#locate(module);
    this.#modules.set(module.path, found);
    return found;
  }

  #locate(module: ModuleVersion): FoundModule | { readonly error: string } {
    const replaced = this.#replacementOf(module);
    const name = `${module.path}@${module.version}`;
    if (replaced !== undefined && "directory" in replaced) {
      const directory = this.#resolve(replaced.directory);
      if (this.#fileSystem.kindOf(directory) !== "directory")
        return { error: `${name}: replacement directory ${replaced.directory} does not exist` };
      const text = this.#text(joinPath(directory, "go.mod"));
      if (text === undefined) {
        const path = joinPath(directory, "go.mod");
        return {
          error: `module ${replaced.directory}: reading ${joinPath(cleanPath(replaced.directory), "go.mod")}: open ${path}: no such file or directory`,
        };
      }
      const mod = parsed(text, joinPath(replaced.directory, "go.mod"));
      return "error" in mod ? mod : { path: module.path, version: undefined, directory, mod };
    }
    const wanted = replaced ?? module;
    const directory = this.#extracted(wanted);
    if (this.#cache === undefined || this.#fileSystem.kindOf(directory) !== "directory") {
      const hint = `to download it:\n\tgo mod download ${wanted.path}`;
      return { error: `${wanted.path}@${wanted.version}: module is not in the module cache; ${hint}` };
    }
    const fault = this.#sumFault(wanted);
    if (fault !== undefined) return { error: fault };
    const mod = this.#goModOf(module);
    return "error" in mod ? mod : { ...module, directory, mod };
  }

  /** Where the cache has the files of a module. */
  #extracted(module: ModuleVersion): string {
    return joinPath(this.#cache ?? "", `${escaped(module.path)}@${escaped(module.version)}`);
  }

  /** What go.sum has against a module of the cache. */
  #sumFault({ path, version }: ModuleVersion): string | undefined {
    const sums = this.#text(joinPath(this.#main.directory, "go.sum"));
    const sum = sums
      ?.split("\n")
      .map((line) => line.split(" "))
      .find(([module, of]) => module === path && of === version)?.[2];
    if (sum === undefined)
      return `missing go.sum entry for module providing package ${path}; to add:\n\tgo mod download ${path}`;
    const file = `cache/download/${escaped(path)}/@v/${escaped(version)}.ziphash`;
    const hash = this.#text(joinPath(this.#cache!, file))?.trim();
    if (hash === undefined || hash === sum.trim()) return undefined;
    return `verifying ${path}@${version}: checksum mismatch\n\tdownloaded: ${hash}\n\tgo.sum:     ${sum.trim()}`;
  }

  #replacementOf({ path, version }: ModuleVersion): Replacement["by"] | undefined {
    const { replaces } = this.#main.mod;
    const exact = replaces.find((item) => item.path === path && item.version === version);
    return (exact ?? replaces.find((item) => item.path === path && item.version === undefined))?.by;
  }

  /** A directory as seen from the main module. */
  #resolve(directory: string): string {
    return directory.startsWith("/")
      ? cleanPath(directory)
      : cleanPath(joinPath(this.#main.directory, directory));
  }

  #text(path: string): string | undefined {
    const bytes = this.#fileSystem.readFile(path);
    return bytes === undefined ? undefined : decodeUtf8(bytes).text;
  }
}

function parsed(text: string, path: string): GoMod | { readonly error: string } {
  const result = parseGoMod(text, path, "dependency");
  return "error" in result ? result : result.mod;
}

function emptyMod(module: string): GoMod {
  return { module, go: undefined, debug: [], requires: [], replaces: [], excludes: [] };
}

function goOfVendored(owner: ModuleVersion & { readonly go?: string | undefined }): string | undefined {
  return owner.go;
}

/** A path or version as a file name on systems that do not tell cases apart: capital letters as `!` and the small ones. */
function escaped(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
