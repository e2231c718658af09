import { verifyFunc } from "@goes/ir";
import { formatDiagnostic, memoryFileSystem } from "@goes/source";
import { expect, test } from "vitest";
import { buildSsa, compile } from "../src/index.ts";

test("the library is there without being given", () => {
  const fileSystem = memoryFileSystem({
    "main.go": 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n',
  });
  const { diagnostics, wasm } = compile({ target: { kind: "directory", directory: "." }, fileSystem });
  expect(diagnostics).toEqual([]);
  expect(WebAssembly.validate(wasm! as Uint8Array<ArrayBuffer>)).toBe(true);
});

test("the SSA form of a package without main has its functions, and those that it calls without bodies", () => {
  const fileSystem = memoryFileSystem({
    "words/words.go": `package words

import (
	"sort"
	"strings"
	"sync"
)

type Counter struct {
	mu     sync.Mutex
	counts map[string]int
}

var total = strings.Count("a b", " ")

func (c *Counter) Add(text string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, word := range strings.Fields(text) {
		c.counts[word]++
	}
}

func (c *Counter) Sorted() []string {
	var words []string
	for word := range c.counts {
		words = append(words, word)
	}
	sort.Slice(words, func(i, j int) bool { return words[i] < words[j] })
	return words
}

func First[T any](list ...T) T { return list[0] }

func Wait(done, stop chan bool) any {
	select {
	case v := <-done:
		return First(v, !v)
	case <-stop:
		return total
	}
}
`,
  });
  const result = buildSsa({ target: { kind: "directory", directory: "words" }, fileSystem });
  expect(result.diagnostics.map((item) => formatDiagnostic(result.files, item))).toEqual([]);
  const module = result.module!;
  const built = [...module.funcs.values()].filter((func) => func.blocks.length > 0).map(({ name }) => name);
  expect(built.toSorted()).toEqual([
    "main.(*Counter).Add",
    "main.(*Counter).Add.deferwrap1",
    "main.(*Counter).Sorted",
    "main.(*Counter).Sorted.func1",
    "main.First[bool]",
    "main.Wait",
    "main.total·init",
  ]);
  for (const func of module.funcs.values()) expect(verifyFunc(func, module)).toEqual([]);
});
