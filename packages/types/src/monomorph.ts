import { diagnostic, type Diagnostic, type Pos } from "@goes/source";
import type { Info, Instance } from "./info.ts";
import { unalias } from "./named.ts";
import type { TypeName, TypesObject } from "./object.ts";
import type { Package } from "./package.ts";
import type { Scope } from "./scope.ts";
import { relativeTo, typeString, type Qualifier } from "./type-string.ts";
import type { Type, TypeParam } from "./type.ts";

/** A type parameter, or a local type whose declaration is inside a generic function. */
interface Vertex {
  readonly obj: TypeName;
  /** How much larger than some type argument this can get; grows without end in a cycle that adds something. */
  weight: number;
  incoming: Edge | undefined;
}

/** `to` is given a type argument that contains `from`. */
interface Edge {
  readonly from: Vertex;
  readonly to: Vertex;
  /** 0: the argument is `from` itself; 1: it is a larger type. */
  readonly weight: 0 | 1;
  readonly pos: Pos;
  readonly text: string;
}

/**
 * The error if a generic function or type needs instances without end, such as `func f[T any]() { f[*T]() }`: there is
 * a cycle of type arguments that grows (Griesemer et al. 2020, "Featherweight Go", nomono).
 */
export function instantiationCycle(pkg: Package, info: Info): Diagnostic | undefined {
  const graph = new InstantiationGraph(pkg, info);
  const cycle = graph.growingCycle();
  if (cycle === undefined) return undefined;
  const notes = cycle.map((edge) => {
    const { name } = edge.to.obj;
    const isParam = edge.to.obj.type?.kind === "typeparam";
    const verb = isParam ? "instantiated as" : "implicitly parameterized by";
    return { pos: edge.pos, message: `${name} ${verb} ${edge.text}` };
  });
  return diagnostic("InstantiationCycle", cycle[0]!.to.obj.pos, "instantiation cycle:", notes);
}

class InstantiationGraph {
  readonly #vertices = new Map<TypeName, Vertex>();
  readonly #edges: Edge[] = [];
  /** The type parameters that receivers declare are those of their type. */
  readonly #canonical = new Map<TypeParam, TypeParam>();
  readonly #pkg: Package;
  readonly #qualifier: Qualifier;

  constructor(pkg: Package, info: Info) {
    this.#pkg = pkg;
    this.#qualifier = relativeTo(pkg);
    if (info.instances.size === 0) return;
    for (const object of info.defs.values()) if (object.kind === "func") this.#receiver(object);
    for (const [ident, instance] of info.instances) {
      const params = paramsOf(info.uses.get(ident), instance);
      params.forEach((param, index) => {
        const arg = instance.typeArgs[index];
        if (arg !== undefined) this.#assign(param, arg, ident.pos);
      });
    }
  }

