import type { DiagnosticSpec } from "./spec.ts";

/** Errors of the type checker. */
export const typeCodes = {
  UndeclaredName: {
    summary: "A name is used that no declaration in scope introduces.",
    example: "var x = y",
  },
  DuplicateDecl: {
    summary: "A name is declared twice in one block, struct or interface.",
    example: "var x int\nvar x int",
  },
  InvalidDeclCycle: {
    summary: "A declaration refers to itself where that cannot be resolved; a type contains itself.",
    example: "type T struct{ t T }",
  },
  InvalidInitCycle: {
    summary: "The initial value of a variable depends on the variable itself.",
    example: "var x = f()\nfunc f() int { return x }",
  },
  MisplacedLabel: {
    summary: "A break or continue names a label of a statement that it is not in.",
    example: "func f() { L: for {}; for { break L } }",
  },
  UndeclaredLabel: { summary: "A label is used that is not declared.", example: "func f() { goto L }" },
  UnusedLabel: { summary: "A label is declared and not used.", example: "func f() { L: for {} }" },
  DuplicateLabel: {
    summary: "A label is declared twice in one function.",
    example: "func f() { L: for { break L }; L: for { break L } }",
  },
  JumpOverDecl: {
    summary: "A goto jumps over the declaration of a variable.",
    example: "func f() { goto L; var x int; _ = x; L: }",
  },
  JumpIntoBlock: {
    summary: "A goto jumps into a block that it is not in.",
    example: "func f() { goto L; { L: } }",
  },
} as const satisfies Record<string, DiagnosticSpec>;
