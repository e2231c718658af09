/** What a stage took. */
export interface StageTime {
  readonly stage: string;
  readonly milliseconds: number;
}

/** Times the stages of a compilation by a clock of the host; without one every time is 0. */
export class StageClock {
  readonly times: StageTime[] = [];
  readonly #now: () => number;

  constructor(now: () => number = () => 0) {
    this.#now = now;
  }

  /** Runs a stage and records its time. */
  run<T>(stage: string, action: () => T): T {
    const start = this.#now();
    try {
      return action();
    } finally {
      this.times.push({ stage, milliseconds: this.#now() - start });
    }
  }
}
