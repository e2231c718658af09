import type * as ast from "@goes/ast";
import { invalidType } from "../basic.ts";
import { unalias, underlying } from "../named.ts";
import type { Type } from "../type.ts";
import type { Checker, FileContext } from "./checker.ts";
import { newestVersion } from "../version.ts";
import { showType } from "./operand.ts";

/** Directives that say something about the function below them. */
const functionDirectives = new Set(
  (
    "go:noinline go:nosplit go:noescape go:norace go:nocheckptr go:uintptrescapes go:uintptrkeepalive go:registerparams " +
    "go:wasmimport go:wasmexport"
  ).split(" "),
);
/** Those that only the runtime may use. */
const runtimeDirectives = new Set(
  "go:systemstack go:nowritebarrier go:nowritebarrierrec go:yeswritebarrierrec".split(" "),
);

/** Checks the `//go:` comments of all files (`go doc cmd/compile`, "Compiler Directives"). */
export function checkDirectives(c: Checker): void {
  for (const context of c.files) {
    const { directives, strayDirectives } = context.file;
    for (const { name, pos } of strayDirectives) {
      if (name.startsWith("go:")) c.softError("MisplacedDirective", pos + 2, "misplaced compiler directive");
    }
    if (directives.length > 0) checkFile(c, context);
  }
}

