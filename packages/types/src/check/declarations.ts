import type * as ast from "@goes/ast";
import { InternalError, positionPhrase } from "@goes/source";
import { invalidType } from "../basic.ts";
import { unknownValue } from "../constant/make.ts";
import { cycleError } from "../cycles.ts";
import { underlying, unalias } from "../named.ts";
import { Const, TypeName, Var, type Func, type TypesObject } from "../object.ts";
import { isConstType } from "../predicates.ts";
import { AliasType, InterfaceType, NamedType, TypeParam, type Type } from "../type.ts";
import { invalidRecursion } from "../valid-type.ts";
import { initConstant, initVariable, initVariables } from "./assignments.ts";
import { newEnvironment, type Checker, type DeclInfo, type Environment } from "./checker.ts";
import { declareDeep } from "./deep-declarations.ts";
import { expr } from "./expressions.ts";
import { showType } from "./operand.ts";
import { declare, emptySignature, forEachConstSpec, checkArity, otherDeclaration } from "./resolver.ts";
import { funcType } from "./signature.ts";
import { funcBody } from "./statements.ts";
import { constraintType, definedType, typeExpr } from "./type-expressions.ts";
import { Scope } from "../scope.ts";

/** Resolves an object on behalf of another package or of a rule that knows nothing of the checker. */
export function resolveObject(c: Checker, obj: TypesObject): void {
  c.run(() => {
    const info = c.decls.get(obj);
    if (info !== undefined) declareNow(c, obj, info);
  });
}

/** Gives `obj` its type (and value), unless that has been done; reports cycles of declarations. */
export function resolve(c: Checker, obj: TypesObject): void {
  const info = c.decls.get(obj);
  if (info === undefined) {
    // An imported or a local object, or a predeclared one.
    void obj.type;
    return;
  }
  if (obj.resolve !== undefined) {
    obj.resolve = undefined;
    declareNow(c, obj, info);
    return;
  }
  const start = c.pathIndex(obj);
  if (start >= 0) onCycle(c, obj, start);
}

/** Chains of declarations that are longer than this are resolved without recursion. */
const deepPath = 50;

function declareNow(c: Checker, obj: TypesObject, info: DeclInfo): void {
  if (c.path.length >= deepPath) {
    declareDeep(c, obj, info, environmentOf, beginDeclaration);
    return;
  }
  const saved = c.env;
  c.env = environmentOf(info);
  c.enterObject(obj);
  try {
    beginDeclaration(c, obj, info)();
  } finally {
    c.leaveObject();
    c.env = saved;
  }
}

function environmentOf(info: DeclInfo): Environment {
  // Only initialisers and bodies make dependencies for the order of initialisation.
  const kind = info.node.kind;
  return newEnvironment(info.scope, info.file, kind === "const" || kind === "var" ? info : undefined);
}

/** Makes the object known by its identity; the function that is returned sets its parts. */
function beginDeclaration(c: Checker, obj: TypesObject, info: DeclInfo): () => void {
  const node = info.node;
  switch (node.kind) {
    case "const":
      return () => constDecl(c, obj as Const, node.typ, node.init, node.iota, node.inherited);
    case "var":
      // `var a, b = f()`: they are declared together.
      if (node.typ === undefined && node.init !== undefined) for (const v of node.lhs) v.resolve = undefined;
      return () => packageVar(c, obj as Var, info, node);
    case "type": {
      const finish = beginType(c, obj as TypeName, node.spec);
      return () => {
        finish();
        collectMethods(c, obj as TypeName);
      };
    }
    case "func":
      return beginFunc(c, obj as Func, node.decl);
  }
}

/** The signature is known by its identity before its parts are: types in it may refer to the function. */
function beginFunc(c: Checker, func: Func, decl: ast.FuncDecl): () => void {
  const signature = emptySignature();
  func.type = signature;
  c.pendingSignatures.add(signature);
  return () => {
    Object.assign(signature, funcType(c, decl.type, decl, func));
    c.pendingSignatures.delete(signature);
    // Among the bodies of function literals, as gc does it.
    if (c.input.bodies === "all" && c.decls.get(func)?.node.kind === "func")
      c.later(() => checkFuncBody(c, func));
  };
}

/**
 * A use of an object whose declaration is being resolved. Types may refer to themselves through a definition;
 * whether that makes them infinitely large is checked elsewhere. Cycles that go through values are errors, but for
 * those of constants and variables only, which the initialisation order finds.
 */
