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

/** Prints a row for each package, and their sum. */
export function printTable(outcomes: readonly PackageOutcome[]): void {
  const head = [
    "package",
    "tests",
    "failed",
    "skipped",
    "not compiled",
    "examples",
    "failed",
    "not compiled",
  ];
  const rows = outcomes.map((item) => {
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
  });
  const sum = rows.reduce((all, row) => all.map((n, i) => n + row[i]!), Array<number>(7).fill(0));
  const print = (cells: readonly (string | number)[], tail = ""): void => {
    const [name, ...numbers] = cells;
    const text = numbers.map((cell, i) => String(cell).padStart(head[i + 1]!.length + 2)).join("");
    process.stdout.write(`${String(name).padEnd(18)}${text}${tail}\n`);
  };
  print(head);
  for (const [i, item] of outcomes.entries()) {
    print([item.path, ...rows[i]!], item.problem === undefined ? "" : `  ${item.problem}`);
  }
  print(["all", ...sum]);
  const share = (passed: number, failed: number): string =>
    ((100 * passed) / Math.max(passed + failed, 1)).toFixed(1);
  process.stdout.write(
    `passed: ${share(sum[0]!, sum[1]!)} % of the tests that ran, ${share(sum[4]!, sum[5]!)} % of the examples\n`,
  );
}
