import type { Module, SuspendCause } from "@goes/ir";
import { formatPosition, noPos, type FileSet } from "@goes/source";

/** Why functions can suspend, by symbol: as the program was built, before inlining blurred positions. */
type Causes = ReadonlyMap<string, SuspendCause>;

/**
 * One line for each function of the user's packages that can suspend, by position, with the reason:
 * `f.go:7:6: main.copy can suspend: calls Write, which may be main.(*pipe).Write, at f.go:9:3, which does chan send at
 * f.go:12:4`. Left out are functions of packages that the library has, wrappers, and what optimization has freed.
 */
export function explainSuspension(causes: Causes, optimized: Module, files: FileSet): string[] {
  const funcs = [...optimized.funcs.values()].filter(
    (func) =>
      func.suspendCause !== undefined &&
      causes.has(func.name) &&
      func.origin === "user" &&
      !func.wrapper &&
      func.pos !== noPos,
  );
  funcs.sort((a, b) => a.pos - b.pos);
  return funcs.map((func) => {
    const position = formatPosition(files.position(func.pos));
    return `${position}: ${func.name} can suspend: ${reasonOf(causes.get(func.name)!, causes, files)}`;
  });
}

/** Without the marks of wrappers. */
function plainName(symbol: string): string {
  return symbol.replace(/\u00b7.*$/, "");
}

/** What a function calls, and what that chain of calls ends in. */
function reasonOf(first: SuspendCause, causes: Causes, files: FileSet): string {
  const own = operationOf(first);
  if (own !== undefined) return `${own}${at(first, files)}`;
  const step = `${stepOf(first)}${at(first, files)}`;
  const seen = new Set<SuspendCause>();
  for (let cause: SuspendCause | undefined = first; cause !== undefined && !seen.has(cause);) {
    seen.add(cause);
    const operation = operationOf(cause);
    if (operation !== undefined) return `${step}, which does ${operation}${at(cause, files)}`;
    cause = causes.get(cause.callee!);
  }
  return step;
}

function at({ pos }: SuspendCause, files: FileSet): string {
  return pos === 0 ? "" : ` at ${formatPosition(files.position(pos))}`;
}

function stepOf({ through, callee, selector }: SuspendCause): string {
  const name = plainName(callee ?? "");
  switch (through) {
    case "closure":
      return `calls a function value that may be ${name}`;
    case "interface":
      return `calls ${(selector ?? "").replace(/\(.*$/, "")}, which may be ${name},`;
    case "deferred":
      return `defers ${name}`;
    case "call":
    case "itself":
      return `calls ${name}`;
  }
}

/** What the functions of the runtime that suspend are to a Go programmer. */
const operations: readonly (readonly [RegExp, string])[] = [
  [/^runtime\.send/, "chan send"],
  [/^runtime\.receive/, "chan receive"],
  [/^runtime\.select/, "select"],
  [/^runtime\.timeSleep$/, "sleep"],
  [/^runtime\.waitInput$/, "wait for input"],
  [/^runtime\.(Gosched|Goexit)$/, "runtime.$1"],
  [/^runtime\.deferReturnWaiting$/, "deferred calls"],
  [/^runtime\./, "wait"],
];

/** The operation that a cause is, if it is a call of the runtime; undefined for other calls. */
function operationOf({ callee }: SuspendCause): string | undefined {
  if (callee === undefined) return "wait";
  const found = operations.find(([pattern]) => pattern.test(callee));
  return found === undefined
    ? undefined
    : plainName(callee).replace(new RegExp(`${found[0].source}.*`), found[1]);
}
