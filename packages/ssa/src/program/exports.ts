import type { FuncDecl } from "@goes/ast";
import { diagnostic, formatPosition, type Pos } from "@goes/source";
import type { ProgramContext } from "./context.ts";

/**
 * The functions with `//go:wasmexport` outside of the runtime: they are part of the program whether it calls them or not.
 * Generic functions cannot be called by a host; gc passes over them too.
 */
export function useExports(context: ProgramContext): void {
  const taken = new Map<string, Pos>();
  for (const { pkg, info } of context.packages) {
    if (pkg.path === "runtime") continue;
    for (const [object, decl] of info.funcDecls) {
      const name = exportName(decl);
      if (name === undefined || decl.type.typeParams !== undefined || decl.receiver !== undefined) continue;
      const other = taken.get(name);
      if (other !== undefined || reserved.has(name)) reportTaken(context, name, object.pos, other);
      taken.set(name, object.pos);
      context.useFunc(object);
    }
  }
}

/** What every module exports. */
const reserved: ReadonlySet<string> = new Set([
  "memory",
  "table",
  "_start",
  "_initialize",
  "goes_step",
  "goes_seed",
  "goes_overflow",
]);

/** gc finds this when it links. */
function reportTaken(context: ProgramContext, name: string, pos: Pos, other: Pos | undefined): void {
  const position =
    other === undefined ? "<unknown line number>" : formatPosition(context.files.position(other));
  const message = `symbol ${name} redeclared\n\t${position}: other declaration of symbol ${name}`;
  context.report(diagnostic("DuplicateExport", pos, message));
}

function exportName(decl: FuncDecl): string | undefined {
  const directive = decl.directives.find(({ name }) => name === "go:wasmexport");
  return directive === undefined || directive.text === "" ? undefined : directive.text;
}
