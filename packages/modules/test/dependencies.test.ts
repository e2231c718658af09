import { FileSet, formatDiagnostic, memoryFileSystem, type Diagnostic } from "@goes/source";
import { expect, test } from "vitest";
import { loadProgram } from "../src/index.ts";

const library = memoryFileSystem({ "runtime/r.go": "package runtime\n", "fmt/fmt.go": "package fmt\n" });

/** Loads the program in `app`; the module cache is `cache`. */
function load(contents: Record<string, string>) {
  const files = new FileSet();
  const diagnostics: Diagnostic[] = [];
  const program = loadProgram(
    { kind: "directory", directory: "app" },
    {
      files,
      fileSystem: memoryFileSystem(contents),
      library,
      moduleCache: "cache",
      report: (item) => diagnostics.push(item),
    },
  );
  return {
    packages: program?.packages.map(({ path, directory, goVersion }) => `${path} ${directory} ${goVersion}`),
    messages: diagnostics.map((item) => formatDiagnostic(files, item)),
  };
}

const main = (...paths: string[]): string =>
  `package main\n\nimport (\n${paths.map((path) => `\t_ "${path}"\n`).join("")})\n\nfunc main() {}\n`;

const hash = "h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

const cached = {
  "app/go.mod": "module example.com/app\n\ngo 1.22\n\nrequire example.com/Up/x/v2 v2.1.0\n",
  "app/go.sum": `example.com/Up/x/v2 v2.1.0 ${hash}\nexample.com/Up/x/v2 v2.1.0/go.mod ${hash}\n`,
  "app/main.go": main("example.com/Up/x/v2/sub"),
  "cache/cache/download/example.com/!up/x/v2/@v/v2.1.0.mod": "module example.com/Up/x/v2\n\ngo 1.20\n",
  "cache/cache/download/example.com/!up/x/v2/@v/v2.1.0.ziphash": hash,
  "cache/example.com/!up/x/v2@v2.1.0/sub/s.go": "package sub\n",
};

test("a required module of the cache: capital letters are escaped, the language version is its own", () => {
  const { packages, messages } = load(cached);
  expect(messages).toEqual([]);
  expect(packages?.slice(1)).toEqual([
    "example.com/Up/x/v2/sub cache/example.com/!up/x/v2@v2.1.0/sub go1.20",
    "main app go1.22",
  ]);
});

test("the hash of go.sum counts", () => {
  const other = hash.replace("AA", "BB");
  const changed = load({ ...cached, "app/go.sum": `example.com/Up/x/v2 v2.1.0 ${other}\n` });
  expect(changed.messages[0]).toContain(
    `verifying example.com/Up/x/v2@v2.1.0: checksum mismatch\n\tdownloaded: ${hash}\n\tgo.sum:     ${other}`,
  );
  const missing = load({ ...cached, "app/go.sum": "" });
  expect(missing.messages[0]).toContain(
    "missing go.sum entry for module providing package example.com/Up/x/v2",
  );
});

test("a module that is not in the cache", () => {
  const { messages } = load({
    "app/go.mod": "module example.com/app\n\ngo 1.22\n\nrequire example.com/x v1.0.0\n",
    "app/main.go": main("example.com/x"),
  });
  expect(messages).toEqual([
    "app/main.go:4:2: example.com/x@v1.0.0: module is not in the module cache; to download it:\n\tgo mod download example.com/x",
  ]);
});

test("modules replaced by directories", () => {
  const files = {
    "app/go.mod":
      "module example.com/app\n\ngo 1.22\n\nrequire (\n\texample.com/x v1.0.0\n\texample.com/y v1.0.0 // indirect\n)\n\nreplace (\n\texample.com/x => ../x\n\texample.com/y v1.0.0 => ../y\n)\n",
    "app/main.go": main("example.com/x"),
    "x/go.mod": "module example.com/x\n\nrequire example.com/y v1.0.0\n",
    "x/x.go": 'package x\n\nimport _ "example.com/y/deep"\n',
    "y/go.mod": "module example.com/y\n\ngo 1.21\n",
    "y/deep/d.go": "package deep\n",
  };
  const { packages, messages } = load(files);
  expect(messages).toEqual([]);
  expect(packages?.slice(1)).toEqual([
    "example.com/y/deep y/deep go1.21",
    "example.com/x x go1.16",
    "main app go1.22",
  ]);
  const { "x/go.mod": _, ...without } = files;
  expect(load(without).messages[0]).toContain(
    "module ../x: reading ../x/go.mod: open x/go.mod: no such file or directory",
  );
  const old = load({ ...files, "x/go.mod": "module example.com/x\n\nrequire example.com/y v1.4.0\n" });
  expect(old.messages).toEqual(["go: updates to go.mod needed; to update it:\n\tgo mod tidy"]);
  const unused = load({
    ...files,
    "app/go.mod": "module example.com/app\n\ngo 1.22\n\nreplace example.com/x => ../x\n",
  });
  expect(unused.messages).toEqual([
    "app/main.go:4:2: module example.com/x provides package example.com/x and is replaced but not required; to add it:\n\tgo get example.com/x",
  ]);
});

