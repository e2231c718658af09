import { majorFault, parseVersion } from "./semver.ts";

/** A module at a version. */
export interface ModuleVersion {
  readonly path: string;
  readonly version: string;
}

/** A `replace` line: what a module, at one version or all, is taken from. */
export interface Replacement {
  readonly path: string;
  /** Undefined: every version. */
  readonly version: string | undefined;
  /** Another module, or a directory. */
  readonly by: ModuleVersion | { readonly directory: string };
}

/** What a go.mod file says of other modules. */
export interface Dependencies {
  readonly requires: ModuleVersion[];
  readonly replaces: Replacement[];
  readonly excludes: ModuleVersion[];
}

/** Reads a `require`, `replace`, `exclude`, `retract`, `tool` or `ignore` line; returns what is wrong with it. */
export function readDependency(
  verb: string,
  args: readonly string[],
  dependencies: Dependencies,
): string | undefined {
  switch (verb) {
    case "require":
    case "exclude": {
      const [path, version] = args;
      if (path === undefined || version === undefined || args.length > 2)
        return `usage: ${verb} module/path v1.2.3`;
      const fault = versionFault(verb, path, version);
      if (fault !== undefined) return fault;
      dependencies[verb === "require" ? "requires" : "excludes"].push({ path, version });
      return undefined;
    }
    case "replace":
      return readReplacement(args, dependencies.replaces);
    case "retract":
      return retractFault(args);
    default:
      return args.length === 1 ? undefined : `${verb} directive expects exactly one argument`;
  }
}

function versionFault(verb: string, path: string, version: string): string | undefined {
  const parsed = parseVersion(version);
  const fault =
    parsed === undefined || (parsed.build !== "" && parsed.build !== "incompatible")
      ? "must be of the form v1.2.3"
      : majorFault(path, parsed);
  return fault === undefined ? undefined : `${verb} ${path}: version "${version}" invalid: ${fault}`;
}

const replaceUsage =
  "usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => ../local/directory";

function readReplacement(args: readonly string[], replaces: Replacement[]): string | undefined {
  const arrow = args.indexOf("=>");
  const [path, version] = args.slice(0, Math.max(arrow, 0));
  const [by, byVersion] = args.slice(arrow + 1);
  if (path === undefined || by === undefined || arrow > 2 || args.length - arrow > 3) return replaceUsage;
  const fault = version === undefined ? undefined : versionFault("replace", path, version);
  if (fault !== undefined) return fault;
  if (byVersion === undefined) {
    if (!isDirectoryPath(by))
      return "replacement module without version must be directory path (rooted or starting with . or ..)";
    replaces.push({ path, version, by: { directory: by } });
    return undefined;
  }
  if (isDirectoryPath(by)) return `replacement module directory path "${by}" cannot have version`;
  const wrong = versionFault("replace", by, byVersion);
  if (wrong !== undefined) return wrong;
  replaces.push({ path, version, by: { path: by, version: byVersion } });
  return undefined;
}

function isDirectoryPath(text: string): boolean {
  return text === "." || text === ".." || /^(?:\.{0,2}\/)/.test(text);
}

/** `retract v1.0.0` or `retract [v1.0.0, v1.2.0]`; it only matters to those who look for versions. */
function retractFault(args: readonly string[]): string | undefined {
  const text = args.join(" ");
  if (!text.startsWith("[")) {
    if (args.length !== 1) return "usage: retract v1.2.3 or retract [v1.2.3, v1.4.5]";
    return parseVersion(text) === undefined
      ? `version "${text}" invalid: must be of the form v1.2.3`
      : undefined;
  }
  const [low, high, ...more] = text.slice(1).split(",");
  if (high === undefined || more.length > 0) return "expected ',' after version";
  if (!high.endsWith("]")) return "expected ']' after version";
  for (const version of [low!, high.slice(0, -1)].map((part) => part.trim())) {
    if (parseVersion(version) === undefined)
      return `version "${version}" invalid: must be of the form v1.2.3`;
  }
  return undefined;
}

/** What a go.mod file says twice and differently of one module, as `go` prints it. */
export function conflictingReplacements(replaces: readonly Replacement[]): string | undefined {
  const seen = new Map<string, string>();
  for (const { path, version, by } of replaces) {
    const key = version === undefined ? path : `${path}@${version}`;
    const text = "directory" in by ? by.directory : `${by.path}@${by.version}`;
    const before = seen.get(key);
    if (before !== undefined && before !== text)
      return `go: conflicting replacements for ${key}:\n\t${before}\n\t${text}`;
    seen.set(key, text);
  }
  return undefined;
}
