/**
 * A broken invariant of goes itself: never caused by the input. Names the stage, and the pass and function
 * where they are known; the driver adds how to report it.
 */
export class InternalError extends Error {
  override readonly name = "InternalError";

  readonly stage: string;

  constructor(stage: string, message: string) {
    super(`internal error in ${stage}: ${message}`);
    this.stage = stage;
  }
}

/** Ends an exhaustive switch: reaching it is an {@link InternalError}. */
export function assertNever(value: never, stage: string): never {
  throw new InternalError(stage, `unexpected ${JSON.stringify(value) ?? String(value)}`);
}
