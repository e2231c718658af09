import { checkStd } from "@goes/driver";
import process from "node:process";
import { findGoTree } from "./go-tree.ts";
import { printDiagnostics } from "./report.ts";
import { userFiles } from "./target.ts";

/** How many errors are shown unless all are asked for. */
const shownErrors = 10;

/**
 * Checks the standard library of the Go tree that GOROOT names, or that of the `go` in PATH, prints what is wrong and one line of numbers, and returns
 * the exit code. Only the sources are needed: Go itself is not run.
 */
export function checkStandardLibrary(printAll: boolean): number {
  const root = findGoTree();
  if (root === undefined) {
    const named = process.env["GOROOT"] ?? "";
    console.error(
      named === ""
        ? "goes: check std needs the sources of a Go tree: set GOROOT to its directory, or have go in PATH"
        : `goes: GOROOT=${named} holds no Go packages in its directory src`,
    );
    return 1;
  }
  const started = performance.now();
  const result = checkStd({ fileSystem: userFiles, root });
  if (result === undefined) {
    console.error(`goes: ${root} holds no Go packages in its directory src`);
    return 1;
  }
  const seconds = (performance.now() - started) / 1000;
  const shown = printAll ? result.diagnostics : result.diagnostics.slice(0, shownErrors);
  const failed = printDiagnostics(result.files, shown);
  if (shown.length < result.diagnostics.length) console.error("too many errors");
  // maxRSS is in kilobytes on every system.
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `std: ${result.packages.size} packages, ${result.lines} lines, ${result.diagnostics.length} errors, ` +
      `${Math.round(result.lines / seconds)} lines/s, peak ${peak} MB`,
  );
  return failed ? 1 : 0;
}
