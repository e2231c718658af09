// Programs need the large stack of the worker that `goes run` starts: bundled here, in a process of its own.
import { compile } from "@goes/driver";
import { encodeUtf8 } from "@goes/source";
import { buildSync } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadLibrary } from "../src/library.ts";
import { nodeFileSystem } from "../src/node-file-system.ts";

const library = loadLibrary();
const work = mkdtempSync(join(tmpdir(), "goes-deep-"));
const starter = join(work, "start.mjs");

buildSync({
  entryPoints: [join(import.meta.dirname, "../src/run-worker.ts")],
  outfile: join(work, "run-worker.mjs"),
  bundle: true,
  platform: "node",
  format: "esm",
  conditions: ["source"],
  logLevel: "error",
});
writeFileSync(
  starter,
  `import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
const file = new URL("./run-worker.mjs", import.meta.url);
const worker = new Worker(file, { resourceLimits: { stackSizeMb: 900 } });
worker.once("message", ({ code }) => process.exit(code));
worker.postMessage({ wasm: readFileSync(process.argv[2]), args: ["main"], env: [] });
`,
);
afterAll(() => rmSync(work, { recursive: true }));

function compiled(source: string): Uint8Array {
  const files = [{ path: "main.go", bytes: encodeUtf8(source) }];
  const target = { kind: "files", files, directory: "." } as const;
  return compile({ target, fileSystem: nodeFileSystem, library, level: 2 }).wasm!;
}

function run(source: string): { readonly code: number | null; readonly stderr: string } {
  const wasm = join(work, "main.wasm");
  writeFileSync(wasm, compiled(source));
  const { status, stderr } = spawnSync(process.execPath, [starter, wasm], { encoding: "utf8" });
  return { code: status, stderr };
}

test("1,000,000 frames are no overflow, with locals in memory too", () => {
  const result = run(`package main

type node struct{ next *node }

func depth(n *node) int {
	if n == nil {
		return 0
	}
	return depth(n.next) + 1
}

func sum(n int, outer []int) int {
	var local [8]int
	local[n%8] = n
	if n == 0 {
		return 0
	}
	return sum(n-1, local[:]) + outer[n%8]&1
}

func main() {
	var list *node
	for range 1000000 {
		list = &node{list}
	}
	println(depth(list), sum(1000000, make([]int, 8)))
}
`);
  expect(result).toEqual({ code: 0, stderr: "1000000 0\n" });
});

test("an overflow of the stack is Go's", () => {
  const result = run(`package main

func f(n int) int { return f(n+1) + g(n) }

//go:noinline
func g(n int) int { return n * 2 }

func main() {
	defer println("never")
	println(f(0))
}
`);
  expect(result.code).toBe(2);
  expect(result.stderr).toMatch(
    /^runtime: goroutine stack exceeds 1000000000-byte limit\n(?:runtime: sp=.*\n)?fatal error: stack overflow\n\ngoroutine 1 \[running\]:\nmain\.f\(\.\.\.\)\nmain\.f\(\.\.\.\)\n\tmain\.go:3 .*\n/,
  );
  // How it ends nobody knows: to remember millions of frames would take the engine minutes.
  expect(result.stderr).toMatch(/\n\.\.\.additional frames elided\.\.\.\n$/);
  expect(result.stderr.split("main.f(...)").length).toBe(51);
});

test("an initialiser of 100,000 elements is data", () => {
  const elements = Array.from({ length: 100_000 }, (_, i) => (i * 2_654_435_761) % 1_000_003);
  const wasm = compiled(`package main

var table = []int{${elements.join(",")}}

func main() {
	println(table[7], len(table))
}
`);
  // Eight bytes an element and a few for the rest; code would store each element in more.
  expect(wasm.length).toBeLessThan(100_000 * 9);
});

test("frames of memory: a million of 128 bytes fit, and what does not is reported, not a trap", () => {
  const source = `package main

func recurse(n int) int {
	var local [16]int
	local[n%16] = n
	if n == 0 {
		return 0
	}
	return recurse(n-1) + local[n%16] - n + 1
}

func large(n int) int {
	var local [2000]int
	for i := range local {
		local[i] = n
	}
	if n < 0 {
		return 0
	}
	return large(n+1) + local[n%2000]
}
`;
  expect(run(`${source}\nfunc main() { println(recurse(1_000_000)) }\n`)).toEqual({
    code: 0,
    stderr: "1000000\n",
  });
  const { code, stderr } = run(`${source}\nfunc main() { println(large(0)) }\n`);
  expect(code).toBe(2);
  expect(stderr).toContain("goroutine stack exceeds 1000000000-byte limit");
  expect(stderr).toMatch(
    /\n\.\.\.\d+ frames elided\.\.\.\n(?:main\.large\(\.\.\.\)\n\tmain\.go:\d+ .*\n)+main\.main\(\)\n/,
  );
});
