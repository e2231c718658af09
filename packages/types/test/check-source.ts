import { FileSet, formatDiagnostic, sortDiagnostics, type Diagnostic } from "@goes/source";
import { parseFile } from "../../parser/src/index.ts";
import { checkPackage, type CheckedPackage, type TypesObject, type Type } from "../src/index.ts";

/** A checked piece of source: what tests ask of it. */
interface CheckedSource {
  readonly checked: CheckedPackage;
  /** Rendered as gc prints them, `line:column: message`. */
  readonly errors: readonly string[];
  /** The package-level object of that name. */
  readonly object: (name: string) => TypesObject;
  /** Its type. */
  readonly type: (name: string) => Type;
}

/** Checks one file without imports. `text` has no package clause; that is on the first line, before it. */
export function checkSource(text: string): CheckedSource {
  const files = new FileSet();
  const found: Diagnostic[] = [];
  const report = (item: Diagnostic): void => {
    found.push(item);
  };
  const file = parseFile(files.addText("x.go", `package p; ${text}`), report);
  const checked = checkPackage(
    { path: "p", files: [file], bodies: "all", allowBodyless: true },
    () => undefined,
    report,
  );
  const object = (name: string): TypesObject => {
    const result = checked.pkg.scope.lookup(name);
    if (result === undefined) throw new Error(`no ${name} in the source`);
    return result;
  };
  return {
    checked,
    errors: sortDiagnostics(files, found).map((item) =>
      formatDiagnostic(files, item).replaceAll("x.go:", ""),
    ),
    object,
    type: (name) => {
      const { type } = object(name);
      if (type === undefined) throw new Error(`${name} has no type`);
      return type;
    },
  };
}

/** The messages of {@link checkSource} without their places. */
export function messagesOf(text: string): string[] {
  return checkSource(text).errors.map((error) => error.replace(/^\d+:\d+: /, ""));
}
