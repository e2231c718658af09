import { walk, type Directive, type File, type FuncDecl, type Node } from "@goes/ast";
import { diagnostic, type Report } from "@goes/source";
import type { Checker, FileContext } from "./checker.ts";
import { checkEmbed, patternFault } from "./embed-directives.ts";
import { checkExport, checkImport, hostUsage } from "./host-directives.ts";

// The directives of gc (`go doc cmd/compile`, "Compiler Directives") and what they are here:
// - go:noinline, go:linkname, go:embed, go:wasmimport, go:wasmexport, go:uintptrescapes, go:build and go:debug have their effect.
// - go:nosplit, go:noescape, go:norace, go:nocheckptr and go:registerparams are about checks, stacks and conventions that
//   there are not: nothing is lost without them. Where gc refuses them they are refused.
// - go:generate, go:fix, go:notinheap, go:nointerface and go:binary-only-package mean nothing to gc either, as any name
//   that it does not know: gc takes all of them for comments, and so does goes.
// - The rest is for Go's own runtime and for cgo, and is refused.

/** Directives that say something about the function below them. */
const functionDirectives = new Set(
  "go:noinline go:nosplit go:noescape go:norace go:nocheckptr go:uintptrescapes go:registerparams".split(" "),
);
/** Those that only the runtime may use. */
const runtimeDirectives = new Set(
  "go:systemstack go:nowritebarrier go:nowritebarrierrec go:yeswritebarrierrec".split(" "),
);
/** Those that wait for the declaration below them: gc says where there is none. */
const attaching = new Set([
  ...functionDirectives,
  ...runtimeDirectives,
  "go:uintptrkeepalive",
  "go:cgo_unsafe_args",
  "go:build",
]);

const cgoUsages: Readonly<Record<string, { readonly words: readonly number[]; readonly usage: string }>> = {
  "go:cgo_export_static": { words: [1, 2], usage: "local [remote]" },
  "go:cgo_export_dynamic": { words: [1, 2], usage: "local [remote]" },
  "go:cgo_import_dynamic": { words: [1, 2, 3], usage: 'local [remote ["library"]]' },
  "go:cgo_import_static": { words: [1], usage: "local" },
  "go:cgo_dynamic_linker": { words: [1], usage: '"path"' },
  "go:cgo_ldflag": { words: [1], usage: '"arg"' },
};

/** What gc finds while it reads a file: directives that are not for programs, or not well formed. */
export function checkDirectiveForms(files: readonly File[], path: string, take: Report): void {
  if (ofRuntime(path)) return;
  for (const file of files) {
    const report = ({ pos }: Directive, message: string): void => {
      // gc reports at the word after the slashes.
      take(diagnostic("MisplacedDirective", pos + 2, message));
    };
    for (const directive of file.strayDirectives) {
      if (directive.name.startsWith("go:")) report(directive, "misplaced compiler directive");
    }
    for (const directive of file.directives) {
      for (const message of formFaults(directive)) report(directive, message);
    }
    for (const directive of danglingDirectives(file)) report(directive, "misplaced compiler directive");
  }
}

function formFaults(directive: Directive): string[] {
  const { name, text } = directive;
  if (runtimeDirectives.has(name)) return [`//${name} only allowed in runtime`];
  if (name === "go:uintptrkeepalive") return [`//${name} is only allowed in the standard library`];
  if (name === "go:wasmimport" || name === "go:wasmexport") {
    const usage = hostUsage(directive);
    return usage === undefined ? [] : [usage];
  }
  if (name === "go:embed") {
    const fault = patternFault(text);
    if (fault !== undefined) return [fault, "usage: //go:embed pattern..."];
    return text === "" ? ["usage: //go:embed pattern..."] : [];
  }
  if (name === "go:linkname") {
    const count = text.split(/\s+/).length;
    return text !== "" && count > 2 ? ["usage: //go:linkname localname [linkname]"] : [];
  }
  if (!name.startsWith("go:cgo_")) return [];
  const refused = `//${text === "" ? name : `${name} ${text}`} only allowed in cgo-generated code`;
  const form = Object.hasOwn(cgoUsages, name) ? cgoUsages[name] : undefined;
  const count = text === "" ? 0 : text.split(/\s+/).length;
  const quoted = !(form?.usage.startsWith('"') ?? false) || text.startsWith('"');
  if (form === undefined || (form.words.includes(count) && quoted)) return [refused];
  return [refused, `usage: //${name} ${form.usage}`];
}

