import { positionPhrase } from "@goes/source";
import { largerUntyped } from "./assignable.ts";
import type { TypeEnvironment } from "./environment.ts";
import type { TypeAndValue } from "./info.ts";
import { missingMethod } from "./lookup.ts";
import { Var } from "./object.ts";
import { constraintInterface, unalias, underlying } from "./named.ts";
import { defaultType, isTyped } from "./predicates.ts";
import { isParameterized, renameTypeParams, substitute, substituteTuple } from "./substitute.ts";
import { typeString } from "./type-string.ts";
import { Signature, TupleType, type BasicType, type Type, type TypeParam } from "./type.ts";
import { coreType, typeSetOf } from "./typeset.ts";
import { Unifier } from "./unify.ts";

/** An argument of a call, for inference. */
interface InferenceArgument {
  readonly operand: TypeAndValue;
  /** The expression as written in messages. */
  readonly text: string;
}

/**
 * A problem of type inference. The type parameters must be copies made for this call (`renameTypeParams`) if the call
 * may be inside the function that declares them: arguments then mention the originals.
 */
interface InferenceRequest {
  readonly typeParams: readonly TypeParam[];
  /** Arguments that are already known, by index. */
  readonly typeArgs: readonly (Type | undefined)[];
  /** Parameters for which there are arguments, as many as `args` (variadic ones already spread). */
  readonly params: TupleType;
  readonly args: readonly InferenceArgument[];
  /** Messages name the parameter type first: a generic function is assigned to a variable of known type. */
  readonly reverse?: boolean;
}

/** Why type arguments cannot be inferred; `argument`: the index of the one that the message is about. */
interface Failure {
  readonly ok: false;
  /** Undefined: the position of the call. */
  readonly argument: number | undefined;
  readonly message: string;
}

/** All type arguments, or why they cannot be inferred (to be shown as "in call to f, …"). */
export type Inference = { readonly ok: true; readonly typeArgs: readonly Type[] } | Failure;

/** Infers type arguments from the types of arguments and constraints (spec, "Type inference"). */
export function infer(request: InferenceRequest, environment: TypeEnvironment): Inference {
  const { typeParams, typeArgs, args } = request;
  const known = [...typeArgs, ...(request.reverse === true ? args.map((arg) => arg.operand.type) : [])];
  if (known.some((type) => type !== undefined && isParameterized(typeParams, type))) {
    // A generic function refers to itself: its own type parameters are other types than those to be inferred.
    const { params, type } = renameTypeParams(typeParams, withoutTypeParams(request.params));
    return new InferenceRun({ ...request, typeParams: params, params: type }, environment).run();
  }
  return new InferenceRun(request, environment).run();
}

function failure(argument: number | undefined, message: string): Failure {
  return { ok: false, argument, message };
}

/** The state of one inference. */
class InferenceRun {
  readonly #request: InferenceRequest;
  readonly #environment: TypeEnvironment;
  readonly #params: TupleType;
  readonly #unifier: Unifier;

  constructor(request: InferenceRequest, environment: TypeEnvironment) {
    const { typeParams, typeArgs } = request;
    this.#request = request;
    this.#environment = environment;
    const known = new Map<TypeParam, Type>();
    typeParams.forEach((param, index) => {
      const arg = typeArgs[index];
      if (arg !== undefined) known.set(param, arg);
    });
    // Parameters with known type arguments are for assignability to judge, not for unification.
    this.#params = substituteTuple(withoutTypeParams(request.params), known);
    this.#unifier = new Unifier(typeParams, typeArgs, { interfaces: environment.allows("go1.21") });
  }

  run(): Inference {
    const { typeParams, typeArgs } = this.#request;
    if (typeParams.every((_, index) => typeArgs[index] !== undefined)) {
      return { ok: true, typeArgs: typeArgs as readonly Type[] };
    }
    return this.#fromArguments() ?? this.#fromConstraints() ?? this.#fromUntyped() ?? this.#result();
  }

  #write(type: Type): string {
    return typeString(type, this.#environment.qualifier);
  }

