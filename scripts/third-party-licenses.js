// The licences of what a bundle contains besides goes itself.
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** The directory of an installed package, as a package in `from` finds it. */
function directoryOf(name, from) {
  for (let directory = realpathSync(from); ; directory = dirname(directory)) {
    const found = join(directory, "node_modules", name);
    if (existsSync(found)) return realpathSync(found);
    if (directory === dirname(directory)) throw new Error(`${name} is not installed`);
  }
}

function readManifest(directory) {
  return JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
}

/** The packages from outside that a package of the workspace needs, directly or through others: their directories. */
export function thirdPartyPackages(directory) {
  const found = new Set();
  const visit = (current) => {
    if (found.has(current)) return;
    found.add(current);
    const { name, dependencies = {}, devDependencies = {} } = readManifest(current);
    const needed = name.startsWith("@goes/") ? { ...dependencies, ...devDependencies } : dependencies;
    for (const dependency of Object.keys(needed)) visit(directoryOf(dependency, current));
  };
  visit(realpathSync(directory));
  return [...found].filter((path) => !readManifest(path).name.startsWith("@goes/")).toSorted();
}

/** The texts of their licences, one after the other. */
export function thirdPartyLicenses(directory) {
  return thirdPartyPackages(directory)
    .map((path) => {
      const { name, version, license } = readManifest(path);
      const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? `Licence: ${license}\n` : readFileSync(join(path, file), "utf8");
      return `${name} ${version}\n\n${text}`;
    })
    .join(`\n${"-".repeat(80)}\n\n`);
}
