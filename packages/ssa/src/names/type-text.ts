import { toByteString } from "@goes/source";
import {
  signatureOf,
  typeSetOf,
  unalias,
  type ChanType,
  type Func,
  type NamedType,
  type Package,
  type Signature,
  type StructType,
  type Type,
  type Var,
} from "@goes/types";

/** How the variable parts of a type's text are written. */
export interface TypeTextStyle {
  /** A defined type. */
  readonly named: (type: NamedType) => string;
  /** A whole type, for parts of types: a chance to remember the texts. */
  readonly part: (type: Type) => string;
  /** The name of a struct field. */
  readonly field: (name: string, pkg: Package | undefined) => string;
  /** An embedded field whose type has the text `text`. */
  readonly embedded: (field: Var, text: string) => string;
  /** The name of an interface's method. */
  readonly method: (name: string, pkg: Package | undefined) => string;
}

/** The path of a package in symbols and type texts: that of the program is `main`; one that is tested keeps its own. */
export function symbolPath(pkg: Package): string {
  return pkg.path;
}

/** A name; unexported ones with the path of their package. */
export function qualifiedMember(name: string, pkg: Package | undefined): string {
  return pkg === undefined || isExported(name) ? name : `${symbolPath(pkg)}.${name}`;
}

/** Whether a name begins with an upper-case letter. */
export function isExported(name: string): boolean {
  const first = name.charCodeAt(0);
  if (first < 0x80) return first >= 0x41 && first <= 0x5a;
  return /^\p{Lu}/u.test(name);
}

/** The text of a type in the form that reflect returns, names as the style says. */
export function typeText(original: Type, style: TypeTextStyle): string {
  const type = unalias(original);
  switch (type.kind) {
    case "basic":
      return type.basic;
    case "named":
      return style.named(type);
    case "typeparam":
      return `$${type.obj.name}`;
    case "pointer":
      return `*${style.part(type.element)}`;
    case "slice":
      return `[]${style.part(type.element)}`;
    case "array":
      return `[${type.length}]${style.part(type.element)}`;
    case "map":
      return `map[${style.part(type.key)}]${style.part(type.value)}`;
    case "chan":
      return chanText(type, style);
    case "struct":
      return structText(type, style);
    case "signature":
      return `func${signatureText(type, style)}`;
    case "interface": {
      const methods = sortedMethods(typeSetOf(type).methods);
      if (methods.length === 0) return "interface {}";
      const parts = methods.map(
        (method) => style.method(method.name, method.pkg) + signatureText(signatureOf(method), style),
      );
      return `interface { ${parts.join("; ")} }`;
    }
    case "tuple":
      return `(${type.vars.map((v) => style.part(v.type!)).join(", ")})`;
    case "union":
      return type.terms.map((term) => (term.tilde ? "~" : "") + style.part(term.type)).join(" | ");
  }
}

/** Methods in the order of descriptors: by name, exported ones first, then by package. */
export function sortedMethods(methods: readonly Func[]): Func[] {
  const key = (method: Func): string =>
    `${isExported(method.name) ? 0 : 1}${method.name} ${method.pkg?.path ?? ""}`;
  return methods
    .map((method) => ({ method, key: key(method) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ method }) => method);
}

/** Parameters and results without names: `(int, ...string) (int, error)`. */
export function signatureText(signature: Signature, style: TypeTextStyle): string {
  const vars = signature.params.vars;
  const params = vars.map((param, i) => {
    const type = param.type!;
    if (!signature.variadic || i < vars.length - 1) return style.part(type);
    const slice = unalias(type);
    return slice.kind === "slice" ? `...${style.part(slice.element)}` : `...${style.part(type)}`;
  });
  const results = signature.results.vars.map((result) => style.part(result.type!));
  const head = `(${params.join(", ")})`;
  if (results.length === 0) return head;
  return results.length === 1 ? `${head} ${results[0]!}` : `${head} (${results.join(", ")})`;
}

function chanText(type: ChanType, style: TypeTextStyle): string {
  const element = style.part(type.element);
  if (type.direction === "send") return `chan<- ${element}`;
  if (type.direction === "receive") return `<-chan ${element}`;
  return element.startsWith("<-") ? `chan (${element})` : `chan ${element}`;
}

function structText(type: StructType, style: TypeTextStyle): string {
  if (type.fields.length === 0) return "struct {}";
  const fields = type.fields.map((field, i) => {
    const tag = type.tags[i] ?? "";
    const text = style.part(field.type!);
    const head = field.embedded
      ? style.embedded(field, text)
      : `${style.field(field.name, field.pkg)} ${text}`;
    return tag === "" ? head : `${head} ${quoteBytes(tag)}`;
  });
  return `struct { ${fields.join("; ")} }`;
}

/** A byte string as a Go string literal; printable bytes as they are. */
function quoteBytes(bytes: string): string {
  let out = '"';
  for (const character of bytes) {
    const code = character.charCodeAt(0);
    if (character === '"' || character === "\\") out += `\\${character}`;
    else if (character === "\n") out += "\\n";
    else if (character === "\t") out += "\\t";
    else if (code < 0x20 || code === 0x7f) out += `\\x${code.toString(16).padStart(2, "0")}`;
    else out += character;
  }
  return `${out}"`;
}

/** A text as a byte string, unless it is one of ASCII anyway. */
export function asBytes(text: string): string {
  return toByteString(text);
}