function onCycle(c: Checker, obj: TypesObject, start: number): void {
  const cycle = c.path.slice(start);
  let values = 0;
  let definitions = 0;
  for (const member of cycle) {
    if (member.kind === "const" || member.kind === "var") values++;
    else if (member.kind === "typename") {
      if (member.knownType?.kind === "typeparam") {
        continue;
      }
      const node = c.decls.get(member)?.node;
      if (node?.kind === "type" && node.spec.assign === undefined) definitions++;
    }
  }
  if (values === cycle.length) {
    if (obj.kind === "const" || obj.knownType === undefined) {
      reportCycle(c, cycle);
      obj.type = invalidType;
    }
    return;
  }
  if (values === 0 && definitions > 0) return;
  if (obj.kind === "func") return;
  reportCycle(c, cycle);
  if (obj.kind === "const" || obj.kind === "var") obj.type = invalidType;
  else if (obj.kind === "typename" && (obj.knownType === undefined || obj.knownType.kind === "alias"))
    obj.type = invalidType;
}

/**
 * Reports a use of a value whose type is still being declared: its size or its parts are not known. Returns whether the
 * type is complete.
 */
export function requireComplete(c: Checker, type: Type): boolean {
  return c.pendingRhs.size === 0 || findPending(c, type, []);
}

/** Looks through what a value of the type consists of; `chain`: the defined types on the path. */
function findPending(c: Checker, type: Type, chain: readonly TypesObject[]): boolean {
  const plain = unalias(type);
  if (plain.kind === "array") return findPending(c, plain.element, chain);
  if (plain.kind === "struct")
    return plain.fields.every(
      (field) => field.knownType === undefined || findPending(c, field.knownType, chain),
    );
  if (plain.kind === "named") {
    if (chain.includes(plain.obj)) return true;
    if (plain.underlyingCache !== undefined) {
      return findPending(c, plain.underlyingCache, [...chain, plain.obj]);
    }
    const start = c.pendingRhs.has(plain) ? c.pathIndex(plain.obj) : -1;
    if (start < 0) return true;
    if (c.cyclicObjects.has(plain.obj)) return false;
    const cycle = c.path.slice(start);
    reportCycle(c, [...cycle, ...chain.filter((obj) => !cycle.includes(obj))]);
    return false;
  }
  return true;
}

/** Reports a cycle of declarations. */
export function reportCycle(c: Checker, cycle: readonly TypesObject[]): void {
  for (const obj of cycle) c.cyclicObjects.add(obj);
  const item = cycleError(cycle);
  // Only constants and variables that need each other's values are a matter of initialisation.
  const byValue = cycle.every((obj) => obj.kind === "const" || obj.kind === "var");
  const message = byValue
    ? item.message
    : item.message.replace(/^initialization cycle(?: for)?/, (text) =>
        text.endsWith("for") ? "invalid cycle in declaration of" : "invalid cycle in declaration",
      );
  c.softError(item.code, item.pos, message, item.notes);
}

/** Declares a constant: evaluates `init`, converting it to `typ`. */
function constDecl(
  c: Checker,
  obj: Const,
  typ: ast.Expr | undefined,
  init: ast.Expr | undefined,
  iota: number,
  inherited: boolean,
): void {
  const env = c.env;
  const savedIota = env.iota;
  const savedPos = env.errorPos;
  env.iota = iota;
  obj.value = unknownValue;
  try {
    if (typ !== undefined) {
      const type = typeExpr(c, typ);
      if (!isConstType(type)) {
        if (underlying(type) !== invalidType) {
          c.error("InvalidConstType", typ.pos, `invalid constant type ${showType(c, type)}`);
        }
        obj.type = invalidType;
        return;
      }
      obj.type = type;
    }
    if (init === undefined) {
      if (obj.knownType === undefined) obj.type = invalidType;
      return;
    }
    if (inherited) env.errorPos = obj.pos;
    const x = expr(c, init);
    initConstant(c, obj, x);
  } finally {
    env.iota = savedIota;
    env.errorPos = savedPos;
  }
}

function packageVar(c: Checker, obj: Var, info: DeclInfo, node: DeclInfo["node"] & { kind: "var" }): void {
  if (node.typ !== undefined) {
    const type = varType(c, node.typ);
    for (const v of node.lhs) {
      v.type = type;
      v.resolve = undefined;
    }
    // gc checks the initialiser at once, which decides what errors are found first. Where not all is checked, it waits
    // until it is asked for.
    if (c.input.bodies === "all") checkInitializer(c, info, node);
    return;
  }
  if (node.init === undefined) {
    obj.type = invalidType;
    return;
  }
  checkInitializer(c, info, node);
}

