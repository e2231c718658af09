import { notWritten } from "./stub.ts";
import type { TypeEnvironment } from "./environment.ts";
import type { AliasType, NamedType, Signature, Type, TypeParam } from "./type.ts";

/** The instance of a generic type: one object for identical arguments. Verifies nothing. */
export function instantiateNamed(origin: NamedType, args: readonly Type[]): NamedType {
  return notWritten(origin, args);
}

/** The instance of a generic alias. Verifies nothing. */
export function instantiateAlias(origin: AliasType, args: readonly Type[]): AliasType {
  return notWritten(origin, args);
}

/** A generic function's type with its parameters replaced. Verifies nothing. */
export function instantiateSignature(signature: Signature, args: readonly Type[]): Signature {
  return notWritten(signature, args);
}

/** The first argument that does not satisfy its constraint, and why: "T does not satisfy C (missing method M)". */
export function verifyInstance(
  params: readonly TypeParam[],
  args: readonly Type[],
  environment: TypeEnvironment,
): { readonly index: number; readonly cause: string } | undefined {
  return notWritten(params, args, environment);
}
