/** The text form of the IR is malformed. Thrown by {@link parseFunc} and {@link parseModule}; nothing else is. */
export class IrSyntaxError extends Error {
  override readonly name = "IrSyntaxError";

  /** The line of the text, from 1. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.line = line;
  }
}
