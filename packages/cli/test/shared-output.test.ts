// Output to a pipe is written in large pieces, and nobody can tell.
import { compile } from "@goes/driver";
import { encodeUtf8 } from "@goes/source";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";
import { buildRunner } from "./build-runner.ts";

const library = loadLibrary();
const work = mkdtempSync(join(tmpdir(), "goes-output-"));
const runner = buildRunner(work);
const module = join(work, "main.wasm");
afterAll(() => rmSync(work, { recursive: true }));

const source = `package main

import (
	"fmt"
	"os"
	"strings"
	"time"
)

func main() {
	switch os.Args[1] {
	case "lines":
		long := strings.Repeat("long ", 5000)
		for i := range 100000 {
			fmt.Println("line", i)
			if i%10000 == 0 {
				fmt.Println(long)
			}
		}
	case "both":
		for i := range 1000 {
			fmt.Println("out", i)
			fmt.Fprintln(os.Stderr, "err", i)
		}
	case "panic":
		fmt.Println("before")
		panic("now")
	case "compute":
		fmt.Println("before")
		for {
		}
	case "wait":
		fmt.Println("before")
		time.Sleep(time.Hour)
	case "read":
		fmt.Print("name? ")
		var name string
		fmt.Scan(&name)
		fmt.Println("hello", name)
	}
}
`;
const files = [{ path: "main.go", bytes: encodeUtf8(source) }];
const target = { kind: "files", files, directory: "." } as const;
writeFileSync(module, compile({ target, fileSystem: nodeFileSystem, library, level: 2 }).wasm!);

function shell(line: string): {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
} {
  const script = line.replaceAll("$RUN", `"${process.execPath}" "${runner}" "${module}" main`);
  return spawnSync("sh", ["-c", script], { encoding: "utf8", maxBuffer: 1 << 26 });
}

test("all is written, in order, also to a reader that is slow", () => {
  const lines = Array.from({ length: 100_000 }, (_, i) =>
    i % 10_000 === 0 ? `line ${i}\n${"long ".repeat(5000)}\n` : `line ${i}\n`,
  ).join("");
  expect(shell("$RUN lines | cat").stdout).toBe(lines);
  expect(shell("$RUN lines | { sleep 1; cat; }").stdout).toBe(lines);
});

test("what goes to both streams is in order", () => {
  const expected = Array.from({ length: 1000 }, (_, i) => `out ${i}\nerr ${i}\n`).join("");
  expect(shell("$RUN both 2>&1 | cat").stdout).toBe(expected);
  expect(shell("$RUN panic 2>&1 | cat").stdout).toMatch(/^before\npanic: now\n/);
});

for (const [mode, input, expected] of [
  ["compute", "", "before\n"],
  ["wait", "", "before\n"],
  ["read", "gopher\n", "name? hello gopher\n"],
] as const) {
  test(`what has been written arrives while the program does something else: ${mode}`, async () => {
    const child = spawn(process.execPath, [runner, module, "main", mode]);
    let output = "";
    for await (const piece of child.stdout.setEncoding("utf8")) {
      output += piece as string;
      if (output === "name? ") child.stdin.end(input);
      if (output === expected) break;
    }
    child.kill("SIGKILL");
    expect(output).toBe(expected);
  });
}

test("a program that computes ends when nobody reads what it has written", () => {
  expect(shell("{ $RUN compute; echo $? >&2; } | true").stderr).toBe("141\n");
});
