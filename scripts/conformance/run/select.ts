// Which programs of $GOROOT/test the suite runs, and what each is made of.
import { evaluateConstraint, matchFileName, targetTags } from "../../../packages/modules/src/index.ts";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { goFilesBelow, relativeTo } from "../go-tree.ts";

/** A program of the suite. Everything in it can be sent to a worker. */
export interface TestProgram {
  /** Path of the test below the Go tree's test/. */
  readonly name: string;
  readonly recipe: "run" | "rundir";
  /** Path → text of all files, as the compiler sees them. */
  readonly files: Readonly<Record<string, string>>;
  /** The files of the main package: keys of `files`. */
  readonly main: readonly string[];
  /** The directory of the main package. */
  readonly directory: string;
  /** Arguments of the program, its name left out. */
  readonly args: readonly string[];
  readonly tags: readonly string[];
  /** What standard output and standard error together must hold. */
  readonly expected: string;
}

/** Why a program is not run. */
type Excluded =
  | { readonly why: "constraint" }
  | { readonly why: "flags"; readonly flags: string }
  | { readonly why: "packages"; readonly packages: readonly string[] };

/** What the tests of a Go tree are for us. */
export interface Selection {
  readonly programs: readonly TestProgram[];
  readonly excluded: ReadonlyMap<string, Excluded>;
}

/** The tag `gc` is set: the tests mean by it "not gccgo", and goes takes gc's place. */
const matches = (constraint: string): boolean => {
  const result = evaluateConstraint(constraint, targetTags(["gc"]));
  return "holds" in result && result.holds;
};

/**
 * Reads every test with the recipe `run` or `rundir` that the target admits and whose imports `hasPackage` knows.
 * `filter` sees its path below test/.
 */
export function selectTests(
  goRoot: string,
  hasPackage: (path: string) => boolean,
  filter: (name: string) => boolean,
): Selection {
  const base = join(goRoot, "test");
  const programs: TestProgram[] = [];
  const excluded = new Map<string, Excluded>();
  for (const path of goFilesBelow(base)) {
    const name = relativeTo(base, path);
    if (!filter(name)) continue;
    const text = readFileSync(path, "utf8");
    const recipe = /^\/\/ (run|rundir)(?:[ \t]+(.*?))?\r?\n/.exec(text);
    if (recipe === null) continue;
    const words = splitWords(recipe[2] ?? "");
    const flags = words.filter((word) => word.startsWith("-"));
    const constraint = /^\/\/go:build (.*)$/m.exec(headerOf(text))?.[1];
    if (constraint !== undefined && !matches(constraint)) {
      excluded.set(name, { why: "constraint" });
      continue;
    }
    const needed = flags.filter((flag) => flag === "-race" || flag.startsWith("-goexperiment"));
    if (needed.length > 0) {
      excluded.set(name, { why: "flags", flags: needed.join(" ") });
      continue;
    }
    const program =
      recipe[1] === "run" ? singleProgram(path, name, text, words) : directoryProgram(path, name, words);
    const missing = missingPackages(program, hasPackage);
    if (missing.length > 0) excluded.set(name, { why: "packages", packages: missing });
    else programs.push(program);
  }
  return { programs, excluded };
}

