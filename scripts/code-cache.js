// Writes V8's code cache of the bundle: compiles a program first, so that the functions that a compilation needs are
// in it. Runs in a process of its own, with the flags that users have.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const { cacheFile, loadBundle } = createRequire(import.meta.url)("../packages/cli/bin/bundle.js");

const program = `package main

import "fmt"

func main() {
	fmt.Println("hello")
}
`;

const directory = mkdtempSync(join(tmpdir(), "goes-"));
try {
  rmSync(cacheFile, { force: true });
  const { exports, script } = loadBundle();
  const source = join(directory, "main.go");
  writeFileSync(source, program);
  const code = await exports.runCli(["build", "-o", join(directory, "main.wasm"), source]);
  if (code === 0) writeFileSync(cacheFile, script.createCachedData());
  else process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
