import type { Module } from "@goes/ir";
import { signatureOf, type CheckedPackage } from "@goes/types";
import { builders } from "./builders.ts";
import { ProgramContext, type ProgramInput } from "./context.ts";
import { finishData } from "./finish.ts";

/** One package to be built for itself. */
export interface PackageInput extends Pick<ProgramInput, "files" | "report" | "countFaults" | "embeds"> {
  readonly package: CheckedPackage;
  /**
   * The packages that it imports, directly or through others, by import path, and package runtime. Without the latter,
   * functions that use maps or `select` cannot be built: an `InternalError`.
   */
  readonly imports?: ReadonlyMap<string, CheckedPackage>;
}

/**
 * Builds the Go-level SSA of every function and method of one package, for tools that look at functions; no main is needed.
 * Generic functions are there as the instances that are used. Functions of other packages are there without bodies,
 * so the module is not a program: it can be printed, verified and optimized, but not linked.
 */
export function buildPackage(input: PackageInput): Module {
  const { package: built, imports = new Map<string, CheckedPackage>(), ...rest } = input;
  const { path } = built.pkg;
  const packages = new Map([...imports, [path, built]]);
  const library = new Set([...imports.keys()].filter((imported) => imported !== path));
  const whole = { ...rest, packages, main: path, library, onePackage: true };
  const context = new ProgramContext(whole, builders);
  for (const [func, { body }] of built.info.funcDecls) {
    const { typeParams, receiverTypeParams } = signatureOf(func);
    if (body !== undefined && typeParams.length === 0 && receiverTypeParams.length === 0)
      context.useFunc(func);
  }
  do {
    context.drain();
    // What has been left out because of errors would be missed from here on.
    if (context.faults > 0) break;
  } while (finishData(context));
  return context.module;
}