  /** Unifies the types of parameters and typed arguments. */
  #fromArguments(): Failure | undefined {
    const { typeParams, args } = this.#request;
    for (const [index, argument] of args.entries()) {
      const { type } = argument.operand;
      const parameter = this.#params.vars[index]?.type;
      if (parameter === undefined || !isTyped(type)) continue;
      if (!isParameterized(typeParams, parameter) && !isParameterized(typeParams, type)) continue;
      if (!this.#unifier.unify(parameter, type, "assign")) return this.#mismatch(index, parameter, argument);
    }
    return undefined;
  }

  #mismatch(index: number, parameter: Type, argument: InferenceArgument): Failure {
    const { typeParams, reverse } = this.#request;
    const inferred = this.#unifier.inferred(typeParams);
    // A variable that a generic function is assigned to is spoken of by its function type.
    const { type: given } = argument.operand;
    const type = this.#write(reverse === true ? underlying(given) : given);
    if (inferred.every((found) => found === undefined)) {
      const names = nameList(typeParams);
      const text = `type ${type} of ${argument.text} does not match ${this.#write(parameter)}`;
      return failure(index, `${text} (cannot infer ${names})`);
    }
    const refined = this.#substituteKnown(parameter);
    if (refined === parameter) {
      return failure(index, `type ${type} of ${argument.text} does not match ${this.#write(parameter)}`);
    }
    const inferredText = `inferred type ${this.#write(refined)} for ${this.#write(parameter)}`;
    return failure(
      index,
      reverse === true
        ? `${inferredText} does not match type ${type} of ${argument.text}`
        : `type ${type} of ${argument.text} does not match ${inferredText}`,
    );
  }

  /** A type with the type parameters replaced that have a type by now. */
  #substituteKnown(type: Type): Type {
    const known = new Map<TypeParam, Type>();
    for (const param of this.#request.typeParams) {
      const found = this.#unifier.at(param);
      if (found !== undefined) known.set(param, found);
    }
    return substitute(type, known);
  }

  /** Unifies type parameters with their constraints as long as that finds something. */
  #fromConstraints(): Failure | undefined {
    const { typeParams } = this.#request;
    for (;;) {
      const before = this.#unifier.unknowns();
      for (const param of typeParams) {
        const problem = this.#fromConstraint(param);
        if (problem !== undefined) return problem;
      }
      if (this.#unifier.unknowns() === before) return undefined;
    }
  }

  #fromConstraint(param: TypeParam): Failure | undefined {
    const known = this.#unifier.at(param);
    const core = coreTerm(param);
    const refuse = (cause: string): Failure => {
      const constraint = this.#write(param.constraint ?? constraintInterface(param));
      const text = `${param.obj.name} (type ${this.#write(known!)}) does not satisfy ${constraint}`;
      return failure(undefined, cause === "" ? text : `${text} ${cause}`);
    };
    if (core !== undefined) {
      if (known === undefined) {
        if (core.single && !core.tilde) this.#unifier.set(param, core.type);
      } else if (!this.#unifier.unify(known, core.type, "loose")) return refuse("");
    }
    if (known === undefined) return undefined;
    // The methods of the constraint say something about the other parameters, too.
    const solved = this.#substituteKnown(known);
    // The methods of a type that is not known yet cannot be compared.
    if (isParameterized(this.#request.typeParams, solved)) return undefined;
    const lacking = missingMethod(
      solved,
      constraintInterface(param),
      this.#environment,
      "implement",
      (have, want) => this.#unifier.unify(have, want, "exact"),
    );
    // With a core type, whether it has the methods is for the verification of type arguments to say.
    return lacking === undefined || core !== undefined ? undefined : refuse(lacking.cause);
  }

  /** Parameters that only untyped constants are given for get the default type of the largest kind. */
  #fromUntyped(): Failure | undefined {
    const largest = new Map<TypeParam, BasicType>();
    for (const [index, { operand }] of this.#request.args.entries()) {
      const parameter = this.#params.vars[index]?.type;
      const param = parameter === undefined ? undefined : unalias(parameter);
      const type = unalias(operand.type);
      if (param?.kind !== "typeparam" || !this.#request.typeParams.includes(param)) continue;
      if (type.kind !== "basic" || isTyped(type) || type.basic === "untyped nil") continue;
      if (this.#unifier.at(param) !== undefined) continue;
      const before = largest.get(param);
      const larger = before === undefined ? type : largerUntyped(before, type);
      if (larger === undefined) {
        const text = `mismatched types ${this.#write(before!)} and ${this.#write(type)}`;
        return failure(index, `${text} (cannot infer ${param.obj.name})`);
      }
      largest.set(param, larger);
    }
    for (const [param, type] of largest) this.#unifier.set(param, defaultType(type));
    return undefined;
  }

  /** Replaces type parameters inside the types found, until none is left. */
  #result(): Inference {
    const { typeParams, typeArgs } = this.#request;
    const inferred = this.#unifier.inferred(typeParams);
    killCycles(typeParams, inferred);
    let dirty = typeParams.map((_, index) => index).filter((index) => typeArgs[index] === undefined);
    while (dirty.length > 0) {
      const known = new Map<TypeParam, Type>();
      inferred.forEach((type, index) => {
        if (type !== undefined) known.set(typeParams[index]!, type);
      });
      dirty = dirty.filter((index) => {
        const type = inferred[index];
        if (type === undefined) return false;
        const replaced = substitute(type, known);
        if (replaced === type) return false;
        inferred[index] = withoutSolvedParams(replaced, typeParams);
        return true;
      });
    }
    const out: Type[] = [];
    for (const [index, param] of typeParams.entries()) {
      const type = inferred[index];
      if (type === undefined || isParameterized(typeParams, type)) {
        const { name, pos } = param.obj;
        return failure(undefined, `cannot infer ${name}${positionPhrase(" (declared at ", pos, ")")}`);
      }
      out.push(type);
    }
    return { ok: true, typeArgs: out };
  }
}

/** Generic functions among parameters (one is assigned to a variable) by their plain signatures. */
function withoutTypeParams(params: TupleType): TupleType {
  if (!params.vars.some((v) => v.type?.kind === "signature" && v.type.typeParams.length > 0)) return params;
  return new TupleType(
    params.vars.map((v) => {
      if (v.type?.kind !== "signature" || v.type.typeParams.length === 0) return v;
      return new Var(v.pos, v.pkg, v.name, plainSignature(v.type), v.role);
    }),
  );
}

function plainSignature(type: Signature): Signature {
  return new Signature({
    receiver: type.receiver,
    params: type.params,
    results: type.results,
    variadic: type.variadic,
  });
}

/** A generic function that was passed as an argument is not generic any more when its parameters are known. */
function withoutSolvedParams(type: Type, params: readonly TypeParam[]): Type {
  if (type.kind !== "signature" || type.typeParams.length === 0 || isParameterized(params, type)) return type;
  return plainSignature(type);
}

/** The only term of a constraint, or else its core type; `tilde` if any term has one. */
function coreTerm(
  param: TypeParam,
): { readonly type: Type; readonly tilde: boolean; readonly single: boolean } | undefined {
  const { terms } = typeSetOf(constraintInterface(param));
  if (terms === "all" || terms.length === 0) return undefined;
  const [first] = terms;
  if (terms.length === 1 && first !== undefined) {
    return { type: first.type, tilde: first.tilde, single: true };
  }
  const type = coreType(param);
  return type === undefined ? undefined : { type, tilde: terms.some((term) => term.tilde), single: false };
}

/** `P`, `P and Q`, `P, Q, and R`. */
function nameList(params: readonly TypeParam[]): string {
  const names = params.map((param) => param.obj.name);
  if (names.length < 3) return names.join(" and ");
  return `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
}

/** Forgets the types of parameters that would expand without end, as in P = []P. */
function killCycles(params: readonly TypeParam[], inferred: (Type | undefined)[]): void {
  const active = new Set<TypeParam>();
  const finished = new Set<TypeParam>();
  const follow = (param: TypeParam): void => {
    const index = params.indexOf(param);
    const type = inferred[index];
    if (type === undefined || finished.has(param)) return;
    if (active.has(param)) {
      inferred[index] = undefined;
      return;
    }
    active.add(param);
    for (const other of params) if (isParameterized([other], type)) follow(other);
    active.delete(param);
    finished.add(param);
  };
  for (const param of params) follow(param);
}