function checkFile(c: Checker, context: FileContext): void {
  const { file } = context;
  const inRuntime =
    c.pkg.path === "runtime" || c.pkg.path.startsWith("runtime/") || c.pkg.path.startsWith("internal/");
  const onFunctions = new Set<number>();
  const onVariables = new Set<number>();
  for (const decl of file.decls) {
    if (decl.kind === "FuncDecl") {
      for (const directive of decl.directives) {
        onFunctions.add(directive.pos);
        if (inRuntime) continue;
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
  const imports = new Set(file.imports.map((spec) => spec.path.text.slice(1, -1)));
  const linked = new Set<string>();
  for (const directive of file.directives) {
    const { name, pos, text } = directive;
    // gc reports at the word behind the slashes.
    const at = pos + 2;
    const report = (message: string): void => {
      c.softError("MisplacedDirective", at, message);
    };
    if (runtimeDirectives.has(name)) {
      if (!inRuntime) report(`//${name} only allowed in runtime`);
    } else if (functionDirectives.has(name)) {
      if (!onFunctions.has(pos)) report("misplaced compiler directive");
    } else if (name === "go:build") {
      if (pos > file.packagePos) report("misplaced compiler directive");
    } else if (name === "go:embed") {
      const fault = patternFault(text);
      if (fault !== undefined) report(fault);
      if (fault !== undefined || !/\S/.test(text)) report("usage: //go:embed pattern...");
      else if (!onVariables.has(pos) && !c.localEmbeds.has(pos)) report("misplaced go:embed directive");
    } else if (name === "go:linkname") {
      if (!imports.has("unsafe")) {
        report('//go:linkname only allowed in Go files that import "unsafe"');
        continue;
      }
      const local = text.split(/\s+/)[0] ?? "";
      const obj = c.pkg.scope.lookup(local);
      if (local === "") report("usage: //go:linkname localname [linkname]");
      else if (obj?.kind !== "func" && obj?.kind !== "var") {
        report("//go:linkname must refer to declared function or variable");
      } else if (linked.has(local)) report(`duplicate //go:linkname for ${local}`);
      linked.add(local);
    } else if (name.startsWith("go:cgo_") && !inRuntime) {
      const argument = text.replace(/\/\/.*$/, "").trim();
      report(argument === "" ? `usage: //${name} args` : `//${name} only allowed in cgo-generated code`);
    }
  }
}

/** What is wrong with the words of a `//go:embed` line. */
function patternFault(text: string): string | undefined {
  for (const [word] of text.matchAll(/"(?:\\.|[^"\\])*"(?=\s|$)|`[^`]*`(?=\s|$)|\S.*/g)) {
    const quote = word[0];
    if (quote !== '"' && quote !== "`") {
      const rest = /^\S+\s+(.*)$/.exec(word)?.[1];
      return rest === undefined ? undefined : patternFault(rest);
    }
    if (word.length < 2 || !word.endsWith(quote)) return `invalid quoted string in //go:embed: ${word}`;
  }
  return undefined;
}

/** Checks the variable below a `//go:embed` line (`go doc embed`). */
export function checkEmbed(
  c: Checker,
  context: FileContext,
  spec: ast.VarSpec,
  where: "package" | "function",
): void {
  const directive = spec.directives.find(({ name, text }) => name === "go:embed" && /\S/.test(text));
  if (directive === undefined || patternFault(directive.text) !== undefined) return;
  const report = (message: string): void => {
    c.softError("MisplacedDirective", directive.pos + 2, message);
  };
  if (where === "function") for (const { pos } of spec.directives) c.localEmbeds.add(pos);
  const [name] = spec.names;
  const imported = context.file.imports.some(({ path }) => path.text.slice(1, -1) === "embed");
  if (!imported) {
    return report('go:embed requires import "embed" (or import _ "embed", if package is not used)');
  }
  if (spec.names.length > 1) return report("go:embed cannot apply to multiple vars");
  if (spec.values.length > 0) return report("go:embed cannot apply to var with initializer");
  if (where === "function") return report("go:embed cannot apply to var inside func");
  if (context.version < 16) {
    const lang = c.input.goVersion ?? newestVersion;
    return report(`go:embed requires go1.16 or later (-lang was set to ${lang}; check go.mod)`);
  }
  const object = name === undefined ? undefined : c.info.defs.get(name);
  if (name === undefined || object?.kind !== "var" || object.type === undefined) return;
  const { type } = object;
  if (unalias(type) === invalidType) return;
  const refuse = (message: string): void => {
    c.softError("MisplacedDirective", name.pos, message);
  };
  const form = embedForm(type);
  if (form === "none") refuse(`go:embed cannot apply to var of type ${showType(c, type)}`);
  else if (form === "one file" && (c.input.embeds?.get(name.pos)?.length ?? 1) > 1) {
    refuse(`invalid go:embed: multiple files for type ${showType(c, type)}`);
  }
}

/** What a variable of the type can embed. */
function embedForm(type: Type): "none" | "one file" | "tree" {
  const plain = unalias(type);
  if (plain.kind === "named" && plain.obj.name === "FS" && plain.obj.pkg?.path === "embed") return "tree";
  const under = underlying(type);
  if (under.kind === "basic") return under.basic === "string" ? "one file" : "none";
  if (under.kind !== "slice") return "none";
  const element = underlying(under.element);
  return element.kind === "basic" && element.basic === "uint8" ? "one file" : "none";
}

/** The words of a directive; none where it has no text, which gc does not take for that directive. */
function words({ text }: ast.Directive): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** A function of the host takes and gives only what WebAssembly can pass (`go doc cmd/compile`). */
function checkImport(c: Checker, decl: ast.FuncDecl, directive: ast.Directive): void {
  const count = words(directive).length;
  if (count === 0) return;
  if (count !== 2) {
    c.softError("MisplacedDirective", directive.pos + 2, "usage: //go:wasmimport importmodule importname");
    return;
  }
  if (decl.bodyPos !== undefined) {
    c.softError(
      "MisplacedDirective",
      decl.name.pos,
      "can only use //go:wasmimport with external func implementations",
    );
    return;
  }
  checkHostSignature(c, decl, "go:wasmimport");
}

/** So does a function exported to the host. */
function checkExport(c: Checker, decl: ast.FuncDecl, directive: ast.Directive): void {
  const [name, ...rest] = words(directive);
  if (name === undefined) return;
  if (rest.length > 0) {
    c.softError("MisplacedDirective", directive.pos + 2, "usage: //go:wasmexport exportname");
    return;
  }
  if (decl.receiver !== undefined) {
    c.softError("MisplacedDirective", decl.name.pos, "cannot use //go:wasmexport on a method");
    return;
  }
  checkHostSignature(c, decl, "go:wasmexport");
}

function checkHostSignature(c: Checker, decl: ast.FuncDecl, directive: string): void {
  const obj = c.info.defs.get(decl.name);
  if (obj?.kind !== "func" || obj.type === undefined || decl.type.typeParams !== undefined) return;
  const report = (message: string): void => {
    c.softError("MisplacedDirective", decl.name.pos, `${directive}: ${message}`);
  };
  const { receiver } = obj.type;
  for (const { type } of receiver === undefined ? obj.type.params.vars : [receiver, ...obj.type.params.vars])
    if (type !== undefined && !isHostType(type)) report(`unsupported parameter type ${showType(c, type)}`);
  const results = obj.type.results.vars;
  if (results.length > 1) report("too many return values");
  for (const { type } of results.length === 1 ? results : []) {
    const under = type === undefined ? undefined : underlying(type);
    const text = under?.kind === "basic" && under.basic === "string";
    if (type !== undefined && (text || !isHostType(type)))
      report(`unsupported result type ${showType(c, type)}`);
  }
}

const hostKinds = new Set(
  "int32 uint32 int64 uint64 float32 float64 unsafe.Pointer bool string uintptr".split(" "),
);

function isHostType(type: Type): boolean {
  const under = underlying(type);
  if (under.kind === "basic") return hostKinds.has(under.basic);
  return under.kind === "pointer" && isHostElement(under.element);
}

/** What a pointer that the host gets may point to: numbers, arrays of such, and structs with a fixed layout. */
function isHostElement(type: Type): boolean {
  const under = underlying(type);
  switch (under.kind) {
    case "basic":
      return !["string", "int", "uint", "uintptr", "complex64", "complex128", "unsafe.Pointer"].includes(
        under.basic,
      );
    case "array":
      return isHostElement(under.element);
    case "struct":
      if (under.fields.length === 0) return true;
      if (!under.fields.some((field) => field.type !== undefined && isHostLayout(field.type))) return false;
      return under.fields.every(
        (field) => field.type !== undefined && (isHostLayout(field.type) || isHostElement(field.type)),
      );
    default:
      return false;
  }
}

function isHostLayout(type: Type): boolean {
  const plain = unalias(type);
  return plain.kind === "named" && plain.obj.name === "HostLayout" && plain.obj.pkg?.path === "structs";
}
