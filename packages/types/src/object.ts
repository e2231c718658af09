import type { Pos } from "@goes/source";
import type { ConstantValue } from "./constant/value.ts";
import type { Package } from "./package.ts";
import type { Scope } from "./scope.ts";
import type { Signature, Type } from "./type.ts";

/** Everything that a name can denote. `kind` discriminates. */
export type TypesObject = PkgName | Const | TypeName | Var | Func | Label | Builtin | Nil;

/** What all objects share. */
export abstract class ObjectBase<T extends Type = Type> {
  readonly pos: Pos;
  /** The package that declares the object; undefined for the universe and for labels of none. */
  readonly pkg: Package | undefined;
  readonly name: string;
  /** What {@link type} returns, without resolving the declaration. */
  knownType: T | undefined;
  /** Resolves the declaration on first use of {@link type}; cleared before it runs. Set by the checker. */
  resolve: (() => void) | undefined = undefined;
  /** The scope that declares it; undefined for fields and methods. */
  parent: Scope | undefined = undefined;
  /** Position from which the name is visible; 0 for package-level and universe objects. */
  scopePos: Pos = 0;

  constructor(pos: Pos, pkg: Package | undefined, name: string, type: T | undefined) {
    this.pos = pos;
    this.pkg = pkg;
    this.name = name;
    this.knownType = type;
  }

  /** The type. Resolves the declaration on first use; undefined only while that is going on. */
  get type(): T | undefined {
    const resolve = this.resolve;
    if (resolve !== undefined) {
      this.resolve = undefined;
      resolve();
    }
    return this.knownType;
  }

  set type(type: T | undefined) {
    this.knownType = type;
  }

  /** The name begins with an upper-case letter. */
  get exported(): boolean {
    const first = this.name.codePointAt(0) ?? 0;
    if (first < 0x80) return first >= 0x41 && first <= 0x5a;
    return /^\p{Lu}/u.test(this.name);
  }
}

/** An imported package. */
export class PkgName extends ObjectBase {
  readonly kind = "pkgname";
  readonly imported: Package;
  used = false;

  constructor(pos: Pos, pkg: Package, name: string, imported: Package, type: Type | undefined) {
    super(pos, pkg, name, type);
    this.imported = imported;
  }
}

/** A constant. `value` is undefined until it is evaluated: reading `type` does that. */
export class Const extends ObjectBase {
  readonly kind = "const";
  value: ConstantValue | undefined = undefined;
}

/** A type name: defined type, alias, type parameter or predeclared type. */
export class TypeName extends ObjectBase {
  readonly kind = "typename";

  /** The name was declared with `=`, or is another name of a predeclared type. */
  isAlias = false;
}

/** What a {@link Var} is. */
export type VarRole = "package" | "local" | "param" | "result" | "receiver" | "field";

/** A variable, parameter, result or struct field. */
export class Var extends ObjectBase {
  readonly kind = "var";
  readonly role: VarRole;
  /** For fields: embedded. */
  readonly embedded: boolean;
  /** For fields of instances: the field of the generic type; otherwise the variable itself. */
  origin: Var = this;
  /** Read somewhere. */
  used = false;

  constructor(
    pos: Pos,
    pkg: Package | undefined,
    name: string,
    type: Type | undefined,
    role: VarRole,
    embedded = false,
  ) {
    super(pos, pkg, name, type);
    this.role = role;
    this.embedded = embedded;
  }
}

/** A function, a method, or a method of an interface. */
export class Func extends ObjectBase<Signature> {
  readonly kind = "func";
  /** For methods of instances: the method of the generic type; otherwise the function itself. */
  origin: Func = this;
  /** For methods: declared with a pointer receiver. */
  pointerReceiver = false;
}

/** A label. */
export class Label extends ObjectBase {
  readonly kind = "label";
  used = false;
}

/** The names of the built-in functions, those of package unsafe with its prefix. */
export const builtinNames = [
  "append",
  "cap",
  "clear",
  "close",
  "complex",
  "copy",
  "delete",
  "imag",
  "len",
  "make",
  "max",
  "min",
  "new",
  "panic",
  "print",
  "println",
  "real",
  "recover",
  "unsafe.Add",
  "unsafe.Alignof",
  "unsafe.Offsetof",
  "unsafe.Sizeof",
  "unsafe.Slice",
  "unsafe.SliceData",
  "unsafe.String",
  "unsafe.StringData",
] as const;

/** The name of a built-in function. */
export type BuiltinName = (typeof builtinNames)[number];

/** A built-in function. */
export class Builtin extends ObjectBase {
  readonly kind = "builtin";
  readonly builtin: BuiltinName;

  constructor(builtin: BuiltinName, pkg: Package | undefined, name: string, type: Type | undefined) {
    super(0, pkg, name, type);
    this.builtin = builtin;
  }
}

/** The predeclared `nil`. */
export class Nil extends ObjectBase {
  readonly kind = "nil";
}