/** The words of a recipe line; quotes hold what they enclose together. */
function splitWords(text: string): readonly string[] {
  const words = (text.match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []).map((word) =>
    word.replaceAll(/["']/g, ""),
  );
  // `-goexperiment x` and `-gcflags x` take the next word.
  const out: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (/^-(goexperiment|gcflags|ldflags|tags)$/.test(word)) out.push(`${word}=${words[++i] ?? ""}`);
    else out.push(word);
  }
  return out;
}

/** What comes before the package clause. */
function headerOf(text: string): string {
  const end = text.search(/^package /m);
  return end < 0 ? text : text.slice(0, end);
}

function singleProgram(path: string, name: string, text: string, words: readonly string[]): TestProgram {
  const directory = dirname(path);
  const files: Record<string, string> = { [path]: text };
  const plain = words.filter((word) => !word.startsWith("-"));
  // As with `go run`, file names come first, then the program's arguments.
  while (plain[0]?.endsWith(".go") === true) {
    const other = join(directory, plain.shift()!);
    files[other] = readFileSync(other, "utf8");
  }
  const tags = words.filter((word) => word.startsWith("-tags=")).flatMap((word) => word.slice(6).split(","));
  return {
    name,
    recipe: "run",
    files,
    main: Object.keys(files),
    directory,
    args: plain,
    tags,
    expected: expectedOutput(path),
  };
}

/** The module that the packages of a `rundir` test make up; they import each other as "./a" or "test/a". */
const directoryModule = "test";

/**
 * The files of X.dir in order; those of one package name make up a package (with -s each file does), known to the
 * others by the name of its first file. The last is the program.
 */
function directoryProgram(path: string, name: string, words: readonly string[]): TestProgram {
  const folder = `${path.slice(0, -3)}.dir`;
  const singleFiles = words.includes("-s");
  const groups: { readonly packageName: string; readonly members: string[] }[] = [];
  const entries = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  const texts = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.endsWith(".go") || !matchFileName(entry, targetTags(["gc"]))) continue;
    const text = readFileSync(join(folder, entry), "utf8");
    const constraint = /^\/\/go:build (.*)$/m.exec(headerOf(text))?.[1];
    if (constraint !== undefined && !matches(constraint)) continue;
    texts.set(entry, text);
    const packageName = /^package\s+(\w+)/m.exec(text)?.[1] ?? "";
    const group = groups.find((item) => item.packageName === packageName);
    if (group === undefined || singleFiles) groups.push({ packageName, members: [entry] });
    else group.members.push(entry);
  }
  const files: Record<string, string> = {
    [`/${directoryModule}/go.mod`]: `module ${directoryModule}\n\ngo 1.26\n`,
  };
  const mainGroup = groups.at(-1);
  const main: string[] = [];
  for (const { members } of groups) {
    const isMain = members === mainGroup?.members;
    const path = isMain ? `/${directoryModule}` : `/${directoryModule}/${basename(members[0]!, ".go")}`;
    for (const member of members) {
      const at = `${path}/${member}`;
      files[at] = withoutRelativeImports(texts.get(member)!);
      if (isMain) main.push(at);
    }
  }
  return {
    name,
    recipe: "rundir",
    files,
    main,
    directory: `/${directoryModule}`,
    args: words.filter((word) => !word.startsWith("-")),
    tags: [],
    expected: expectedOutput(path),
  };
}

/** A module has no relative imports: `"./a"` becomes `"test/a"`. */
function withoutRelativeImports(text: string): string {
  return text.replaceAll(
    /^((?:import\s+|\s+)(?:[\w.]+\s+)?)"\.\/([\w/]+)"/gm,
    (_, before: string, path: string) => `${before}"${directoryModule}/${path}"`,
  );
}

/** A test without a file of expected output prints nothing. */
function expectedOutput(path: string): string {
  const file = `${path.slice(0, -3)}.out`;
  return existsSync(file) ? readFileSync(file, "latin1") : "";
}

function missingPackages(program: TestProgram, hasPackage: (path: string) => boolean): readonly string[] {
  const missing = new Set<string>();
  for (const [path, text] of Object.entries(program.files)) {
    if (!path.endsWith(".go")) continue;
    for (const imported of importsOf(text)) {
      if (imported === "unsafe" || hasPackage(imported)) continue;
      if (imported.startsWith(`${directoryModule}/`) && program.recipe === "rundir") continue;
      missing.add(imported);
    }
  }
  return [...missing];
}

/** The import paths of a file, by the layout that gofmt gives it. */
function importsOf(text: string): readonly string[] {
  const out: string[] = [];
  const code = text.replaceAll(/\/\*[^]*?\*\//g, "");
  const declaration = /^import\s*(?:\(([^)]*)\)|([^\n]*))/gm;
  for (const match of code.matchAll(declaration)) {
    const body = (match[1] ?? match[2] ?? "").replaceAll(/\/\/.*$/gm, "");
    for (const [, path] of body.matchAll(/["`]([^"`]+)["`]/g)) out.push(path!);
  }
  return out;
}
