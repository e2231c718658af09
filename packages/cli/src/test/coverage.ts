import type { TestRun } from "./test-package.ts";
import type { TestedPackage } from "./packages.ts";

/** Takes what the tests of a package have written about coverage. */
export function noteCoverage(_item: TestedPackage, _run: TestRun): void {}
