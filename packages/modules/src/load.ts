import type { File } from "@goes/ast";
import { unquoteString } from "@goes/ast";
import { parseFile } from "@goes/parser";
import { diagnostic, noPos, type FileSet, type FileSystem, type Pos, type Report } from "@goes/source";
import { targetTags, type TagPredicate } from "./build-constraint.ts";
import { languageVersion, parseGoMod, type GoMod } from "./go-mod.ts";
import { goTreeFiles, purePackageTags, sourcesOfGoTree } from "./go-tree.ts";
import { addSource, listPackageFiles, type PackageFile } from "./package-files.ts";
import { cleanPath, joinPath, parentOf } from "./path.ts";

/** What to load: some files that make up one package, or the directory of a package. */
export type LoadTarget =
  | { readonly kind: "files"; readonly files: readonly PackageFile[]; readonly directory: string }
  | { readonly kind: "directory"; readonly directory: string };

/** Where packages come from. */
export interface LoadContext {
  readonly files: FileSet;
  /** The user's files. */
  readonly fileSystem: FileSystem;
  /** The library: a directory for each import path (`fmt`, `math/bits`, `runtime`). */
  readonly library: FileSystem;
  /**
   * The root of a Go tree in `fileSystem`, asked for when the library lacks a package: it is then taken from there.
   */
  readonly goTree?: (() => string | undefined) | undefined;
  readonly tags?: readonly string[];
  readonly report: Report;
  /** Called for each file that has been read and parsed. */
  readonly onFile?: (path: string) => void;
}

/** A package whose files have been parsed. */
export interface LoadedPackage {
  /** Import path; `main` for the program itself, as gc calls it in symbols. */
  readonly path: string;
  readonly name: string;
  readonly files: readonly File[];
  /** Import paths in order of first appearance, `unsafe` left out. */
  readonly imports: readonly string[];
  /** From the library rather than from the user. */
  readonly standard: boolean;
  /** One that the library lacks, from a Go tree: not written so that variables which nothing reads could be left out. */
  readonly fromGoTree: boolean;
  readonly goVersion: string | undefined;
}

/** The packages of a program, each after those that it imports. */
export interface LoadedProgram {
  readonly packages: readonly LoadedPackage[];
  readonly main: LoadedPackage;
}

/** Packages that every program holds, whether it imports them or not. */
const implicitPackages: readonly string[] = ["runtime"];

/**
 * Parses a program and all that it imports. Undefined where there is no package to speak of; other errors go to
 * the report, and what could be loaded is given.
 */
export function loadProgram(target: LoadTarget, context: LoadContext): LoadedProgram | undefined {
  return new Loader(target.directory, context).load(target);
}

class Loader {
  readonly #context: LoadContext;
  readonly #tags: TagPredicate;
  readonly #moduleDirectory: string | undefined;
  readonly #module: GoMod | undefined;
  readonly #done: Map<string, LoadedPackage | undefined> = new Map();
  /** The chain of imports that is being followed. */
  readonly #open: string[] = [];
  readonly #ordered: LoadedPackage[] = [];

  constructor(directory: string, context: LoadContext) {
    this.#context = context;
    this.#tags = targetTags(context.tags);
    const found = findModule(context.fileSystem, directory);
    this.#module = found?.module;
    this.#moduleDirectory = found?.directory;
  }

