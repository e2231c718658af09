import process from "node:process";
import type { PackageOutcome } from "./test-one.ts";

/** The committed list: what fails and why, and what does not compile against our packages. */
export interface KnownLibrary {
  /** `package.Test` → reason. */
  readonly failures: Readonly<Record<string, string>>;
  /** Package → tests that name what only Go's package has. */
  readonly notCompiled: Readonly<Record<string, readonly string[]>>;
}

/** Compares with the committed list and says what differs. `settled` is the list as it is now. */
export function settleLibrary(
  outcomes: readonly PackageOutcome[],
  known: KnownLibrary,
  verbose: boolean,
): { readonly settled: KnownLibrary; readonly isNew: boolean } {
  const failures: Record<string, string> = { ...known.failures };
  const notCompiled: Record<string, readonly string[]> = { ...known.notCompiled };
  let isNew = false;
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  for (const { path, tests, notCompiled: missing, problem } of outcomes) {
    const failed = new Map(
      Object.entries(tests)
        .filter(([, { result }]) => result === "fail")
        .map(([name, { gist }]) => [`${path}.${name}`, gist]),
    );
    if (problem !== undefined) failed.set(path, problem);
    for (const key of Object.keys(known.failures)) {
      if (key !== path && !(key.startsWith(`${path}.`) && !key.slice(path.length + 1).includes("/")))
        continue;
      if (failed.has(key)) continue;
      delete failures[key];
      say(`mended: ${key}`);
    }
    for (const [key, gist] of failed) {
      const reason = known.failures[key];
      if (verbose || reason === undefined)
        say(`${reason === undefined ? "new failure" : "fails"}: ${key}: ${gist}`);
      if (reason !== undefined) continue;
      failures[key] = gist;
      isNew = true;
    }
    const before = new Set(known.notCompiled[path]);
    const fresh = missing.filter((name) => !before.has(name));
    if (fresh.length > 0) {
      isNew = true;
      say(`does not compile any more: ${path}: ${fresh.join(" ")}`);
    }
    if (missing.length > 0) notCompiled[path] = missing.toSorted();
    else delete notCompiled[path];
  }
  return { settled: { failures: sorted(failures), notCompiled: sorted(notCompiled) }, isNew };
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
