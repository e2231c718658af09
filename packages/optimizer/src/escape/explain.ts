import type { Allocation, Func, Module, Value } from "@goes/ir";
import type { Pos } from "@goes/source";
import { CallSites } from "../coroutines/call-sites.ts";
import { objectsAt } from "./flow.ts";
import { heap, resultBit, type Levels } from "./levels.ts";
import { decide } from "./slots.ts";
import { Escapes } from "./summaries.ts";

/** What is to be said of a line of the user's program. */
export interface EscapeNote {
  readonly pos: Pos;
  readonly text: string;
}

/**
 * What becomes of the `allocations` of a module that no pass has seen yet, in gc's words and in the order of positions. Inlining,
 * which comes before the pass `escape` itself, may keep more on the stack.
 */
export function explainEscapes(module: Module): EscapeNote[] {
  const escapes = new Escapes(module, new CallSites(module));
  const onHeap = new Map<Func, ReadonlySet<Value>>();
  const heapObjects = (func: Func): ReadonlySet<Value> => {
    let found = onHeap.get(func);
    if (found === undefined) {
      const decisions = decide(func, module, escapes.of(func)!, false);
      found = new Set(decisions.filter(({ onStack }) => !onStack).map(({ value }) => value));
      onHeap.set(func, found);
    }
    return found;
  };
  const notes = new Map<string, EscapeNote>();
  const add = (pos: Pos, text: string): void => {
    notes.set(`${pos} ${text}`, { pos, text });
  };
  for (const allocation of module.allocations ?? []) {
    const found = escapes.of(allocation.func);
    if (found === undefined) continue;
    const { pos, text, kind, value, func } = allocation;
    if (kind === "param") {
      for (const line of leaksOf(allocation, found.levels)) add(pos, line);
      continue;
    }
    const escaping = found.levels.at[0][value.id] !== 0 || isOnHeap(value, heapObjects(func));
    if (kind === "variable") {
      if (escaping) add(pos, `moved to heap: ${text}`);
    } else add(pos, `${text} ${escaping ? "escapes to heap" : "does not escape"}`);
  }
  return [...notes.values()].sort((a, b) => a.pos - b.pos);
}

/** Whether a value is an object, or the slice of one, for which the stack has no room, or that a loop keeps. */
function isOnHeap(value: Value, onHeap: ReadonlySet<Value>): boolean {
  for (const object of objectsAt(value) ?? []) {
    const counted = object.op === "new" || (object.op === "new.array" && object.args[0]!.op === "const");
    if (counted && onHeap.has(object)) return true;
  }
  return false;
}

function leaksOf({ value, text, results, flat }: Allocation, { at }: Levels): string[] {
  const levelOf = (bit: number): number => at.findIndex((level) => (level[value.id]! & bit) !== 0);
  const toHeap = levelOf(heap);
  if (toHeap === 0) return [`leaking param: ${text}`];
  const lines = toHeap > 0 && flat !== true ? [`leaking param content: ${text}`] : [];
  (results ?? []).forEach((result, i) => {
    const level = levelOf(resultBit(i));
    if (level >= 0 && (level === 0 || flat !== true) && (toHeap < 0 || level < toHeap))
      lines.push(`leaking param: ${text} to result ${result} level=${level}`);
  });
  return lines.length > 0 ? lines : [`${text} does not escape`];
}
