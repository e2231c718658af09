import type { Program } from "../generator/program.ts";
import type { Outcome } from "./outcome.ts";

/** The package of a program in a module of several: as long as `main`, since programs print how long the names of their types are. */
export function packageOf(seed: number): string {
  return `p${(seed % 36 ** 3).toString(36).padStart(3, "0")}`;
}

/** The text of a program as a package that others can call. */
function asPackage({ seed, text }: Program): string {
  return text
    .replace("package main\n", `package ${packageOf(seed)}\n`)
    .replace("func main() {", "func Main() {");
}

/** The files of a module with all programs as packages, and a command in `all` that runs the one whose seed is its argument. */
export function sharedModule(programs: readonly Program[]): Record<string, string> {
  const main = [
    "package main",
    'import "os"',
    ...programs.map(({ seed }) => `import "differential/${packageOf(seed)}"`),
    "func main() {",
    "\tswitch os.Args[1] {",
    ...programs.map(({ seed }) => `\tcase "${seed}":\n\t\t${packageOf(seed)}.Main()`),
    "\t}",
    "}",
  ];
  return {
    "go.mod": "module differential\n\ngo 1.26\n",
    "all/main.go": `${main.join("\n")}\n`,
    ...Object.fromEntries(programs.map((p) => [`${packageOf(p.seed)}/main.go`, asPackage(p)])),
  };
}

/** What the program printed, with its package called main as if it had been compiled by itself. */
export function asMain(outcome: Outcome, seed: number): Outcome {
  const named = (text: string): string =>
    text.replaceAll(new RegExp(`(differential/)?(?<![A-Za-z_])${packageOf(seed)}\\.`, "g"), "main.");
  return { code: outcome.code, stdout: named(outcome.stdout), stderr: named(outcome.stderr) };
}
