import { expect, test } from "vitest";
import { lexed } from "./check.ts";

test("the header is what stands before the first token", () => {
  const { stream } = lexed("// one\n\n/* two */\n//go:build x\npackage p // three\n");
  expect(stream.headerComments.map((item) => item.text)).toEqual(["// one", "/* two */", "//go:build x"]);
});

test("directives begin a line and name a tool", () => {
  const { stream } = lexed(
    [
      "package p",
      "//go:noinline",
      "//goes:intrinsic i32.add  ",
      "//go:embed a b\tc",
      "// go:not one",
      "  //go:indented",
      "x //go:behind",
      "//gopher: no",
      "`",
      "//go:text",
      "`",
      "/*",
      "//go:text",
      "*/",
    ].join("\n"),
  );
  expect(stream.directives.map(({ name, text }) => [name, text])).toEqual([
    ["go:noinline", ""],
    ["goes:intrinsic", "i32.add"],
    ["go:embed", "a b\tc"],
    ["go:indented", ""],
  ]);
  expect(stream.strayDirectives.map(({ name }) => name)).toEqual(["go:behind"]);
});