/** Directives with no declaration below them: before a statement of a function, a group, or at the end of the file. */
function danglingDirectives(file: File): Directive[] {
  const candidates = file.directives.filter(({ name }) => attaching.has(name));
  if (candidates.length === 0) return [];
  const end = file.decls.at(-1)?.end ?? file.packagePos;
  return candidates.filter(({ pos }) => {
    // A constraint is above the package clause.
    if (pos < file.packagePos) return false;
    if (pos > end) return true;
    const around = file.decls.find((decl) => decl.pos < pos && pos < decl.end);
    if (around === undefined) return isGroup(file.decls.find((decl) => decl.pos > pos));
    return around?.kind === "FuncDecl" && !isBeforeDeclaration(around, pos);
  });
}

/** Whether a declaration has parentheses: what is above it belongs to none of those in them. */
function isGroup(node: Node | undefined): boolean {
  return node?.kind === "GenDecl" && node.lparen !== undefined;
}

/** Whether what comes next in a function is a declaration. */
function isBeforeDeclaration(decl: FuncDecl, pos: number): boolean {
  let next = Number.POSITIVE_INFINITY;
  let isDeclaration = false;
  if (decl.body === undefined) return false;
  walk(decl.body, {
    enter: (node) => {
      if (node.pos <= pos || node.pos > next) return;
      // The outermost node of those that begin at one position is met first.
      if (node.pos < next) isDeclaration = false;
      if (node.kind === "GenDecl") isDeclaration = !isGroup(node);
      next = node.pos;
    },
  });
  return isDeclaration;
}

/** What gc finds when a package is well typed: directives about what cannot have them. */
export function checkDirectives(c: Checker): void {
  for (const context of c.files) if (context.file.directives.length > 0) checkFile(c, context);
}

function ofRuntime(path: string): boolean {
  return path === "runtime" || path.startsWith("runtime/") || path.startsWith("internal/");
}

function checkFile(c: Checker, context: FileContext): void {
  const { file } = context;
  const inRuntime = ofRuntime(c.pkg.path);
  const onFunctions = new Set<number>();
  const onVariables = new Set<number>();
  for (const decl of file.decls) {
    if (decl.kind === "FuncDecl") {
      for (const directive of decl.directives) {
        onFunctions.add(directive.pos);
        if (inRuntime) continue;
        if (directive.name === "go:noescape" && decl.bodyPos !== undefined) {
          const message = "can only use //go:noescape with external func implementations";
          c.softError("MisplacedDirective", decl.name.pos, message);
        }
        if (directive.name === "go:wasmexport") checkExport(c, decl, directive);
        if (directive.name === "go:wasmimport") checkImport(c, decl, directive);
      }
    } else if (decl.kind === "GenDecl") {
      for (const spec of decl.specs) {
        if (spec.kind !== "VarSpec") continue;
        for (const directive of spec.directives) onVariables.add(directive.pos);
        checkEmbed(c, context, spec, "package");
      }
    }
  }
  for (const { spec } of c.localEmbeds) {
    if (file.pos <= spec.pos && spec.pos <= file.end) {
      for (const directive of spec.directives) onVariables.add(directive.pos);
      checkEmbed(c, context, spec, "function");
    }
  }
  const imports = new Set(file.imports.map((spec) => spec.path.text.slice(1, -1)));
  const linked = new Set<string>();
  for (const { name, pos, text } of file.directives) {
    const report = (message: string): void => {
      c.softError("MisplacedDirective", pos + 2, message);
    };
    if (functionDirectives.has(name)) {
      if (!onFunctions.has(pos)) report("misplaced compiler directive");
    } else if (name === "go:wasmimport" || name === "go:wasmexport") {
      // gc ignores these; somebody who writes them expects something.
      if (text !== "" && !onFunctions.has(pos)) report("misplaced compiler directive");
    } else if (name === "go:build") {
      if (pos > file.packagePos) report("misplaced compiler directive");
    } else if (name === "go:embed") {
      if (text !== "" && !onVariables.has(pos)) report("misplaced go:embed directive");
    } else if (name === "go:linkname" && text !== "") {
      if (!imports.has("unsafe")) {
        report('//go:linkname only allowed in Go files that import "unsafe"');
        continue;
      }
      const local = text.split(/\s+/)[0] ?? "";
      const obj = c.pkg.scope.lookup(local);
      if (obj?.kind !== "func" && obj?.kind !== "var") {
        report("//go:linkname must refer to declared function or variable");
      } else if (linked.has(local)) report(`duplicate //go:linkname for ${local}`);
      linked.add(local);
    }
  }
}
