import { bodyBuilders } from "../function/body-builders.ts";
import { buildVariables } from "../globals/initializers.ts";
import { generate } from "../synthesized/generate.ts";
import type { Builders, ProgramContext } from "./context.ts";

/** The builders of what is not written as a function: synthesized functions and the values of package-level variables. */
export function dataBuilders(context: ProgramContext): Pick<Builders, "buildSynthesized" | "buildVariables"> {
  return {
    buildSynthesized: (func) => {
      generate(context, func);
    },
    buildVariables: (reached) => {
      buildVariables(context, reached);
    },
  };
}

/** All builders. The context is given them, since they request functions of it and it lets them build those. */
export function builders(context: ProgramContext): Builders {
  return { ...bodyBuilders(context), ...dataBuilders(context) };
}