  load(target: LoadTarget): LoadedProgram | undefined {
    const { fileSystem, report } = this.#context;
    let files: readonly PackageFile[];
    if (target.kind === "files") {
      files = target.files;
    } else {
      const listed = listPackageFiles(fileSystem, target.directory, this.#tags);
      if (listed === undefined) {
        report(diagnostic("FileNotFound", noPos, `no such file or directory: ${target.directory}`));
        return undefined;
      }
      if (listed.files.length === 0) {
        report(diagnostic("NoGoFiles", noPos, noGoFiles(target.directory, listed.excluded)));
        return undefined;
      }
      files = listed.files;
    }
    for (const path of implicitPackages) this.#import(path, noPos);
    const main = this.#parsePackage("main", files, false, languageVersion(this.#module?.go));
    return main === undefined ? undefined : { packages: this.#ordered, main };
  }

  #import(path: string, pos: Pos): LoadedPackage | undefined {
    if (this.#done.has(path)) return this.#done.get(path);
    const { report, library, fileSystem } = this.#context;
    if (this.#open.includes(path)) {
      const cycle = [...this.#open.slice(this.#open.indexOf(path)), path];
      report(diagnostic("ImportCycle", pos, `import cycle not allowed: ${cycle.join(" imports ")}`));
      return undefined;
    }
    this.#open.push(path);
    const local = this.#localDirectory(path);
    const listed =
      local === undefined
        ? listPackageFiles(library, path, this.#tags)
        : listPackageFiles(fileSystem, local, this.#tags);
    const inTree = listed === undefined && local === undefined ? this.#listInGoTree(path) : undefined;
    const found = listed ?? inTree;
    let loaded: LoadedPackage | undefined;
    if (found === undefined) {
      report(diagnostic("PackageNotFound", pos, this.#notFound(path, local)));
    } else if (found.files.length === 0) {
      report(diagnostic("NoGoFiles", pos, noGoFiles(local ?? path, found.excluded)));
    } else {
      const version = local === undefined ? undefined : languageVersion(this.#module?.go);
      loaded = this.#parsePackage(path, found.files, local === undefined, version, inTree !== undefined);
      if (loaded !== undefined && loaded.name === "main" && pos !== noPos) {
        report(
          diagnostic("ImportNotAllowed", pos, `import "${path}" is a program, not an importable package`),
        );
      }
    }
    this.#open.pop();
    this.#done.set(path, loaded);
    return loaded;
  }

  #parsePackage(
    path: string,
    sources: readonly PackageFile[],
    standard: boolean,
    goVersion: string | undefined,
    fromGoTree = false,
  ): LoadedPackage | undefined {
    const { report } = this.#context;
    const parsed: File[] = [];
    for (const source of sources) {
      const file = addSource(this.#context.files, source);
      parsed.push(parseFile(file, report, standard ? "lazy" : "all"));
      this.#context.onFile?.(source.path);
    }
    const first = parsed[0];
    if (first === undefined) return undefined;
    const other = parsed.find((file) => file.name.name !== first.name.name);
    if (other !== undefined && other.name.name !== "" && first.name.name !== "") {
      const names = `${first.name.name} (${sources[0]!.path}) and ${other.name.name} (${sources[parsed.indexOf(other)]!.path})`;
      report(diagnostic("PackageMismatch", other.name.pos, `found packages ${names}`));
    }
    const imports: string[] = [];
    for (const spec of parsed.flatMap((file) => file.imports)) {
      const imported = unquoteString(spec.path.text);
      if (imported === "" || imported === undefined) continue;
      if (imported === "unsafe" || imports.includes(imported)) continue;
      imports.push(imported);
      if (!standard && !internalAllowed(imported, path, this.#module?.module)) {
        const message = `use of internal package ${imported} not allowed`;
        report(diagnostic("ImportNotAllowed", spec.path.pos, message));
        continue;
      }
      this.#import(imported, spec.path.pos);
    }
    const loaded: LoadedPackage = {
      path,
      name: first.name.name,
      files: parsed,
      imports,
      standard,
      fromGoTree,
      goVersion,
    };
    this.#ordered.push(loaded);
    return loaded;
  }

  /** The files of a package that the library lacks in the Go tree, if there is one: itself, or what it vendors. */
  #listInGoTree(path: string): ReturnType<typeof listPackageFiles> {
    const root = this.#context.goTree?.();
    if (root === undefined || path.split("/")[0]!.includes(".") !== this.#isVendored(root, path))
      return undefined;
    const tags = purePackageTags(this.#context.tags ?? []);
    const directory = this.#isVendored(root, path) ? `vendor/${path}` : path;
    const files = goTreeFiles(this.#context.fileSystem, root, directory, tags);
    return files.length === 0 ? undefined : { files, excluded: [] };
  }

  #isVendored(root: string, path: string): boolean {
    const directory = joinPath(sourcesOfGoTree(root), `vendor/${path}`);
    return this.#open.length > 1 && this.#context.fileSystem.kindOf(directory) === "directory";
  }

  /** The directory of a package of the user's own module. */
  #localDirectory(path: string): string | undefined {
    if (this.#module === undefined || this.#moduleDirectory === undefined) return undefined;
    if (path === this.#module.module) return this.#moduleDirectory;
    if (!path.startsWith(`${this.#module.module}/`)) return undefined;
    return joinPath(this.#moduleDirectory, path.slice(this.#module.module.length + 1));
  }

  #notFound(path: string, local: string | undefined): string {
    if (local !== undefined) return `package ${path} is not in std or in this module (no directory ${local})`;
    if (!path.split("/")[0]!.includes(".")) {
      const tree = this.#context.goTree;
      const hint =
        tree === undefined || tree() !== undefined
          ? ""
          : "; set GOROOT to take what the library lacks from a Go tree";
      return `package ${path} is not in std${hint}`;
    }
    if (this.#module === undefined) {
      return `no required module provides package ${path}: go.mod file not found in current directory or any parent directory; see 'go help modules'`;
    }
    return `no required module provides package ${path}; to add it:\n\tgo get ${path}`;
  }
}

function noGoFiles(directory: string, excluded: readonly string[]): string {
  return excluded.length > 0
    ? `build constraints exclude all Go files in ${directory}`
    : `no Go files in ${directory}`;
}

/** The rule of `go help packages`: `a/internal/b` may be imported only from within `a`. */
function internalAllowed(imported: string, importer: string, module: string | undefined): boolean {
  const parts = imported.split("/");
  const at = parts.lastIndexOf("internal");
  if (at < 0) return true;
  const root = parts.slice(0, at).join("/");
  const from = importer === "main" ? (module ?? "") : importer;
  return root !== "" && (from === root || from.startsWith(`${root}/`) || root === module);
}

/** A module is searched for in so many directories upwards. */
const searchDepth = 64;

function findModule(
  fileSystem: FileSystem,
  start: string,
): { readonly module: GoMod; readonly directory: string } | undefined {
  let directory = cleanPath(start);
  for (let depth = 0; depth < searchDepth; depth++) {
    const bytes = fileSystem.readFile(joinPath(directory, "go.mod"));
    if (bytes !== undefined) {
      const module = parseGoMod(String.fromCharCode(...bytes.subarray(0, 65536)));
      return module === undefined ? undefined : { module, directory };
    }
    const parent = parentOf(directory);
    if (parent === undefined || fileSystem.kindOf(parent) !== "directory") return undefined;
    directory = parent;
  }
  return undefined;
}
