import { InternalError } from "@goes/source";

/** Stands in for a body that is to come. */
export function notWritten(..._unused: readonly unknown[]): never {
  throw new InternalError("types", "not written yet");
}
