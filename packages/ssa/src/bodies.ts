import { InternalError } from "@goes/source";
import type { BodyBuilders, ProgramContext } from "./context.ts";

/** The builders of function bodies, initialisers and literals. */
export function bodyBuilders(context: ProgramContext): BodyBuilders {
  const notWritten = (): never => {
    throw new InternalError("ssa", `not written yet: ${context.main}`);
  };
  return { buildFunc: notWritten, buildInitializer: notWritten, buildFuncLit: notWritten };
}
