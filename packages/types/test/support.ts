import type { File } from "@goes/ast";
import { FileSet, sortDiagnostics, type Diagnostic } from "@goes/source";
import { checkPackage, type CheckedPackage, type PackageInput } from "@goes/types";
// The table of packages lets only tests of the checker see the parser.
import { parseFile } from "../../parser/src/index.ts";

/** What checking gave. */
export interface Checked {
  readonly files: FileSet;
  readonly file: File;
  readonly checked: CheckedPackage;
  /** Sorted as they are printed. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses and checks one file as a package that imports the `imports`. */
export function check(
  source: string,
  options: Partial<Omit<PackageInput, "files">> & {
    readonly name?: string;
    readonly imports?: ReadonlyMap<string, CheckedPackage>;
    readonly files?: FileSet;
  } = {},
): Checked {
  const files = options.files ?? new FileSet();
  const diagnostics: Diagnostic[] = [];
  const report = (item: Diagnostic): void => {
    diagnostics.push(item);
  };
  const file = parseFile(files.addText(options.name ?? "x.go", source), report);
  const checked = checkPackage(
    {
      path: options.path ?? file.name.name,
      files: [file],
      goVersion: options.goVersion ?? "go1.26",
      bodies: options.bodies ?? "all",
      allowBodyless: options.allowBodyless ?? true,
    },
    (path) => options.imports?.get(path),
    report,
  );
  return { files, file, checked, diagnostics: sortDiagnostics(files, diagnostics) };
}

/** The messages of all diagnostics. */
export function messages(result: Checked): string[] {
  return result.diagnostics.map((item) => item.message);
}
