import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Outcome } from "./outcome.ts";

/** What the worker is asked: a program at some levels. */
export interface Request {
  readonly text: string;
  readonly levels: readonly (0 | 1 | 2)[];
  /** Compile them so that they suspend at every call, and verify what each stage makes. */
  readonly suspendEverywhere: boolean;
  /** Collect at one allocation in so many. */
  readonly stress: number | undefined;
}

/** What it answers for one level. */
export type Reply = Outcome | { readonly failed: string };

const limitMs = 120_000;

/** A request in work. */
interface Job {
  readonly expected: number;
  readonly replies: Reply[];
  readonly resolve: (replies: readonly Reply[]) => void;
}

/** A worker that compiles and runs programs, replaced where one does not end. */
export class GoesSide {
  private worker: Worker | undefined;
  private job: Job | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** The outcome for each level. */
  async run(request: Request): Promise<readonly Reply[]> {
    this.worker ??= this.start();
    const { worker } = this;
    return await new Promise((resolve) => {
      this.job = { expected: request.levels.length, replies: [], resolve };
      this.wait();
      worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private start(): Worker {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: "goes-worker",
      resourceLimits: { stackSizeMb: 200, maxOldGenerationSizeMb: 3000 },
    });
    worker.on("message", (reply: Reply) => {
      const { job } = this;
      if (job === undefined || worker !== this.worker) return;
      job.replies.push(reply);
      if (job.replies.length === job.expected) this.finish();
      else this.wait();
    });
    worker.on("error", (error) => {
      if (worker === this.worker) this.fail(String(error));
    });
    return worker;
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fail(`has not ended after ${limitMs / 1000} s`), limitMs);
  }

  private finish(): void {
    clearTimeout(this.timer);
    const { job } = this;
    this.job = undefined;
    job?.resolve(job.replies);
  }

  private fail(why: string): void {
    void this.worker?.terminate();
    this.worker = undefined;
    const { job } = this;
    if (job !== undefined) {
      while (job.replies.length < job.expected) job.replies.push({ failed: why });
    }
    this.finish();
  }
}
