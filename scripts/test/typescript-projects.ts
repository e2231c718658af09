// What the checks of the sources share: the workspace as TypeScript's own API sees it.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { API, type Checker, type Project } from "typescript/unstable/sync";
import type { SourceFile } from "typescript/unstable/ast";

const root: string = join(import.meta.dirname, "../..");

/** A file of the workspace, and the checker of a project that holds it. */
export interface CheckedFile {
  /** From the root of the workspace, with slashes. */
  readonly path: string;
  readonly file: SourceFile;
  readonly checker: Checker;
  readonly project: Project;
}

/** Calls `visit` for every file that is written by hand, once. */
export function forEachSource(visit: (checked: CheckedFile) => void): void {
  const api = new API({ cwd: root });
  try {
    const seen = new Set<string>();
    for (const config of ["tsconfig.stages.json", "tsconfig.hosts.json"]) {
      const snapshot = api.updateSnapshot({ openProjects: [join(root, config)] });
      const project = snapshot.getProject(join(root, config))!;
      for (const name of project.program.getSourceFileNames()) {
        const path = name.startsWith(root) ? name.slice(root.length + 1) : name;
        if (seen.has(path) || path.includes("node_modules/") || path.includes("/generated/")) continue;
        // The declarations of the language are none of ours.
        if (!existsSync(join(root, path))) continue;
        seen.add(path);
        visit({ path, file: project.program.getSourceFile(name)!, checker: project.checker, project });
      }
    }
  } finally {
    api.close();
  }
}

/** The line of a position in a file, from 1. */
export function lineOf(file: SourceFile, pos: number): number {
  return file.text.slice(0, pos).split("\n").length;
}
