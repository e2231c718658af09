// `pnpm api [PKG…]`: what each package of our library lacks of that of a Go tree, see api/main.go. Needs a Go toolchain, and says
// so where there is none.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { checkedArguments } from "./arguments.js";

const names = checkedArguments("pnpm api [PKG…]");
const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (spawnSync("go", ["version"]).status !== 0) {
  console.log("api: no Go toolchain here; nothing was compared");
} else {
  const { status } = spawnSync(
    "go",
    ["run", join(root, "scripts/api/main.go"), join(root, "packages"), ...names],
    { stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
}
