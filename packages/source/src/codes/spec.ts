/** What the table says of one diagnostic code. */
export interface DiagnosticSpec {
  /** One sentence: when the code is reported. */
  readonly summary: string;
  /**
   * A minimal program that is reported with exactly this code, once. Without a package clause it is taken as the body of
   * `package p`. Empty if no source text can cause it (a missing file, say).
   */
  readonly example: string;
}
