import type * as ir from "@goes/ir";
import type * as types from "@goes/types";

/** What the data side remembers during the build of one program. */
export interface DataState {
  readonly irTypes: Map<types.Type, ir.Type | null>;
}

/** The state at the start of a build. */
export function createDataState(): DataState {
  return { irTypes: new Map() };
}
