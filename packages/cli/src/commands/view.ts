import { addSource, viewAst, viewTokens, type FileView } from "@goes/driver";
import { FileSet, sortDiagnostics, type Diagnostic } from "@goes/source";
import { Command } from "commander";
import process from "node:process";
import { maxNesting, requireStack } from "../large-stack.ts";
import { printDiagnostics } from "../report.ts";
import { resolveTarget } from "../target.ts";

/** `goes tokens FILE`. */
export function tokensCommand(done: (code: number) => void): Command {
  return viewCommand("tokens", "print the tokens of a file", viewTokens, done);
}

/** `goes ast FILE`. */
export function astCommand(done: (code: number) => void): Command {
  return viewCommand("ast", "print the syntax tree of a file", viewAst, done);
}

function viewCommand(
  name: string,
  description: string,
  view: FileView,
  done: (code: number) => void,
): Command {
  return new Command(name)
    .description(description)
    .argument("<file>", "a Go file or - for standard input")
    .action((path: string) => done(showFile(path, view)));
}

/** Prints a view of the one file that a command names, and what is wrong in it. Returns the exit code. */
function showFile(path: string, view: FileView): number {
  const resolved = resolveTarget([path]);
  if ("error" in resolved || resolved.target.kind !== "files") {
    console.error(`goes: ${"error" in resolved ? resolved.error : `${path} is not a Go file`}`);
    return 1;
  }
  const files = new FileSet();
  const source = resolved.target.files[0]!;
  const diagnostics: Diagnostic[] = [];
  const text = view(addSource(files, source), (item) => diagnostics.push(item), files, maxNesting);
  requireStack(diagnostics, path === "-" && "bytes" in source ? source.bytes : undefined);
  process.stdout.write(text);
  return printDiagnostics(files, sortDiagnostics(files, diagnostics)) ? 1 : 0;
}
