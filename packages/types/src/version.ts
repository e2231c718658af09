/** The newest language version. */
export const newestVersion = "go1.26";

/** The minor version of `go1.N…`; undefined for anything else. */
export function goMinor(version: string): number | undefined {
  const match = /^go1(?:\.(\d+))?(?:[.\-a-z].*)?$/.exec(version);
  if (match === null) return undefined;
  return match[1] === undefined ? 0 : Number(match[1]);
}

/**
 * The minor version of the language that a file is written in: that of the module, or what a `//go:build go1.N` line of
 * the file requires, though no less than 21: such lines mean that only since go1.21 (`go doc cmd/compile`).
 */
export function fileMinor(file: string | undefined, module: string | undefined): number {
  const own = file === undefined ? undefined : goMinor(file);
  if (own !== undefined) return Math.max(own, 21);
  return (module === undefined ? undefined : goMinor(module)) ?? 99;
}
