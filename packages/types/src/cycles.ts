import { diagnostic, type Diagnostic, type DiagnosticCode } from "@goes/source";

/** One declaration of a cycle; an instance of a generic type is at the position where it is written. */
export interface CycleStep {
  readonly kind: string;
  readonly name: string;
  readonly pos: number;
}

/**
 * The error for a cycle of declarations in gc's wording, one note a step, beginning with the declaration that is first
 * in the source: "invalid recursive type T" with "T refers to U" if that is a type, "initialization cycle for x"
 * otherwise.
 */
export function cycleError(cycle: readonly CycleStep[]): Diagnostic {
  let start = 0;
  cycle.forEach((step, index) => {
    if (step.pos < cycle[start]!.pos) start = index;
  });
  return describeCycle([...cycle.slice(start), ...cycle.slice(0, start)]);
}

/** As {@link cycleError}, for a cycle whose first step is the one to begin with. */
export function describeCycle(cycle: readonly CycleStep[]): Diagnostic {
  const first = cycle[0]!;
  const isType = first.kind === "typename";
  const code: DiagnosticCode = isType ? "InvalidDeclCycle" : "InvalidInitCycle";
  const what = isType ? "invalid recursive type" : "initialization cycle";
  if (cycle.length === 1) {
    return diagnostic(code, first.pos, `${what}: ${first.name} refers to itself`);
  }
  const notes = cycle.map((step, index) => {
    const next = cycle[(index + 1) % cycle.length]!;
    return { pos: step.pos, message: `${step.name} refers to ${next.name}` };
  });
  return diagnostic(code, first.pos, isType ? `${what} ${first.name}` : `${what} for ${first.name}`, notes);
}
