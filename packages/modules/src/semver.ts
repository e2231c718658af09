/** A version of a module: `vMAJOR.MINOR.PATCH[-PRERELEASE][+BUILD]` (Semantic Versioning 2.0.0, with a `v`). */
interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** Without `-`; empty for a release. */
  readonly prerelease: string;
  /** Without `+`. */
  readonly build: string;
}

const number = "(0|[1-9]\\d*)";
const form = new RegExp(
  `^v${number}\\.${number}\\.${number}(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?$`,
);

/** Reads a version; undefined if it is none. */
export function parseVersion(text: string): Version | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, major, minor, patch, prerelease = "", build = ""] = match;
  const hasLeadingZero = prerelease.split(".").some((part) => /^0\d+$/.test(part));
  if (hasLeadingZero) return undefined;
  return { major: Number(major), minor: Number(minor), patch: Number(patch), prerelease, build };
}

/** The order of two versions, negative if `a` is older (Semantic Versioning 2.0.0, item 11). What is no version is older than all. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  if (left === undefined || right === undefined)
    return Number(left !== undefined) - Number(right !== undefined);
  return (
    left.major - right.major ||
    left.minor - right.minor ||
    left.patch - right.patch ||
    comparePrereleases(left.prerelease, right.prerelease)
  );
}

function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0;
  if (a === "") return 1;
  if (b === "") return -1;
  const [left, right] = [a.split("."), b.split(".")];
  for (const [i, part] of left.entries()) {
    const other = right[i];
    if (other === undefined) return 1;
    if (part === other) continue;
    const [isNumber, otherIsNumber] = [/^\d+$/.test(part), /^\d+$/.test(other)];
    if (isNumber !== otherIsNumber) return isNumber ? -1 : 1;
    if (!isNumber) return part < other ? -1 : 1;
    return part.length - other.length || (part < other ? -1 : 1);
  }
  return left.length - right.length;
}

/** What is wrong with a version for a module path: the major version from 2 on is a part of the path. Undefined: nothing. */
export function majorFault(path: string, version: Version): string | undefined {
  const suffix = majorSuffix(path);
  const has = `v${version.major}`;
  if (suffix === undefined) {
    if (version.major < 2 || version.build === "incompatible") return undefined;
    return `should be v0 or v1, not ${has}`;
  }
  // gopkg.in/x.v0 and x.v1 may have versions before v1, too.
  if (suffix === has || (path.startsWith("gopkg.in/") && suffix === "v1" && version.major === 0))
    return undefined;
  return `should be ${suffix}, not ${has}`;
}

/** `vN` of a path that ends with `/vN`, or for gopkg.in with `.vN`. */
function majorSuffix(path: string): string | undefined {
  const pattern = path.startsWith("gopkg.in/") ? /\.(v\d+)(?:-unstable)?$/ : /\/(v(?:[2-9]|[1-9]\d+))$/;
  return pattern.exec(path)?.[1];
}
