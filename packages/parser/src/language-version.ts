import type { Directive } from "@goes/ast";
import type { Pos } from "@goes/source";

const maxParts = 100;

/**
 * The language version that the `//go:build` line above the package clause requires: the least `go1.N` under which
 * the constraint can hold, as `go1.N`. Undefined without one.
 */
export function languageVersion(directives: readonly Directive[], packagePos: Pos): string | undefined {
  const line = directives.find((item) => item.name === "go:build" && item.pos < packagePos);
  if (line === undefined) return undefined;
  // A line that nests deeper is no constraint of any program; reading it must not exhaust the stack.
  if ((line.text.match(/[(!]/g)?.length ?? 0) > maxParts) return undefined;
  const tokens = line.text.match(/&&|\|\||[!()]|[^\s!()&|]+/g) ?? [];
  let at = 0;
  const disjunction = (): number => {
    let least = conjunction();
    while (tokens[at] === "||") {
      at++;
      least = Math.min(least, conjunction());
    }
    return least;
  };
  const conjunction = (): number => {
    let most = operand();
    while (tokens[at] === "&&") {
      at++;
      most = Math.max(most, operand());
    }
    return most;
  };
  const operand = (): number => {
    const token = tokens[at++];
    if (token === "!") {
      operand();
      return -1;
    }
    if (token === "(") {
      const inner = disjunction();
      at++;
      return inner;
    }
    const match = /^go1\.(\d+)$/.exec(token ?? "");
    return match === null ? -1 : Number(match[1]);
  };
  const minor = disjunction();
  return minor < 0 ? undefined : `go1.${minor}`;
}
