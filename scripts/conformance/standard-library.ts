import type { File } from "../../packages/ast/src/index.ts";
import { matchFileName, matchHeader } from "../../packages/modules/src/index.ts";
import { parseFile } from "../../packages/parser/src/index.ts";
import type { Diagnostic, FileSet, Report } from "../../packages/source/src/index.ts";
import { checkPackage, gcSizes, type CheckedPackage } from "../../packages/types/src/index.ts";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The build tags of gc's own port to the target. */
function hasTag(tag: string): boolean {
  if (tag === "wasip1" || tag === "wasm" || tag === "gc") return true;
  const version = /^go1\.(\d+)$/.exec(tag);
  return version !== null && Number(version[1]) <= 26;
}

/** The packages of a Go tree, checked when they are first imported. */
export class StandardLibrary {
  readonly #root: string;
  readonly #files: FileSet;
  readonly #bodies: "all" | "demand";
  readonly #packages: Map<string, CheckedPackage | undefined> = new Map();
  readonly #diagnostics: Map<string, Diagnostic[]> = new Map();

  constructor(root: string, files: FileSet, bodies: "all" | "demand") {
    this.#root = root;
    this.#files = files;
    this.#bodies = bodies;
  }

  /** Import paths of all packages of the tree that have files for the target. */
  packagePaths(): string[] {
    const out: string[] = [];
    const visit = (path: string): void => {
      const directory = join(this.#root, "src", path);
      let hasFiles = false;
      for (const entry of readdirSync(directory, { withFileTypes: true })) {
        if (entry.isDirectory()) {
          if (
            entry.name === "testdata" ||
            entry.name.startsWith("_") ||
            (path === "" && (entry.name === "cmd" || entry.name === "builtin"))
          )
            continue;
          visit(path === "" ? entry.name : `${path}/${entry.name}`);
        } else if (entry.name.endsWith(".go")) hasFiles = true;
      }
      if (hasFiles && path !== "" && this.#sources(path).length > 0) out.push(path);
    };
    visit("");
    return out.toSorted();
  }

  /** The paths of the packages that have been checked. */
  loaded(): string[] {
    return [...this.#packages.keys()].filter(
      (path) => this.#packages.get(path) !== undefined || this.diagnosticsOf(path).length > 0,
    );
  }

  diagnosticsOf(path: string): Diagnostic[] {
    let list = this.#diagnostics.get(path);
    if (list === undefined) this.#diagnostics.set(path, (list = []));
    return list;
  }

  /** The package of an import path, standing in the tree or in its vendor directory. */
  check(path: string): CheckedPackage | undefined {
    const vendored = existsSync(join(this.#root, "src", "vendor", path)) ? `vendor/${path}` : path;
    if (this.#packages.has(vendored)) return this.#packages.get(vendored);
    this.#packages.set(vendored, undefined);
    const sources = this.#sources(vendored);
    if (sources.length === 0) return undefined;
    const report: Report = (item) => {
      this.diagnosticsOf(vendored).push(item);
    };
    const files = sources.map((source) =>
      parseFile(this.#files.addFile(source, readFileSync(source)), report),
    );
    const checked = checkPackage(
      {
        path: vendored,
        files,
        goVersion: "go1.26",
        bodies: this.#bodies,
        allowBodyless: true,
        sizes: gcSizes,
      },
      (imported) => this.check(imported),
      report,
    );
    this.#packages.set(vendored, checked);
    return checked;
  }

  #sources(path: string): string[] {
    const directory = join(this.#root, "src", path);
    if (!existsSync(directory)) return [];
    const out: string[] = [];
    for (const name of readdirSync(directory).toSorted()) {
      if (!name.endsWith(".go") || name.endsWith("_test.go") || !matchFileName(name, hasTag)) continue;
      const file = join(directory, name);
      const text = readFileSync(file, "latin1");
      // Files that need cgo are no part of a build for the target.
      if (matchHeader(text.slice(0, 4096), hasTag) && !/^import "C"/m.test(text)) out.push(file);
    }
    return out;
  }
}

/**
 * Parses and checks files as one package of the newest language version; `helpers` are declarations to add. The tests of
 * internal/types expect errors of types also where there are syntax errors. */
export function checkFiles(
  paths: readonly string[],
  files: FileSet,
  library: StandardLibrary,
  report: Report,
  name: string,
  helpers = "",
  afterSyntaxErrors = false,
): CheckedPackage | undefined {
  let failed = false;
  const parsed: File[] = paths.map((path) =>
    parseFile(files.addFile(name, readFileSync(path)), (item) => {
      // gc goes on to the types unless there is an error of the grammar itself.
      if (item.message.startsWith("syntax error") || item.code !== "SyntaxError") failed = true;
      report(item);
    }),
  );
  // gc checks types only when there are no syntax errors.
  if (failed && !afterSyntaxErrors) return undefined;
  if (helpers !== "") {
    const clause = `package ${parsed[0]?.name.name ?? "p"}; `;
    parsed.push(parseFile(files.addText("helpers.go", clause + helpers), report));
  }
  return checkPackage(
    { path: "p", files: parsed, goVersion: "go1.26", bodies: "all", allowBodyless: true, sizes: gcSizes },
    (path) => library.check(path),
    report,
  );
}
