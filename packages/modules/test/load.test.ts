import { FileSet, formatDiagnostic, memoryFileSystem, type Diagnostic } from "@goes/source";
import { expect, test } from "vitest";
import { loadProgram } from "../src/index.ts";

const library = memoryFileSystem({
  "runtime/r.go": "package runtime\n",
  "fmt/fmt.go": 'package fmt\n\nimport _ "errors"\n',
  "errors/errors.go": "package errors\n",
});

/** Loads a directory; returns import paths in order, the version of main, and messages. */
function load(contents: Record<string, string>, directory: string) {
  const files = new FileSet();
  const diagnostics: Diagnostic[] = [];
  const program = loadProgram(
    { kind: "directory", directory },
    { files, fileSystem: memoryFileSystem(contents), library, report: (item) => diagnostics.push(item) },
  );
  return {
    paths: program?.packages.map((item) => item.path),
    files: files.files.map((file) => file.name),
    version: program?.main.goVersion,
    messages: diagnostics.map((item) => formatDiagnostic(files, item)),
  };
}

const goMod = "module example.com/app\n\ngo 1.24.1\n";

test("packages come after what they import", () => {
  const loaded = load(
    {
      "app/go.mod": goMod,
      "app/util/u.go": 'package util\n\nimport _ "fmt"\n',
      "app/cmd/x/main.go": 'package main\n\nimport _ "example.com/app/util"\n\nfunc main() {}\n',
    },
    "app/cmd/x",
  );
  expect(loaded.messages).toEqual([]);
  expect(loaded.paths).toEqual(["runtime", "errors", "fmt", "example.com/app/util", "main"]);
  expect(loaded.version).toBe("go1.24");
});

test("build constraints and test files are left out", () => {
  const loaded = load(
    {
      "app/a.go": "package main\n\nfunc main() {}\n",
      "app/a_test.go": "package main\n",
      "app/b_linux.go": "package main\n",
      "app/c_wasm.go": "package main\n",
      "app/d.go": "//go:build goes && !linux\n\npackage main\n",
      "app/e.go": "//go:build ignore\n\npackage main\n",
    },
    "app",
  );
  expect(loaded.files.filter((name) => name.startsWith("app"))).toEqual([
    "app/a.go",
    "app/c_wasm.go",
    "app/d.go",
  ]);
});

test("an import cycle names its packages", () => {
  const loaded = load(
    {
      "app/go.mod": goMod,
      "app/main.go": 'package main\n\nimport _ "example.com/app/a"\n\nfunc main() {}\n',
      "app/a/a.go": 'package a\n\nimport _ "example.com/app/b"\n',
      "app/b/b.go": 'package b\n\nimport _ "example.com/app/a"\n',
    },
    "app",
  );
  expect(loaded.messages).toHaveLength(1);
  expect(loaded.messages[0]).toContain(
    "import cycle not allowed: example.com/app/a imports example.com/app/b imports example.com/app/a",
  );
});

test("imports that name nothing, and a directory of two packages", () => {
  const loaded = load(
    {
      "app/main.go": 'package main\n\nimport _ "no/such"\n\nfunc main() {}\n',
      "app/other.go": "package other\n",
    },
    "app",
  );
  expect(loaded.messages.map((text) => text.replace(/^.*?: /, ""))).toEqual(
    expect.arrayContaining([
      "package no/such is not in std",
      "found packages main (main.go) and other (other.go) in app",
    ]),
  );
});

test("a directory that is not there", () => {
  expect(load({}, "app").messages).toEqual(["no such file or directory: app"]);
});

test("a directory of the library without files hides no package of a Go tree", () => {
  const files = new FileSet();
  const diagnostics: Diagnostic[] = [];
  const own = memoryFileSystem({
    "runtime/r.go": "package runtime\n",
    "crypto/md5/md5.go": 'package md5\n\nimport _ "crypto"\n',
  });
  const tree = {
    "/go/src/runtime/r.go": "package runtime\n",
    "/go/src/crypto/crypto.go": 'package crypto\n\nimport _ "example.org/x/part"\n',
    "/go/src/crypto/md5/md5.go": "package md5\n",
    "/go/src/vendor/example.org/x/part/part.go": "package part\n",
  };
  const loadWith = (main: string, goTree: () => string | undefined): ReturnType<typeof loadProgram> =>
    loadProgram(
      { kind: "directory", directory: "app" },
      {
        files,
        fileSystem: memoryFileSystem({ ...tree, "app/go.mod": goMod, "app/main.go": main }),
        library: own,
        goTree,
        report: (item) => diagnostics.push(item),
      },
    );
  const main = 'package main\n\nimport _ "crypto/md5"\n\nfunc main() {}\n';
  const program = loadWith(main, () => "/go");
  expect(diagnostics).toEqual([]);
  expect(program?.packages.map(({ path, fromGoTree }) => [path, fromGoTree])).toEqual([
    ["runtime", false],
    ["example.org/x/part", true],
    ["crypto", true],
    ["crypto/md5", false],
    ["main", false],
  ]);
  // What the tree vendors is for itself, and without a tree the message says what would help.
  loadWith('package main\n\nimport _ "example.org/x/part"\n\nfunc main() {}\n', () => "/go");
  loadWith(main, () => undefined);
  expect(diagnostics.map(({ message }) => message.split(";")[0])).toEqual([
    "no required module provides package example.org/x/part",
    "package crypto is not in std",
  ]);
});
