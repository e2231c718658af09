import { expect, test } from "vitest";
import {
  diagnostic,
  encodeUtf8,
  FileSet,
  formatDiagnostic,
  memoryFileSystem,
  positionPhrase,
  renderMessage,
  sortDiagnostics,
} from "../src/index.ts";

test("positions are rendered as line and byte column", () => {
  const files = new FileSet();
  files.addText("a.go", "one\n");
  const file = files.addText("b.go", "é x\nsecond");
  expect(files.position(file.base + 2)).toEqual({ file: "b.go", line: 1, column: 4 });
  expect(files.position(file.base + 4)).toEqual({ file: "b.go", line: 2, column: 1 });
  expect(files.position(file.base + file.text.length)).toEqual({ file: "b.go", line: 2, column: 7 });
  expect(files.position(0)).toBeUndefined();
});

test("diagnostics are sorted, and one that repeats the last on its line is dropped", () => {
  const files = new FileSet();
  const file = files.addText("a.go", "x y\nz");
  const items = [
    diagnostic("UndeclaredName", file.base + 4, "undefined: z"),
    diagnostic("UndeclaredName", file.base, "undefined: x", [{ pos: file.base + 4, message: "other" }]),
    diagnostic("UndeclaredName", file.base + 2, "undefined: x"),
  ];
  expect(sortDiagnostics(files, items).map((item) => formatDiagnostic(files, item))).toEqual([
    "a.go:1:1: undefined: x\n\ta.go:2:1: other",
    "a.go:2:1: undefined: z",
  ]);
});

test("the in-memory file system knows the directories of its files", () => {
  const system = memoryFileSystem({ "a/b.go": "x", "a/c/d.go": encodeUtf8("y"), "/root.go": "" });
  expect(system.readDirectory("a")).toEqual([
    { name: "b.go", kind: "file" },
    { name: "c", kind: "directory" },
  ]);
  expect(system.kindOf("a/c")).toBe("directory");
  expect(system.kindOf("nothing")).toBeUndefined();
  expect(system.readFile("a")).toBeUndefined();
});

test("a message is plain text; what it says of places is written when it is rendered", () => {
  const files = new FileSet();
  const file = files.addText("x.go", "first\nsecond");
  const item = diagnostic(
    "DuplicateDefault",
    file.base + 6,
    `multiple defaults${positionPhrase(" (first at ", file.base, ")")}`,
  );
  expect(item.message).toBe("multiple defaults");
  expect(renderMessage(files, item)).toBe("multiple defaults (first at x.go:1:1)");
  expect(formatDiagnostic(files, item)).toBe("x.go:2:1: multiple defaults (first at x.go:1:1)");
});
