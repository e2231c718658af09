import { FileSet, formatPosition } from "@goes/source";
import { expect, test } from "vitest";

function positionsOf(text: string, marks: string): string[] {
  const files = new FileSet();
  const file = files.addText("x.go", text);
  return [...marks].map((mark) => formatPosition(files.position(file.base + text.indexOf(mark))));
}

// The expectations are those of test/fixedbugs/issue22662.go of the Go tree.
test("line directives change file, line and column of what follows", () => {
  const text = "A\n//line :1\n\tB\n//line foo.go:1\n\tC\nD\n//line bar.go:10:20\nE F\n//line :11:22\nG\n";
  expect(positionsOf(text, "ABCDEFG")).toEqual([
    "x.go:1:1",
    "??:1",
    "foo.go:1",
    "foo.go:2",
    "bar.go:10:20",
    "bar.go:10:22",
    "bar.go:11:22",
  ]);
});

test("a directive of the general form holds from its end", () => {
  expect(positionsOf("A /*line foo.go:20*/ B\nC /*line :30:1*/D\nE", "ABCDE")).toEqual([
    "x.go:1:1",
    "foo.go:20",
    "foo.go:21",
    "foo.go:30:1",
    "foo.go:31:1",
  ]);
});

test("what is no directive changes nothing", () => {
  expect(positionsOf(" //line foo.go:1\nA\n//line foo.go\nB\n", "AB")).toEqual(["x.go:2:1", "x.go:4:1"]);
});
