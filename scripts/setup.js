// Prepares a fresh clone: fetches pnpm through npm, installs the locked dependencies, builds the bundle.
// Does nothing if the stamp says that it was done for this lock file and these sources.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import process from "node:process";
import { checkedArguments } from "./arguments.js";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const PNPM_VERSION = "10.34.8";
const setupDir = join(root, ".setup");
const stampFile = join(setupDir, "installed");

/** Runs a command in the workspace root; ends this process with its exit code when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error) {
    console.error(`${command}: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status !== 0) process.exit(result.status ?? 1);
}

function lockHash() {
  return createHash("sha256")
    .update(PNPM_VERSION)
    .update(readFileSync(join(root, "pnpm-lock.yaml")))
    .digest("hex");
}

/** Installs what the lock file names, unless that has been done. */
export function install() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`goes needs Node 20.19 or newer; this is ${process.version}`);
    process.exit(1);
  }
  const hash = lockHash();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash) return;
  mkdirSync(setupDir, { recursive: true });
  const pnpm = join(setupDir, "node_modules", "pnpm", "bin", "pnpm.cjs");
  if (!existsSync(pnpm)) {
    writeFileSync(join(setupDir, "package.json"), '{ "private": true }\n');
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
    run(npm, ["install", ...quiet, "--prefix", setupDir, `pnpm@${PNPM_VERSION}`], {
      stdio: ["ignore", 2, 2],
    });
  }
  run(process.execPath, [pnpm, "install", "--frozen-lockfile", "--reporter=silent"], {
    stdio: ["ignore", 2, 2],
  });
  writeFileSync(stampFile, hash);
}

/** Installs and builds. */
export function setup() {
  install();
  run(process.execPath, [join(root, "scripts", "build.js")]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkedArguments("pnpm setup");
  setup();
}
