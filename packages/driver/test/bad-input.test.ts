import { parseModule } from "@goes/ir";
import { dce, inline, optimize } from "@goes/optimizer";
import { formatDiagnostic, memoryFileSystem, type FileSystem } from "@goes/source";
import { emit } from "@goes/wasm";
import { expect, test } from "vitest";
import { compile } from "../src/index.ts";

/** What the documents promise to whom the libraries are handed something wrong. */
function messagesOf(fileSystem: FileSystem, library?: FileSystem): string[] {
  const target = { kind: "directory", directory: "app" } as const;
  const result = compile({ target, fileSystem, ...(library !== undefined && { library }) });
  expect(result.wasm === undefined).toBe(result.diagnostics.length > 0);
  return result.diagnostics.map((item) => formatDiagnostic(result.files, item));
}

/** A file system where each directory `loop` contains two more. */
function cyclic(text: string): FileSystem {
  const files = memoryFileSystem({ "app/main.go": text, "app/loop/a.txt": "a" });
  const isLoop = (path: string): boolean => /\/(loop|again)$/.test(path);
  return {
    readFile: (path) => files.readFile(path),
    kindOf: (path) => (isLoop(path) ? "directory" : files.kindOf(path)),
    readDirectory: (path) =>
      isLoop(path)
        ? [
            { name: "again", kind: "directory" },
            { name: "loop", kind: "directory" },
          ]
        : files.readDirectory(path),
  };
}

test("a file system that contains itself", () => {
  expect(messagesOf(cyclic("package main\n\nfunc main() {}\n"))).toEqual([]);
  const embedding =
    'package main\n\nimport "embed"\n\n//go:embed loop\nvar files embed.FS\n\nfunc main() {}\n';
  expect(messagesOf(cyclic(embedding))).toEqual([
    "app/main.go:5:12: pattern loop: cannot embed directory loop: its directories are nested too deeply",
  ]);
});

test("no directory, no files, no main, no library", () => {
  expect(messagesOf(memoryFileSystem({}))).toEqual(["no such file or directory: app"]);
  expect(messagesOf(memoryFileSystem({ "app/x.txt": "" }))).toEqual(["no Go files in app"]);
  expect(messagesOf(memoryFileSystem({ "app/a.go": "package main\n" }))).toEqual([
    "runtime.main_main·f: function main is undeclared in the main package",
  ]);
  expect(messagesOf(memoryFileSystem({ "app/a.go": "package a\n" }))).toEqual([
    "package command-line-arguments is not a main package",
  ]);
  const program = memoryFileSystem({ "app/a.go": "package main\n\nfunc main() {}\n" });
  expect(messagesOf(program, memoryFileSystem({}))).toEqual(["package runtime is not in std"]);
});

const header = 'func @f(int64) int64 export "f" {\nb0:\n  v0 = param int64 0\n';

test("IR that is not sound", () => {
  const short = `${header}  v1 = add int64 v0\n  return v1\n}\n`;
  expect(() => optimize(parseModule(short), { level: 2, verify: true })).toThrow(
    expect.objectContaining({ name: "InternalError", message: expect.stringMatching(/broke f:\n.*1 args/) }),
  );
  const open = `${header}  v1 = call int64 @g v0\n  return v1\n}\n`;
  const module = parseModule(open);
  inline.run(module);
  for (const func of module.funcs.values()) dce.run(func, { module });
  optimize(module, { level: 2 });
  expect(() => emit(module)).toThrow(
    expect.objectContaining({ name: "InternalError", message: expect.stringContaining("no function g") }),
  );
  expect(() => emit(parseModule(`${header}  v1 = add int64 v0, v0\n  return v1\n}\n`))).toThrow(
    expect.objectContaining({ name: "InternalError" }),
  );
});
