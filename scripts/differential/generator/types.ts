// The types of generated programs. Two types are identical where their texts are the same.

type IntegerName =
  "int8" | "int16" | "int32" | "int64" | "int" | "uint8" | "uint16" | "uint32" | "uint64" | "uint";
export type BasicName = IntegerName | "float32" | "float64" | "complex64" | "complex128" | "string" | "bool";

/** What a type parameter can be, and so what may be done with its values. */
export type Constraint = "integer" | "number" | "ordered" | "comparable" | "any";

export interface Field {
  readonly name: string;
  readonly type: GoType;
  readonly embedded?: boolean;
}

export interface Signature {
  readonly params: readonly GoType[];
  readonly results: readonly GoType[];
}

/** A method of a named type or of an interface. */
export interface Method extends Signature {
  readonly name: string;
  /** Only the pointer has it. */
  readonly pointer?: boolean;
}

export interface NamedType {
  readonly kind: "named";
  /** With its type arguments. */
  readonly name: string;
  readonly underlying: GoType;
  /** Its own methods; more are added while the program is generated. */
  readonly methods: Method[];
}

export type GoType =
  | { readonly kind: "basic"; readonly name: BasicName }
  | { readonly kind: "param"; readonly name: string; readonly constraint: Constraint }
  | NamedType
  | { readonly kind: "slice"; readonly elem: GoType }
  | { readonly kind: "array"; readonly length: number; readonly elem: GoType }
  | { readonly kind: "map"; readonly key: GoType; readonly elem: GoType }
  | { readonly kind: "pointer"; readonly elem: GoType }
  | { readonly kind: "struct"; readonly fields: readonly Field[] }
  | ({ readonly kind: "func" } & Signature)
  | { readonly kind: "interface"; readonly methods: readonly Method[] };

export const integerNames: readonly IntegerName[] = [
  "int",
  "int8",
  "int16",
  "int32",
  "int64",
  "uint",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
];

/** A basic type. */
export function basic(name: BasicName): GoType {
  return { kind: "basic", name };
}

export const int: GoType = basic("int");
export const string: GoType = basic("string");
export const bool: GoType = basic("bool");
export const float64: GoType = basic("float64");
export const anyType: GoType = { kind: "interface", methods: [] };

/** A type as Go writes it. */
export function text(type: GoType): string {
  switch (type.kind) {
    case "basic":
    case "param":
    case "named":
      return type.name;
    case "slice":
      return `[]${text(type.elem)}`;
    case "array":
      return `[${type.length}]${text(type.elem)}`;
    case "map":
      return `map[${text(type.key)}]${text(type.elem)}`;
    case "pointer":
      return `*${text(type.elem)}`;
    case "struct":
      return `struct{ ${type.fields.map(fieldText).join("; ")} }`;
    case "func":
      return `func${signatureText(type)}`;
    case "interface":
      if (type.methods.length === 0) return "any";
      return `interface{ ${type.methods.map((m) => `${m.name}${signatureText(m)}`).join("; ")} }`;
  }
}

/** A field as a struct type declares it. */
export function fieldText(field: Field): string {
  return field.embedded === true ? text(field.type) : `${field.name} ${text(field.type)}`;
}

/** Parameters and results, without names. */
export function signatureText({ params, results }: Signature): string {
  return `(${params.map(text).join(", ")})${resultsText(results)}`;
}

/** Results as they follow a parameter list. */
export function resultsText(results: readonly GoType[]): string {
  if (results.length === 0) return "";
  if (results.length === 1) return ` ${text(results[0]!)}`;
  return ` (${results.map(text).join(", ")})`;
}

export function same(a: GoType, b: GoType): boolean {
  return text(a) === text(b);
}

export function underlying(type: GoType): GoType {
  return type.kind === "named" ? type.underlying : type;
}

/** The name of the basic type below a type. */
export function basicName(type: GoType): BasicName | undefined {
  const under = underlying(type);
  return under.kind === "basic" ? under.name : undefined;
}

export function isInteger(type: GoType): boolean {
  const name = basicName(type);
  return name !== undefined && (name.startsWith("int") || name.startsWith("uint"));
}

export function isUnsigned(type: GoType): boolean {
  return basicName(type)?.startsWith("uint") === true;
}

export function isFloat(type: GoType): boolean {
  return basicName(type)?.startsWith("float") === true;
}

export function isComplex(type: GoType): boolean {
  return basicName(type)?.startsWith("complex") === true;
}

/** Bits of an integer type; int has 64. */
export function bitsOf(type: GoType): number {
  return Number(/\d+$/.exec(basicName(type) ?? "")?.[0] ?? 64);
}

