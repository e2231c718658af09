import type { DiagnosticSpec } from "./spec.ts";

/** Errors of loading, building and linking. */
export const buildCodes = {
  FileNotFound: { summary: "A named file or directory does not exist or cannot be read.", example: "" },
  NoGoFiles: { summary: "A directory holds no Go file that the build constraints admit.", example: "" },
  PackageNotFound: {
    summary: "An import path names no package.",
    example: 'package main\n\nimport _ "no/such/package"\n\nfunc main() {}',
  },
  PackageMismatch: { summary: "Files of one directory belong to several packages.", example: "" },
  NotMain: { summary: "The program to build is not package main.", example: "" },
  MissingMain: { summary: "Package main has no function main.", example: "" },
  ImportCycle: { summary: "Packages import each other in a circle.", example: "" },
  ImportNotAllowed: { summary: "An internal package or a program is imported.", example: "" },
  MissingFunctionBody: { summary: "A function without a body is implemented nowhere.", example: "" },
  DuplicateExport: { summary: "Two functions are exported to the host under one name.", example: "" },
  Unsupported: { summary: "A construct that this version of goes cannot compile yet.", example: "" },
  OutputError: { summary: "The output file cannot be written.", example: "" },
} as const satisfies Record<string, DiagnosticSpec>;
