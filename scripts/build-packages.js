// Builds what a stranger installs: JavaScript, declarations and source maps of every library package in its dist, and a
// tarball of each package in the dist of the workspace (or in the directory that is given). `--keep-bundle`: the bundle of the command
// line is not built once more.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { checkedArguments } from "./arguments.js";
import { thirdPartyLicenses } from "./third-party-licenses.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const packages = join(root, "packages");
const names = readdirSync(packages);
const isLibrary = (name) => name !== "cli";

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: "utf8", ...options });
  if (result.status === 0) return;
  process.stderr.write(`${result.error?.message ?? ""}${result.stdout ?? ""}${result.stderr ?? ""}`);
  process.exit(1);
}

/** The files below a directory, as paths from it. */
function filesBelow(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)));
}

/**
 * Compiles all library packages at once into `out/NAME/src`. The sources import each other with the ending `.ts`: in
 * JavaScript the compiler changes that itself, in declarations `copyDist` does.
 */
function compileInto(out) {
  const config = join(out, "tsconfig.json");
  const settings = {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      sourceMap: true,
      inlineSources: true,
      allowImportingTsExtensions: false,
      rewriteRelativeImportExtensions: true,
      // The types of WebAssembly, for the runtime; the stages are checked without by tsconfig.stages.json.
      lib: ["ES2023", "DOM"],
      rootDir: packages,
      outDir: out,
    },
    include: names.filter(isLibrary).map((name) => join(packages, name, "src/**/*.ts")),
  };
  writeFileSync(config, JSON.stringify(settings));
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", config]);
}

/** Copies what was compiled of a package to its dist. Names in declarations and maps are made to fit there. */
function copyDist(name, out) {
  const from = join(out, name, "src");
  const to = join(packages, name, "dist");
  rmSync(to, { recursive: true, force: true });
  for (const file of filesBelow(from)) {
    // A module of data has no use for a map, which would carry the data once more.
    if (file.startsWith("generated") && file.endsWith(".map")) continue;
    let text = readFileSync(join(from, file), "utf8");
    if (file.startsWith("generated")) text = text.replace(/\n\/\/# sourceMappingURL=.*/, "");
    if (file.endsWith(".d.ts")) {
      text = text.replaceAll(/((?:from |import\()"\.{1,2}\/[^"]*)\.ts"/g, '$1.js"');
    } else if (file.endsWith(".map")) {
      const source = join("..", "src", file.replace(/\.js\.map$/, ".ts"));
      const map = JSON.parse(text);
      map.sources = [relative(dirname(file), source).replaceAll("\\", "/")];
      text = JSON.stringify(map);
    }
    mkdirSync(dirname(join(to, file)), { recursive: true });
    writeFileSync(join(to, file), text);
  }
}

/**
 * The package.json of a tarball: dependencies of the workspace by version, no sources to resolve, nothing that only we
 * need.
 */
function publishedManifest(name) {
  const { devDependencies: _, ...manifest } = JSON.parse(
    readFileSync(join(packages, name, "package.json"), "utf8"),
  );
  for (const [dependency, version] of Object.entries(manifest.dependencies ?? {})) {
    if (version.startsWith("workspace:")) manifest.dependencies[dependency] = manifest.version;
  }
  for (const target of Object.values(manifest.exports ?? {})) delete target.source;
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Gathers in `directory` what the tarball of a package has. npm takes from it what `files` of the manifest names. */
function stage(name, directory) {
  cpSync(join(packages, name), directory, {
    recursive: true,
    filter: (path) => !/^(?:node_modules|src|test|go|scripts)$/.test(relative(join(packages, name), path)),
  });
  cpSync(join(root, "LICENSE"), join(directory, "LICENSE"));
  if (name === "cli")
    writeFileSync(join(directory, "THIRD-PARTY-LICENSES.txt"), thirdPartyLicenses(join(packages, name)));
  writeFileSync(join(directory, "package.json"), publishedManifest(name));
}

const args = checkedArguments("pnpm build:packages [--keep-bundle] [DIRECTORY]");
const keepBundle = args[0] === "--keep-bundle";
if (keepBundle) args.shift();
const destination = resolve(args[0] ?? join(root, "dist"));
const work = mkdtempSync(join(tmpdir(), "goes-packages-"));
try {
  if (!keepBundle) run(process.execPath, [join(root, "scripts/build.js")]);
  compileInto(work);
  for (const name of names.filter(isLibrary)) copyDist(name, work);
  const staged = names.map((name) => join(work, "staged", name));
  for (const [i, name] of names.entries()) stage(name, staged[i]);
  mkdirSync(destination, { recursive: true });
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  run(npm, ["pack", "--ignore-scripts", "--silent", "--pack-destination", destination, ...staged]);
} finally {
  rmSync(work, { recursive: true, force: true });
}
