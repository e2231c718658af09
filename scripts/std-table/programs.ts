// The programs that try a package.

/** A program that imports the package and does nothing. */
export function importFile(path: string): string {
  return `package main\n\nimport _ "${path}"\n\nfunc main() { println("ok") }\n`;
}

/**
 * A file of package main that calls a function of the package, written as the rows of `calls` are: in `main`, or in a function
 * of another name.
 */
export function callFile(path: string, source: string, name: string | undefined): string {
  const [body, declarations = ""] = source.split(" //");
  const imports = [...body!.matchAll(/import ("[^"]+");/g)].map((match) => match[1]!);
  const statements = body!.replaceAll(/import "[^"]+";/g, "").trim();
  const lines = [
    "package main",
    `import ${/\bP\./.test(source) ? "P" : "_"} "${path}"`,
    'import fmt "fmt"',
    ...imports.map((text) => `import ${text}`),
    name === undefined ? "func out(args ...any) { fmt.Println(args...) }" : "var _ = fmt.Println",
    ...declarations
      .trim()
      .split("; func ")
      .map((text, index) => (index === 0 ? text : `func ${text}`)),
    `func ${name ?? "main"}() { ${statements} }`,
  ];
  return `${lines.join("\n")}\n`;
}

const mark = "==== ";

/** The file with the function main of a program that makes all calls, each after a line with its package. */
export function mainOfAll(paths: readonly string[]): string {
  return `package main

import "fmt"

func out(args ...any) { fmt.Println(args...) }

func call(path string, f func()) {
	fmt.Println("${mark}" + path)
	f()
}

func main() {
${paths.map((path, index) => `\tcall("${path}", call${index})`).join("\n")}
}
`;
}

/** What the program of {@link mainOfAll} has printed, by package. */
export function splitOutput(text: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  // Every mark is at the start of a line.
  for (const part of `\n${text}`.split(/(?<=\n)==== /).slice(1)) {
    const end = part.indexOf("\n");
    const path = part.slice(0, end);
    if (paths.includes(path)) result.set(path, part.slice(end + 1));
  }
  return result;
}
