import type * as ast from "@goes/ast";
import { unalias, underlying } from "../named.ts";
import type { Type } from "../type.ts";
import type { Checker } from "./checker.ts";
import { showType } from "./operand.ts";

/** What is wrong with the words of a directive about the host; without any it is none. */
export function hostUsage(directive: ast.Directive): string | undefined {
  const count = words(directive).length;
  if (count === 0) return undefined;
  if (directive.name === "go:wasmimport") {
    return count === 2 ? undefined : "usage: //go:wasmimport importmodule importname";
  }
  return count === 1 ? undefined : "usage: //go:wasmexport exportname";
}

/** The words of a directive; none if it has no text, which gc does not take for that directive. */
function words({ text }: ast.Directive): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** A function of the host takes and returns only what WebAssembly can pass (`go doc cmd/compile`). */
export function checkImport(c: Checker, decl: ast.FuncDecl, directive: ast.Directive): void {
  if (words(directive).length !== 2) return;
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
export function checkExport(c: Checker, decl: ast.FuncDecl, directive: ast.Directive): void {
  if (words(directive).length !== 1) return;
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
    case "chan":
    case "interface":
    case "map":
    case "pointer":
    case "signature":
    case "slice":
    case "tuple":
    case "union":
      return false;
  }
}

function isHostLayout(type: Type): boolean {
  const plain = unalias(type);
  return plain.kind === "named" && plain.obj.name === "HostLayout" && plain.obj.pkg?.path === "structs";
}