/** Whether values take no memory: pointers to two of them may be equal or not. */
export function isEmpty(type: GoType): boolean {
  const under = underlying(type);
  if (under.kind === "struct") return under.fields.every((field) => isEmpty(field.type));
  return under.kind === "array" && (under.length === 0 || isEmpty(under.elem));
}

/** Whether == is allowed and never panics. */
export function isStrictlyComparable(type: GoType): boolean {
  const under = underlying(type);
  switch (under.kind) {
    case "slice":
    case "map":
    case "func":
    case "interface":
      return false;
    case "array":
      return isStrictlyComparable(under.elem);
    case "struct":
      return under.fields.every((field) => isStrictlyComparable(field.type));
    case "param":
      return under.constraint !== "any";
    case "basic":
    case "named":
    case "pointer":
      return true;
  }
}

export function isOrdered(type: GoType): boolean {
  if (type.kind === "param") return ["integer", "number", "ordered"].includes(type.constraint);
  const name = basicName(type);
  return name !== undefined && name !== "bool" && !name.startsWith("complex");
}

/** Whether a type is or contains a type parameter. */
export function hasParam(type: GoType): boolean {
  switch (type.kind) {
    case "param":
      return true;
    case "basic":
      return false;
    case "named":
      return /\b[TUKV]\b/.test(type.name);
    case "slice":
    case "array":
    case "pointer":
      return hasParam(type.elem);
    case "map":
      return hasParam(type.key) || hasParam(type.elem);
    case "struct":
      return type.fields.some((field) => hasParam(field.type));
    case "func":
      return [...type.params, ...type.results].some(hasParam);
    case "interface":
      return type.methods.some((m) => [...m.params, ...m.results].some(hasParam));
  }
}

/** The type with its parameters replaced. */
export function substitute(type: GoType, by: ReadonlyMap<string, GoType>): GoType {
  const sub = (t: GoType): GoType => substitute(t, by);
  switch (type.kind) {
    case "basic":
      return type;
    case "param":
      return by.get(type.name) ?? type;
    case "named":
      return type;
    case "slice":
      return { kind: "slice", elem: sub(type.elem) };
    case "array":
      return { kind: "array", length: type.length, elem: sub(type.elem) };
    case "pointer":
      return { kind: "pointer", elem: sub(type.elem) };
    case "map":
      return { kind: "map", key: sub(type.key), elem: sub(type.elem) };
    case "struct":
      return { kind: "struct", fields: type.fields.map((f) => ({ ...f, type: sub(f.type) })) };
    case "func":
      return { kind: "func", params: type.params.map(sub), results: type.results.map(sub) };
    case "interface":
      return {
        kind: "interface",
        methods: type.methods.map((m) => ({
          ...m,
          params: m.params.map(sub),
          results: m.results.map(sub),
        })),
      };
  }
}

/** Whether a type satisfies a constraint of the programs (`integer` … as prelude.ts declares them). */
export function satisfies(type: GoType, constraint: Constraint): boolean {
  switch (constraint) {
    case "any":
      return true;
    case "comparable":
      return isStrictlyComparable(type);
    case "integer":
      return isInteger(type);
    case "number":
      return isInteger(type) || isFloat(type);
    case "ordered":
      return isOrdered(type) && type.kind !== "param";
  }
}

/** The fields that can be selected, with those of embedded structs. */
export function fieldsOf(type: GoType): readonly Field[] {
  const under = underlying(type);
  if (under.kind !== "struct") return [];
  return under.fields.flatMap((field) =>
    field.embedded === true && field.type.kind !== "pointer" ? [field, ...fieldsOf(field.type)] : [field],
  );
}

/** The methods of a type, with promoted ones; of a pointer if `addressable`. */
export function methodsOf(type: GoType, addressable: boolean): readonly Method[] {
  if (type.kind === "interface") return type.methods;
  if (type.kind === "pointer") {
    const isNamed = type.elem.kind === "named" && type.elem.underlying.kind !== "interface";
    return isNamed ? methodsOf(type.elem, true) : [];
  }
  if (type.kind !== "named") return [];
  if (type.underlying.kind === "interface") return type.underlying.methods;
  const own = type.methods;
  const found = own.filter((m) => addressable || m.pointer !== true);
  if (type.underlying.kind !== "struct") return found;
  for (const field of type.underlying.fields) {
    if (field.embedded !== true) continue;
    for (const method of methodsOf(field.type, addressable)) {
      if (![...own, ...found].some((m) => m.name === method.name)) found.push(method);
    }
  }
  return found;
}

/** Whether values of the type can be assigned to the interface. */
export function implementsType(type: GoType, target: GoType): boolean {
  const wanted = underlying(target);
  if (wanted.kind !== "interface") return false;
  const has = methodsOf(type, false);
  return wanted.methods.every((m) =>
    has.some((h) => h.name === m.name && signatureText(h) === signatureText(m)),
  );
}
