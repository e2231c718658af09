import type { TypeName, Var, Func } from "./object.ts";

/** All types of Go. `kind` discriminates. Compare with `identical`, never with `===`. */
export type Type =
  | BasicType
  | NamedType
  | PointerType
  | SliceType
  | ArrayType
  | MapType
  | ChanType
  | StructType
  | TupleType
  | Signature
  | InterfaceType
  | TypeParam
  | UnionType
  | AliasType;

/** The predeclared types, the untyped types of constants, `unsafe.Pointer`, and `invalid` after an error. */
export type BasicKind =
  | "invalid"
  | "bool"
  | "int"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "uint"
  | "uint8"
  | "uint16"
  | "uint32"
  | "uint64"
  | "uintptr"
  | "float32"
  | "float64"
  | "complex64"
  | "complex128"
  | "string"
  | "unsafe.Pointer"
  | "untyped bool"
  | "untyped int"
  | "untyped rune"
  | "untyped float"
  | "untyped complex"
  | "untyped string"
  | "untyped nil";

/** A predeclared type. `byte` and `rune` are BasicTypes of their own name, identical to uint8 and int32. */
export class BasicType {
  readonly kind = "basic";
  readonly basic: BasicKind;
  /** `byte` and `rune` if written so. */
  readonly name: string;

  constructor(basic: BasicKind, name: string = basic) {
    this.basic = basic;
    this.name = name;
  }
}

/**
 * A defined type, or an instance of a generic one. What depends on the declaration is filled in lazily: use
 * {@link underlying} and the functions of `named.ts`, not the `…Cache` fields.
 */
export class NamedType {
  readonly kind = "named";
  readonly obj: TypeName;
  /** The generic type that this is an instance of; `this` otherwise. */
  readonly origin: NamedType;
  /** Empty for a type that is no instance. */
  readonly typeArgs: readonly Type[];
  /** The parameters of a generic type; empty for instances and ordinary types. */
  typeParams: readonly TypeParam[] = [];
  /** The right-hand side of the declaration, if the checker knows it: cycle messages name each step. */
  rhs: Type | undefined = undefined;
  /** Undefined until the declaration is resolved or the instance is expanded. */
  underlyingCache: Type | undefined = undefined;
  /** Completes the declaration or the instance on first use; cleared afterwards. */
  resolve: (() => void) | undefined = undefined;
  /** Declared methods in source order; those of instances are made on demand from the origin's. */
  methods: Func[] = [];
  /** For instances: the methods already made, parallel to the origin's. */
  readonly instanceMethods: (Func | undefined)[] = [];
  /** For generic types: the instances made so far, by a coarse hash of their arguments (`instantiate.ts`). */
  readonly instances: Map<string, NamedType[]> = new Map();

  constructor(obj: TypeName, origin?: NamedType, typeArgs: readonly Type[] = []) {
    this.obj = obj;
    this.origin = origin ?? this;
    this.typeArgs = typeArgs;
  }
}

/** `*element`. */
export class PointerType {
  readonly kind = "pointer";
  readonly element: Type;

  constructor(element: Type) {
    this.element = element;
  }
}

/** `[]element`. */
export class SliceType {
  readonly kind = "slice";
  readonly element: Type;

  constructor(element: Type) {
    this.element = element;
  }
}

/** `[length]element`. A length of -1 is one that could not be determined after an error. */
export class ArrayType {
  readonly kind = "array";
  readonly element: Type;
  readonly length: number;

  constructor(element: Type, length: number) {
    this.element = element;
    this.length = length;
  }
}

/** `map[key]value`. */
export class MapType {
  readonly kind = "map";
  readonly key: Type;
  readonly value: Type;

  constructor(key: Type, value: Type) {
    this.key = key;
    this.value = value;
  }
}

/** A channel type. */
export class ChanType {
  readonly kind = "chan";
  readonly direction: "both" | "send" | "receive";
  readonly element: Type;

  constructor(direction: "both" | "send" | "receive", element: Type) {
    this.direction = direction;
    this.element = element;
  }
}

/** `struct{…}`. `tags` is empty or as long as `fields`, byte strings. */
export class StructType {
  readonly kind = "struct";
  readonly fields: readonly Var[];
  readonly tags: readonly string[];

