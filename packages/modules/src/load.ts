import type { File } from "@goes/ast";
import { unquoteString } from "@goes/ast";
import { parseFile, parseImports } from "@goes/parser";
import {
  diagnostic,
  FileSet,
  noPos,
  type FileSystem,
  type Pos,
  type Report,
  type SourceFile,
} from "@goes/source";
import { targetTags } from "./build-constraint.ts";
import { selectPackageFiles, withoutCgo } from "./cgo.ts";
import type { TagPredicate } from "./constraint-expression.ts";
import {
  checkDebugDirectives,
  mainDebugSettings,
  settingsFile,
  type CollectorSettings,
} from "./debug-directives.ts";
import { debugSettings } from "./debug-settings.ts";
import { coverPackage, type CoverMode } from "./cover.ts";
import { ModuleFinder, type FoundPackage } from "./dependencies.ts";
import { findEmbeds, type EmbeddingFile, type Embeds } from "./embed.ts";
import { languageVersion } from "./go-mod.ts";
import { goTreeFiles, purePackageTags } from "./go-tree.ts";
import { findTests, noTests, type FoundTests } from "./find-tests.ts";
import { belowModule, findModule, type MainModule } from "./main-module.ts";
import { addSource, listPackageFiles, type PackageFile } from "./package-files.ts";
import { baseName, cleanPath, joinPath } from "./path.ts";
import { testMainFile, testMainSource } from "./test-main.ts";

/** What to load: some files that make up one package, or the directory of a package. */
export type LoadTarget =
  | { readonly kind: "files"; readonly files: readonly PackageFile[]; readonly directory: string }
  | { readonly kind: "directory"; readonly directory: string }
  | TestTarget;

/** The tests of a package: a program is made that runs them. */
export interface TestTarget {
  readonly kind: "test";
  /** The directory of the package. */
  readonly directory: string;
  /** The package and its tests, if they are not all files of the directory. */
  readonly given?: GivenTests;
  /** Count which statements of the package run. */
  readonly cover?: CoverMode;
}

/** A package under test whose files are not found by its directory. */
export interface GivenTests {
  readonly path: string;
  readonly sources: readonly PackageFile[];
  readonly tests: readonly PackageFile[];
  /** It is one of the library. */
  readonly standard: boolean;
}

/** Where packages come from. */
export interface LoadContext {
  readonly files: FileSet;
  /** The user's files. */
  readonly fileSystem: FileSystem;
  /** The library: a directory for each import path (`fmt`, `math/bits`, `runtime`). */
  readonly library: FileSystem;
  /**
   * The current directory, whose module is that of the program; the directory of the target unless it is given. Outside
   * of any module, a directory is in its own.
   */
  readonly workingDirectory?: string | undefined;
  /**
   * The root of a Go tree in `fileSystem`, asked for when the library lacks a package: it is then taken from there.
   */
  readonly goTree?: (() => string | undefined) | undefined;
  /** The module cache in `fileSystem` (GOMODCACHE), where `go mod download` puts the modules that a go.mod file requires. */
  readonly moduleCache?: string | undefined;
  readonly tags?: readonly string[];
  /** How the collector of the program works. */
  readonly collector?: CollectorSettings | undefined;
  readonly report: Report;
  /** How deep the user's expressions, types and statements may nest; the parser's own limit unless it is given. */
  readonly maxNesting?: number | undefined;
  /** Called for each file that has been read and parsed. */
  readonly onFile?: (path: string) => void;
}

/** A package whose files have been parsed. */
export interface LoadedPackage {
  /** Import path; `main` for the program itself, as gc calls it in symbols. */
  readonly path: string;
  /** What `go` calls the package in messages: its import path, or `command-line-arguments` for files that were named. */
  readonly title: string;
  readonly name: string;
  /** Where its files are, in the file system that they come from. */
  readonly directory: string;
  readonly files: readonly File[];
  /** What its variables embed. */
  readonly embeds: Embeds;
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
  /** What there is to run, where the target is a test. */
  readonly tests?: FoundTests;
}

/** The package under test, with its internal tests, in the place of what its import path names otherwise. */
interface TestVariant {
  readonly path: string;
  readonly files: readonly PackageFile[];
  readonly standard: boolean;
  readonly directory: string;
}

/** Whose package imports: what a Go tree vendors is for the library alone. */
type Importer = "library" | "user";

/** Packages that every program holds, whether it imports them or not. */
const implicitPackages: readonly string[] = ["runtime"];

/**
 * Parses a program and all that it imports. Undefined if there is no package to speak of; other errors go to
 * the report, and what could be loaded is given.
 */
