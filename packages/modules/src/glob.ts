import type { FileSystem } from "@goes/source";
import { joinPath } from "./path.ts";

/** Whether a text is a pattern as `path.Match` reads them. */
export function isPattern(pattern: string): boolean {
  return pattern.split("/").every((element) => matcherOf(element) !== undefined);
}

/** The paths below a directory that match a pattern, which is valid, sorted. */
export function globFiles(fileSystem: FileSystem, directory: string, pattern: string): string[] {
  let found = [""];
  for (const element of pattern.split("/")) {
    const next: string[] = [];
    for (const path of found) {
      const here = path === "" ? directory : joinPath(directory, path);
      if (!/[*?[\\]/.test(element)) {
        if (fileSystem.kindOf(joinPath(here, element)) !== undefined) next.push(joinPath(path, element));
        continue;
      }
      const matcher = matcherOf(element)!;
      for (const { name } of fileSystem.readDirectory(here) ?? [])
        if (matcher.test(name)) next.push(joinPath(path, name));
    }
    found = next;
  }
  return found;
}

/** An element of a pattern as a regular expression: `*`, `?`, `[a-z]`, `[^a]`, `\c`; undefined if it is none. */
function matcherOf(element: string): RegExp | undefined {
  let source = "";
  const characters = [...element];
  let at = 0;
  const one = (): string | undefined => {
    let character = characters[at++];
    if (character === "\\") character = characters[at++];
    return character;
  };
  while (at < characters.length) {
    const character = characters[at]!;
    if (character === "*") source += "[^/]*";
    else if (character === "?") source += "[^/]";
    else if (character === "[") {
      at++;
      const negated = characters[at] === "^";
      if (negated) at++;
      let ranges = "";
      while (ranges === "" || characters[at] !== "]") {
        if (at >= characters.length || characters[at] === "-" || characters[at] === "]") return undefined;
        const low = one();
        let high = low;
        if (characters[at] === "-") {
          at++;
          if (characters[at] === "-" || characters[at] === "]") return undefined;
          high = one();
        }
        if (low === undefined || high === undefined) return undefined;
        // A range that is empty matches nothing.
        if (low <= high) ranges += `${escaped(low)}-${escaped(high)}`;
        else ranges += "";
        if (at >= characters.length) return undefined;
        if (characters[at] === "]" && ranges === "") ranges = "(?!)";
      }
      source += ranges === "(?!)" ? (negated ? "[^/]" : "(?!)") : `[${negated ? "^/" : ""}${ranges}]`;
    } else {
      const literal = one();
      if (literal === undefined) return undefined;
      source += escaped(literal);
      continue;
    }
    at++;
  }
  return new RegExp(`^${source}$`, "u");
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
