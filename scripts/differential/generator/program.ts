/** A generated program. */
export interface Program {
  readonly seed: number;
  /** Its only file, of package main. */
  readonly text: string;
  /** It cannot share a process with others, because it does something before main begins. */
  readonly alone: boolean;
}
