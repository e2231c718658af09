import * as ir from "@goes/ir";
import { Emitter } from "../function/emitter.ts";
import type { DataContext } from "../program/data-context.ts";
import { linkAdapter } from "../linking/link-adapter.ts";
import { callThunk, finalizerThunk, makeThunk } from "./call-thunks.ts";
import { equal, equalValues } from "./equality.ts";
import type { Generator } from "./generator.ts";
import { hash } from "./hash.ts";
import type { Content, SynthesizedFunc } from "./requests.ts";
import {
  boundMethod,
  functionThunk,
  interfaceWrapper,
  intrinsicThunk,
  methodWrapper,
  reflectedMethod,
} from "./wrappers.ts";

const generators: { readonly [K in Content["kind"]]: Generator<K> } = {
  interfaceWrapper,
  methodWrapper,
  boundMethod,
  reflectedMethod,
  functionThunk,
  intrinsicThunk,
  equal,
  equalValues,
  hash,
  callThunk,
  finalizerThunk,
  makeThunk,
  linkAdapter,
};

/** Makes the code of a function that was asked for. */
export function generate(ctx: DataContext, { symbol, shape, content }: SynthesizedFunc): void {
  const func = new ir.Func(symbol, shape.params, shape.results);
  func.origin = shape.wraps === undefined ? "compiler" : ctx.originOf(shape.wraps.pkg);
  func.wrapper = shape.wraps !== undefined;
  func.closure = shape.closure ?? false;
  func.calledByRuntime = shape.calledByRuntime ?? false;
  ctx.module.funcs.set(symbol, func);
  const to = new Emitter(func);
  const params = shape.params.map((_, i) => to.param(i));
  // The kind says which generator takes the content.
  const generator = generators[content.kind] as Generator<Content["kind"]>;
  generator(ctx, to, params, content, shape);
  to.finish();
}