  #receiver(method: TypesObject): void {
    if (method.type?.kind !== "signature") return;
    const params = method.type.receiverTypeParams;
    let receiver = method.type.receiver?.type;
    if (params.length === 0 || receiver === undefined) return;
    receiver = unalias(receiver);
    if (receiver.kind === "pointer") receiver = unalias(receiver.element);
    if (receiver.kind !== "named") return;
    for (const [index, param] of params.entries()) {
      const declared = receiver.origin.typeParams[index];
      if (declared !== undefined) this.#canonical.set(param, declared);
    }
  }

  #vertex(obj: TypeName): Vertex {
    let vertex = this.#vertices.get(obj);
    if (vertex === undefined) this.#vertices.set(obj, (vertex = { obj, weight: 0, incoming: undefined }));
    return vertex;
  }

  #paramVertex(param: TypeParam): Vertex {
    return this.#vertex((this.#canonical.get(param) ?? param).obj);
  }

  #assign(param: TypeParam, arg: Type, pos: Pos): void {
    // Parameters of other packages cannot take part in a cycle.
    if (param.obj.pkg !== this.#pkg) return;
    const to = this.#paramVertex(param);
    const text = typeString(arg, this.#qualifier);
    const whole = unalias(arg);
    const visit = (type: Type, seen: Set<Type>): void => {
      const actual = unalias(type);
      if (actual.kind === "typeparam") {
        if (actual.obj.pkg !== this.#pkg) return;
        const weight = actual === whole ? 0 : 1;
        this.#edges.push({ from: this.#paramVertex(actual), to, weight, pos, text });
      } else if (actual.kind === "named" && actual.typeArgs.length === 0) {
        const local = this.#localType(actual.obj);
        if (local !== undefined) {
          this.#edges.push({ from: local, to, weight: actual === whole ? 0 : 1, pos, text });
        }
      } else {
        for (const part of partsOf(actual)) {
          if (seen.has(part)) continue;
          seen.add(part);
          visit(part, seen);
        }
      }
    };
    visit(arg, new Set());
  }

  /** A type declared inside a generic function depends on the type parameters in scope. */
  #localType(obj: TypeName): Vertex | undefined {
    const outermost = this.#pkg.scope;
    if (obj.pkg !== this.#pkg || obj.parent === undefined || obj.parent === outermost) return undefined;
    const present = this.#vertices.get(obj);
    if (present !== undefined) return present;
    const params: TypeParam[] = [];
    for (let scope: Scope | undefined = obj.parent; scope !== undefined && scope !== outermost;) {
      for (const object of scope.objects()) {
        if (object.kind === "typename" && object.type?.kind === "typeparam") params.push(object.type);
      }
      scope = scope.parent;
    }
    if (params.length === 0) return undefined;
    const vertex = this.#vertex(obj);
    for (const param of params) {
      const from = this.#paramVertex(param);
      this.#edges.push({ from, to: vertex, weight: 1, pos: obj.pos, text: param.obj.name });
    }
    return vertex;
  }

  /** A cycle of edges with a positive weight (Bellman and Ford's search for longest paths). */
  growingCycle(): readonly Edge[] | undefined {
    for (let changed = true; changed;) {
      changed = false;
      for (const edge of this.#edges) {
        const { from, to } = edge;
        const weight = from.weight + edge.weight;
        if (weight <= to.weight) continue;
        to.weight = weight;
        to.incoming = edge;
        changed = true;
        // A path with more weight than there are vertices goes through a cycle.
        if (weight > this.#vertices.size) return cycleThrough(to);
      }
    }
    return undefined;
  }
}

function cycleThrough(start: Vertex): readonly Edge[] {
  const seen = new Set<Vertex>();
  let vertex = start;
  while (!seen.has(vertex)) {
    seen.add(vertex);
    vertex = vertex.incoming!.from;
  }
  const cycle: Edge[] = [];
  const first = vertex;
  do {
    const edge: Edge = vertex.incoming!;
    cycle.push(edge);
    vertex = edge.from;
  } while (vertex !== first);
  return cycle;
}

function paramsOf(object: TypesObject | undefined, instance: Instance): readonly TypeParam[] {
  if (object?.kind === "func") return object.type?.typeParams ?? [];
  const { type } = instance;
  return type.kind === "named" || type.kind === "alias" ? type.origin.typeParams : [];
}

/** The types that a type is written with. */
function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case "pointer":
    case "slice":
    case "array":
    case "chan":
      return [type.element];
    case "map":
      return [type.key, type.value];
    case "struct":
      return type.fields.flatMap((field) => field.type ?? []);
    case "tuple":
      return type.vars.flatMap((v) => v.type ?? []);
    case "signature":
      return [type.params, type.results];
    case "interface":
      return [...type.methods.flatMap((method) => method.type ?? []), ...type.embeddeds];
    case "union":
      return type.terms.map((term) => term.type);
    case "named":
      return type.typeArgs;
    case "alias":
    case "basic":
    case "typeparam":
      return [];
  }
}
