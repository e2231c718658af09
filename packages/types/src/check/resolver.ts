import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { byteStringToBytes, decodeUtf8, positionPhrase } from "@goes/source";
import { makeFromLiteral } from "../constant/make.ts";
import { invalidType } from "../basic.ts";
import { Const, Func, PkgName, TypeName, Var, type TypesObject } from "../object.ts";
import { Package } from "../package.ts";
import { Scope } from "../scope.ts";
import { Signature, TupleType } from "../type.ts";
import { fileMinor } from "../version.ts";
import { newEnvironment, type Checker, type DeclInfo, type FileContext } from "./checker.ts";
import { exprString } from "./expr-string.ts";
import { resolveObject } from "./declarations.ts";

interface MethodDecl {
  readonly func: Func;
  readonly info: DeclInfo;
  readonly decl: ast.FuncDecl;
}

/** Declares the package-level objects of all files without looking into any of them. */
export function collectObjects(c: Checker): void {
  const methods: MethodDecl[] = [];
  for (const file of c.input.files) {
    const scope = new Scope(c.pkg.scope, file.pos, file.end);
    c.info.scopes.set(file, scope);
    const version = fileMinor(file.goVersion, c.input.goVersion);
    const context: FileContext = { file, scope, version, imports: [], dotImports: [] };
    c.files.push(context);
    c.env = newEnvironment(c.pkg.scope, context);
    if (file.name.name === "_") c.error("InvalidPkgName", file.name.pos, "invalid package name _");
    for (const decl of file.decls) {
      if (decl.kind === "FuncDecl") collectFunc(c, context, decl, methods);
      else if (decl.kind === "GenDecl") {
        if (decl.keyword === "const") collectConstants(c, context, decl);
        else for (const spec of decl.specs) collectSpec(c, context, spec);
      }
    }
  }
  reportImportConflicts(c);
  for (const method of methods) associateMethod(c, method);
}

function newDecl(context: FileContext, node: DeclInfo["node"]): DeclInfo {
  return { file: context, scope: context.scope, node, deps: new Set(), bodyChecked: false };
}

function collectSpec(c: Checker, context: FileContext, spec: ast.Spec): void {
  switch (spec.kind) {
    case "ImportSpec":
      collectImport(c, context, spec);
      return;
    case "ConstSpec":
      return;
    case "VarSpec": {
      const lhs = spec.names.map((name) => new Var(name.pos, c.pkg, name.name, undefined, "package"));
      const together = spec.values.length === 1 && lhs.length > 1;
      const shared = together
        ? newDecl(context, { kind: "var", lhs, typ: spec.type, init: spec.values[0], spec })
        : undefined;
      lhs.forEach((obj, i) => {
        const init = spec.values[i];
        const info = shared ?? newDecl(context, { kind: "var", lhs: [obj], typ: spec.type, init, spec });
        declarePackageObject(c, spec.names[i]!, obj, info);
      });
      if (!together) checkArity(c, spec, spec.values, spec.names.length);
      return;
    }
    case "TypeSpec": {
      const obj = new TypeName(spec.name.pos, c.pkg, spec.name.name, undefined);
      obj.isAlias = spec.assign !== undefined;
      declarePackageObject(c, spec.name, obj, newDecl(context, { kind: "type", spec }));
      return;
    }
  }
}

/** Reports that a const or var line has fewer or more expressions than names. */
export function checkArity(
  c: Checker,
  spec: ast.ConstSpec | ast.VarSpec,
  values: readonly ast.Expr[],
  names: number,
  inherited = false,
): void {
  if (spec.kind === "VarSpec" && values.length === 0) {
    if (spec.type === undefined) c.error("BadDecl", spec.pos, "missing type or init expr");
    return;
  }
  if (names < values.length) {
    const extra = values[names]!;
    if (inherited)
      c.error("WrongAssignCount", spec.pos, `extra init expr${positionPhrase(" at ", extra.pos)}`);
    else c.error("WrongAssignCount", extra.pos, `extra init expr ${exprString(extra)}`);
  } else if (names > values.length && (spec.kind === "ConstSpec" || values.length !== 1)) {
    const name = spec.names[values.length]!;
    c.error("WrongAssignCount", name.pos, `missing init expr for ${name.name}`);
  }
}

