/** One pass must have run before another, and why. */
export interface OrderConstraint {
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** Checked by a test; `requires` of the passes is checked with it. */
export const orderConstraints: readonly OrderConstraint[] = [
  {
    before: "simplify",
    after: "inline",
    reason: "calls with known targets are direct then, and costs are true",
  },
];
