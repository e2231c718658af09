import { notWritten } from "./stub.ts";
import type { TypeEnvironment } from "./environment.ts";
import type { TypeAndValue } from "./info.ts";
import type { TupleType, Type, TypeParam } from "./type.ts";

/** An argument of a call, for inference. */
export interface InferenceArgument {
  readonly operand: TypeAndValue;
  /** The expression as written in messages. */
  readonly text: string;
}

/** A problem of type inference. */
export interface InferenceRequest {
  readonly typeParams: readonly TypeParam[];
  /** Arguments that are already known, by index. */
  readonly typeArgs: readonly (Type | undefined)[];
  /** Parameters for which there are arguments, as many as `args` (variadic ones already spread). */
  readonly params: TupleType;
  readonly args: readonly InferenceArgument[];
  /** Messages name the parameter type first: a generic function is assigned to a variable of known type. */
  readonly reverse?: boolean;
}

/** All type arguments, or why they cannot be inferred. */
export type Inference =
  | { readonly ok: true; readonly typeArgs: readonly Type[] }
  /** `argument`: index of the argument that the message is about; undefined: the place of the call. */
  | { readonly ok: false; readonly argument: number | undefined; readonly message: string };

/** Infers type arguments from the types of arguments and constraints (spec, "Type inference"). */
export function infer(request: InferenceRequest, environment: TypeEnvironment): Inference {
  return notWritten(request, environment);
}
