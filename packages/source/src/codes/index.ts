import { buildCodes } from "./build.ts";
import type { DiagnosticSpec } from "./spec.ts";
import { syntaxCodes } from "./syntax.ts";
import { typeCodes } from "./types.ts";

export type { DiagnosticSpec } from "./spec.ts";

/** Every diagnostic that goes can report, by code. */
export const diagnosticCodes = { ...syntaxCodes, ...typeCodes, ...buildCodes } as const;

/** The name of a diagnostic in the table. */
export type DiagnosticCode = keyof typeof diagnosticCodes;

/** The row of the table for `code`. */
export function diagnosticSpec(code: DiagnosticCode): DiagnosticSpec {
  return diagnosticCodes[code];
}
