import { unquoteString, type Directive, type File, type VarSpec } from "@goes/ast";
import {
  diagnostic,
  type EmbeddedFile,
  type FileSystem,
  type Pos,
  type Report,
  type SourceFile,
} from "@goes/source";
import { globFiles, isPattern } from "./glob.ts";
import { directoryOf, joinPath } from "./path.ts";

/** The files that variables embed, by the position of their names. */
export type Embeds = ReadonlyMap<Pos, readonly EmbeddedFile[]>;

/** A parsed file with its text. */
export interface EmbeddingFile {
  readonly source: SourceFile;
  readonly tree: File;
}

/**
 * Finds the files that the `//go:embed` lines of a package name. Like `go`, it reports the first pattern that names
 * nothing, and looks only at files that import "embed"; where a line may be is for the checker to say.
 */
export function findEmbeds(files: readonly EmbeddingFile[], fileSystem: FileSystem, report: Report): Embeds {
  const embeds = new Map<Pos, readonly EmbeddedFile[]>();
  for (const { source, tree } of files) {
    if (
      !tree.directives.some(isEmbed) ||
      !tree.imports.some((spec) => unquoteString(spec.path.text) === "embed")
    )
      continue;
    const directory = directoryOf(source.name);
    const found = new Map<Directive, readonly string[]>();
    for (const directive of tree.directives.filter(isEmbed)) {
      const names = new Set<string>();
      for (const { pattern, pos } of patternsOf(directive, source)) {
        const result = resolvePattern(fileSystem, directory, pattern);
        if ("error" in result) {
          report(diagnostic("EmbedPattern", pos, `pattern ${pattern}: ${result.error}`));
          return embeds;
        }
        for (const name of result.names) names.add(name);
      }
      found.set(directive, [...names]);
    }
    for (const spec of variablesOf(tree)) {
      const names = spec.directives.filter(isEmbed).flatMap((directive) => found.get(directive) ?? []);
      if (names.length > 0) embeds.set(spec.names[0]!.pos, readFiles(fileSystem, directory, names));
    }
  }
  return embeds;
}

function isEmbed(directive: Directive): boolean {
  return directive.name === "go:embed";
}

function variablesOf(tree: File): VarSpec[] {
  const out: VarSpec[] = [];
  for (const decl of tree.decls) {
    if (decl.kind !== "GenDecl") continue;
    for (const spec of decl.specs) if (spec.kind === "VarSpec" && spec.names.length > 0) out.push(spec);
  }
  return out;
}

function readFiles(fileSystem: FileSystem, directory: string, names: readonly string[]): EmbeddedFile[] {
  return [...new Set(names)].toSorted().map((name) => {
    const path = joinPath(directory, name);
    return { name, path, bytes: fileSystem.readFile(path) ?? new Uint8Array(0) };
  });
}

/** The words of a `//go:embed` line, quoted or not, with their positions. What is not well formed ends the list. */
function patternsOf(
  directive: Directive,
  source: SourceFile,
): { readonly pattern: string; readonly pos: Pos }[] {
  const start = directive.pos - source.base + "//go:embed".length;
  const end = source.text.indexOf("\n", start);
  const text = source.text.slice(start, end < 0 ? undefined : end).trimEnd();
  const patterns: { readonly pattern: string; readonly pos: Pos }[] = [];
  for (const match of text.matchAll(/"(?:\\.|[^"\\])*"|`[^`]*`|\S+/g)) {
    const [word] = match;
    const quoted = word.startsWith('"') || word.startsWith("`");
    if (quoted && (word.length < 2 || !word.endsWith(word[0]!))) break;
    const pattern = quoted ? unquoteString(word) : word;
    if (pattern === undefined) break;
    patterns.push({ pattern, pos: source.base + start + match.index });
  }
  return patterns;
}

type PatternResult = { readonly names: readonly string[] } | { readonly error: string };

const noMatch = "no matching files found";

/** The files that a pattern names, by their paths below the directory of the package. */
function resolvePattern(fileSystem: FileSystem, directory: string, written: string): PatternResult {
  const all = written.startsWith("all:");
  const pattern = all ? written.slice("all:".length) : written;
  if (pattern === "." || !isValidPath(pattern) || !isPattern(pattern)) {
    return { error: "invalid pattern syntax" };
  }
  const names: string[] = [];
  const matches = globFiles(fileSystem, directory, pattern);
  for (const match of matches) {
    const path = joinPath(directory, match);
    const kind = fileSystem.kindOf(path);
    const what = kind === "directory" ? "directory" : "file";
    if (inOtherModule(fileSystem, directory, match, what)) {
      return { error: `cannot embed ${what} ${match}: in different module` };
    }
    const bad = match.split("/").find((element) => repositories.has(element));
    if (bad !== undefined) return { error: `cannot embed ${what} ${match}: invalid name ${bad}` };
    if (kind === "directory") {
      const below = filesBelow(fileSystem, directory, match, all);
      if (below === undefined) {
        return { error: `cannot embed directory ${match}: its directories are nested too deeply` };
      }
      if (below.length === 0) {
        return { error: `cannot embed directory ${match}: contains no embeddable files` };
      }
      names.push(...below);
    } else if (isRegular(fileSystem, path)) names.push(match);
    else return { error: `cannot embed irregular file ${match}` };
  }
  return names.length === 0 ? { error: noMatch } : { names };
}

/** Names of the directories of version control, which are never embedded. */
const repositories = new Set([".bzr", ".hg", ".git", ".svn"]);

/** `fs.ValidPath`. */
function isValidPath(path: string): boolean {
  return path.split("/").every((element) => element !== "" && element !== "." && element !== "..");
}

function isRegular(fileSystem: FileSystem, path: string): boolean {
  return fileSystem.isRegular?.(path) ?? true;
}

function inOtherModule(
  fileSystem: FileSystem,
  directory: string,
  match: string,
  what: "directory" | "file",
): boolean {
  let at = what === "directory" ? match : directoryOf(match);
  while (at !== "." && at !== "") {
    if (fileSystem.kindOf(joinPath(joinPath(directory, at), "go.mod")) === "file") return true;
    at = directoryOf(at);
  }
  return false;
}

/** How deep directories may be nested. No disk has more; a file system in which a directory contains itself has. */
const maxDepth = 1000;

/**
 * The regular files of a tree without other modules; those that begin with `.` or `_` only if all are wanted. Undefined if it is
 * too deep.
 */
function filesBelow(
  fileSystem: FileSystem,
  directory: string,
  start: string,
  all: boolean,
): string[] | undefined {
  const out: string[] = [];
  let tooDeep = false;
  const visit = (path: string, depth: number): void => {
    tooDeep ||= depth > maxDepth;
    if (tooDeep) return;
    for (const { name, kind } of fileSystem.readDirectory(joinPath(directory, path)) ?? []) {
      if (repositories.has(name) || (!all && /^[._]/.test(name))) continue;
      const inner = joinPath(path, name);
      const full = joinPath(directory, inner);
      if (kind === "file") {
        if (isRegular(fileSystem, full)) out.push(inner);
      } else if (fileSystem.kindOf(joinPath(full, "go.mod")) !== "file") visit(inner, depth + 1);
    }
  };
  visit(start, 0);
  return tooDeep ? undefined : out;
}
