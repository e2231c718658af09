import type { DiagnosticSpec } from "./spec.ts";

/** Errors of the type checker. */
export const typeCodes = {
  UndeclaredName: {
    summary: "A name is used that no declaration in scope introduces.",
    example: "var x = y",
  },
} as const satisfies Record<string, DiagnosticSpec>;
