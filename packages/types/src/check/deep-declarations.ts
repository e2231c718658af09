import { childrenOf, type Node } from "@goes/ast";
import type * as ast from "@goes/ast";
import type { TypesObject } from "../object.ts";
import type { Checker, DeclInfo, Environment } from "./checker.ts";

/**
 * The first part of a declaration, in its own environment: the object is known by its identity from then on. What is
 * returned does the rest.
 */
type Begin = (c: Checker, obj: TypesObject, info: DeclInfo) => () => void;

/** A declaration that has begun and waits for those that it needs. */
interface Frame {
  readonly env: Environment;
  readonly finish: () => void;
  readonly needs: readonly TypesObject[];
  next: number;
}

/**
 * Declares an object without recursion over chains of declarations, `var a = b + 1; var b = c + 1 …`: what its text
 * mentions is declared between its beginning and the rest of it, so that the rest finds it done. The order in which
 * declarations begin and end is the same as if each were declared where it is first met.
 */
export function declareDeep(
  c: Checker,
  first: TypesObject,
  firstInfo: DeclInfo,
  newEnv: (info: DeclInfo) => Environment,
  begin: Begin,
): void {
  const saved = c.env;
  const depth = c.path.length;
  const frames: Frame[] = [];
  const enter = (obj: TypesObject, info: DeclInfo): void => {
    const env = newEnv(info);
    c.env = env;
    c.enterObject(obj);
    const finish = begin(c, obj, info);
    frames.push({ env, finish, needs: mentionedObjects(c, info), next: 0 });
  };
  try {
    enter(first, firstInfo);
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      if (frame.next < frame.needs.length) {
        const obj = frame.needs[frame.next++]!;
        const info = c.decls.get(obj);
        if (obj.resolve === undefined || info === undefined) continue;
        obj.resolve = undefined;
        enter(obj, info);
        continue;
      }
      c.env = frame.env;
      frame.finish();
      frames.pop();
      c.leaveObject();
    }
  } finally {
    while (c.path.length > depth) c.leaveObject();
    c.env = saved;
  }
}

/**
 * The objects of the package that the text of a declaration mentions, in its order. Those that it may not mean are left
 * out (keys of composite literals can be fields), and what is looked at later (bodies of function literals).
 */
function mentionedObjects(c: Checker, info: DeclInfo): readonly TypesObject[] {
  const { roots, typeParams } = partsOf(info.node);
  const own = new Set<string>();
  for (const field of typeParams?.fields ?? []) for (const name of field.names) own.add(name.name);
  const found: TypesObject[] = [];
  const work: Node[] = roots.toReversed();
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (node.kind === "Ident") {
      if (own.has(node.name)) continue;
      const obj = info.scope.lookupParent(node.name);
      if (obj !== undefined && obj.resolve !== undefined && c.decls.has(obj)) found.push(obj);
    } else work.push(...mentioningParts(node).toReversed());
  }
  return found;
}

function partsOf(node: DeclInfo["node"]): {
  readonly roots: readonly Node[];
  readonly typeParams: ast.FieldList | undefined;
} {
  const present = (...nodes: (Node | undefined)[]): Node[] => nodes.filter((item) => item !== undefined);
  switch (node.kind) {
    case "const":
      return { roots: present(node.typ, node.init), typeParams: undefined };
    case "var":
      // With a type, the initialiser waits.
      return { roots: present(node.typ ?? node.init), typeParams: undefined };
    case "type":
      return { roots: present(node.spec.type), typeParams: node.spec.typeParams };
    case "func":
      return { roots: present(node.decl.type), typeParams: node.decl.type.typeParams };
  }
}

/** The parts of a node in which a name may be that of an object of the package. */
function mentioningParts(node: Node): readonly Node[] {
  switch (node.kind) {
    case "SelectorExpr":
      return [node.x];
    case "KeyValueExpr":
      return node.key.kind === "Ident" ? [node.value] : [node.key, node.value];
    case "FuncLit":
    case "Field":
    case "MethodSpec":
      return [node.type];
    case "FuncType":
      return node.results === undefined ? [node.params] : [node.params, node.results];
    default:
      // A name anywhere else is that of an object, or too many are found, which costs nothing.
      return childrenOf(node).map((child) => child.node);
  }
}