function collectConstants(c: Checker, context: FileContext, decl: ast.GenDecl): void {
  forEachConstSpec(decl, (spec, typ, values, inherited) => {
    spec.names.forEach((name, i) => {
      const obj = new Const(name.pos, c.pkg, name.name, undefined);
      const init = values[i];
      declarePackageObject(
        c,
        name,
        obj,
        newDecl(context, { kind: "const", typ, init, inherited, iota: spec.iota, spec }),
      );
    });
    checkArity(c, spec, values, spec.names.length, inherited);
  });
}

/** Visits the lines of a const declaration with the type and values that they have or repeat. */
export function forEachConstSpec(
  decl: ast.GenDecl,
  visit: (
    spec: ast.ConstSpec,
    typ: ast.Expr | undefined,
    values: readonly ast.Expr[],
    inherited: boolean,
  ) => void,
): void {
  let last: ast.ConstSpec | undefined;
  for (const spec of decl.specs) {
    if (spec.kind !== "ConstSpec") continue;
    if (spec.type !== undefined || spec.values.length > 0) {
      last = spec;
      visit(spec, spec.type, spec.values, false);
    } else visit(spec, last?.type, last?.values ?? [], last !== undefined);
  }
}

function collectFunc(c: Checker, context: FileContext, decl: ast.FuncDecl, methods: MethodDecl[]): void {
  const name = decl.name.name;
  const func = new Func(decl.name.pos, c.pkg, name, undefined);
  const info = newDecl(context, { kind: "func", decl });
  c.info.funcDecls.set(func, decl);
  c.functions.push(func);
  if (decl.receiver !== undefined) {
    methods.push({ func, info, decl });
    c.info.defs.set(decl.name, func);
    c.decls.set(func, info);
    c.objects.push(func);
    func.resolve = (): void => resolveObject(c, func);
    return;
  }
  if (name === "init" || (name === "main" && c.pkg.name === "main")) {
    if (decl.type.typeParams !== undefined) {
      c.softError(
        name === "init" ? "InvalidInitDecl" : "InvalidMainDecl",
        decl.type.typeParams.pos,
        `func ${name} must have no type parameters`,
      );
    }
    if (decl.type.params.fields.length > 0 || decl.type.results !== undefined) {
      c.softError(
        name === "init" ? "InvalidInitDecl" : "InvalidMainDecl",
        decl.name.pos,
        `func ${name} must have no arguments and no return values`,
      );
    }
  }
  if (name === "init" || name === "_") {
    func.parent = c.pkg.scope;
    c.info.defs.set(decl.name, func);
    c.decls.set(func, info);
    c.objects.push(func);
    func.resolve = (): void => resolveObject(c, func);
    if (name === "init" && decl.bodyPos === undefined) {
      c.softError("MissingInitBody", decl.name.pos, "func init must have a body");
    }
    return;
  }
  declarePackageObject(c, decl.name, func, info);
}

function declarePackageObject(c: Checker, ident: ast.Ident, obj: TypesObject, info: DeclInfo): void {
  c.decls.set(obj, info);
  c.objects.push(obj);
  obj.resolve = (): void => resolveObject(c, obj);
  c.info.defs.set(ident, obj);
  const name = ident.name;
  if (name === "init" && obj.kind !== "func") {
    c.softError("InvalidInitDecl", ident.pos, "cannot declare init - must be func");
    return;
  }
  if (name === "main" && c.pkg.name === "main" && obj.kind !== "func") {
    c.softError("InvalidMainDecl", ident.pos, "cannot declare main - must be func");
    return;
  }
  declare(c, c.pkg.scope, ident, obj, 0);
}

/** Declares `obj` in `scope`, or reports that its name is taken. Blank names are declared nowhere. */
export function declare(
  c: Checker,
  scope: Scope,
  ident: ast.Ident | undefined,
  obj: TypesObject,
  visibleFrom: number,
): void {
  if (obj.name !== "_") {
    const other = scope.insert(obj);
    if (other !== undefined) {
      c.error("DuplicateDecl", obj.pos, `${obj.name} redeclared in this block`, otherDeclaration(other));
      if (ident !== undefined) c.info.defs.set(ident, obj);
      return;
    }
    obj.scopePos = visibleFrom;
  }
  if (ident !== undefined) c.info.defs.set(ident, obj);
}