  constructor(fields: readonly Var[], tags: readonly string[] = []) {
    this.fields = fields;
    this.tags = tags;
  }
}

/** Parameters or results. */
export class TupleType {
  readonly kind = "tuple";
  readonly vars: readonly Var[];

  constructor(vars: readonly Var[]) {
    this.vars = vars;
  }
}

/** A function type. For a method, `receiver` is set; it takes no part in identity. */
export class Signature {
  readonly kind = "signature";
  readonly receiver: Var | undefined;
  /** Type parameters of a generic function. */
  readonly typeParams: readonly TypeParam[];
  /** Type parameters that a method's receiver declares. */
  readonly receiverTypeParams: readonly TypeParam[];
  readonly params: TupleType;
  readonly results: TupleType;
  /** The last parameter is `...T`; its type is then a slice. */
  readonly variadic: boolean;

  constructor(fields: {
    readonly receiver?: Var | undefined;
    readonly typeParams?: readonly TypeParam[];
    readonly receiverTypeParams?: readonly TypeParam[];
    readonly params: TupleType;
    readonly results: TupleType;
    readonly variadic?: boolean;
  }) {
    this.receiver = fields.receiver;
    this.typeParams = fields.typeParams ?? [];
    this.receiverTypeParams = fields.receiverTypeParams ?? [];
    this.params = fields.params;
    this.results = fields.results;
    this.variadic = fields.variadic ?? false;
  }
}

/** An interface. `methods` are the explicitly declared ones; the type set is computed by `typeset.ts`. */
export class InterfaceType {
  readonly kind = "interface";
  /** Filled in by the checker after construction: embedded types may refer back to the interface. */
  methods: readonly Func[];
  embeddeds: readonly Type[];
  /** Positions of the embedded elements, parallel to `embeddeds`. */
  embeddedPos: readonly number[];
  /** Made from a constraint literal such as `[T ~int]`. */
  readonly implicit: boolean;
  /** False while the checker still adds methods and embedded elements: the type set is not cached then. */
  complete = true;
  /** Computed by `typeSetOf`; undefined until then. */
  typeSetCache: unknown = undefined;

  constructor(
    methods: readonly Func[],
    embeddeds: readonly Type[] = [],
    embeddedPos: readonly number[] = [],
    implicit = false,
  ) {
    this.methods = methods;
    this.embeddeds = embeddeds;
    this.embeddedPos = embeddedPos;
    this.implicit = implicit;
  }
}

/** A type parameter. Two are identical only if they are the same object. */
export class TypeParam {
  readonly kind = "typeparam";
  readonly obj: TypeName;
  /** Unique in a program except for the copies that inference makes; orders type parameters. */
  readonly id: number;
  /** Index in its list; -1 until bound. */
  index = -1;
  /** The constraint as written; its underlying type is an interface once the declaration is complete. */
  constraint: Type | undefined = undefined;

  constructor(obj: TypeName, id: number) {
    this.obj = obj;
    this.id = id;
  }
}

/** One term of a union. */
export interface UnionTerm {
  readonly tilde: boolean;
  readonly type: Type;
}

/** `A | ~B` in a constraint. */
export class UnionType {
  readonly kind = "union";
  readonly terms: readonly UnionTerm[];

  constructor(terms: readonly UnionTerm[]) {
    this.terms = terms;
  }
}

/** The type that an alias declaration introduces; `unalias` sees through it. */
export class AliasType {
  readonly kind = "alias";
  readonly obj: TypeName;
  readonly origin: AliasType;
  readonly typeArgs: readonly Type[];
  typeParams: readonly TypeParam[] = [];
  /** For generic aliases: the instances made so far, by a coarse hash of their arguments. */
  readonly instances: Map<string, AliasType[]> = new Map();
  /** The type on the right; undefined until resolved. */
  actual: Type | undefined = undefined;
  /** The end of a long chain of aliases, once it has been looked up. */
  target: Exclude<Type, AliasType> | undefined = undefined;
  resolve: (() => void) | undefined = undefined;

  constructor(obj: TypeName, origin?: AliasType, typeArgs: readonly Type[] = []) {
    this.obj = obj;
    this.origin = origin ?? this;
    this.typeArgs = typeArgs;
  }
}
