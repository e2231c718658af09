import { dumpAst } from "@goes/ast";
import { printFunc, printModule, type Func, type Module } from "@goes/ir";
import { lex, listTokens } from "@goes/lexer";
import { parseFile } from "@goes/parser";
import { formatPosition, type FileSet, type Report, type SourceFile } from "@goes/source";
import { printWat } from "@goes/wasm";

/** A text that shows what one stage makes of a file. */
export type FileView = (file: SourceFile, report: Report, files: FileSet) => string;

/** One line a token: position, kind, text. */
export const viewTokens: FileView = (file, report, files) =>
  listTokens(lex(file, report))
    .map((token) => `${formatPosition(files.position(token.pos))}\t${token.kind}\t${token.text}\n`)
    .join("");

/** The syntax tree, one node a line. */
export const viewAst: FileView = (file, report, files) => dumpAst(parseFile(file, report), files);

/** The text form of one function; a line above it says why it can suspend, once the coroutine pass has run. */
export function viewFunc(func: Func): string {
  const cause = func.suspendCause;
  if (cause === undefined) return printFunc(func);
  const callee = cause.callee === undefined ? "" : ` ${cause.callee}`;
  return `; can suspend: ${cause.through}${callee}\n${printFunc(func)}`;
}

/** The text form of a program, or of one of its functions; undefined where there is none of that name. */
export function viewSsa(module: Module, func?: string): string | undefined {
  if (func === undefined) return printModule(module);
  const found = module.funcs.get(func);
  return found === undefined ? undefined : printFunc(found);
}

/** The text form of an emitted module. */
export function viewWat(wasm: Uint8Array): string {
  return printWat(wasm);
}
