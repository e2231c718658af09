import type { Directive, File } from "@goes/ast";
import { parseImports } from "@goes/parser";
import { diagnostic, FileSet, type Report } from "@goes/source";
import { parseDebugSetting, type DebugSetting } from "./debug-settings.ts";
import { addSource, textOf, type PackageFile } from "./package-files.ts";

/** Checks the `//go:debug` lines above the package clause of a file; others have no meaning. */
export function checkDebugDirectives(file: File, report: Report): void {
  const seen = new Map<string, Directive>();
  for (const line of debugLines(file)) {
    const parsed = parseDebugSetting(line.text);
    if ("error" in parsed) {
      report(diagnostic("InvalidDebugSetting", line.pos, `invalid //go:debug: ${parsed.error}`));
      continue;
    }
    const previous = seen.get(parsed.key);
    if (previous !== undefined) {
      const note = { pos: previous.pos, message: "previous //go:debug" };
      report(diagnostic("InvalidDebugSetting", line.pos, `repeated //go:debug for ${parsed.key}`, [note]));
    }
    seen.set(parsed.key, line);
  }
}

/** The settings that the `//go:debug` lines of package main make; errors are found when the files are parsed. */
export function mainDebugSettings(sources: readonly PackageFile[]): DebugSetting[] {
  const found: DebugSetting[] = [];
  for (const source of sources) {
    if (!textOf(source).includes("//go:debug")) continue;
    const head = parseImports(addSource(new FileSet(), source), () => {});
    for (const line of debugLines(head)) {
      const parsed = parseDebugSetting(line.text);
      if (!("error" in parsed)) found.push(parsed);
    }
  }
  return found;
}

function debugLines(file: Pick<File, "directives" | "packagePos">): readonly Directive[] {
  return file.directives.filter(({ name, pos }) => name === "go:debug" && pos < file.packagePos);
}

/** How the collector of a program works. */
export interface CollectorSettings {
  /** Memory only grows. Default: no. */
  readonly off?: boolean | undefined;
  /** To test: one allocation in so many collects, and what is freed is overwritten. */
  readonly stress?: number | undefined;
  /** The program prints a line to standard error for each cycle, in the form of Go's `gctrace=1`. Default: no. */
  readonly trace?: boolean | undefined;
}

/**
 * The files of the library that hold the settings of the program, as constants, so that what they decide costs
 * nothing. Undefined for other files, and if nothing differs from what the files say themselves.
 */
export function settingsFile(
  path: string,
  settings: ReadonlyMap<string, string>,
  collector: CollectorSettings = {},
): PackageFile | undefined {
  const { off = false, stress = 0, trace = false } = collector;
  if (path === "runtime/gc_settings.go" && (off || stress !== 0 || trace)) {
    const text = `const gcStress = ${stress}\nconst gcOff = ${off}\nconst gcTrace = ${trace}\n`;
    return { path, text: `package runtime\n\n${text}` };
  }
  if (path === "runtime/debug_settings.go" && settings.size > 0) {
    const list = [...settings].map(([key, value]) => `${key}=${value}`).join(",");
    return { path, text: `package runtime\n\nconst debugDefaults = ${JSON.stringify(list)}\n` };
  }
  return undefined;
}
