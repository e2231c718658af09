import { lower } from "../lower/lower.ts";
import { goLevel } from "./go-level.ts";
import { passesOf, type Stage } from "./stage.ts";
import { wasmLevel } from "./wasm-level.ts";

/** A part of the pipeline; after `go` all functions are on the Go level, after the others on the wasm level. */
export type PipelinePart = "go" | "lowering" | "wasm";

/** The stages of each part. */
const parts: Readonly<Record<PipelinePart, readonly Stage[]>> = {
  go: goLevel,
  lowering: [{ name: "lower", funcs: "all", steps: [{ from: 0, pass: lower }] }],
  wasm: wasmLevel,
};

/** The order in which a program is optimised, up to the end of a part. */
export function pipelineUpTo(last: PipelinePart): readonly Stage[] {
  switch (last) {
    case "go":
      return parts.go;
    case "lowering":
      return [...parts.go, ...parts.lowering];
    case "wasm":
      return [...parts.go, ...parts.lowering, ...parts.wasm];
  }
}

/** The order in which a program is optimised. */
export const pipeline: readonly Stage[] = pipelineUpTo("wasm");

/** The last part in which a pass of that name runs; undefined: there is no such pass. */
export function lastPartOf(passName: string): PipelinePart | undefined {
  const runsIn = (part: PipelinePart): boolean =>
    parts[part].some((stage) => passesOf(stage).some(({ name }) => name === passName));
  return (["wasm", "lowering", "go"] as const).find(runsIn);
}
