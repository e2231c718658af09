import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Program } from "../generator/program.ts";
import { buildWithGo, runWithGo } from "./go-side.ts";
import { GoesSide, single, type Request } from "./goes-side.ts";
import { difference } from "./outcome.ts";

/**
 * Drops lines of a program while goes and Go differ on it. A candidate that does not compile under goes is dropped at once,
 * so that Go runs seldom.
 */
export async function reduce(
  program: Program,
  suspendEverywhere: boolean,
  stress: number | undefined,
): Promise<string> {
  const goes = new GoesSide();
  try {
    const keeps = (text: string): Promise<boolean> =>
      differs({ ...program, text }, goes, { suspendEverywhere, stress });
    return await reduceText(program.text, keeps);
  } finally {
    await goes.close();
  }
}

/** Drops lines while `keeps` holds of the rest: whole blocks first, from the largest, then single lines. */
export async function reduceText(text: string, keeps: (text: string) => Promise<boolean>): Promise<string> {
  let lines = text.split("\n");
  for (let size = lines.length; size >= 1;) {
    let smaller = false;
    for (const [from, to] of pieces(lines, size)) {
      const candidate = [...lines.slice(0, from), ...lines.slice(to)];
      if (!(await keeps(candidate.join("\n")))) continue;
      lines = candidate;
      smaller = true;
      break;
    }
    if (!smaller) size = Math.floor(size / 2);
  }
  return lines.join("\n");
}

/** Ranges of lines whose braces match, of at most `size` lines; longer ones first, later ones first. */
function pieces(lines: readonly string[], size: number): (readonly [from: number, to: number])[] {
  const out: (readonly [number, number])[] = [];
  for (let from = 0; from < lines.length; from++) {
    let depth = 0;
    for (let to = from; to < lines.length; to++) {
      depth += balance(lines[to]!);
      if (depth < 0) break;
      if (depth !== 0) continue;
      if (to + 1 - from <= size) out.push([from, to + 1]);
      break;
    }
  }
  return out.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]) || b[0] - a[0]);
}

function balance(line: string): number {
  const bare = line.replaceAll(/"(?:\\.|[^"\\])*"|`[^`]*`/g, "");
  return (bare.match(/[{(]/g)?.length ?? 0) - (bare.match(/[})]/g)?.length ?? 0);
}

async function differs(
  program: Program,
  goes: GoesSide,
  how: Pick<Request, "suspendEverywhere" | "stress">,
): Promise<boolean> {
  const found = await goes.run(single(program.text, { levels: [0, 2], ...how }));
  // A candidate that the front end refuses is none; an internal error is what may be looked for.
  if (found.some((reply) => "failed" in reply && reply.failed.startsWith("main/main.go:"))) return false;
  const directory = mkdtempSync(join(tmpdir(), "goes-reduce-"));
  try {
    const batch = await buildWithGo([program], directory);
    if (batch.refused.size > 0) return false;
    const expected = await runWithGo(batch, program.seed);
    return found.some((reply) => "failed" in reply || difference(expected, reply) !== undefined);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
