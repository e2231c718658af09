/** Tells whether a build tag is satisfied. */
export type TagPredicate = (tag: string) => boolean;

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

/** The newest language version whose `go1.N` tag is satisfied. */
export const languageMinor = 26;

/** The tags of the target, of goes itself, and the given ones. */
export function targetTags(extra: readonly string[] = []): TagPredicate {
  const set = new Set(["wasip1", "wasm", "goes", ...extra]);
  return (tag) => {
    if (set.has(tag)) return true;
    const version = /^go1\.(\d+)$/.exec(tag);
    return version !== null && Number(version[1]) <= languageMinor;
  };
}

/** Whether the name of a file (`x_linux.go`, `x_wasm.go`, `x_test.go` …) admits it for the target. */
export function matchFileName(name: string, tags: TagPredicate): boolean {
  if (name.startsWith("_") || name.startsWith(".") || !name.endsWith(".go")) return false;
  const parts = name.slice(0, -3).split("_");
  if (parts.length > 1 && parts.at(-1) === "test") parts.pop();
  const last = parts.length > 1 ? parts.at(-1)! : "";
  const before = parts.length > 2 ? parts.at(-2)! : "";
  if (knownArchitectures.has(last)) {
    return tags(last) && (!knownSystems.has(before) || tags(before));
  }
  return !knownSystems.has(last) || tags(last);
}

/**
 * Evaluates the `//go:build` line among the header of a file, if there is one (`go help buildconstraint`). A line
 * that is not well formed admits nothing.
 */
export function matchHeader(text: string, tags: TagPredicate): boolean {
  if (!text.includes("//go:build")) return true;
  let inBlockComment = false;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (inBlockComment) {
      if (line.includes("*/")) inBlockComment = false;
      continue;
    }
    if (line.startsWith("/*")) {
      inBlockComment = !line.includes("*/");
      continue;
    }
    if (line.startsWith("//go:build ")) return evaluateConstraint(line.slice(11), tags) ?? false;
    if (line !== "" && !line.startsWith("//")) return true;
  }
  return true;
}

/** Evaluates a constraint expression; undefined where it is not well formed. */
export function evaluateConstraint(expression: string, tags: TagPredicate): boolean | undefined {
  const tokens = expression.match(/&&|\|\||[!()]|[\p{L}\p{N}_.]+|\S/gu) ?? [];
  let at = 0;
  let valid = true;
  const or = (): boolean => {
    let value = and();
    while (tokens[at] === "||") {
      at++;
      value = and() || value;
    }
    return value;
  };
  const and = (): boolean => {
    let value = not();
    while (tokens[at] === "&&") {
      at++;
      value = not() && value;
    }
    return value;
  };
  const not = (): boolean => {
    const token = tokens[at++];
    if (token === "!") return !not();
    if (token === "(") {
      const value = or();
      if (tokens[at++] !== ")") valid = false;
      return value;
    }
    if (token === undefined || !/^[\p{L}\p{N}_.]+$/u.test(token)) {
      valid = false;
      return false;
    }
    return tags(token);
  };
  const result = or();
  return valid && at === tokens.length ? result : undefined;
}
