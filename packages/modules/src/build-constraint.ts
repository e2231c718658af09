import {
  evaluateConstraint,
  evaluatePlusBuild,
  type ConstraintResult,
  type TagPredicate,
} from "./constraint-expression.ts";
import { newestMinor } from "./newest.ts";

const knownSystems = new Set(
  (
    "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 " +
    "windows zos"
  ).split(" "),
);
const knownArchitectures = new Set(
  (
    "386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc " +
    "ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm"
  ).split(" "),
);

/** The tags of the target, of goes itself, and the given ones. */
export function targetTags(extra: readonly string[] = []): TagPredicate {
  const set = new Set(["wasip1", "wasm", "gc", "goes", ...extra]);
  return (tag) => {
    if (set.has(tag)) return true;
    const version = /^go1\.([1-9]\d*)$/.exec(tag);
    return version !== null && Number(version[1]) <= newestMinor;
  };
}

/**
 * Whether the name of a file (`x_linux.go`, `x_wasm.go`, `x_test.go`, `x_windows.pb.go` …) admits it for the target: what
 * is after the first dot does not count.
 */
export function matchFileName(name: string, tags: TagPredicate): boolean {
  if (name.startsWith("_") || name.startsWith(".") || !name.endsWith(".go")) return false;
  const stem = name.slice(0, name.indexOf("."));
  const underscore = stem.indexOf("_");
  if (underscore < 0) return true;
  // `linux.go` and `linux_foo.go` are ordinary names: a system counts after an underscore only.
  const parts = stem.slice(underscore).split("_");
  if (parts.at(-1) === "test") parts.pop();
  const last = parts.at(-1) ?? "";
  const before = parts.at(-2) ?? "";
  if (knownSystems.has(before) && knownArchitectures.has(last)) return tags(last) && tags(before);
  return !(knownSystems.has(last) || knownArchitectures.has(last)) || tags(last);
}

/**
 * Evaluates the build constraint among the header of a file: its `//go:build` line, or if there is none, all its
 * `// +build` lines above the last blank line of the header.
 */
export function matchHeader(text: string, tags: TagPredicate): ConstraintResult {
  if (!text.includes("//go:build") && !text.includes("+build")) return { holds: true };
  const header = readHeader(text);
  if (header.goBuild.length > 1) return { error: "multiple //go:build comments" };
  const [line] = header.goBuild;
  if (line !== undefined) {
    const result = evaluateConstraint(line, tags);
    return "error" in result ? { error: `parsing //go:build line: ${result.error}` } : result;
  }
  return { holds: header.plusBuild.every((clauses) => evaluatePlusBuild(clauses, tags)) };
}

/** Whether the beginning of a file reaches beyond the comments in which a constraint may be. */
export function hasWholeHeader(text: string): boolean {
  return readHeader(text).ended;
}

/** What follows the words `//go:build` and `// +build` in the header of a file, line by line. */
interface Header {
  readonly goBuild: readonly string[];
  readonly plusBuild: readonly string[];
  /** Something that is no comment has been reached. */
  readonly ended: boolean;
}

function readHeader(text: string): Header {
  const goBuild: string[] = [];
  const plusBuild: string[] = [];
  /** Lines since the last blank one: they count only if another one follows. */
  let block: string[] = [];
  let onlyLineComments = true;
  let inBlockComment = false;
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf("\n", at);
    let line = text.slice(at, newline < 0 ? text.length : newline).trim();
    at = newline < 0 ? text.length : newline + 1;
    if (line === "" && onlyLineComments) {
      plusBuild.push(...block);
      block = [];
      continue;
    }
    if (!line.startsWith("//")) onlyLineComments = false;
    if (!inBlockComment) {
      const build = /^\/\/go:build(?:[ \t]+(.*))?$/.exec(line);
      if (build !== null) goBuild.push(build[1] ?? "");
      const plus = /^\/\/[ \t]*\+build(?:[ \t]+(.*))?$/.exec(line);
      if (plus !== null && onlyLineComments) block.push(plus[1] ?? "");
    }
    // What is left of the line after its comments: anything else ends the header.
    while (line !== "") {
      if (inBlockComment) {
        const end = line.indexOf("*/");
        if (end < 0) break;
        inBlockComment = false;
        line = line.slice(end + 2).trim();
      } else if (line.startsWith("//")) break;
      else if (line.startsWith("/*")) {
        inBlockComment = true;
        line = line.slice(2);
      } else return { goBuild, plusBuild, ended: true };
    }
  }
  return { goBuild, plusBuild, ended: false };
}
