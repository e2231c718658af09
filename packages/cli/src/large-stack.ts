import type { Diagnostic } from "@goes/source";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { startRunner, type Runner } from "./runner.ts";

// The stack of the main thread suffices for programs as people write them, and no compilation starts anything else. What
// nests deeper, parentheses in parentheses and the like, is compiled once more by a thread with a larger stack.

const stackMegabytes = 900;

/** How deep a program may nest on the large stack: tens of kilobytes of stack a level, for every stage. */
const deepNesting = 10_000;

/** What the thread with the large stack is given: arguments of the command line, and standard input if it has been read. */
interface Request {
  readonly goesArgs: readonly string[];
  readonly input: Uint8Array | undefined;
}

/** What it sends: a program to run, or at its end the exit code. */
type Message = { readonly wasm: Uint8Array; readonly args: readonly string[] } | number;

/** Thrown where a command finds that it needs the large stack, and caught where commands are started. */
export class LargeStackNeeded extends Error {
  readonly input: Uint8Array | undefined;

  constructor(input: Uint8Array | undefined) {
    super("the program needs a larger stack");
    this.input = input;
  }
}

/** The limit of nesting for this thread; undefined: that of the compiler. */
export const maxNesting: number | undefined = isMainThread ? undefined : deepNesting;

/** Leaves a command that found a program too deep for the stack of the main thread. `input`: standard input, if it has been read. */
export function requireStack(diagnostics: readonly Diagnostic[], input: Uint8Array | undefined): void {
  if (isMainThread && diagnostics.some(({ code }) => code === "TooDeep")) throw new LargeStackNeeded(input);
}

/** Standard input that the main thread has read already. */
export function handedInput(): Uint8Array | undefined {
  return isMainThread ? undefined : (workerData as Request).input;
}

/** Carries out a command on a large stack and returns its exit code. */
export async function runOnLargeStack(
  args: readonly string[],
  input: Uint8Array | undefined,
): Promise<number> {
  const request: Request = { goesArgs: args, input };
  // The file that this is bundled into.
  const worker = new Worker(fileURLToPath(import.meta.url), {
    resourceLimits: { stackSizeMb: stackMegabytes },
    workerData: request,
    env: process.env,
  });
  let last: Message | undefined;
  await new Promise<void>((resolve, reject) => {
    worker.on("message", (message: Message) => {
      if (typeof message !== "number" || last === undefined) last = message;
    });
    worker.once("error", reject);
    worker.once("exit", () => resolve());
  });
  if (last === undefined || typeof last === "number") return last ?? 1;
  return await startRunner().run(last.wasm, last.args);
}

/** What runs the program of `goes run`: on a large stack that is left to the main thread, whose input it reads. */
export function runnerOfThread(): Runner {
  if (isMainThread) return startRunner();
  return {
    run: async (wasm, args) => {
      parentPort?.postMessage({ wasm, args } satisfies Message);
      return 0;
    },
    cancel: async () => {},
  };
}

/** In the thread with the large stack: carries out the command that it was started for. */
export function serveLargeStack(runCommand: (args: readonly string[]) => Promise<number>): void {
  if (isMainThread) return;
  const request = workerData as Partial<Request> | null;
  if (request?.goesArgs === undefined) return;
  void runCommand(request.goesArgs).then((code) => parentPort?.postMessage(code satisfies Message));
}
