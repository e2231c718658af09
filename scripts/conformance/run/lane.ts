// A lane: one worker that compiles and one that runs, both living as long as nothing goes wrong in them.
import process from "node:process";
import { Worker, type ResourceLimits } from "node:worker_threads";
import type { Compiled } from "./compile-worker.ts";
import type { ProgramRequest, ProgramResult } from "./program-worker.ts";
import type { TestProgram } from "./select.ts";

/** Which worker a thread is. */
export type Role = "compile" | "program";

/** What came of a test. */
export interface Outcome {
  readonly passed: boolean;
  readonly kind: "pass" | "timeout" | "output" | "exit" | Exclude<Compiled["kind"], "module">;
  /** The failure in one line. */
  readonly gist: string;
  /** All that is known about the failure. */
  readonly detail: string;
}

/** What a request may take. */
interface TimeLimit {
  /** Milliseconds of processor time of the whole process: a machine with other work to do gives it slowly. */
  readonly processor: number;
  /** Milliseconds by the clock, for programs that wait. */
  readonly clock: number;
}

/** Milliseconds between two looks at the clocks. */
const tick = 200;

/** A worker that answers one message with one message; it is replaced after a failure. */
class Servant<Request, Answer> {
  readonly #role: Role;
  readonly #file: string;
  readonly #limits: ResourceLimits;
  #worker: Worker | undefined;

  constructor(role: Role, file: string, limits: ResourceLimits) {
    this.#role = role;
    this.#file = file;
    this.#limits = limits;
  }

  /** The answer; or "timeout" when the limit is reached; or what ended the worker. */
  async ask(request: Request, limit: TimeLimit): Promise<Answer | "timeout" | Error> {
    const worker = (this.#worker ??= new Worker(this.#file, {
      workerData: this.#role,
      resourceLimits: this.#limits,
    }));
    const result = await new Promise<Answer | "timeout" | Error>((resolve) => {
      const started = performance.now();
      const before = process.cpuUsage();
      const timer = setInterval(() => {
        const { user, system } = process.cpuUsage(before);
        const over = (user + system) / 1000 > limit.processor || performance.now() - started > limit.clock;
        if (!over) return;
        clearInterval(timer);
        resolve("timeout");
      }, tick);
      const finish = (answer: Answer | Error): void => {
        clearInterval(timer);
        resolve(answer);
      };
      worker.removeAllListeners();
      worker.once("message", finish);
      worker.once("error", finish);
      worker.once("exit", (code) => finish(new Error(`worker ended with ${code}`)));
      worker.postMessage(request);
    });
    if (result === "timeout" || result instanceof Error) await this.end();
    return result;
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.removeAllListeners();
    worker?.on("error", () => {});
    await worker?.terminate();
  }
}

/** Compiles and runs tests, one after the other. */
export class Lane {
  readonly #compiler: Servant<TestProgram, Compiled>;
  readonly #runner: Servant<ProgramRequest, ProgramResult>;

  readonly #env: readonly string[];

  /** `file` holds the code of the workers; `env` is the environment of the programs. */
  constructor(file: string, env: readonly string[]) {
    this.#env = env;
    this.#compiler = new Servant("compile", file, { stackSizeMb: 64, maxOldGenerationSizeMb: 2048 });
    this.#runner = new Servant("program", file, { stackSizeMb: 900 });
  }

  /** Runs a test; `limit` is what its compilation and its run may take each. */
  async run(test: TestProgram, limit: TimeLimit): Promise<Outcome> {
    const compiled = await this.#compiler.ask(test, limit);
    if (compiled === "timeout") return failure("timeout", "timeout: compiling", "");
    if (compiled instanceof Error)
      return failure("threw", `threw: ${compiled.message}`, compiled.stack ?? "");
    if (compiled.kind !== "module") {
      return failure(compiled.kind, `${compiled.kind}: ${firstLine(compiled.text)}`, compiled.text);
    }
    const name = test.name.slice(test.name.lastIndexOf("/") + 1, -3);
    const request = { wasm: compiled.wasm, args: [name, ...test.args], env: this.#env };
    const result = await this.#runner.ask(request, limit);
    if (result === "timeout") return failure("timeout", "timeout: running", "");
    if (result instanceof Error)
      return failure("exit", `ended the worker: ${result.message}`, result.stack ?? "");
    if (result.thrown !== undefined) {
      return failure("exit", `engine: ${firstLine(result.thrown)}`, `${result.output}\n${result.thrown}`);
    }
    if (result.code !== 0) {
      const line = /^(panic: .*|fatal error: .*)$/m.exec(result.output)?.[0] ?? firstLine(result.output);
      return failure("exit", `exit ${result.code}: ${line.slice(0, 160)}`, result.output);
    }
    if (result.output.replaceAll("\r\n", "\n") !== test.expected) {
      return failure("output", `output: ${firstDifference(result.output, test.expected)}`, result.output);
    }
    return { passed: true, kind: "pass", gist: "", detail: "" };
  }

  async end(): Promise<void> {
    await Promise.all([this.#compiler.end(), this.#runner.end()]);
  }
}

function failure(kind: Outcome["kind"], gist: string, detail: string): Outcome {
  return { passed: false, kind, gist, detail };
}

function firstLine(text: string): string {
  return (text.split("\n").find((line) => line.trim() !== "") ?? "").slice(0, 200);
}

function firstDifference(got: string, wanted: string): string {
  if (wanted === "") return `${JSON.stringify(firstLine(got))} where nothing is expected`;
  const gotLines = got.split("\n");
  const wantedLines = wanted.split("\n");
  const at = wantedLines.findIndex((line, i) => line !== gotLines[i]);
  const i = at < 0 ? wantedLines.length : at;
  const show = (line: string | undefined): string =>
    line === undefined ? "its end" : JSON.stringify(line.slice(0, 80));
  return `line ${i + 1} is ${show(gotLines[i])}, not ${show(wantedLines[i])}`;
}
