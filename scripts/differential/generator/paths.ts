import type { Generator, Site } from "./generator.ts";
import type { Variable } from "./scope.ts";
import { basicName, fieldsOf, underlying, type GoType } from "./types.ts";

/** A way from a variable to something that it holds or reaches. */
export interface Path {
  readonly text: string;
  readonly type: GoType;
  readonly variable: Variable;
  /** It can be assigned if the variable can, and its address taken. */
  readonly addressable: boolean;
  /** Goes through a pointer, a slice or a map. */
  readonly indirect: boolean;
  readonly panics: boolean;
}

/** All paths that can be read at a site; one index is chosen for each array, slice and map. */
export function readablePaths(gen: Generator, site: Site): readonly Path[] {
  const shared = site.mode !== "traced";
  const out: Path[] = [];
  for (const { variable } of site.scope.visible()) {
    if (variable.shared && !shared) continue;
    extend(gen, site, start(variable), out, 3);
  }
  return out;
}

/** All paths that can be assigned at a site. */
export function writablePaths(gen: Generator, site: Site): readonly Path[] {
  const out: Path[] = [];
  const assignable = new Set(site.scope.writable());
  for (const { variable } of site.scope.visible()) {
    const before = out.length;
    extend(gen, site, start(variable), out, 3);
    // What a variable that cannot be assigned points to can be.
    const kept = out
      .splice(before)
      .filter((path) => path.addressable && (path.indirect || assignable.has(variable)));
    out.push(...kept);
  }
  return out;
}

function start(variable: Variable): Path {
  return {
    text: variable.name,
    type: variable.type,
    variable,
    addressable: true,
    indirect: false,
    panics: false,
  };
}

function extend(gen: Generator, site: Site, path: Path, out: Path[], steps: number): void {
  out.push(path);
  if (steps === 0) return;
  const under = underlying(path.type);
  const next = (fields: Partial<Path> & { readonly text: string; readonly type: GoType }): void =>
    extend(gen, site, { ...path, ...fields }, out, steps - 1);
  const risky = site.mode === "risky" && site.risk.left > 0 && !path.panics;
  switch (under.kind) {
    case "struct":
      for (const field of fieldsOf(path.type)) next({ text: `${path.text}.${field.name}`, type: field.type });
      return;
    case "array":
      if (under.length > 0) {
        next({ text: `${path.text}[${arrayIndex(gen, site, under.length)}]`, type: under.elem });
      }
      return;
    case "slice":
      if (site.mode === "traced") return;
      if (risky) {
        next({ text: `${path.text}[${gen.random.int(4)}]`, type: under.elem, indirect: true, panics: true });
      } else {
        gen.need("at");
        const index = gen.random.int(5);
        next({ text: `at(${path.text}, ${index})`, type: under.elem, indirect: true, addressable: false });
      }
      return;
    case "pointer":
      if (!risky) return;
      if (underlying(under.elem).kind === "struct" && gen.random.chance(80)) {
        for (const field of fieldsOf(under.elem)) {
          next({ text: `${path.text}.${field.name}`, type: field.type, indirect: true, panics: true });
        }
        return;
      }
      next({ text: `(*${path.text})`, type: under.elem, indirect: true, panics: true });
      return;
    case "basic":
    case "func":
    case "interface":
    case "map":
    case "named":
    case "param":
      break;
  }
}

/** An index that is always within an array. */
function arrayIndex(gen: Generator, site: Site, length: number): string {
  const constant = String(gen.random.int(length));
  if (gen.random.chance(60)) return constant;
  const shared = site.mode !== "traced";
  const candidates = site.scope
    .visible()
    .filter(({ variable }) => (shared || !variable.shared) && indexNames.has(basicName(variable.type) ?? ""));
  if (candidates.length === 0) return constant;
  const { variable } = gen.random.pick(candidates);
  if (basicName(variable.type)!.startsWith("uint")) return `${variable.name}%${length}`;
  return `uint(${variable.name})%${length}`;
}

const indexNames: ReadonlySet<string> = new Set([
  "int",
  "int32",
  "int64",
  "uint",
  "uint16",
  "uint32",
  "uint64",
  "int8",
]);
