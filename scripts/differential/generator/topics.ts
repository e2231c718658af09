import { exits } from "./exits.ts";
import { language } from "./language.ts";
import { memory } from "./memory.ts";
import { order } from "./order.ts";
import type { Program } from "./program.ts";
import { Random } from "./random.ts";
import { versions } from "./versions.ts";
import { waiting } from "./waiting/program.ts";

/** A kind of program. */
export interface Topic {
  readonly name: string;
  /** How often it is chosen, against the others. */
  readonly weight: number;
  /** The program of a seed: always the same. */
  readonly generate: (seed: number) => Program;
}

/** All of them; another is a file and a row. */
export const topics: readonly Topic[] = [language, waiting, exits, order, versions, memory];

/** The topic of a seed, or the one of that name. */
export function topicOf(seed: number, name?: string): Topic {
  // Another sequence than that of the program.
  return topics.find((topic) => topic.name === name) ?? new Random(seed ^ 0x5bd1e995).weighted(topics);
}

/** The program of a seed: always the same; of one topic, or of the one that the seed decides. */
export function generateProgram(seed: number, topic?: string): Program {
  return topicOf(seed, topic).generate(seed);
}