/** Checks the initialiser of package-level variables in the environment of their declaration. */
export function checkInitializer(c: Checker, info: DeclInfo, node: DeclInfo["node"] & { kind: "var" }): void {
  if (info.bodyChecked || node.init === undefined) return;
  info.bodyChecked = true;
  if (node.lhs.length === 1) {
    const lhs = node.lhs[0]!;
    c.targetName = lhs.name;
    const x = expr(c, node.init, lhs.knownType);
    initVariable(c, lhs, x, "variable declaration");
  } else initVariables(c, node.lhs, [node.init], undefined);
}

/** The type of a variable: constraint interfaces cannot be. */
function varType(c: Checker, e: ast.Expr): Type {
  return typeExpr(c, e, "variable");
}

/** Declares a type name, a defined type or an alias; what is returned looks at the right-hand side. */
function beginType(c: Checker, obj: TypeName, spec: ast.TypeSpec): () => void {
  if (spec.assign !== undefined) return beginAlias(c, obj, spec);
  const named = new NamedType(obj);
  obj.type = named;
  c.pendingRhs.set(named, invalidType);
  const env = c.env;
  // Before what the right-hand side delays: types that contain themselves must not be looked into.
  c.later(() => {
    const problem = invalidRecursion(named, c.soundTypes);
    if (problem !== undefined) {
      c.pass(problem);
      named.underlyingCache = invalidType;
    }
  });
  const outer = env.scope;
  if (spec.typeParams !== undefined) {
    c.requireVersion(18, firstTypeParam(spec.typeParams), "type parameter");
    env.scope = new Scope(outer, spec.pos, spec.end);
    c.info.scopes.set(spec, env.scope);
    named.typeParams = collectTypeParams(c, spec.typeParams, (list) => {
      named.typeParams = list;
    });
  }
  return () => {
    const rhs = definedType(c, spec.type, obj);
    env.scope = outer;
    finishNamed(c, named, rhs);
    if (rhs.kind === "typeparam") {
      c.error("MisplacedTypeParam", spec.type.pos, "cannot use a type parameter as RHS in type declaration");
      named.resolve = undefined;
      named.underlyingCache = invalidType;
    }
  };
}

/** Sets the underlying type of `named`, or how it will be found once the type on the right is complete. */
function finishNamed(c: Checker, named: NamedType, rhs: Type): void {
  c.pendingRhs.set(named, rhs);
  named.rhs = rhs;
  if (isPendingAlias(rhs)) {
    c.later(() => finishNamed(c, named, rhs));
    return;
  }
  const target = unalias(rhs);
  if (target.kind !== "named") {
    c.pendingRhs.delete(named);
    named.underlyingCache = target.kind === "typeparam" ? underlying(target) : target;
    return;
  }
  if (target.underlyingCache !== undefined) {
    c.pendingRhs.delete(named);
    named.underlyingCache = target.underlyingCache;
    return;
  }
  // `type A B` where B is being declared further out: a chain that comes back to A has no underlying type.
  const chain: TypesObject[] = [];
  let at: Type = named;
  while (at.kind === "named" && at.underlyingCache === undefined) {
    if (chain.length > 0 && at === named) {
      reportCycle(c, chain);
      for (const member of chain) {
        const type = member.knownType;
        if (type?.kind !== "named") continue;
        type.underlyingCache = invalidType;
        c.pendingRhs.delete(type);
      }
      return;
    }
    if (chain.includes(at.obj)) break;
    chain.push(at.obj);
    at = unalias(c.pendingRhs.get(at.origin) ?? invalidType);
  }
  c.pendingRhs.delete(named);
  named.underlyingCache = target;
}

/** Whether a type is an alias (of an alias …) whose right-hand side is still being resolved. */
function isPendingAlias(type: Type): boolean {
  const seen = new Set<Type>();
  for (let at: Type | undefined = type; at?.kind === "alias" && !seen.has(at); at = at.actual) {
    if (at.target !== undefined) return false;
    if (at.actual === undefined && at.resolve === undefined) return at.obj.knownType === at;
    seen.add(at);
  }
  return false;
}

