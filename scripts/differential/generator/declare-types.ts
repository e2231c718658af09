import type { Generator } from "./generator.ts";
import {
  anyType,
  basic,
  basicName,
  bool,
  fieldText,
  fieldsOf,
  float64,
  int,
  integerNames,
  isEmpty,
  isStrictlyComparable,
  methodsOf,
  signatureText,
  string,
  text,
  underlying,
  type Field,
  type GoType,
  type Method,
  type NamedType,
} from "./types.ts";

/** Chooses and declares the types of a program. */
export function declareTypes(gen: Generator): void {
  const { random } = gen;
  for (const type of [int, string, bool, float64]) gen.addType(type);
  for (const name of random.shuffled(integerNames).slice(0, 2 + random.int(3))) gen.addType(basic(name));
  if (random.chance(40)) gen.addType(basic("float32"));
  if (random.chance(25)) gen.addType(basic(random.pick(["complex64", "complex128"])));
  for (let n = random.int(3); n > 0; n--) {
    named(gen, "N", random.pick(gen.types.filter((t) => t.kind === "basic")));
  }
  const interfaces = declareInterfaces(gen);
  for (let n = 1 + random.int(2); n > 0; n--) {
    structType(gen);
    containers(gen);
  }
  gen.addType(anyType);
  for (const type of interfaces) gen.addType(type);
  if (random.chance(50)) {
    gen.addType({
      kind: "func",
      params: random.chance(60) ? [gen.anyType()] : [],
      results: [gen.anyType()],
    });
  }
  if (random.chance(30)) named(gen, "S", { kind: "slice", elem: valueType(gen) });
  if (random.chance(20)) named(gen, "A", { kind: "array", length: 1 + random.int(4), elem: valueType(gen) });
  if (random.chance(15)) named(gen, "M", { kind: "map", key: string, elem: valueType(gen) });
  if (random.chance(15)) gen.addType({ kind: "struct", fields: [field(gen), field(gen)] });
}

/** The methods that types and interfaces of this program share, by name. */
const methodShapes = (gen: Generator): readonly Method[] => {
  const basics = gen.types.filter((t) => t.kind === "basic");
  const { random } = gen;
  return ["M0", "M1", "M2", "M3"].map((name) => ({
    name,
    params: Array.from({ length: random.int(3) }, () => random.pick(basics)),
    results: Array.from({ length: random.chance(80) ? 1 : random.int(3) }, () => random.pick(basics)),
  }));
};

function declareInterfaces(gen: Generator): readonly NamedType[] {
  const { random } = gen;
  const shapes = methodShapes(gen);
  gen.methodShapes.push(...shapes);
  const made: NamedType[] = [];
  for (let n = 1 + random.int(2); n > 0; n--) {
    const methods = random.shuffled(shapes).slice(0, 1 + random.int(2));
    const name = gen.fresh("I");
    const base = made.length > 0 && random.chance(40) ? made[0]! : undefined;
    const inherited = base === undefined ? [] : methodsOf(base, false);
    const own = methods.filter((m) => base === undefined || !inherited.some((i) => i.name === m.name));
    const lines = [
      ...(base === undefined ? [] : [base.name]),
      ...own.map((m) => `${m.name}${signatureText(m)}`),
    ];
    gen.declarations.push(`type ${name} interface {\n\t${lines.join("\n\t")}\n}`);
    const type: NamedType = {
      kind: "named",
      name,
      underlying: { kind: "interface", methods: [...inherited, ...own] },
      methods: [],
    };
    made.push(type);
    gen.interfaces.push(type);
  }
  return made;
}

function named(gen: Generator, prefix: string, under: GoType): NamedType {
  const name = gen.fresh(prefix);
  const alias = underlying(under);
  const type: NamedType = { kind: "named", name, underlying: alias, methods: [] };
  if (alias.kind === "struct") {
    gen.declarations.push(
      `type ${name} struct {\n${alias.fields.map((f) => `\t${fieldText(f)}\n`).join("")}}`,
    );
  } else {
    gen.declarations.push(`type ${name} ${text(under)}`);
  }
  giveMethods(gen, type);
  gen.namedTypes.push(type);
  gen.addType(type);
  return type;
}

/** Decides which methods a type will have; their bodies are made later. */
function giveMethods(gen: Generator, type: NamedType): void {
  for (const shape of gen.methodShapes) {
    if (!gen.random.chance(40)) continue;
    // Maps and slices change without a pointer.
    type.methods.push({ ...shape, pointer: gen.random.chance(40) });
  }
}

/** A type for a field or an element: no interface, no function. */
function valueType(gen: Generator): GoType {
  const { random } = gen;
  for (;;) {
    const type = random.pick(gen.types);
    const kind = underlying(type).kind;
    if (kind !== "func" && kind !== "interface" && sizeOf(type) < 24) return type;
  }
}

/** Roughly how many words a value has. */
function sizeOf(type: GoType): number {
  const under = underlying(type);
  if (under.kind === "struct") return under.fields.reduce((sum, f) => sum + sizeOf(f.type), 0);
  if (under.kind === "array") return under.length * sizeOf(under.elem);
  return 1;
}

function field(gen: Generator): Field {
  const type = gen.random.chance(10) ? anyType : valueType(gen);
  return { name: gen.fresh("f"), type };
}

function structType(gen: Generator): void {
  const { random } = gen;
  const count = random.chance(5) ? 0 : random.chance(10) ? 10 + random.int(8) : 1 + random.int(4);
  const fields = Array.from({ length: count }, () => field(gen));
  const bases = gen.namedTypes.filter((t) => t.underlying.kind === "struct");
  if (bases.length > 0 && random.chance(40)) {
    const base = random.pick(bases);
    const names = new Set(fieldsOf(base).map((f) => f.name));
    if (!fields.some((f) => names.has(f.name))) {
      fields.splice(random.int(fields.length + 1), 0, { name: base.name, type: base, embedded: true });
    }
  }
  named(gen, "T", { kind: "struct", fields });
}

function containers(gen: Generator): void {
  const { random } = gen;
  if (random.chance(75)) gen.addType({ kind: "slice", elem: valueType(gen) });
  if (random.chance(50)) {
    const elem = valueType(gen);
    // Go 1.26 has an internal error for values of some types of no elements in interfaces.
    const least = elem.kind === "basic" ? 0 : 1;
    gen.addType({ kind: "array", length: least + random.int(5), elem });
  }
  if (random.chance(50)) {
    const key = gen.typeWhere((t) => isStrictlyComparable(t) && underlying(t).kind !== "pointer")!;
    // Pointers as keys could only be compared with themselves; NaN keys cannot be found again.
    const float = (t: GoType): boolean => /float|complex/.test(basicName(t) ?? text(t));
    if (!float(key))
      gen.addType({ kind: "map", key: containsFloat(key) ? string : key, elem: valueType(gen) });
  }
  if (random.chance(60)) {
    const pointed =
      random.chance(70) && gen.namedTypes.length > 0 ? random.pick(gen.namedTypes) : valueType(gen);
    if (pointed.kind !== "pointer" && !isEmpty(pointed)) gen.addType({ kind: "pointer", elem: pointed });
  }
  if (random.chance(20)) gen.addType({ kind: "slice", elem: anyType });
}

function containsFloat(type: GoType): boolean {
  const under = underlying(type);
  if (under.kind === "struct") return under.fields.some((f) => containsFloat(f.type));
  if (under.kind === "array") return containsFloat(under.elem);
  if (under.kind === "interface" || under.kind === "pointer") return true;
  return /float|complex/.test(text(under));
}
