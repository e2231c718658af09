// Programs that the host drives: what they ask it to wait for, and that others run meanwhile.
import { compile } from "@goes/driver";
import { driveProgram, runProgram, type ProgramHost } from "@goes/runtime";
import { encodeUtf8 } from "@goes/source";
import { expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";

const library = loadLibrary();

function moduleOf(source: string): WebAssembly.Module {
  const files = [{ path: "main.go", bytes: encodeUtf8(source) }];
  const target = { kind: "files", files, directory: "." } as const;
  const { wasm } = compile({ target, fileSystem: nodeFileSystem, library, level: 2 });
  return new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
}

/** A host whose clock stands still but for what the program waits. */
class FakeHost implements ProgramHost {
  readonly args = ["main"];
  readonly env: readonly string[];
  readonly waits: string[] = [];
  output = "";
  #now = 1_000_000_000n;
  readonly #lines: string[];

  constructor(lines: readonly string[], env: readonly string[] = []) {
    this.#lines = [...lines];
    this.env = env;
  }

  readonly read = (buffer: Uint8Array): number => {
    const line = encodeUtf8(this.#lines.shift() ?? "");
    buffer.set(line);
    return line.length;
  };
  readonly write = (_descriptor: 1 | 2, bytes: Uint8Array): void => {
    this.output += new TextDecoder().decode(bytes);
  };
  readonly now = (): bigint => this.#now;
  readonly random = (buffer: Uint8Array): void => {
    buffer.fill(1);
  };
  readonly sleep = (nanoseconds: bigint): void => {
    this.#now += nanoseconds;
  };
  readonly wait = (nanoseconds: bigint | undefined, input: boolean): Promise<boolean> => {
    this.waits.push(`${nanoseconds ?? "for ever"}${input ? " or input" : ""}`);
    // There is input every third time.
    const ready = input && (nanoseconds === undefined || this.waits.length % 3 === 0);
    if (!ready) this.#now += nanoseconds ?? 0n;
    return Promise.resolve(ready);
  };
}

const waiting = `package main

import (
	"os"
	"time"
)

func main() {
	ticks := 0
	go func() {
		for {
			time.Sleep(time.Millisecond)
			ticks++
		}
	}()
	line := make([]byte, 10)
	for {
		n, err := os.Stdin.Read(line)
		println("read", n, "after", ticks)
		if err != nil {
			break
		}
	}
}
`;

test("other goroutines run while one waits for input", async () => {
  const host = new FakeHost(["a\n", "bc\n"]);
  expect((await driveProgram(moduleOf(waiting), host)).code).toBe(0);
  expect(host.output).toBe("read 2 after 2\nread 3 after 4\nread 0 after 6\n");
  expect(new Set(host.waits)).toEqual(new Set(["1000000 or input"]));
});

test("a host that cannot wait is blocked by reading", () => {
  const host = new FakeHost(["a\n"]);
  expect(runProgram(moduleOf(waiting), host).code).toBe(0);
  expect(host.output).toBe("read 2 after 0\nread 0 after 0\n");
});

const deadlocked = `package main

import "time"

func main() {
	time.AfterFunc(time.Second, func() { println("later") })
	select {}
}
`;

test("a deadlock is told when the last timer has happened", async () => {
  const host = new FakeHost([]);
  expect((await driveProgram(moduleOf(deadlocked), host)).code).toBe(2);
  expect(host.output).toMatch(
    /^later\nfatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 \[select \(no cases\)\]:\nmain\.main\(\)/,
  );
  expect(host.waits).toEqual(["1000000000"]);
});

const orders = `package main

func main() {
	done := make(chan int)
	for i := range 8 {
		go func() { done <- i }()
	}
	for range 8 {
		print(<-done)
	}
}
`;

test("a seed decides what is open, always alike", async () => {
  const module = moduleOf(orders);
  const outputOf = async (env: readonly string[]): Promise<string> => {
    const host = new FakeHost([], env);
    expect((await driveProgram(module, host)).code).toBe(0);
    return host.output;
  };
  expect(await outputOf([])).toBe("70123456");
  const seeds = Array.from({ length: 20 }, (_, i) => [`GOES_SCHED_SEED=${i}`]);
  const found = await Promise.all(seeds.map(outputOf));
  expect(new Set(found).size).toBeGreaterThan(10);
  expect(await Promise.all(seeds.map(outputOf))).toEqual(found);
  for (const output of found) expect([...output].toSorted().join("")).toBe("01234567");
});