/** The note that names the position of an earlier declaration. */
export function otherDeclaration(other: TypesObject): { pos: number; message: string }[] {
  return other.pos === 0 ? [] : [{ pos: other.pos, message: `other declaration of ${other.name}` }];
}

function collectImport(c: Checker, context: FileContext, spec: ast.ImportSpec): void {
  const value = makeFromLiteral(spec.path.text, "string");
  const path = value.kind === "string" ? value.value : "";
  const imported = importPackage(c, spec, path);
  if (imported === undefined) return;
  if (!c.pkg.imports.includes(imported)) c.pkg.imports.push(imported);
  const name = spec.name?.name ?? imported.name;
  if (name === "init") {
    c.error(
      "InvalidInitDecl",
      spec.name?.pos ?? spec.pos,
      "cannot import package as init - init must be a func",
    );
    return;
  }
  const pos = spec.name?.pos ?? spec.path.pos;
  const obj = new PkgName(pos, c.pkg, name, imported, invalidType);
  if (spec.name !== undefined) c.info.defs.set(spec.name, obj);
  else c.info.implicits.set(spec, obj);
  if (name === "_") return;
  if (name === ".") {
    const dot = { pkg: imported, spec, used: false };
    context.dotImports.push(dot);
    let objects = c.dotObjects.get(context);
    if (objects === undefined) c.dotObjects.set(context, (objects = new Map()));
    for (const member of imported.scope.objects()) {
      if (!member.exported) continue;
      objects.set(member, dot);
      const other = context.scope.insert(member);
      if (other !== undefined && other !== member) {
        c.error("DuplicateDecl", pos, `${member.name} redeclared in this block`, otherDeclaration(other));
      }
    }
    return;
  }
  context.imports.push({ obj, spec });
  const other = context.scope.insert(obj);
  if (other !== undefined) {
    c.error("DuplicateDecl", pos, `${name} redeclared in this block`, otherDeclaration(other));
  }
}

function importPackage(c: Checker, spec: ast.ImportSpec, path: string): Package | undefined {
  if (path === "unsafe") return c.universe.unsafe;
  const problem = importPathProblem(path);
  if (problem !== undefined) {
    c.softError("InvalidImportPath", spec.path.pos, `invalid import path (${problem})`);
    return undefined;
  }
  const clean = path.replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
  if (clean !== path && !path.startsWith("/")) {
    c.softError(
      "InvalidImportPath",
      spec.path.pos,
      `non-canonical import path "${path}" (should be "${clean}")`,
    );
    return undefined;
  }
  if (path.startsWith("/")) {
    c.softError(
      "InvalidImportPath",
      spec.path.pos,
      `could not import ${path} (import path cannot be absolute path)`,
    );
    return undefined;
  }
  const known = c.imported.get(path);
  if (known !== undefined) return known.pkg;
  const found = c.importer(path);
  if (found === undefined) {
    c.softError("PackageNotFound", spec.path.pos, `could not import ${path} (package not found)`);
    // A stand-in keeps the uses of the name from being reported too.
    const fake = new Package(path, path.slice(path.lastIndexOf("/") + 1), c.universe.scope);
    fake.broken = true;
    return fake;
  }
  if (found.pkg.name === "main" && !c.input.allowBodyless && c.input.path !== `${path}_test`) {
    c.softError(
      "ImportNotAllowed",
      spec.path.pos,
      `import "${path}" is a program, not an importable package`,
    );
  }
  c.imported.set(path, found);
  return found.pkg;
}

/** What is wrong with the characters of an import path. */
function importPathProblem(path: string): string | undefined {
  if (path === "") return "empty string";
  for (const character of decodeUtf8(byteStringToBytes(path)).text) {
    const code = character.codePointAt(0)!;
    const graphic = code > 0x20 && code !== 0x7f && code !== 0xfffd && !/[\p{C}\p{Z}]/u.test(character);
    if (graphic && !"!\"#$%&'()*,:;<=>?[\\]^`{|}".includes(character)) continue;
    const hex = code.toString(16).toUpperCase().padStart(4, "0");
    return `invalid character U+${hex}${/\p{Cc}/u.test(character) ? "" : ` '${character}'`}`;
  }
  return undefined;
}

