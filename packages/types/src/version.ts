/** The minor version of `go1.N…`; undefined for anything else. */
export function goMinor(version: string): number | undefined {
  const match = /^go1(?:\.(\d+))?(?:[.\-a-z].*)?$/.exec(version);
  if (match === null) return undefined;
  return match[1] === undefined ? 0 : Number(match[1]);
}

/** Whether the language version `have` includes what `want` introduced. An unknown version allows everything. */
export function allowsVersion(have: string | undefined, want: string): boolean {
  if (have === undefined) return true;
  const minor = goMinor(have);
  const needed = goMinor(want);
  return minor === undefined || needed === undefined || minor >= needed;
}
