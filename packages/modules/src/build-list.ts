import type { Dependencies, ModuleVersion } from "./go-mod-dependencies.ts";
import type { GoMod } from "./go-mod.ts";
import { compareVersions } from "./semver.ts";

/** The first Go version at which a go.mod file lists all that its packages need, so that what lies beyond is not looked at. */
const pruningMinor = 17;

/** Which version of each module a program is built with, or why that cannot be said. */
type BuildList =
  { readonly versions: ReadonlyMap<string, string>; readonly changed: boolean } | { readonly error: string };

/**
 * Minimal version selection (Russ Cox, "Minimal Version Selection", 2018; the reference of modules, "Minimal version selection" and
 * "Module graph pruning"): of each module the newest version that one in the graph requires. `goModOf` reads the go.mod file of a
 * module at a version, with its replacement. `changed`: the main module requires an older version of a module than is selected, or
 * one that it excludes.
 */
export function buildList(
  main: GoMod,
  goModOf: (module: ModuleVersion) => GoMod | { readonly error: string },
): BuildList {
  const excluded = new Set(main.excludes.map(keyOf));
  const versions = new Map<string, string>([[main.module, ""]]);
  const seen = new Set<string>();
  const pruned = isPruned(main);
  const queue: { readonly module: ModuleVersion; readonly beyond: boolean }[] = [];
  let changed = false;
  const require = (dependencies: Dependencies, beyond: boolean): void => {
    for (const module of dependencies.requires) {
      if (excluded.has(keyOf(module)) || module.path === main.module) continue;
      const before = versions.get(module.path);
      if (before === undefined || compareVersions(before, module.version) < 0)
        versions.set(module.path, module.version);
      const key = `${keyOf(module)} ${beyond}`;
      if (!seen.has(key)) queue.push({ module, beyond });
      seen.add(key);
    }
  };
  require(main, false);
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { module, beyond } = next;
    if (beyond) continue;
    const mod = goModOf(module);
    if ("error" in mod) return { error: mod.error };
    require(mod, pruned && isPruned(mod));
  }
  for (const { path, version } of main.requires) {
    if (path === main.module) continue;
    changed ||= excluded.has(`${path}@${version}`) || versions.get(path) !== version;
  }
  return { versions, changed: changed && pruned };
}

function keyOf({ path, version }: ModuleVersion): string {
  return `${path}@${version}`;
}

/** Whether a go.mod file lists all that the packages of its module need. */
function isPruned(mod: GoMod): boolean {
  const match = /^1\.(\d+)/.exec(mod.go ?? "1.16");
  return match === null || Number(match[1]) >= pruningMinor;
}