/** File-scope names must not be those of package-level objects. */
function reportImportConflicts(c: Checker): void {
  for (const context of c.files) {
    for (const obj of context.scope.objects()) {
      const alt = c.pkg.scope.lookup(obj.name);
      if (alt === undefined) continue;
      if (obj.kind === "pkgname") {
        c.error(
          "DuplicateDecl",
          alt.pos,
          `${alt.name} already declared through import of package ${obj.imported.name} ("${obj.imported.path}")`,
          [{ pos: obj.pos, message: `other declaration of ${obj.name}` }],
        );
        obj.used = true;
      } else {
        c.error(
          "DuplicateDecl",
          alt.pos,
          `${alt.name} already declared through dot-import of package ${obj.pkg?.name ?? ""} ("${obj.pkg?.path ?? ""}")`,
          otherDeclaration(obj),
        );
      }
    }
  }
}

/** Attaches a method to the type name of its receiver, found by syntax alone. */
function associateMethod(c: Checker, method: MethodDecl): void {
  const field = method.decl.receiver?.fields[0];
  if (field === undefined) return;
  const receiver = unpackReceiver(field.type);
  method.func.pointerReceiver = receiver.pointer;
  if (receiver.base === undefined) return;
  let pointer = receiver.pointer;
  let ident: ast.Ident = receiver.base;
  const seen = new Set<TypesObject>();
  for (;;) {
    const obj = c.pkg.scope.lookup(ident.name);
    if (obj === undefined || obj.kind !== "typename" || seen.has(obj)) return;
    seen.add(obj);
    const node = c.decls.get(obj)?.node;
    if (node?.kind !== "type") return;
    if (node.spec.assign === undefined) {
      method.func.pointerReceiver = pointer;
      let list = c.methodsOf.get(obj);
      if (list === undefined) c.methodsOf.set(obj, (list = []));
      list.push({ func: method.func, info: method.info });
      return;
    }
    const next = unpackReceiver(node.spec.type);
    // Instances and generic aliases have no methods of their own: reported with the receiver.
    if (next.params.length > 0 || node.spec.typeParams !== undefined) return;
    if (next.pointer) {
      if (pointer) return;
      pointer = true;
    }
    if (next.base === undefined) return;
    ident = next.base;
  }
}

/** The parts of a receiver type `*T[A, B]`: whether it is a pointer, the name, and the type parameter names. */
export function unpackReceiver(type: ast.Expr): {
  readonly pointer: boolean;
  readonly base: ast.Ident | undefined;
  readonly params: readonly ast.Expr[];
  /** The expression without pointer and parentheses. */
  readonly inner: ast.Expr;
} {
  let pointer = false;
  let at = type;
  for (;;) {
    if (at.kind === "ParenExpr") at = at.x;
    else if (at.kind === "StarExpr" && !pointer) {
      pointer = true;
      at = at.x;
    } else break;
  }
  const inner = at;
  let params: readonly ast.Expr[] = [];
  if (at.kind === "IndexExpr") {
    params = at.indices;
    at = unparen(at.x);
  }
  return { pointer, base: at.kind === "Ident" ? at : undefined, params, inner };
}

/** Reports imports that nothing refers to. */
export function reportUnusedImports(c: Checker): void {
  for (const context of c.files) {
    for (const { obj, spec } of context.imports) {
      if (!obj.used && !obj.imported.broken) reportUnused(c, spec, obj.imported, obj.name);
    }
    for (const dot of context.dotImports) {
      if (!dot.used && !dot.pkg.broken) reportUnused(c, dot.spec, dot.pkg, ".");
    }
  }
}

function reportUnused(c: Checker, spec: ast.ImportSpec, pkg: Package, name: string): void {
  const last = pkg.path.slice(pkg.path.lastIndexOf("/") + 1);
  const text =
    name === "." || name === last
      ? `"${pkg.path}" imported and not used`
      : `"${pkg.path}" imported as ${name} and not used`;
  c.softError("UnusedImport", spec.pos, text);
}

/** A signature for functions whose own could not be checked. */
export function emptySignature(): Signature {
  return new Signature({ params: new TupleType([]), results: new TupleType([]) });
}