export function loadProgram(target: LoadTarget, context: LoadContext): LoadedProgram | undefined {
  const { fileSystem, workingDirectory, report } = context;
  const refuse = (message: string): undefined => {
    report(diagnostic("InvalidModule", noPos, message));
  };
  const directory = resolvePath(workingDirectory, target.directory);
  const start = workingDirectory ?? directory;
  let found = findModule(fileSystem, start);
  if ("error" in found) return refuse(found.error);
  if (target.kind !== "files" && !isGiven(target) && workingDirectory !== undefined) {
    const own = findModule(fileSystem, directory);
    if (found.module === undefined) found = own;
    else if (belowModule(found.module, directory) === undefined) {
      return refuse(`directory ${target.directory} outside main module or its selected dependencies`);
    } else if ("error" in own || own.module?.directory !== found.module.directory) {
      const { module } = found.module.mod;
      const path = `${module}/${belowModule(found.module, directory)}`;
      return refuse(`main module (${module}) does not contain package ${path}`);
    }
    if ("error" in found) return refuse(found.error);
  }
  const { module } = found;
  const finder = module && new ModuleFinder(fileSystem, module, context.moduleCache);
  if (finder?.error !== undefined) return refuse(finder.error);
  return new Loader(module, finder, context).load(target);
}

function isGiven(target: LoadTarget): boolean {
  return target.kind === "test" && target.given !== undefined;
}

/** A path as seen from the working directory. */
function resolvePath(workingDirectory: string | undefined, path: string): string {
  if (workingDirectory === undefined || path.startsWith("/")) return path;
  return cleanPath(joinPath(workingDirectory, path));
}

class Loader {
  readonly #context: LoadContext;
  readonly #tags: TagPredicate;
  readonly #module: MainModule | undefined;
  readonly #finder: ModuleFinder | undefined;
  readonly #done: Map<string, LoadedPackage | undefined> = new Map();
  /** The chain of imports that is being followed. */
  readonly #open: string[] = [];
  readonly #ordered: LoadedPackage[] = [];
  #variant: TestVariant | undefined;
  readonly #sources: Map<File, SourceFile> = new Map();
  /** The GODEBUG settings of the program that differ from those of the newest Go. */
  #settings: ReadonlyMap<string, string> = new Map();

  constructor(module: MainModule | undefined, finder: ModuleFinder | undefined, context: LoadContext) {
    this.#context = context;
    this.#finder = finder;
    this.#tags = targetTags(context.tags);
    this.#module = module;
  }

