import type { Module } from "@goes/ir";
import { ProgramContext, type ProgramInput } from "./context.ts";

/**
 * Builds the Go-level SSA of a whole program: everything that is reachable from the runtime's `_start`, the
 * package initialisers and exported functions. What cannot be compiled is reported, and the module then incomplete.
 */
export function buildProgram(input: ProgramInput): Module {
  const context = new ProgramContext(input);
  context.drain();
  return context.module;
}
