import type { Value } from "@goes/ir";
import type { FlowNode } from "../code/graph.ts";

/** What some bytes of a body do; offsets count from the start of the body. */
export type Mark =
  /** The code of a node begins. */
  | { readonly kind: "node"; readonly at: number; readonly node: FlowNode }
  /** The instruction of a value; `inverse`: of the comparison with the opposite result. */
  | {
      readonly kind: "value";
      readonly at: number;
      readonly end: number;
      readonly value: Value;
      readonly inverse: boolean;
    }
  /** The `if` of a panic.if. */
  | { readonly kind: "panicIf"; readonly at: number; readonly value: Value }
  /** The frame on the shadow stack is allocated or freed. */
  | { readonly kind: "frame"; readonly at: number; readonly end: number; readonly made: boolean };

/** Notes while a body is written what its bytes do, for {@link checkLocals}. */
export class Trace {
  /** Ascending by offset. */
  readonly marks: Mark[] = [];

  node(at: number, node: FlowNode): void {
    this.marks.push({ kind: "node", at, node });
  }

  value(at: number, end: number, value: Value): void {
    this.marks.push({ kind: "value", at, end, value, inverse: false });
  }

  inverse(at: number, end: number, value: Value): void {
    this.marks.push({ kind: "value", at, end, value, inverse: true });
  }

  panicIf(at: number, value: Value): void {
    this.marks.push({ kind: "panicIf", at, value });
  }

  frameMade(at: number, end: number): void {
    this.marks.push({ kind: "frame", at, end, made: true });
  }

  frameGivenBack(at: number, end: number): void {
    this.marks.push({ kind: "frame", at, end, made: false });
  }
}