test("a package of two modules", () => {
  const { messages } = load({
    "app/go.mod":
      "module example.com/app\n\ngo 1.22\n\nrequire (\n\texample.com/x v1.0.0\n\texample.com/x/sub v1.0.0\n)\n\nreplace example.com/x => ../x\nreplace example.com/x/sub => ../sub\n",
    "app/main.go": main("example.com/x/sub"),
    "x/go.mod": "module example.com/x\n",
    "x/sub/a.go": "package sub\n",
    "sub/go.mod": "module example.com/x/sub\n",
    "sub/a.go": "package sub\n",
  });
  expect(messages).toEqual([
    "app/main.go:4:2: ambiguous import: found package example.com/x/sub in multiple modules:\n\texample.com/x/sub (sub)\n\texample.com/x (x/sub)",
  ]);
});

const vendored = {
  "app/go.mod": "module example.com/app\n\ngo 1.22\n\nrequire example.com/x v1.0.0\n",
  "app/main.go": main("example.com/x/sub"),
  "app/vendor/modules.txt": "# example.com/x v1.0.0\n## explicit; go 1.19\nexample.com/x/sub\n",
  "app/vendor/example.com/x/sub/s.go": "package sub\n",
};

test("a vendor directory is used where there is one", () => {
  const { packages, messages } = load(vendored);
  expect(messages).toEqual([]);
  expect(packages?.slice(1)).toEqual([
    "example.com/x/sub app/vendor/example.com/x/sub go1.19",
    "main app go1.22",
  ]);
});

test("a vendor directory that does not agree with go.mod", () => {
  const { messages } = load({
    ...vendored,
    "app/go.mod":
      "module example.com/app\n\ngo 1.22\n\nrequire (\n\texample.com/x v1.1.0\n\texample.com/y v1.0.0\n)\n",
  });
  expect(messages[0]).toContain(
    "\texample.com/x@v1.1.0: is explicitly required in go.mod, but vendor/modules.txt indicates example.com/x@v1.0.0\n" +
      "\texample.com/y@v1.0.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt\n",
  );
});

test("lines of go.mod that name other modules", () => {
  const messageOf = (line: string): string | undefined =>
    load({ "app/go.mod": `module example.com/app\n\ngo 1.22\n\n${line}\n`, "app/main.go": main("fmt") })
      .messages[0];
  const wrong: readonly (readonly [string, string])[] = [
    ["require example.com/x", "usage: require module/path v1.2.3"],
    [
      "require example.com/x v2.0.0",
      'require example.com/x: version "v2.0.0" invalid: should be v0 or v1, not v2',
    ],
    [
      "require example.com/x latest",
      'require example.com/x: version "latest" invalid: must be of the form v1.2.3',
    ],
    ["exclude example.com/x", "usage: exclude module/path v1.2.3"],
    [
      "replace example.com/x => y",
      "replacement module without version must be directory path (rooted or starting with . or ..)",
    ],
    ["replace example.com/x => ./y v1.0.0", 'replacement module directory path "./y" cannot have version'],
    [
      "replace example.com/x v1.0.0 -> ./y",
      "usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => ../local/directory",
    ],
    ["retract [v1.0.0", "expected ',' after version"],
    ["tool", "tool directive expects exactly one argument"],
  ];
  for (const [line, message] of wrong)
    expect(messageOf(line)).toBe(`go: errors parsing go.mod:\ngo.mod:5: ${message}`);
  for (const line of [
    "retract v1.0.0",
    "retract [v1.0.0, v1.2.0] // bad",
    "tool example.com/cmd",
    "ignore ./a",
    "exclude example.com/x v1.0.0",
  ])
    expect(messageOf(line)).toBeUndefined();
  expect(messageOf("replace example.com/x => ./y\nreplace example.com/x => ./z")).toBe(
    "go: conflicting replacements for example.com/x:\n\t./y\n\t./z",
  );
});
