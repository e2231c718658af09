import {
  appendCustomSection,
  emit,
  encodeFrameTable,
  encodeLineTable,
  oversizedFunctions,
  type CallPosition,
  type OversizedFunction,
} from "@goes/wasm";
import type { Module } from "@goes/ir";
import {
  loadProgram,
  type CollectorSettings,
  type FoundTests,
  type LoadedProgram,
  type LoadTarget,
} from "@goes/modules";
import {
  computeMaySuspend,
  optimize,
  type DumpHook,
  type OptimizationLevel,
  type PipelinePart,
} from "@goes/optimizer";
import {
  diagnostic,
  FileSet,
  noPos,
  sortDiagnostics,
  type Diagnostic,
  type EmbeddedFile,
  type FileSystem,
  type Pos,
  type Report,
} from "@goes/source";
import { buildPackage, buildProgram, type BuildMode } from "@goes/ssa";
import { library as standardLibrary } from "@goes/stdlib";
import { checkDirectiveForms, checkFileLabels, checkPackage, type CheckedPackage } from "@goes/types";
import { explainEscapes } from "./explain-escapes.ts";
import { explainSuspension } from "./explain-suspension.ts";
import { isLoadError, isSyntaxError, type ReportedPackage } from "./format-errors.ts";
import { StageClock, type StageTime } from "./stage-clock.ts";
import { beforePasses } from "./views.ts";

/** What a compilation starts from. Nothing else is read. */
export interface CompileInput {
  readonly target: LoadTarget;
  /** The user's files. */
  readonly fileSystem: FileSystem;
  /**
   * The Go sources of runtime and standard library, a directory for each import path. Those of `@goes/stdlib` unless it
   * is given.
   */
  readonly library?: FileSystem;
  /**
   * The current directory: its module is that of the program, and relative paths of the target are seen from it. The
   * directory of the target unless it is given.
   */
  readonly workingDirectory?: string;
  /** The root of a Go tree in `fileSystem`, for packages that the library lacks. */
  readonly goTree?: () => string | undefined;
  /** The module cache in `fileSystem`, for the packages of modules that go.mod requires: what `go env GOMODCACHE` prints. */
  readonly moduleCache?: string;
  readonly level?: OptimizationLevel;
  /** Build tags beside those of the target. */
  readonly tags?: readonly string[];
  /** Write the name section (default: yes). */
  readonly names?: boolean;
  /** Say in `notes` what was decided about the user's functions, as `go build -gcflags=-m` does. */
  readonly explain?: boolean;
  /** What is made: a program (default), or a library for a host that calls its exports. */
  readonly buildMode?: BuildMode;
  /** Let goroutines take turns also in loops that call nothing. */
  readonly preempt?: boolean;
  /** Suspend and continue every goroutine at every call: a test of suspension. */
  readonly suspendEverywhere?: boolean;
  /** To test: functions of this size, in instructions, are split as those that engines do not take. */
  readonly splitFrom?: number | undefined;
  /**
   * Who lists the calls of goroutines in traces. host (default): a host that is made for goes; module: the program itself, under
   * any host, for some more code before each call.
   */
  readonly traces?: "host" | "module";
  /** How the collector of the program works. */
  readonly collector?: CollectorSettings;
  /** Run the verifier after each pass, and check the code of each function against its IR. */
  readonly verify?: boolean;
  /**
   * How deep expressions, types and statements may nest (300 unless it is given). A caller that allows more runs the compiler on
   * a stack that is larger than usual; the diagnostic TooDeep says that a program needs that.
   */
  readonly maxNesting?: number | undefined;
  /** Sees every function before the first pass (as `before`) and after each. */
  readonly dump?: DumpHook;
  /** Milliseconds from any origin; makes `times` meaningful. */
  readonly now?: () => number;
}

/** A program whose packages have been checked. */
export interface CheckedProgram {
  readonly loaded: LoadedProgram;
  readonly packages: ReadonlyMap<string, CheckedPackage>;
}

/** The build tag of the runtime of programs that make traces themselves. */
const moduleTraces = "goes.traces";

/** The result of a compilation. `wasm` is there only if no diagnostic is. */
export interface CompileResult {
  readonly files: FileSet;
  /** Sorted by position. */
  readonly diagnostics: readonly Diagnostic[];
  /** The same as they were found; with `packages`, what {@link formatBuildErrors} needs. */
  readonly found: readonly Diagnostic[];
  /** The packages that have been read, each after those that it imports. */
  readonly packages: readonly ReportedPackage[];
  readonly module: Module | undefined;
  readonly wasm: Uint8Array | undefined;
  /** What there is to run, if the target was a test that could be loaded. */
  readonly tests: FoundTests | undefined;
  /** Lines that explain decisions, if they were requested. */
  readonly notes: readonly string[];
  /** What each stage took, in order. */
  readonly times: readonly StageTime[];
}

/** Collects the diagnostics of a compilation and renders their order. */
class Session {
  readonly files = new FileSet();
  readonly diagnostics: Diagnostic[] = [];
  readonly notes: string[] = [];
  readonly clock: StageClock;
  readonly library: FileSystem;
  packages: readonly ReportedPackage[] = [];
  tests: FoundTests | undefined;
  readonly report: Report = (item) => {
    this.diagnostics.push(item);
  };

