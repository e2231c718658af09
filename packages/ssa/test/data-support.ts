import { Func, types } from "@goes/ir";
import { FileSet, formatDiagnostic, type Diagnostic } from "@goes/source";
import { checkPackage, type CheckedPackage, type Type } from "@goes/types";
import { parseFile } from "../../parser/src/index.ts";
import { dataBuilders } from "../src/program/builders.ts";
import { ProgramContext } from "../src/program/context.ts";
import { Emitter } from "../src/function/emitter.ts";

/** What the data side asks of package runtime, without bodies that matter. */
const runtimeSource = `package runtime

import "unsafe"

type Error interface {
	error
	RuntimeError()
}
type hmap[K comparable, V any] struct {
	count uint32
}
type hiter[K comparable, V any] struct {
	key   *K
	value *V
}
func mapFind[K comparable, V any](m *hmap[K, V], key K) *V { return nil }
func mapAssign[K comparable, V any](m *hmap[K, V], key K) *V { return nil }
func ifaceEqual(a, b any) bool { return false }
func ifaceHash(v any, seed uint64) uint64 { return 0 }
func stringHash(s string, seed uint64) uint64 { return 0 }
func floatHash(f float64, seed uint64) uint64 { return 0 }
func memoryEqual(p, q unsafe.Pointer, size uint32) bool { return false }
func memoryHash(p unsafe.Pointer, size uint32, seed uint64) uint64 { return 0 }
func panicWrap(text string) {}
//go:linkname initPackages goes.init
func initPackages()
//go:wasmimport host number
func hostNumber(x int64) float64
//goes:intrinsic i64.clz
func clz(x uint64) uint64
`;

/** A program whose function bodies are not built. */
export interface TestProgram {
  readonly ctx: ProgramContext;
  readonly main: CheckedPackage;
  readonly runtime: CheckedPackage;
  readonly diagnostics: readonly Diagnostic[];
  /** The symbols whose bodies were asked for, in order. */
  readonly built: string[];
  /** The type of a package-level variable of package main. */
  readonly typeOf: (name: string) => Type;
}

/** Checks a source text of package main; throws if it has errors. */
export function programOf(source: string): TestProgram {
  const files = new FileSet();
  const diagnostics: Diagnostic[] = [];
  const report = (item: Diagnostic): void => {
    diagnostics.push(item);
  };
  const packages = new Map<string, CheckedPackage>();
  for (const [path, text] of [
    ["runtime", runtimeSource],
    ["main", source],
  ] as const) {
    const file = parseFile(files.addText(`${path}.go`, text), report);
    const input = { path, files: [file], bodies: "all", allowBodyless: path === "runtime" } as const;
    packages.set(
      path,
      checkPackage(input, (wanted) => packages.get(wanted), report),
    );
  }
  if (diagnostics.length > 0) {
    throw new Error(diagnostics.map((item) => formatDiagnostic(files, item)).join("\n"));
  }
  const built: string[] = [];
  const input = { packages, main: "main", files, report, library: new Set(["runtime"]) };
  const addEmpty = (ctx: ProgramContext, symbol: string): void => {
    built.push(symbol);
    ctx.module.funcs.set(symbol, new Func(symbol, [], []));
  };
  const ctx: ProgramContext = new ProgramContext(input, (context) => ({
    buildFunc: (_func, _typeArgs, symbol) => {
      addEmpty(context, symbol);
    },
    declareFunc: (_func, _typeArgs, symbol) => {
      addEmpty(context, symbol);
    },
    buildInitializer: (symbol) => {
      addEmpty(context, symbol);
    },
    buildFuncLit: (literal) => {
      const symbol = `main.glob.func${literal.pos}`;
      addEmpty(context, symbol);
      return symbol;
    },
    ...dataBuilders(context),
  }));
  const main = packages.get("main")!;
  const typeOf = (name: string): Type => {
    const type = main.pkg.scope.lookup(name)?.type;
    if (type === undefined) throw new Error(`no type for ${name}`);
    return type;
  };
  return { ctx, main, runtime: packages.get("runtime")!, diagnostics, built, typeOf };
}

/** An emitter for a function of no parameters. */
export function emptyEmitter(name = "main.test"): Emitter {
  return new Emitter(new Func(name, [types.ptr, types.ptr], []));
}