function beginAlias(c: Checker, obj: TypeName, spec: ast.TypeSpec): () => void {
  if (spec.typeParams === undefined) c.requireVersion(9, spec.pos, "type alias");
  const env = c.env;
  const outer = env.scope;
  // What the right-hand side refers to may refer back to the alias: it does so by its identity.
  const alias = new AliasType(obj);
  obj.type = alias;
  if (spec.typeParams !== undefined) {
    c.requireVersion(23, firstTypeParam(spec.typeParams), "generic type alias");
    env.scope = new Scope(outer, spec.pos, spec.end);
    c.info.scopes.set(spec, env.scope);
    alias.typeParams = collectTypeParams(c, spec.typeParams, (list) => {
      alias.typeParams = list;
    });
  }
  return () => {
    const rhs = definedType(c, spec.type, obj);
    env.scope = outer;
    if (rhs.kind === "typeparam" && alias.typeParams.includes(rhs)) {
      c.error(
        "MisplacedTypeParam",
        spec.type.pos,
        `cannot use type parameter declared in alias declaration as RHS`,
      );
      obj.type = invalidType;
      return;
    }
    if (obj.knownType === invalidType) return;
    alias.actual = rhs;
  };
}

/** Attaches the methods that are declared for a type name, and reports names that clash. */
function collectMethods(c: Checker, obj: TypeName): void {
  const methods = c.methodsOf.get(obj);
  if (methods === undefined) return;
  const named = obj.knownType;
  if (named?.kind !== "named") return;
  const seen = new Map<string, Func>();
  for (const { func } of methods) {
    if (func.name === "_") continue;
    const other = seen.get(func.name);
    if (other !== undefined) {
      c.softError(
        "DuplicateMethod",
        func.pos,
        `method ${obj.name}.${func.name} already declared${positionPhrase(" at ", other.pos)}`,
      );
      continue;
    }
    seen.set(func.name, func);
    named.methods.push(func);
  }
  c.later(() => {
    const under = underlying(named);
    if (under.kind !== "struct") return;
    for (const field of under.fields) {
      const method = field.name === "_" ? undefined : seen.get(field.name);
      if (method !== undefined) {
        c.softError(
          "DuplicateFieldAndMethod",
          method.pos,
          `field and method with the same name ${field.name}`,
          otherDeclaration(field),
        );
      }
    }
  });
}

/** Where messages about a list of type parameters are reported. */
export function firstTypeParam(list: ast.FieldList): number {
  return list.fields[0]?.pos ?? list.pos;
}

/** Declares type parameters in the present scope and resolves their constraints. */
export function collectTypeParams(
  c: Checker,
  list: ast.FieldList,
  bind: (params: readonly TypeParam[]) => void,
): readonly TypeParam[] {
  const params: TypeParam[] = [];
  for (const field of list.fields) {
    for (const name of field.names) params.push(declareTypeParam(c, name));
  }
  params.forEach((param, i) => {
    param.index = i;
  });
  // The parameters are known to the generic type before their constraints: these may mention it.
  bind(params);
  const saved = c.env.inTypeParams;
  c.env.inTypeParams = true;
  let at = 0;
  for (const field of list.fields) {
    let bound: Type = invalidType;
    if (field.names.length > 0) {
      bound = constraintType(c, field.type);
      if (bound.kind === "typeparam") {
        c.error("MisplacedTypeParam", field.type.pos, "cannot use a type parameter as constraint");
        bound = invalidType;
      }
    }
    for (let i = 0; i < field.names.length; i++) params[at++]!.constraint = bound;
  }
  c.env.inTypeParams = saved;
  return params;
}

/** Declares one type parameter; its constraint is set later. */
export function declareTypeParam(c: Checker, name: ast.Ident): TypeParam {
  const obj = new TypeName(name.pos, c.pkg, name.name, undefined);
  const param = new TypeParam(obj, name.pos);
  param.constraint = pendingConstraint;
  obj.type = param;
  declare(c, c.env.scope, name, obj, 0);
  return param;
}

/** Stands for a constraint that has not been resolved yet. */
const pendingConstraint = new InterfaceType([]);

/** Wraps a constraint that is written as a union or a non-interface into the interface that it stands for. */
export function implicitInterface(type: Type, pos: number): Type {
  if (type.kind === "union" || underlying(type).kind !== "interface") {
    return new InterfaceType([], [type], [pos], true);
  }
  return type;
}

