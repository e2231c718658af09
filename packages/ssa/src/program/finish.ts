import type { DataContext } from "./data-context.ts";
import { markRecoveringWrappers } from "../synthesized/recovering.ts";
import { expandDescriptors } from "../descriptors/expand-descriptors.ts";
import { writeDescriptors } from "../descriptors/write-descriptors.ts";

/**
 * When the worklist is empty: completes what depends on the whole program. May put work on the worklist again, and is
 * then to be called once more after draining; returns whether it did.
 */
export function finishData(ctx: DataContext): boolean {
  expandDescriptors(ctx);
  if (ctx.hasWork()) return true;
  writeDescriptors(ctx);
  markRecoveringWrappers(ctx);
  return false;
}
