// Functions of the host (//go:wasmimport) and for the host (//go:wasmexport), as gc's port to wasm has them.
import { compile, type CompileInput } from "@goes/driver";
import { formatDiagnostic, memoryFileSystem } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";

const library = loadLibrary();

function build(source: string, options: Partial<CompileInput> = {}): ReturnType<typeof compile> {
  return compile({
    target: { kind: "directory", directory: "p" },
    fileSystem: memoryFileSystem({ "p/main.go": source }),
    library,
    verify: true,
    ...options,
  });
}

type Functions = Record<string, (...values: unknown[]) => unknown>;

/** Instantiates a module with imports besides those of WASI, which do nothing but ending. */
function start(
  wasm: Uint8Array,
  env: Functions,
): { readonly exports: Functions; readonly memory: () => Uint8Array } {
  const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
  const imports: Record<string, Functions> = { env };
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    if (from === "env") continue;
    (imports[from] ??= {})[name] = (code: unknown) => {
      if (name === "proc_exit") throw new Error(`exit ${String(code)}`);
      return 0;
    };
  }
  const { exports } = new WebAssembly.Instance(module, imports as WebAssembly.Imports);
  const memory = exports["memory"] as WebAssembly.Memory;
  return { exports: exports as Functions, memory: () => new Uint8Array(memory.buffer) };
}

const source = `package main

import "unsafe"

//go:wasmimport env mix
func mix(a int32, b uint64, c float32, d float64, e bool, s string, p *[4]int32, q unsafe.Pointer, u uintptr) int64

//go:wasmimport env fill
func fill(p *int32) bool

var calls int32

//go:wasmexport add
func add(a, b int64) int64 { calls++; return a + b }

//go:wasmexport count
func count() int32 { return calls }

//go:wasmexport text
func text(s string, upper bool) uint32 {
	sum := uint32(0)
	for i := range len(s) {
		sum = sum*31 + uint32(s[i])
	}
	if upper {
		sum++
	}
	return sum
}

//go:wasmexport useHost
func useHost() int64 {
	array := [4]int32{1, 2, 3, 4}
	var x int32
	if !fill(&x) {
		return -1
	}
	return mix(-1, 1<<63, 1.5, 2.5, true, "go", &array, nil, 7) + int64(x)
}

//go:wasmexport fail
func fail(i int32) int32 { return []int32{1}[i] }

func init() { calls = 10 }

func main() { calls += 100 }
`;

for (const level of [0, 2] as const) {
  test(`a program calls the host, and the host calls it, at -O${level}`, () => {
    const seen: unknown[] = [];
    const { exports, memory } = start(build(source, { level }).wasm!, {
      mix: (...values) => {
        const [, , , , , at, length, array] = values as number[];
        const text = new TextDecoder().decode(memory().slice(at, at! + length!));
        const numbers = new Int32Array(memory().slice(array, array! + 16).buffer);
        seen.push(...values.slice(0, 5), text, [...numbers], ...values.slice(8));
        return 40n;
      },
      fill: (at) => {
        new DataView(memory().buffer).setInt32(at as number, 2, true);
        return 1;
      },
    });
    exports["_start"]!();
    expect(exports["count"]!()).toBe(110);
    expect(exports["add"]!(1n << 40n, -1n)).toBe((1n << 40n) - 1n);
    expect(exports["count"]!()).toBe(111);
    memory().set(new TextEncoder().encode("ab"), 512);
    expect(exports["text"]!(512, 2, 1)).toBe(97 * 31 + 98 + 1);
    memory().fill(0, 512, 514);
    expect(exports["useHost"]!()).toBe(42n);
    expect(seen).toEqual([-1, -(1n << 63n), 1.5, 2.5, 1, "go", [1, 2, 3, 4], 0, 7]);
    expect(() => exports["fail"]!(1)).toThrow("exit 2");
  });

  test(`a library has _initialize, and no main, at -O${level}`, () => {
    const { exports } = start(build(source, { level, buildMode: "c-shared" }).wasm!, {
      mix: () => 0n,
      fill: () => 0,
    });
    expect(exports["_start"]).toBeUndefined();
    exports["_initialize"]!();
    expect(exports["count"]!()).toBe(10);
  });

  test(`a function that the host calls may wait at -O${level}`, () => {
    const waiting = `package main

var requests, answers = make(chan int32), make(chan int32)

//go:wasmimport env again
func again(n int32) int32

func init() {
	go func() {
		for n := range requests {
			answers <- n * n
		}
	}()
}

//go:wasmexport square
func square(n int32) int32 {
	requests <- n
	return <-answers
}

//go:wasmexport nested
func nested(n int32) int32 {
	defer func() { recover() }()
	return again(n) + 1
}

func main() {}
`;
    const { exports }: { readonly exports: Functions } = start(
      build(waiting, { level, buildMode: "c-shared" }).wasm!,
      {
        // While one export waits for the host, the host calls another.
        again: (n) => exports["square"]!(n),
      },
    );
    exports["_initialize"]!();
    expect(exports["square"]!(9)).toBe(81);
    expect(exports["square"]!(-3)).toBe(9);
    expect(exports["nested"]!(5)).toBe(26);
  });
}

/** The messages of gc 1.26 for GOOS=wasip1 GOARCH=wasm. */
const wrong: readonly (readonly [string, readonly string[]])[] = [
  ["//go:wasmimport env f\nfunc f(a int) int32", ["2:6: go:wasmimport: unsupported parameter type int"]],
  [
    "//go:wasmimport env f\nfunc f(a []byte, s string, p *S, b bool, i any) (x string)",
    [
      "2:6: go:wasmimport: unsupported parameter type []byte",
      "2:6: go:wasmimport: unsupported parameter type *S",
      "2:6: go:wasmimport: unsupported parameter type any",
      "2:6: go:wasmimport: unsupported result type string",
    ],
  ],
  ["//go:wasmimport env f\nfunc f() (a, b int32)", ["2:6: go:wasmimport: too many return values"]],
  ["//go:wasmimport env\nfunc f()", ["1:3: usage: //go:wasmimport importmodule importname"]],
  [
    "//go:wasmimport env f\nfunc f() { println() }",
    ["2:6: can only use //go:wasmimport with external func implementations"],
  ],
  ["//go:wasmexport a b\nfunc f() {}", ["1:3: usage: //go:wasmexport exportname"]],
  [
    "//go:wasmexport f\nfunc f() string { return `` }",
    ["2:6: go:wasmexport: unsupported result type string"],
  ],
  [
    "//go:wasmexport f\nfunc f(a int8, g func()) int { return 0 }",
    [
      "2:6: go:wasmexport: unsupported parameter type int8",
      "2:6: go:wasmexport: unsupported parameter type func()",
      "2:6: go:wasmexport: unsupported result type int",
    ],
  ],
  [
    "//go:wasmexport f\nfunc f() {}\n//go:wasmexport f\nfunc g() {}",
    ["4:6: symbol f redeclared\n\tp/main.go:12:6: other declaration of symbol f"],
  ],
];

for (const [declarations, messages] of wrong) {
  test(`wrong: ${declarations.replaceAll("\n", " ")}`, () => {
    const head = "package main\n\ntype S struct{ a int32 }\n\nfunc main() {}\n\n\n\n\n\n";
    const result = build(head + declarations);
    const lines = head.split("\n").length - 1;
    const shown = result.diagnostics.map((item) => formatDiagnostic(result.files, item));
    const expected = messages.map((message) =>
      message.replace(/^(\d+)/, (line) => `p/main.go:${Number(line) + lines}`),
    );
    expect(shown).toEqual(expected);
  });
}
