import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Program } from "../generator/program.ts";
import type { Outcome } from "./outcome.ts";
import { asMain, sharedModule } from "./shared-module.ts";

/** What the worker is asked: a package at some levels. */
export interface Request {
  /** All files of its module. */
  readonly files: Readonly<Record<string, string>>;
  readonly directory: string;
  readonly levels: readonly (0 | 1 | 2)[];
  /** The arguments of each run. */
  readonly runs: readonly (readonly string[])[];
  /** Compile it so that it suspends at every call, and verify what each stage makes. */
  readonly suspendEverywhere: boolean;
  /** Collect at one allocation in so many. */
  readonly stress: number | undefined;
}

/** What it answers for one run at one level. */
export type Reply = Outcome | { readonly failed: string };

/** The request for a program by itself. */
export function single(
  text: string,
  options: Pick<Request, "levels" | "suspendEverywhere" | "stress">,
): Request {
  const files = { "main/go.mod": "module main\n\ngo 1.26\n", "main/main.go": text };
  return { ...options, files, directory: "main", runs: [[]] };
}

/** The request for programs that share a module. */
function shared(
  programs: readonly Program[],
  options: Pick<Request, "levels" | "suspendEverywhere" | "stress">,
): Request {
  const runs = programs.map(({ seed }) => [String(seed)]);
  return { ...options, files: sharedModule(programs), directory: "all", runs };
}

/** So long, because a machine that does other things too must not make programs differ. */
const limitMs = 600_000;

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

  /**
   * The outcomes of programs that share a module, for each level; of each one by itself if the module is not compiled or something
   * does not end.
   */
  async runShared(
    programs: readonly Program[],
    options: Pick<Request, "levels" | "suspendEverywhere" | "stress">,
  ): Promise<ReadonlyMap<number, readonly Reply[]>> {
    const replies = await this.run(shared(programs, options));
    const outcomes = new Map<number, readonly Reply[]>();
    for (const [i, { seed, text }] of programs.entries()) {
      const own = options.levels.map((_, level) => replies[level * programs.length + i]!);
      const whole = own.filter((reply): reply is Outcome => !("failed" in reply));
      outcomes.set(
        seed,
        whole.length === own.length
          ? whole.map((reply) => asMain(reply, seed))
          : await this.run(single(text, options)),
      );
    }
    return outcomes;
  }

  /** The outcome of each run at each level, those of the first level first. */
  async run(request: Request): Promise<readonly Reply[]> {
    this.worker ??= this.start();
    const { worker } = this;
    return await new Promise((resolve) => {
      this.job = { expected: request.levels.length * request.runs.length, replies: [], resolve };
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
