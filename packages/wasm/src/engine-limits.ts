import type { EmittedFunction, EmittedModule } from "./emit.ts";

/** How large the functions of a module may be. */
interface EngineLimits {
  readonly bytes: number;
  readonly locals: number;
}

/** V8 takes 7,654,321 bytes of code, and 50,000 locals together with the parameters, of which there are at most 1,000. */
const limitsOfEngines: EngineLimits = { bytes: 7_654_321, locals: 49_000 };

/** A function that engines refuse. */
export interface OversizedFunction {
  readonly func: EmittedFunction;
  /** What there is too much of. */
  readonly what: "bytes" | "locals";
  readonly count: number;
  readonly limit: number;
}

/** The functions of a module that are beyond the limits of engines, though `split-large` did what it could. */
export function oversizedFunctions(
  emitted: EmittedModule,
  limits: EngineLimits = limitsOfEngines,
): readonly OversizedFunction[] {
  return emitted.functions.flatMap((func): OversizedFunction[] => {
    const size = func.end - func.start;
    if (size > limits.bytes) return [{ func, what: "bytes", count: size, limit: limits.bytes }];
    const locals = func.end > 0 ? localsAt(emitted.bytes, func.start) : 0;
    return locals > limits.locals ? [{ func, what: "locals", count: locals, limit: limits.locals }] : [];
  });
}

/** The number of locals that a function body begins with: runs of a count and a type of one byte. */
function localsAt(bytes: Uint8Array, start: number): number {
  let at = start;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  let total = 0;
  for (let runs = number(); runs > 0; runs--) {
    total += number();
    at++;
  }
  return total;
}