  load(target: LoadTarget): LoadedProgram | undefined {
    if (target.kind === "test") return this.#loadTests(target);
    const { report } = this.#context;
    let files: readonly PackageFile[];
    const title = this.#titleOf(target);
    if (target.kind === "files") {
      files = withoutCgo({ files: target.files, excluded: [], faulty: false }).files;
    } else {
      const listed = this.#listLocal(target.directory);
      if (listed === undefined) {
        report(diagnostic("FileNotFound", noPos, `no such file or directory: ${target.directory}`));
        return undefined;
      }
      if (listed.files.length === 0 && listed.faulty) return undefined;
      if (listed.files.length === 0) {
        const message = noGoFiles(this.#absolute(target.directory), listed.excluded);
        const prefix = listed.excluded.length > 0 ? `package ${title}: ` : "";
        report(diagnostic("NoGoFiles", noPos, prefix + message));
        return undefined;
      }
      files = listed.files;
    }
    const go = languageVersion(this.#module?.mod);
    this.#settings = debugSettings(go, [...(this.#module?.mod.debug ?? []), ...mainDebugSettings(files)]);
    for (const path of implicitPackages) this.#import(path, noPos, "library");
    const main = this.#parsePackage("main", files, {
      title,
      directory: target.directory,
      standard: false,
      fromGoTree: false,
      // Files that are named belong to no module; only the settings of GODEBUG are those of the main module.
      goVersion: target.kind === "files" ? undefined : go,
    });
    return main === undefined ? undefined : { packages: this.#ordered, main };
  }

  /** Loads the package under test with its tests, and makes the main function that runs them. */
  #loadTests(target: TestTarget): LoadedProgram | undefined {
    const { given } = target;
    const { fileSystem, report } = this.#context;
    const path = given?.path ?? this.#titleOf(target);
    const standard = given?.standard === true;
    const sources = given?.sources ?? this.#listLocal(target.directory)?.files ?? [];
    const tests =
      given?.tests ??
      selectPackageFiles(fileSystem, target.directory, this.#tags, report, "tests")?.files ??
      [];
    const [external, internal] = partition(tests, (file) => packageName(file).endsWith("_test"));
    const go = languageVersion(this.#module?.mod);
    this.#settings = debugSettings(go, [...(this.#module?.mod.debug ?? []), ...mainDebugSettings(tests)]);
    const covered = target.cover === undefined ? undefined : coverPackage(path, sources, target.cover);
    const files = [...(covered?.files ?? sources), ...internal];
    this.#variant = { path, files, standard, directory: target.directory };
    for (const implicit of implicitPackages) this.#import(implicit, noPos, "library");
    const found = noTests();
    const collect = (
      loaded: LoadedPackage | undefined,
      list: readonly PackageFile[],
      name: "_test" | "_xtest",
    ): void => {
      const paths = new Set(list.map((file) => file.path));
      for (const file of loaded?.files ?? []) {
        const source = this.#sources.get(file);
        if (source !== undefined && paths.has(source.name)) findTests(found, file, source, name, report);
      }
    };
    if (files.length > 0)
      collect(this.#import(path, noPos, standard ? "library" : "user"), internal, "_test");
    if (external.length > 0) {
      const about = {
        title: `${path}_test [${path}.test]`,
        directory: target.directory,
        standard,
        fromGoTree: standard,
        goVersion: go,
      };
      const loaded = this.#parsePackage(`${path}_test`, external, about);
      this.#done.set(`${path}_test`, loaded);
      collect(loaded, external, "_xtest");
    }
    const text = testMainSource(found, {
      path,
      modulePath: this.#module?.mod.module ?? "",
      hasInternal: files.length > 0,
      hasExternal: external.length > 0,
      cover: covered,
    });
    const about = { directory: target.directory, standard: true, fromGoTree: true, goVersion: undefined };
    const main = this.#parsePackage("main", [{ path: testMainFile, text }], {
      title: `${path}.test`,
      ...about,
    });
    return main === undefined ? undefined : { packages: this.#ordered, main, tests: found };
  }

  #import(path: string, pos: Pos, from: Importer): LoadedPackage | undefined {
    if (this.#done.has(path)) return this.#done.get(path);
    const { report, library } = this.#context;
    if (this.#open.includes(path)) {
      const cycle = [...this.#open.slice(this.#open.indexOf(path)), path];
      report(diagnostic("ImportCycle", pos, `import cycle not allowed: ${cycle.join(" imports ")}`));
      return undefined;
    }
    if (this.#variant?.path === path) return this.#importVariant(this.#variant);
    this.#open.push(path);
    const required = this.#findRequired(path, from);
    const local =
      required !== undefined && "module" in required ? required.directory : this.#localDirectory(path);
    const own = local === undefined ? listPackageFiles(library, path, this.#tags) : this.#listLocal(local);
    // A directory of the library that only holds those of other packages hides nothing.
    const listed = local === undefined && own?.files.length === 0 ? undefined : own;
    const inTree = listed === undefined && local === undefined ? this.#listInGoTree(path, from) : undefined;
    const found = listed ?? inTree;
    let loaded: LoadedPackage | undefined;
    if (required !== undefined && "error" in required) {
      report(diagnostic("PackageNotFound", pos, required.error));
    } else if (found === undefined) {
      report(diagnostic("PackageNotFound", pos, this.#notFound(path, local)));
    } else if (found.files.length === 0 && found.faulty) {
      loaded = undefined;
    } else if (found.files.length === 0) {
      const directory = local === undefined ? path : this.#absolute(local);
      report(diagnostic("NoGoFiles", pos, noGoFiles(directory, found.excluded)));
    } else {
      loaded = this.#parsePackage(
        path,
        found.files,
        {
          title: path,
          directory: local ?? path,
          standard: local === undefined,
          fromGoTree: inTree !== undefined,
          goVersion: local === undefined ? undefined : this.#versionFor(required),
        },
        pos,
      );
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

  #importVariant({ path, files, standard, directory }: TestVariant): LoadedPackage | undefined {
    this.#open.push(path);
    const loaded = this.#parsePackage(path, files, {
      title: `${path} [${path}.test]`,
      directory,
      standard,
      fromGoTree: standard,
      goVersion: standard ? undefined : languageVersion(this.#module?.mod),
    });
    this.#open.pop();
    this.#done.set(path, loaded);
    return loaded;
  }

  #parsePackage(
    path: string,
    sources: readonly PackageFile[],
    about: Pick<LoadedPackage, "title" | "directory" | "standard" | "fromGoTree" | "goVersion">,
    pos: Pos = noPos,
  ): LoadedPackage | undefined {
    const { report } = this.#context;
    const { standard } = about;
    const parsed: File[] = [];
    const embedding: EmbeddingFile[] = [];
    for (const source of sources) {
      const file = addSource(
        this.#context.files,
        (standard ? settingsFile(source.path, this.#settings, this.#context.collector) : undefined) ?? source,
      );
      const tree = parseFile(file, report, standard ? "lazy" : "all", this.#context.maxNesting);
      parsed.push(tree);
      if (this.#variant !== undefined) this.#sources.set(tree, file);
      embedding.push({ source: file, tree });
      this.#context.onFile?.(source.path);
    }
    const first = parsed[0];
    if (first === undefined) return undefined;
    const other = parsed.find((file) => file.name.name !== first.name.name);
    if (other !== undefined && other.name.name !== "" && first.name.name !== "") {
      const described = (file: File): string =>
        `${file.name.name} (${baseName(sources[parsed.indexOf(file)]!.path)})`;
      const names = `${described(first)} and ${described(other)}`;
      const where = this.#absolute(about.directory);
      report(diagnostic("PackageMismatch", pos, `found packages ${names} in ${where}`));
    }
    if (!standard) for (const file of parsed) checkDebugDirectives(file, report);
    const imports: string[] = [];
    for (const spec of parsed.flatMap((file) => file.imports)) {
      const imported = unquoteString(spec.path.text);
      if (imported === "" || imported === undefined) continue;
      if (imported === "unsafe" || imports.includes(imported)) continue;
      imports.push(imported);
      if (!standard && !internalAllowed(imported, path, this.#module?.mod.module)) {
        const message = `use of internal package ${imported} not allowed`;
        report(diagnostic("ImportNotAllowed", spec.pos, message));
        continue;
      }
      this.#import(imported, spec.pos, standard ? "library" : "user");
    }
    // Our own library embeds nothing.
    const embeds: Embeds =
      standard && !about.fromGoTree ? new Map() : findEmbeds(embedding, this.#context.fileSystem, report);
    const loaded: LoadedPackage = { path, name: first.name.name, files: parsed, embeds, imports, ...about };
    this.#ordered.push(loaded);
    return loaded;
  }

  /** The files of a package that the library lacks in the Go tree, if there is one: itself, or what it vendors. */
  #listInGoTree(path: string, from: Importer): ReturnType<typeof listPackageFiles> {
    const root = this.#context.goTree?.();
    if (root === undefined) return undefined;
    const { fileSystem } = this.#context;
    // Packages whose paths begin with a domain are those of modules, of which the tree has some for itself.
    const isModule = path.split("/")[0]!.includes(".");
    if (isModule && from === "user") return undefined;
    const directory = isModule ? `vendor/${path}` : path;
    const tags = purePackageTags(this.#context.tags ?? []);
    const files = goTreeFiles(fileSystem, root, directory, tags);
    return files.length === 0 ? undefined : { files, excluded: [], faulty: false };
  }

  /** The files of a package of the user's own module. */
  #listLocal(directory: string): ReturnType<typeof listPackageFiles> {
    const { fileSystem, report } = this.#context;
    return selectPackageFiles(fileSystem, directory, this.#tags, report);
  }

  /** What another module than the user's own has for an import path that is none of the library. */
  #findRequired(path: string, from: Importer): FoundPackage {
    if (from === "library" || this.#finder === undefined) return undefined;
    const local = this.#localDirectory(path);
    const { fileSystem, library } = this.#context;
    if (local !== undefined && fileSystem.kindOf(local) === "directory") return undefined;
    if (!path.split("/")[0]!.includes(".") && library.kindOf(path) === "directory") return undefined;
    return this.#finder.find(path);
  }

  /** The directory of a package of the user's own module. */
  #localDirectory(path: string): string | undefined {
    if (this.#module === undefined) return undefined;
    const { mod, directory } = this.#module;
    if (path === mod.module) return directory;
    if (!path.startsWith(`${mod.module}/`)) return undefined;
    return joinPath(directory, path.slice(mod.module.length + 1));
  }

  /** The language version of a package of the user's own module, or of another. */
  #versionFor(found: FoundPackage): string | undefined {
    return languageVersion(found !== undefined && "module" in found ? found.module.mod : this.#module?.mod);
  }

  #absolute(directory: string): string {
    return resolvePath(this.#context.workingDirectory, directory);
  }

  #titleOf(target: LoadTarget): string {
    if (target.kind === "files" || this.#module === undefined) return "command-line-arguments";
    const below = belowModule(this.#module, this.#absolute(target.directory));
    if (below === undefined) return "command-line-arguments";
    return joinPath(this.#module.mod.module, below);
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

function packageName(file: PackageFile): string {
  return parseImports(addSource(new FileSet(), file), () => {}).name.name;
}

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter((item) => isFirst(item)), items.filter((item) => !isFirst(item))];
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