  constructor(input: CompileInput) {
    this.clock = new StageClock(input.now);
    this.library = input.library ?? standardLibrary();
  }

  get failed(): boolean {
    return this.diagnostics.length > 0;
  }

  result(module?: Module, wasm?: Uint8Array): CompileResult {
    const diagnostics = sortDiagnostics(this.files, this.diagnostics);
    const { files, notes, packages, tests } = this;
    return {
      files,
      diagnostics,
      found: this.diagnostics,
      packages,
      module,
      wasm,
      tests,
      notes,
      times: this.clock.times,
    };
  }
}

/** Compiles a program to WebAssembly: load → check → build SSA → optimize → emit. */
export function compile(input: CompileInput): CompileResult {
  const session = new Session(input);
  return withinStack(session, () => compileIn(session, input));
}

function compileIn(session: Session, input: CompileInput): CompileResult {
  const module = buildAndOptimize(input, session, "wasm");
  if (module === undefined) return session.result();
  const wasm = session.clock.run("emit", () => {
    const names = input.names ?? true;
    const emitted = emit(module, { names, verify: input.verify ?? false });
    for (const oversized of oversizedFunctions(emitted)) session.report(tooLarge(oversized));
    // Names and lines are for stack traces.
    if (!names) return emitted.bytes;
    const withLines = appendCustomSection(
      emitted.bytes,
      encodeLineTable(emitted, (pos) => tracePositions(module, session.files, pos)),
    );
    return emitted.frames.length === 0
      ? withLines
      : appendCustomSection(withLines, encodeFrameTable(emitted));
  });
  return session.result(module, session.failed ? undefined : wasm);
}

function tooLarge({ func, what, count, limit }: OversizedFunction): Diagnostic {
  const size = what === "bytes" ? `${count} bytes of code` : `${count} variables that are alive at once`;
  const message = `function ${func.name} is too large: ${size}, of which WebAssembly engines take ${limit}`;
  return diagnostic("FunctionTooLarge", func.pos, message);
}

/** Builds a program and runs the passes up to the end of a part of the pipeline. */
function buildAndOptimize(
  input: CompileInput,
  session: Session,
  stopAfter: PipelinePart,
): Module | undefined {
  const module = build(input, session);
  if (module === undefined) return undefined;
  if (input.dump !== undefined) for (const func of module.funcs.values()) input.dump(beforePasses, func);
  const maySuspend = input.explain === true ? computeMaySuspend(module) : undefined;
  const escapes = input.explain === true ? explainEscapes(module, session.files) : [];
  module.allocations = undefined;
  session.clock.run("optimize", () =>
    optimize(module, {
      level: input.level ?? 2,
      verify: input.verify ?? false,
      dump: input.dump,
      preempt: input.preempt,
      suspendEverywhere: input.suspendEverywhere,
      splitFrom: input.splitFrom,
      ...(input.traces === "module" && {
        locateCall: (pos: Pos) => tracePositions(module, session.files, pos),
      }),
      stopAfter,
    }),
  );
  session.notes.push(...escapes);
  if (maySuspend !== undefined)
    for (const note of explainSuspension(maySuspend.causes, module, session.files)) {
      session.notes.push(note);
    }
  return module;
}

/**
 * Compiles up to the SSA form that a part of the pipeline leaves: after `go` what is lowered, after `lowering` what that makes of
 * it, after `wasm` what is emitted. `compile` does the same and emits.
 */
export function optimizeSsa(input: CompileInput, stopAfter: PipelinePart): CompileResult {
  const session = new Session(input);
  return withinStack(session, () => session.result(buildAndOptimize(input, session, stopAfter)));
}

/** Checks a program and stops there; the diagnostics are those of the parser and the type checker. */
export function check(input: CompileInput): CompileResult {
  const session = new Session(input);
  return withinStack(session, () => {
    const program = loadAndCheck(input, session);
    if (program !== undefined && !session.failed) requireMain(program, session.report);
    return session.result();
  });
}

/**
 * Compiles up to SSA form, before any pass. Of a package that is not main, all functions are built, and nothing that they call
 * elsewhere: its module can be looked at, but is not a program.
 */
export function buildSsa(input: CompileInput): CompileResult {
  const session = new Session(input);
  return withinStack(session, () => buildSsaIn(session, input));
}

function buildSsaIn(session: Session, input: CompileInput): CompileResult {
  const program = loadAndCheck(input, session);
  if (program === undefined || session.failed) return session.result();
  const { main } = program.loaded;
  if (main.name === "main") return session.result(buildMain(program, input, session));
  const module = session.clock.run("ssa", () =>
    buildPackage({
      package: program.packages.get(main.path)!,
      imports: program.packages,
      files: session.files,
      report: session.report,
      countFaults: () => session.diagnostics.length,
      embeds: embedsOf(program),
    }),
  );
  return session.result(session.failed ? undefined : module);
}

