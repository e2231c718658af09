import { expect, test } from "vitest";
import { FileSet } from "@goes/source";
import { lex } from "@goes/lexer";

/** The text with each inserted semicolon written as `;` where it was inserted. */
function withSemicolons(text: string): string {
  const { tokens } = lex(new FileSet().addText("x.go", text), () => {});
  let out = "";
  let from = 0;
  for (const token of tokens) {
    if (token.image !== "\n" && token.image !== "") continue;
    out += text.slice(from, token.startOffset);
    if (token.image === "\n" || token !== tokens.at(-1)) out += ";";
    from = token.startOffset;
  }
  return out + text.slice(from);
}

test("a line ends behind names, literals, some keywords, ++, -- and closing brackets", () => {
  for (const last of [
    "x",
    "1",
    "1.5",
    "2i",
    "'a'",
    '"s"',
    "`r`",
    "break",
    "continue",
    "fallthrough",
    "return",
    "++",
    "--",
    ")",
    "]",
    "}",
  ]) {
    expect(withSemicolons(`${last}\ny`)).toBe(`${last};\ny;`);
  }
});

test("a line goes on behind everything else", () => {
  for (const last of [
    "+",
    "=",
    "(",
    "[",
    "{",
    ",",
    ".",
    ":",
    "<-",
    "if",
    "func",
    "case",
    "default",
    "go",
    "&&",
  ]) {
    expect(withSemicolons(`${last}\ny`)).toBe(`${last}\ny;`);
  }
});

test("empty lines give no semicolons, and the end of the file is the end of a line", () => {
  expect(withSemicolons("\n\nx\n\n\ny")).toBe("\n\nx;\n\n\ny;");
  expect(withSemicolons("x;\n")).toBe("x;\n");
  expect(withSemicolons("")).toBe("");
});

test("comments count as the newline or the blank that they contain", () => {
  expect(withSemicolons("x // c\ny")).toBe("x // c;\ny;");
  expect(withSemicolons("x /* c */ y\n")).toBe("x /* c */ y;\n");
  expect(withSemicolons("x /* c\n */ y\n")).toBe("x ;/* c\n */ y;\n");
  expect(withSemicolons("x /* a */ /* c\n */ y\n")).toBe("x /* a */ ;/* c\n */ y;\n");
  expect(withSemicolons("x /* c */")).toBe("x /* c */;");
  expect(withSemicolons("`a\nb` y")).toBe("`a\nb` y;");
});