/** Checks the body of a function or method of the package, once. */
export function checkFuncBody(c: Checker, func: Func): void {
  const info = c.decls.get(func);
  if (info === undefined || info.bodyChecked) return;
  info.bodyChecked = true;
  const node = info.node;
  if (node.kind !== "func")
    throw new InternalError("types", `${func.name} is declared by no function declaration`);
  resolve(c, func);
  const signature = func.knownType;
  if (signature === undefined) return;
  const decl = node.decl;
  if (decl.body === undefined) {
    const linked =
      info.file.file.directives.some(
        (d) => d.name === "go:linkname" && d.text.split(/\s+/)[0] === func.name,
      ) || decl.directives.some((d) => d.name === "go:wasmimport");
    if (!c.input.allowBodyless && !linked && func.name !== "init")
      c.error("MissingFunctionBody", decl.name.pos, `missing function body`);
    else if (!c.input.allowBodyless && signature.typeParams.length > 0)
      c.error("BadDecl", decl.name.pos, "generic function is missing function body");
    return;
  }
  const scope = c.info.scopes.get(decl.type);
  const saved = c.env;
  const errors = c.errorCount;
  c.env = newEnvironment(scope ?? info.scope, info.file, info);
  try {
    funcBody(c, decl.body, signature, scope ?? info.scope);
  } finally {
    c.env = saved;
  }
  if (c.errorCount > errors) c.faultyBodies.add(func);
}

/** A declaration inside a function. */
export function declStmt(c: Checker, decl: ast.GenDecl): void {
  switch (decl.keyword) {
    case "const":
      forEachConstSpec(decl, (spec, typ, values, inherited) => {
        const top = c.delayed.length;
        const objects = spec.names.map((name, i) => {
          const obj = new Const(name.pos, c.pkg, name.name, undefined);
          constDecl(c, obj, typ, values[i], spec.iota, inherited);
          return obj;
        });
        checkArity(c, spec, values, spec.names.length, inherited);
        // Function literals in the values must not see the constants.
        if (c.delayed.length > top) c.processDelayed(top);
        spec.names.forEach((name, i) => declare(c, c.env.scope, name, objects[i]!, spec.end));
      });
      return;
    case "var":
      for (const spec of decl.specs) if (spec.kind === "VarSpec") localVars(c, spec);
      return;
    case "type":
      for (const spec of decl.specs) if (spec.kind === "TypeSpec") localType(c, spec);
      return;
    case "import":
      return;
  }
}

function localVars(c: Checker, spec: ast.VarSpec): void {
  if (spec.directives.length > 0) c.localEmbeds.push({ spec });
  const top = c.delayed.length;
  const lhs = spec.names.map((name) => new Var(name.pos, c.pkg, name.name, undefined, "local"));
  const type = spec.type === undefined ? undefined : varType(c, spec.type);
  if (type !== undefined) for (const v of lhs) v.type = type;
  if (spec.values.length === 1 && lhs.length > 1) initVariables(c, lhs, spec.values, undefined);
  else {
    lhs.forEach((v, i) => {
      const value = spec.values[i];
      if (value === undefined) {
        if (spec.values.length > 0 && v.knownType === undefined) v.type = invalidType;
        return;
      }
      c.targetName = v.name;
      initVariable(c, v, expr(c, value, v.knownType), "variable declaration");
    });
    for (const extra of spec.values.slice(lhs.length)) expr(c, extra);
    checkArity(c, spec, spec.values, lhs.length);
  }
  for (const v of lhs) v.type ??= invalidType;
  if (c.delayed.length > top) c.processDelayed(top);
  spec.names.forEach((name, i) => declare(c, c.env.scope, name, lhs[i]!, spec.end));
  if (spec.values.length !== 0 && spec.values.length !== lhs.length && spec.values.length !== 1) {
    for (const v of lhs) v.used = true;
  }
}

function localType(c: Checker, spec: ast.TypeSpec): void {
  const obj = new TypeName(spec.name.pos, c.pkg, spec.name.name, undefined);
  obj.isAlias = spec.assign !== undefined;
  declare(c, c.env.scope, spec.name, obj, spec.name.pos);
  const file = c.env.file;
  if (file !== undefined) {
    c.decls.set(obj, {
      file,
      scope: c.env.scope,
      node: { kind: "type", spec },
      deps: new Set(),
      bodyChecked: true,
    });
  }
  c.enterObject(obj);
  beginType(c, obj, spec)();
  c.leaveObject();
}
