// Functions that the host calls (`//go:wasmexport`) in programs with goroutines.
import { compile } from "@goes/driver";
import { runProgram } from "@goes/runtime";
import { encodeUtf8 } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";

const library = loadLibrary();

const source = `package main

import (
	"sync"
	"time"
)

var jobs = make(chan func())

func init() {
	go func() {
		for job := range jobs {
			job()
		}
	}()
}

//go:wasmimport host call
func callHost(x int32) int32

//go:wasmexport sum
func sum(a int32, b float64, c int64) float64 {
	result := make(chan float64)
	jobs <- func() {
		time.Sleep(time.Millisecond)
		go func() { result <- float64(a) + b + float64(c) }()
	}
	return <-result
}

//go:wasmexport count
func count(n int32) int32 {
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() { total++ })
	}
	wg.Wait()
	return total
}

var total int32

//go:wasmexport nothing
func nothing() { time.Sleep(1) }

func main() {
	println("host says", callHost(5))
	nothing()
	println("total", total)
}
`;

for (const level of [0, 2] as const) {
  test(`the host calls functions that wait, at -O${level}`, () => {
    const files = [{ path: "main.go", bytes: encodeUtf8(source) }];
    const target = { kind: "files", files, directory: "." } as const;
    const { wasm } = compile({ target, fileSystem: nodeFileSystem, library, level, verify: true });
    let output = "";
    let now = 0n;
    const host = {
      args: ["main"],
      env: [],
      read: () => 0,
      write: (_: 1 | 2, bytes: Uint8Array) => {
        output += new TextDecoder().decode(bytes);
      },
      now: () => (now += 1000n),
      random: () => {},
      sleep: (nanoseconds: bigint) => {
        now += nanoseconds;
      },
    };
    const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
    const { code, exports } = runProgram(module, host, {
      imports: (program) => ({
        host: { call: (x: number): number => (program()["count"] as (n: number) => number)(x) * 10 },
      }),
    });
    expect(code).toBe(0);
    expect(output).toBe("host says 50\ntotal 5\n");
    const add = exports["sum"] as (a: number, b: number, c: bigint) => number;
    expect(add(1, 2.5, 3n)).toBe(6.5);
    expect((exports["count"] as (n: number) => number)(3)).toBe(8);
    (exports["nothing"] as () => void)();
  });
}
