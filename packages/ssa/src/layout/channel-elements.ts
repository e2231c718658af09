import { InternalError } from "@goes/source";
import { BasicType, type Type } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { irType, layoutSymbol, sizeOf } from "./ir-types.ts";

/** How the values of an element type go through a channel: in a word, or by address (ABI.md, "Channels"). */
type ChannelKind = "Word" | "Memory";

/** What a channel of the element type takes. */
export function channelKind(ctx: DataContext, element: Type): ChannelKind {
  if (sizeOf(ctx, element) === 0) return "Word";
  switch (irType(ctx, element)?.kind) {
    case undefined:
    case "slice":
    case "iface":
    case "struct":
    case "complex64":
    case "complex128":
      return "Memory";
    default:
      return "Word";
  }
}

/** Bytes of an element in the buffer, and the layout of what is in it: undefined without pointers. */
export function bufferLayout(
  ctx: DataContext,
  element: Type,
): { readonly size: number; readonly layout: string | undefined } {
  const own = sizeOf(ctx, element);
  if (own === 0) return { size: 0, layout: undefined };
  const inWord = channelKind(ctx, element) === "Word";
  const kind = irType(ctx, element)?.kind;
  // A word begins with its pointer, as strings do.
  const type = inWord && kind === "ptr" ? new BasicType("string") : element;
  return { size: inWord ? 8 : own, layout: ctx.module.layoutSymbol(layoutSymbol(ctx, type)) };
}

/** The type `runtime.waiter`: a case of a select statement. */
export function waiterType(ctx: DataContext): Type {
  const runtime = ctx.packages.find(({ pkg }) => pkg.path === "runtime");
  const type = runtime?.pkg.scope.lookup("waiter")?.type;
  if (type === undefined) throw new InternalError("ssa", "package runtime has no type waiter");
  return type;
}
