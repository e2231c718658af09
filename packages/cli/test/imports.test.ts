// What a program imports beyond WASI: from the caller, or an error at load time; and what it exports.
import { compile } from "@goes/driver";
import { driveProgram, MissingImportError, runProgram, type ProgramHost } from "@goes/runtime";
import { encodeUtf8 } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";

const library = loadLibrary();

function moduleOf(source: string, buildMode: "exe" | "c-shared" = "exe"): WebAssembly.Module {
  const files = [{ path: "main.go", bytes: encodeUtf8(source) }];
  const target = { kind: "files", files, directory: "." } as const;
  const { wasm } = compile({ target, fileSystem: nodeFileSystem, library, level: 2, buildMode });
  return new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
}

interface TestHost extends ProgramHost {
  output: string;
}

function testHost(): TestHost {
  const host: TestHost = {
    output: "",
    args: ["main"],
    env: [],
    read: () => 0,
    write: (_, bytes) => {
      host.output += new TextDecoder().decode(bytes);
    },
    now: () => 0n,
    random: () => {},
    sleep: () => {},
    wait: () => Promise.resolve(false),
  };
  return host;
}

/** A program that imports a function, tells that it runs, and what the function returns. */
function importing(...names: readonly string[]): string {
  const declarations = names.map((name, i) => `//go:wasmimport ${name}\nfunc f${i}(x int32) int32\n`);
  const calls = names.map((_, i) => `println(f${i}(7))`);
  return `package main\n${declarations.join("")}func main() { println("runs"); ${calls.join("; ")} }\n`;
}

const missing: readonly (readonly [names: readonly string[], missing: readonly string[]])[] = [
  [["env mystery"], ["env.mystery"]],
  [["env proc_exit"], ["env.proc_exit"]],
  [
    ["a b", "c d"],
    ["a.b", "c.d"],
  ],
  [["wasi_snapshot_preview1 no_such_call"], ["wasi_snapshot_preview1.no_such_call"]],
  [["wasi_unstable random_get"], ["wasi_unstable.random_get"]],
  [["wasi_snapshot_preview1 toString"], ["wasi_snapshot_preview1.toString"]],
  [["env toString"], ["env.toString"]],
];

for (const [names, expected] of missing) {
  test(`nobody provides ${names.join(", ")}`, async () => {
    const module = moduleOf(importing(...names));
    const host = testHost();
    const caught: unknown[] = [];
    try {
      runProgram(module, host, { imports: { env: { other: () => 0 } } });
    } catch (error) {
      caught.push(error);
    }
    await driveProgram(module, host).catch((error: unknown) => caught.push(error));
    for (const error of caught) {
      expect(error).toBeInstanceOf(MissingImportError);
      expect((error as MissingImportError).missing).toEqual(expected);
      expect((error as Error).message).toContain(expected.join(", "));
    }
    expect(caught.length).toBe(2);
    expect(host.output).toBe("");
  });
}

test("a call of WASI that the host lacks is refused when it is called", () => {
  const host = testHost();
  expect(runProgram(moduleOf(importing("wasi_snapshot_preview1 proc_raise")), host).code).toBe(0);
  expect(host.output).toBe("runs\n52\n");
});

const callingBack = `package main

//go:wasmimport host twice
func twice(x int32) int32

//go:wasmimport env proc_exit
func notTheEnd(code int32) int32

//go:wasmexport add
func add(x int32) int32 { total += x; return total }

var total int32

func main() {
	println(notTheEnd(3), twice(4))
	done := make(chan bool)
	go func() { done <- true }()
	<-done
}
`;

for (const [name, run] of [
  ["runProgram", runProgram],
  ["driveProgram", driveProgram],
] as const) {
  test(`${name} takes imports and returns the exports`, async () => {
    const host = testHost();
    const { code, exports } = await run(moduleOf(callingBack), host, {
      imports: (program) => ({
        env: { proc_exit: (status: number) => status + 1 },
        host: { twice: (x: number) => (program()["add"] as (x: number) => number)(x) * 2 },
      }),
    });
    expect({ code, output: host.output }).toEqual({ code: 0, output: "4 8\n" });
    expect((exports["add"] as (x: number) => number)(5)).toBe(9);
    expect((exports["memory"] as WebAssembly.Memory).buffer.byteLength).toBeGreaterThan(0);
  });

  test(`${name} initialises a library`, async () => {
    const host = testHost();
    const source = callingBack.replace("var total int32", "var total = notTheEnd(40)");
    const { code, exports } = await run(moduleOf(source, "c-shared"), host, {
      imports: { env: { proc_exit: (x: number) => x + 1 }, host: { twice: () => 0 } },
    });
    expect({ code, output: host.output }).toEqual({ code: 0, output: "" });
    expect((exports["add"] as (x: number) => number)(1)).toBe(42);
  });
}

test("the caller's functions of WASI win", () => {
  const host = testHost();
  const written: number[] = [];
  const imports = { wasi_snapshot_preview1: { fd_write: (fd: number) => (written.push(fd), 8) } };
  expect(runProgram(moduleOf(`package main\nfunc main() { println("x") }\n`), host, { imports }).code).toBe(
    0,
  );
  expect({ written, output: host.output }).toEqual({ written: [2, 2], output: "" });
});
