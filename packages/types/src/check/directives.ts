import type * as ast from "@goes/ast";
import { unalias, underlying } from "../named.ts";
import type { Type } from "../type.ts";
import type { Checker, FileContext } from "./checker.ts";
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
  for (const context of c.files) if (context.file.directives.length > 0) checkFile(c, context);
}

function checkFile(c: Checker, context: FileContext): void {
  const { file } = context;
  const onFunctions = new Set<number>();
  const onVariables = new Set<number>();
  for (const decl of file.decls) {
    if (decl.kind === "FuncDecl") {
      for (const directive of decl.directives) {
        onFunctions.add(directive.pos);
        if (directive.name === "go:wasmexport") checkExport(c, decl);
      }
    } else if (decl.kind === "GenDecl") {
      for (const spec of decl.specs) {
        if (spec.kind === "VarSpec") for (const directive of spec.directives) onVariables.add(directive.pos);
      }
    }
  }
  const imports = new Set(file.imports.map((spec) => spec.path.text.slice(1, -1)));
  const inRuntime =
    c.pkg.path === "runtime" || c.pkg.path.startsWith("runtime/") || c.pkg.path.startsWith("internal/");
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
      if (!imports.has("embed")) report('go:embed only allowed in Go files that import "embed"');
      else if (!onVariables.has(pos)) {
        report(
          insideFunction(file, pos)
            ? "go:embed cannot apply to var inside func"
            : "misplaced go:embed directive",
        );
      }
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

function insideFunction(file: ast.File, pos: number): boolean {
  return file.decls.some((decl) => decl.kind === "FuncDecl" && decl.pos < pos && pos < decl.end);
}

/** A function exported to the host takes and gives only what WebAssembly can pass (`go doc cmd/compile`). */
function checkExport(c: Checker, decl: ast.FuncDecl): void {
  if (decl.receiver !== undefined) {
    c.softError("MisplacedDirective", decl.name.pos, "cannot use //go:wasmexport on a method");
    return;
  }
  const obj = c.info.defs.get(decl.name);
  if (obj?.kind !== "func" || obj.type === undefined) return;
  for (const param of obj.type.params.vars) {
    if (param.type !== undefined && !isHostType(param.type)) {
      c.softError(
        "MisplacedDirective",
        param.pos,
        `go:wasmexport: unsupported parameter type ${showType(c, param.type)}`,
      );
    }
  }
  const results = obj.type.results.vars;
  if (results.length > 1)
    c.softError("MisplacedDirective", decl.name.pos, "go:wasmexport: too many return values");
  for (const result of results.length === 1 ? results : []) {
    const kind = result.type === undefined ? undefined : underlying(result.type);
    const text = kind?.kind === "basic" && kind.basic === "string";
    if (result.type !== undefined && (text || !isHostType(result.type))) {
      c.softError(
        "MisplacedDirective",
        result.pos,
        `go:wasmexport: unsupported result type ${showType(c, result.type)}`,
      );
    }
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
