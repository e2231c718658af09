import type * as ir from "@goes/ir";
import type { Emitter } from "../function/emitter.ts";
import type { DataContext } from "../program/data-context.ts";
import type { Content, Shape } from "./requests.ts";

/** What makes the code of the synthesized functions of one kind. */
export type Generator<K extends Content["kind"]> = (
  ctx: DataContext,
  to: Emitter,
  params: readonly ir.Value[],
  content: Extract<Content, { readonly kind: K }>,
  shape: Shape,
) => void;
