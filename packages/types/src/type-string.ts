import { quote } from "./constant/format.ts";
import { constraintInterface, unalias, underlying } from "./named.ts";
import type { Func, TypeName, TypesObject, Var } from "./object.ts";
import type { Package } from "./package.ts";
import { emptyInterface, invalidType } from "./basic.ts";
import type {
  AliasType,
  ChanType,
  InterfaceType,
  NamedType,
  Signature,
  StructType,
  TupleType,
  Type,
  TypeParam,
} from "./type.ts";

/** How a package is written before its names; "" leaves it out. */
export type Qualifier = (pkg: Package) => string;

/** Writes no package for names of `pkg` itself, and for others their name. */
export function relativeTo(pkg: Package | undefined): Qualifier {
  return (other) => (other === pkg ? "" : other.name);
}

/** Writes the full path of every package; that of a program is main, as gc has it. */
export function fullPath(pkg: Package): string {
  return pkg.name === "main" ? "main" : pkg.path;
}

/** Whether the names of parameters are written. */
type ParamNames = "names" | "no names";

/** What writing a type needs to know. */
interface Style {
  readonly qualifier: Qualifier;
  readonly names: ParamNames;
}

/** A type as gc prints it in messages. The default qualifier writes the package path. */
export function typeString(type: Type, qualifier: Qualifier = fullPath): string {
  return write(type, { qualifier, names: "names" });
}

/** Parameters and results as in `(x int) (y string)`, without `func`; type parameters first. */
export function signatureString(signature: Signature, qualifier: Qualifier = fullPath): string {
  return writeSignature(signature, { qualifier, names: "names" });
}

/** A method as the have and want lines of a message show it: `m(int) string`. */
export function methodString(method: Func, signature: Signature, qualifier: Qualifier = fullPath): string {
  return method.name + writeSignature(signature, { qualifier, names: "no names" });
}

function write(type: Type | undefined, style: Style): string {
  if (type === undefined) return "<nil>";
  switch (type.kind) {
    case "basic":
      return type.name;
    case "named":
    case "alias":
      return writeNamed(type, style);
    case "typeparam":
      return type.obj.name;
    case "pointer":
      return `*${write(type.element, style)}`;
    case "slice":
      return `[]${write(type.element, style)}`;
    case "array":
      return `[${type.length}]${write(type.element, style)}`;
    case "map":
      return `map[${write(type.key, style)}]${write(type.value, style)}`;
    case "chan":
      return writeChan(type, style);
    case "struct":
      return writeStruct(type, style);
    case "tuple":
      return writeTuple(type, false, style);
    case "signature":
      return `func${writeSignature(type, style)}`;
    case "interface":
      return writeInterface(type, style);
    case "union":
      return type.terms.map((term) => (term.tilde ? "~" : "") + write(term.type, style)).join(" | ");
  }
}

function writeNamed(type: NamedType | AliasType, style: Style): string {
  const name = qualifiedName(type.obj, style);
  if (type.typeArgs.length > 0) {
    return `${name}[${type.typeArgs.map((arg) => write(arg, style)).join(", ")}]`;
  }
  return type.typeParams.length > 0 ? name + writeTypeParams(type.typeParams, style) : name;
}

function qualifiedName(object: TypesObject, style: Style): string {
  const prefix = object.pkg === undefined ? "" : style.qualifier(object.pkg);
  return prefix === "" ? object.name : `${prefix}.${object.name}`;
}

function writeChan(type: ChanType, style: Style): string {
  const element = write(type.element, style);
  if (type.direction === "send") return `chan<- ${element}`;
  if (type.direction === "receive") return `<-chan ${element}`;
  // chan (<-chan T) needs its parentheses.
  return type.element.kind === "chan" && type.element.direction === "receive"
    ? `chan (${element})`
    : `chan ${element}`;
}

function writeStruct(type: StructType, style: Style): string {
  const fields = type.fields.map((field, index) => {
    const tag = type.tags[index] ?? "";
    const text = field.embedded ? write(field.type, style) : `${field.name} ${write(field.type, style)}`;
    return tag === "" ? text : `${text} ${quote(tag)}`;
  });
  return `struct{${fields.join("; ")}}`;
}

function writeInterface(type: InterfaceType, style: Style): string {
  // What the alias any stands for keeps its name, as in gc.
  if (type === emptyInterface) return "any";
  if (type.implicit && type.methods.length === 0 && type.embeddeds.length === 1) {
    return write(type.embeddeds[0], style);
  }
  const elements = type.methods.map((method) =>
    method.type === undefined ? method.name : method.name + writeSignature(method.type, style),
  );
  for (const embedded of type.embeddeds) elements.push(write(embedded, style));
  return `${type.implicit ? "/* implicit */ " : ""}interface{${elements.join("; ")}}`;
}

