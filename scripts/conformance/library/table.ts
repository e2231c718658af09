import process from "node:process";
import type { PackageOutcome } from "./test-one.ts";

/** Counts of a package. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly notCompiled: number;
}

function count({ tests, notCompiled }: PackageOutcome, kind: "tests" | "examples"): Counts {
  const wanted = (name: string): boolean => name.startsWith("Example") === (kind === "examples");
  const results = Object.entries(tests).filter(([name]) => wanted(name));
  const of = (result: string): number => results.filter(([, item]) => item.result === result).length;
  return {
    passed: of("pass"),
    failed: of("fail"),
    skipped: of("skip"),
    notCompiled: notCompiled.filter(wanted).length,
  };
}

const head = ["package", "tests", "failed", "skipped", "not compiled", "examples", "failed", "not compiled"];

function cellsOf(item: PackageOutcome): number[] {
  const tests = count(item, "tests");
  const examples = count(item, "examples");
  return [
    tests.passed,
    tests.failed,
    tests.skipped,
    tests.notCompiled,
    examples.passed,
    examples.failed,
    examples.notCompiled,
  ];
}

function print(name: string, cells: readonly (string | number)[], tail = ""): void {
  const text = cells.map((cell, i) => String(cell).padStart(head[i + 1]!.length + 2)).join("");
  process.stdout.write(`${name.padEnd(18)}${text}${tail}\n`);
}

/** Prints the names of the columns. */
export function printHead(): void {
  print(head[0]!, head.slice(1));
}

/** Prints the row of a package. */
export function printRow(item: PackageOutcome): void {
  print(item.path, cellsOf(item), item.problem === undefined ? "" : `  ${item.problem}`);
}

/** Prints what all packages have together. */
export function printSum(outcomes: readonly PackageOutcome[]): void {
  const sum = outcomes
    .map(cellsOf)
    .reduce((all, row) => all.map((n, i) => n + row[i]!), Array<number>(7).fill(0));
  print("all", sum);
  const share = (passed: number, failed: number): string =>
    ((100 * passed) / Math.max(passed + failed, 1)).toFixed(1);
  process.stdout.write(
    `passed: ${share(sum[0]!, sum[1]!)} % of the tests that ran, ${share(sum[4]!, sum[5]!)} % of the examples\n`,
  );
}