/** Runs a compilation; that its stack does not suffice is a diagnostic. */
function withinStack(session: Session, action: () => CompileResult): CompileResult {
  try {
    return action();
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    session.report(diagnostic("TooDeep", noPos, "the program nests too deeply to be compiled"));
    return session.result();
  }
}

/** Whether an error is the host's report that its stack is full. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof Error && /call stack size exceeded|too much recursion/i.test(error.message);
}

function build(input: CompileInput, session: Session): Module | undefined {
  const program = loadAndCheck(input, session);
  return program === undefined || session.failed ? undefined : buildMain(program, input, session);
}

function embedsOf({ loaded }: CheckedProgram): ReadonlyMap<Pos, readonly EmbeddedFile[]> {
  return new Map(loaded.packages.flatMap((item) => [...item.embeds]));
}

function buildMain(program: CheckedProgram, input: CompileInput, session: Session): Module | undefined {
  if (!requireMain(program, session.report)) return undefined;
  const module = session.clock.run("ssa", () =>
    buildProgram({
      packages: program.packages,
      main: program.loaded.main.path,
      files: session.files,
      report: session.report,
      countFaults: () => session.diagnostics.length,
      preempt: input.preempt === true,
      suspendEverywhere: input.suspendEverywhere === true,
      explain: input.explain === true,
      embeds: embedsOf(program),
      ...(input.buildMode !== undefined && { buildMode: input.buildMode }),
      library: new Set(
        program.loaded.packages.filter((item) => item.standard && !item.fromGoTree).map((item) => item.path),
      ),
      treePackages: new Set(
        program.loaded.packages.filter((item) => item.fromGoTree).map((item) => item.path),
      ),
    }),
  );
  return session.failed ? undefined : module;
}

function loadAndCheck(input: CompileInput, session: Session): CheckedProgram | undefined {
  const { files, report, clock } = session;
  const loaded = clock.run("load", () =>
    loadProgram(input.target, {
      files,
      fileSystem: input.fileSystem,
      library: session.library,
      workingDirectory: input.workingDirectory,
      goTree: input.goTree,
      moduleCache: input.moduleCache,
      tags: [...(input.tags ?? []), ...(input.traces === "module" ? [moduleTraces] : [])],
      collector: input.collector,
      maxNesting: input.maxNesting,
      report,
    }),
  );
  if (loaded === undefined) return undefined;
  session.tests = loaded.tests;
  session.packages = loaded.packages.map(({ title, files: parsed }) => ({
    title,
    files: parsed.map((file) => files.fileOf(file.pos)?.name ?? ""),
  }));
  if (session.diagnostics.some((item) => isLoadError(item))) return undefined;
  return clock.run("check", () => checkProgram(loaded, report, session.diagnostics));
}

/**
 * Checks every package of a loaded program, imported ones first. `parsing`, what the parser has found: a package with
 * syntax errors is not checked, and none that imports one with errors, as `go build` does it.
 */
export function checkProgram(
  loaded: LoadedProgram,
  report: Report,
  parsing: readonly Diagnostic[] = [],
): CheckedProgram {
  const packages = new Map<string, CheckedPackage>();
  const broken = new Set<string>();
  const faults = [...parsing];
  for (const item of loaded.packages) {
    const own = faults.filter(({ pos }) => item.files.some((file) => file.pos <= pos && pos <= file.end));
    if (own.length > 0) broken.add(item.path);
    if (own.some(isSyntaxError) || item.imports.some((path) => broken.has(path))) {
      broken.add(item.path);
      if (own.some(isSyntaxError) && !item.standard) {
        checkDirectiveForms(item.files, item.path, report);
        for (const file of item.files) {
          checkFileLabels(file, report, (body) => own.some(({ pos }) => body.pos <= pos && pos <= body.end));
        }
      }
      continue;
    }
    const checked = checkPackage(
      {
        path: item.path,
        files: item.files,
        goVersion: item.goVersion,
        embeds: item.embeds,
        // A package under test and its tests are checked whole, of the library too.
        bodies: item.standard && !item.title.endsWith(".test]") ? "demand" : "all",
        allowBodyless: item.standard,
      },
      (path) => packages.get(path),
      (fault) => {
        broken.add(item.path);
        report(fault);
      },
    );
    packages.set(item.path, checked);
  }
  return { loaded, packages };
}

function requireMain(program: CheckedProgram, report: Report): boolean {
  const { main } = program.loaded;
  if (main.name !== "main") {
    report(diagnostic("NotMain", noPos, `package ${main.title} is not a main package`));
    return false;
  }
  if (program.packages.get(main.path)?.pkg.scope.lookup("main")?.kind !== "func") {
    report(
      diagnostic(
        "MissingMain",
        noPos,
        "runtime.main_main·f: function main is undeclared in the main package",
      ),
    );
    return false;
  }
  return true;
}

/** Where a call is, through all functions that have been inlined around it. */
function tracePositions(module: Module, files: FileSet, pos: Pos): readonly CallPosition[] {
  const positions: CallPosition[] = [];
  for (const position of module.inlined.positions(pos)) {
    const where = files.fileLine(position.pos);
    if (where === undefined) return positions;
    positions.push({ func: position.func, ...where });
  }
  return positions;
}
