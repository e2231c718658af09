import {
  formatDiagnostic,
  formatPosition,
  noPos,
  type Diagnostic,
  type DiagnosticCode,
  type FileNaming,
  type FileSet,
} from "@goes/source";

/** A package as messages speak of it. */
export interface ReportedPackage {
  /** Its import path, or `command-line-arguments`. */
  readonly title: string;
  /** The names of its files. */
  readonly files: readonly string[];
}

/** What errors are formatted from: a result of the compiler. */
interface BuildErrors {
  readonly files: FileSet;
  readonly found: readonly Diagnostic[];
  readonly packages: readonly ReportedPackage[];
}

/** How errors are formatted. */
interface ErrorStyle {
  /** All errors of a package, not only the first ten. */
  readonly all: boolean;
  /** File names are shown as seen from here. */
  readonly workingDirectory: string;
}

/** How many errors of a package are shown unless all are asked for, as in gc. */
const errorLimit = 10;

/** Faults of loading: `go` finds them before it compiles anything. */
const loadErrors: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  "FileNotFound",
  "NoGoFiles",
  "PackageNotFound",
  "PackageMismatch",
  "NotMain",
  "ImportCycle",
  "ImportNotAllowed",
  "InvalidModule",
  "InvalidConstraint",
  "EmbedPattern",
  "TestSignature",
]);

/** Whether nothing is compiled because of this error. */
export function isLoadError(item: Diagnostic): boolean {
  return loadErrors.has(item.code) || item.code === "InvalidDebugSetting";
}

/** Whether a package with this fault is not checked. Of other faults of a text gc says what they are, and goes on. */
export function isSyntaxError(item: Diagnostic): boolean {
  return item.message.startsWith("syntax error") || item.code === "TooDeep";
}

/**
 * The lines that `go build` prints: what is wrong with finding packages as it is, and the errors of each package below
 * a line with its name. Of more than ten errors of a package those are shown that were found first.
 */
export function formatBuildErrors(errors: BuildErrors, style: ErrorStyle): string[] {
  const { files, found, packages } = errors;
  const naming = namingFrom(style.workingDirectory);
  const loading = found.filter((item) => loadErrors.has(item.code));
  const out = unique(loading.map((item) => formatDiagnostic(files, item, fromLoading(naming))));
  if (out.length > 0) return out;
  const owners = new Map(packages.flatMap((item) => item.files.map((file) => [file, item] as const)));
  const main = packages.at(-1);
  for (const item of packages) {
    const own = found.filter(({ pos }) => {
      const file = files.fileOf(pos)?.name;
      return file === undefined ? item === main : owners.get(file) === item;
    });
    if (own.length > 0) out.push(`# ${item.title}`, ...formatPackage(files, own, style.all, naming));
  }
  const ownerless = found.filter(({ pos }) => {
    const file = files.fileOf(pos)?.name;
    return file === undefined ? main === undefined : !owners.has(file);
  });
  return [...out, ...ownerless.map((item) => formatDiagnostic(files, item, naming))];
}

function formatPackage(
  files: FileSet,
  found: readonly Diagnostic[],
  all: boolean,
  naming: FileNaming,
): string[] {
  // What the parser finds, labels too, it finds in the order of the source.
  const inOrder = found.some(isSyntaxError) ? found.toSorted((a, b) => a.pos - b.pos) : found;
  const kept = withoutRepetition(files, inOrder);
  const shown = all ? kept : kept.slice(0, errorLimit);
  const lines = unique(byFiles(files, shown).map((item) => formatDiagnostic(files, item, naming)));
  const last = kept[errorLimit - 1];
  if (all || last === undefined) return lines;
  const position = files.position(last.pos);
  const prefix = position === undefined ? "" : formatPosition({ ...position, file: naming(position.file) });
  return [...lines, last.pos === noPos ? "too many errors" : `${prefix}: too many errors`];
}

/** Sorts errors by their files, in the order in which gc first has something to say of each, and by their positions. */
function byFiles(files: FileSet, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const order = new Map<string, number>();
  const fileOf = (item: Diagnostic): string => files.fileOf(item.pos)?.name ?? "";
  for (const item of found) if (!order.has(fileOf(item))) order.set(fileOf(item), order.size);
  return found.toSorted((a, b) => order.get(fileOf(a))! - order.get(fileOf(b))! || a.pos - b.pos);
}

/** gc drops a syntax error on the line of the one before, and a message that repeats the one before on its line. */
function withoutRepetition(files: FileSet, found: readonly Diagnostic[]): Diagnostic[] {
  let syntaxLine = "";
  let last = "";
  return found.filter((item) => {
    const position = files.position(item.pos);
    const line = `${position?.file ?? ""}:${position?.line ?? 0}`;
    if (isSyntaxError(item)) {
      if (syntaxLine === line) return false;
      syntaxLine = line;
      return true;
    }
    const key = `${line}:${item.template ?? item.message}`;
    if (position !== undefined && last === key) return false;
    last = key;
    return true;
  });
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)];
}

/** Names of files as gc's output has them: below the working directory relative to it, in it with `./`. */
function namingFrom(workingDirectory: string): FileNaming {
  const base = workingDirectory.endsWith("/") ? workingDirectory : `${workingDirectory}/`;
  return (name) => {
    if (name.startsWith("<")) return name;
    const path = name.startsWith("/") ? relative(base, name) : name.replace(/^(?:\.\/)+/, "");
    return path.includes("/") ? path : `./${path}`;
  };
}

/** `go` itself writes names in the working directory without `./`. */
function fromLoading(naming: FileNaming): FileNaming {
  return (name) => naming(name).replace(/^\.\//, "");
}

/** The path from a directory, unless that is no shorter. */
function relative(base: string, name: string): string {
  const from = base.split("/").slice(0, -1);
  const to = name.split("/");
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  const path = [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
  return path.length < name.length ? path : name;
}
