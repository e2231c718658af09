import { buildSsa, compile, viewSsa } from "@goes/driver";
import { memoryFileSystem } from "@goes/source";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const source = `package main

type writer interface{ Write(b []byte) int }

type pipe struct{ c chan byte }

func (p *pipe) Write(b []byte) int {
	for _, x := range b {
		p.c <- x
	}
	return len(b)
}

type quiet struct{}

func (quiet) Write(b []byte) int { return len(b) }

//go:noinline
func copyTo(w writer, n int) {
	for i := 0; i < n; i++ {
		w.Write([]byte{byte(i)})
	}
}

//go:noinline
func indirectly(f func(int)) { f(3) }

//go:noinline
func pure(n int) int { return n * 2 }

func main() {
	p := &pipe{make(chan byte)}
	go copyTo(p, 3)
	copyTo(quiet{}, pure(2))
	indirectly(func(n int) { println(<-p.c, n) })
	defer func() { println(<-p.c) }()
}
`;

/** The Go sources of the library, without other files. */
function libraryFiles(directory: string, prefix = ""): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(join(directory, prefix), { withFileTypes: true })) {
    const name = prefix === "" ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) Object.assign(files, libraryFiles(directory, name));
    else if (name.endsWith(".go")) files[name] = readFileSync(join(directory, name), "utf8");
  }
  return files;
}

const input = {
  target: { kind: "directory", directory: "/p" },
  fileSystem: memoryFileSystem({ "/p/main.go": source }),
  library: memoryFileSystem(libraryFiles(join(import.meta.dirname, "../../runtime/go"))),
} as const;

test("marks them in the SSA form", () => {
  const { module } = buildSsa(input);
  const firstLine = (name: string): string | undefined => viewSsa(module!, name)?.split("\n")[0];
  expect(firstLine("main.(*pipe).Write")).toBe("; can suspend: call @runtime.sendWord");
  expect(firstLine("main.copyTo")).toBe("; can suspend: interface @main.(*pipe).Write·i");
  expect(firstLine("main.pure")).toBe("func @main.pure(int64) int64 noinline {");
});

test("says of each function that can suspend why", () => {
  const result = compile({ ...input, explain: true });
  expect(result.diagnostics).toEqual([]);
  expect(result.notes.filter((note) => note.includes("can suspend"))).toEqual([
    "/p/main.go:7:16: main.(*pipe).Write can suspend: chan send at /p/main.go:9:7",
    "/p/main.go:19:6: main.copyTo can suspend: calls Write, which may be main.(*pipe).Write, at /p/main.go:21:10, which does chan send at /p/main.go:9:7",
    "/p/main.go:26:6: main.indirectly can suspend: calls a function value that may be main.main.func1 at /p/main.go:26:33, which does chan receive at /p/main.go:35:35",
    "/p/main.go:31:6: main.main can suspend: calls main.copyTo at /p/main.go:34:8, which does chan send at /p/main.go:9:7",
    "/p/main.go:35:13: main.main.func1 can suspend: chan receive at /p/main.go:35:35",
    "/p/main.go:36:8: main.main.func2 can suspend: chan receive at /p/main.go:36:25",
  ]);
});
