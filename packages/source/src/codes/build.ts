import type { DiagnosticSpec } from "./spec.ts";

/** Errors of loading, building and linking. */
export const buildCodes = {
  FileNotFound: { summary: "A named file or directory does not exist or cannot be read.", example: "" },
  NoGoFiles: { summary: "A directory holds no Go file that the build constraints admit.", example: "" },
  PackageNotFound: {
    summary: "An import path names no package.",
    example: 'package main\n\nimport _ "no/such/package"\n\nfunc main() {}',
  },
  TestSignature: { summary: "A function that is named as a test has not the signature of one.", example: "" },
  PackageMismatch: { summary: "Files of one directory belong to several packages.", example: "" },
  InvalidModule: {
    summary: "A go.mod file cannot be used, or names another module than is needed.",
    example: "",
  },
  InvalidConstraint: { summary: "The build constraint of a file is not well formed.", example: "" },
  InvalidDebugSetting: {
    summary: "A `//go:debug` line names no setting, or one that cannot be had.",
    example: "",
  },
  EmbedPattern: {
    summary: "A pattern of a `//go:embed` line matches nothing that can be embedded.",
    example: "",
  },
  NotMain: { summary: "The program to build is not package main.", example: "" },
  MissingMain: { summary: "Package main has no function main.", example: "" },
  ImportCycle: { summary: "Packages import each other in a circle.", example: "" },
  ImportNotAllowed: { summary: "An internal package or a program is imported.", example: "" },
  MissingFunctionBody: { summary: "A function without a body is implemented nowhere.", example: "" },
  UndefinedSymbol: {
    summary: "A function without a body, or a linkname, refers to a symbol that nothing defines.",
    example: "",
  },
  InvalidReference: {
    summary: "A linkname refers to a symbol that the standard library does not offer.",
    example: "",
  },
  DuplicateExport: { summary: "Two functions are exported to the host under one name.", example: "" },
  FunctionTooLarge: { summary: "A function is beyond what WebAssembly engines take of one.", example: "" },
  Unsupported: { summary: "A construct that this version of goes cannot compile yet.", example: "" },
  OutputError: { summary: "The output file cannot be written.", example: "" },
} as const satisfies Record<string, DiagnosticSpec>;
