import { unquoteString } from "@goes/ast";
import { goTreeFiles, goTreeTags, listGoTree, sourcesOfGoTree, addSource, joinPath } from "@goes/modules";
import { parseFile } from "@goes/parser";
import { sortDiagnostics, FileSet, type Diagnostic, type FileSystem, type Report } from "@goes/source";
import { checkPackage, gcSizes, type CheckedPackage } from "@goes/types";

/** Where a Go tree is and how much of its packages is checked. */
export interface GoTreeInput {
  readonly fileSystem: FileSystem;
  /** The directory that GOROOT names. */
  readonly root: string;
  readonly files: FileSet;
  /** Function bodies: all, or those that constants and types of other packages need. */
  readonly bodies: "all" | "demand";
}

/** The packages of a Go tree, parsed from their real source and checked when they are first imported. */
export class GoTree {
  readonly #input: GoTreeInput;
  readonly #tags = goTreeTags();
  readonly #packages: Map<string, CheckedPackage | undefined> = new Map();
  readonly #diagnostics: Map<string, Diagnostic[]> = new Map();

  constructor(input: GoTreeInput) {
    this.#input = input;
  }

  /** What is wrong with each package that has been read, in the order of reading. */
  get diagnostics(): ReadonlyMap<string, readonly Diagnostic[]> {
    return this.#diagnostics;
  }

  /** The package of an import path, in the tree or in its vendor directory; its imports are checked first. */
  check(path: string): CheckedPackage | undefined {
    const { fileSystem, root, files, bodies } = this.#input;
    if (this.#packages.has(path)) return this.#packages.get(path);
    const vendored = `vendor/${path}`;
    if (fileSystem.kindOf(joinPath(sourcesOfGoTree(root), vendored)) === "directory") {
      const found = this.check(vendored);
      this.#packages.set(path, found);
      return found;
    }
    this.#packages.set(path, undefined);
    const sources = goTreeFiles(fileSystem, root, path, this.#tags);
    if (sources.length === 0) return undefined;
    const diagnostics: Diagnostic[] = [];
    this.#diagnostics.set(path, diagnostics);
    const report: Report = (item) => {
      diagnostics.push(item);
    };
    const parsed = sources.map((source) => parseFile(addSource(files, source), report));
    for (const spec of parsed.flatMap((file) => file.imports)) {
      const imported = unquoteString(spec.path.text);
      if (imported !== undefined && imported !== "" && imported !== "unsafe") this.check(imported);
    }
    const checked = checkPackage(
      { path, files: parsed, goVersion: "go1.26", bodies, allowBodyless: true, sizes: gcSizes },
      (imported) => this.check(imported),
      report,
    );
    const kept = bodies === "all" ? withoutDetails(checked) : checked;
    this.#packages.set(path, kept);
    return kept;
  }
}

/**
 * What importers need of a package that has been checked whole: its objects. Dropping the trees and what is known of
 * single expressions halves the memory that the library takes.
 */
function withoutDetails(checked: CheckedPackage): CheckedPackage {
  const { types, uses, defs, selections, implicits, instances, scopes, funcDecls } = checked.info;
  for (const map of [types, uses, defs, selections, implicits, instances, scopes, funcDecls]) map.clear();
  const nothing = (): void => {};
  return { ...checked, files: [], checkBody: () => true, checkInitializer: nothing, initOrder: () => [] };
}

/** What {@link checkStd} found. */
export interface CheckStdResult {
  readonly files: FileSet;
  /** Of all packages, sorted by position. */
  readonly diagnostics: readonly Diagnostic[];
  /** The diagnostics of each package, imported packages before those that import them are finished. */
  readonly packages: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Lines of all files that were read. */
  readonly lines: number;
}

/** What {@link checkStd} starts from. */
export interface CheckStdInput {
  readonly fileSystem: FileSystem;
  /** The directory that GOROOT names. */
  readonly root: string;
  /** Restricts the check to some import paths and to what they import. */
  readonly only?: (path: string) => boolean;
}

/**
 * Parses and checks, with all bodies, every package of the standard library of a Go tree that builds for the target.
 * Undefined if there is no such package.
 */
export function checkStd(input: CheckStdInput): CheckStdResult | undefined {
  const { fileSystem, root, only } = input;
  const files = new FileSet();
  const paths = listGoTree(fileSystem, root);
  if (paths.length === 0) return undefined;
  const tree = new GoTree({ fileSystem, root, files, bodies: "all" });
  for (const path of paths) if (only === undefined || only(path)) tree.check(path);
  let lines = 0;
  // Nothing comes after the newline that ends a file.
  for (const file of files.files) lines += file.lineStarts.length - (file.text.endsWith("\n") ? 1 : 0);
  const diagnostics = sortDiagnostics(files, [...tree.diagnostics.values()].flat());
  return { files, diagnostics, packages: tree.diagnostics, lines };
}
