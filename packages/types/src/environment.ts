import type { Qualifier } from "./type-string.ts";
import type { Sizes } from "./sizes.ts";

/** What rules of the language depend on besides the types themselves. */
export interface TypeEnvironment {
  /** How packages are written in messages. */
  readonly qualifier: Qualifier;
  readonly sizes: Sizes;
  /** The language version in force allows what `version` (as `go1.N`) introduced. */
  readonly allows: (version: string) => boolean;
}

/** Whether a rule holds; if not, why, in gc's words (may be empty). */
export type Verdict = { readonly ok: true } | { readonly ok: false; readonly cause: string };

/** The verdict that a rule holds. */
export const holds: Verdict = { ok: true };

/** The verdict that a rule does not hold. */
export function fails(cause = ""): Verdict {
  return { ok: false, cause };
}
