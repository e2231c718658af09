import { dumpAst } from "@goes/ast";
import {
  printFunc,
  printModule,
  type Func,
  type Module,
  type PrintOptions,
  type SuspendCause,
} from "@goes/ir";
import { lex, listTokens } from "@goes/lexer";
import { computeMaySuspend, passesOf, pipeline } from "@goes/optimizer";
import { parseFile } from "@goes/parser";
import { formatPosition, type FileSet, type Report, type SourceFile } from "@goes/source";
import { printWat, printWatFunction } from "@goes/wasm";

/** A text that shows what one stage makes of a file. */
export type FileView = (file: SourceFile, report: Report, files: FileSet, maxNesting?: number) => string;

/** One line a token: position, kind, text. */
export const viewTokens: FileView = (file, report, files) =>
  listTokens(lex(file, report))
    .map((token) => `${formatPosition(files.position(token.pos))}\t${token.kind}\t${token.text}\n`)
    .join("");

/** The syntax tree, one node a line. */
export const viewAst: FileView = (file, report, files, maxNesting) =>
  dumpAst(parseFile(file, report, "all", maxNesting), files);

/** The text form of one function; a line above it says why it can suspend, once the coroutine pass has run. */
export function viewFunc(func: Func): string {
  return printFunc(func, { note: ({ suspendCause }) => describeCause(suspendCause) });
}

/**
 * The text form of a program as it was built, or of one of its functions; undefined if there is none of that name. A
 * line above each function that can suspend says why.
 */
export function viewSsa(module: Module, func?: string): string | undefined {
  const causes = computeMaySuspend(module)?.causes;
  const options: PrintOptions = { note: ({ name }) => describeCause(causes?.get(name)) };
  if (func === undefined) return printModule(module, options);
  const found = module.funcs.get(func);
  return found === undefined ? undefined : printFunc(found, options);
}

function describeCause(cause: SuspendCause | undefined): string | undefined {
  if (cause === undefined) return undefined;
  const callee = cause.callee === undefined ? "" : ` @${cause.callee}`;
  return `can suspend: ${cause.through}${callee}`;
}

/** The text form of an emitted module, or of one of its functions; undefined if there is none of that name. */
export function viewWat(wasm: Uint8Array, func?: string): string | undefined {
  return func === undefined ? printWat(wasm) : printWatFunction(wasm, func);
}

/** What {@link CompileInput.dump} calls the form that the first pass finds. */
export const beforePasses = "before";

/** The names of all passes, each once, in the order in which they first run. */
export function passNames(): readonly string[] {
  return [...new Set(pipeline.flatMap(passesOf).map(({ name }) => name))];
}