function writeSignature(signature: Signature, style: Style): string {
  const typeParams = signature.typeParams.length > 0 ? writeTypeParams(signature.typeParams, style) : "";
  const params = writeTuple(signature.params, signature.variadic, style);
  const results = signature.results.vars;
  if (results.length === 0) return typeParams + params;
  const first = results[0]!;
  if (results.length === 1 && (style.names === "no names" || first.name === "")) {
    return `${typeParams}${params} ${write(first.type, style)}`;
  }
  return `${typeParams}${params} ${writeTuple(signature.results, false, style)}`;
}

function writeTuple(tuple: TupleType, variadic: boolean, style: Style): string {
  const last = tuple.vars.length - 1;
  const parts = tuple.vars.map((v, index) => {
    const name = style.names === "names" && v.name !== "" ? `${v.name} ` : "";
    if (!variadic || index < last) return name + write(v.type, style);
    // append([]byte, string...) has a string there.
    return v.type?.kind === "slice"
      ? `${name}...${write(v.type.element, style)}`
      : `${name}${write(v.type, style)}...`;
  });
  return `(${parts.join(", ")})`;
}

function writeTypeParams(params: readonly TypeParam[], style: Style): string {
  let text = "[";
  let previous: Type | undefined;
  params.forEach((param, index) => {
    if (index > 0) {
      if (param.constraint !== previous) text += ` ${write(previous ?? invalidType, style)}`;
      text += ", ";
    }
    previous = param.constraint;
    text += param.obj.name;
  });
  if (params.length > 0 && previous !== undefined) text += ` ${write(previous, style)}`;
  return `${text}]`;
}

/** An object as gc prints it: `var x int`, `func (T).m()`, `type T struct{}`. */
export function objectString(object: TypesObject, qualifier: Qualifier = fullPath): string {
  const style: Style = { qualifier, names: "names" };
  switch (object.kind) {
    case "pkgname": {
      const { path } = object.imported;
      const shown = path === "" || path === object.name ? "" : ` (${quote(path)})`;
      return `package ${object.name}${shown}`;
    }
    case "const":
      return `const ${outerName(object, style)}${typeSuffix(object.type, style)}`;
    case "var":
      return varString(object, style);
    case "func":
      return `func ${funcName(object, style)}${object.type === undefined ? "" : writeSignature(object.type, style)}`;
    case "typename":
      return typeNameString(object, style);
    case "label":
      return `label ${object.name}`;
    case "builtin":
      return `builtin ${object.name}`;
    case "nil":
      return "nil";
  }
}

function typeSuffix(type: Type | undefined, style: Style): string {
  return type === undefined ? "" : ` ${write(type, style)}`;
}

/** Package-level names carry their package. */
function outerName(object: TypesObject, style: Style): string {
  const packageLevel = object.pkg !== undefined && object.parent === object.pkg.scope;
  return packageLevel ? qualifiedName(object, style) : object.name;
}

function varString(object: Var, style: Style): string {
  const word = object.role === "field" ? "field" : "var";
  return `${word} ${outerName(object, style)}${typeSuffix(object.type, style)}`;
}

function funcName(object: Func, style: Style): string {
  const receiver = object.type?.receiver?.type;
  if (receiver === undefined) return outerName(object, style);
  // The receiver of a method of an unnamed interface is that interface: too long to be of use.
  const text = unalias(receiver).kind === "interface" ? "interface" : write(receiver, style);
  return `(${text}).${object.name}`;
}

function typeNameString(object: TypeName, style: Style): string {
  const head = `type ${outerName(object, style)}`;
  const { type } = object;
  if (type === undefined) return head;
  if (type.kind === "basic") return object.isAlias ? `${head} = ${type.basic}` : head;
  if (type.kind === "typeparam")
    return `${head} ${write(type.constraint ?? constraintInterface(type), style)}`;
  if (type.kind === "alias") {
    const params = type.typeParams.length > 0 ? writeTypeParams(type.typeParams, style) : "";
    return `${head}${params} = ${write(type.actual ?? invalidType, style)}`;
  }
  if (type.kind === "named") {
    const params = type.typeParams.length > 0 ? writeTypeParams(type.typeParams, style) : "";
    return `${head}${params} ${write(underlying(type), style)}`;
  }
  return `${head} = ${write(type, style)}`;
}
