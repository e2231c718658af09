import { expect, test } from "vitest";
import { FileSet } from "@goes/source";
import { lex, listTokens, tokenClasses } from "@goes/lexer";
import { lexed } from "./check.ts";

const operators =
  "+ - * / % & | ^ << >> &^ += -= *= /= %= &= |= ^= <<= >>= &^= && || <- ++ -- == < > = ! ~ != <= >= := ... ( ) [ ] { } , ; . :";
const keywords =
  "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var";

test("every operator is one token, alone and between others", () => {
  const all = operators.split(" ");
  expect(all).toHaveLength(48);
  for (const text of all) {
    const file = new FileSet().addText("x.go", `a${text}b`);
    const list = listTokens(lex(file, () => {}));
    expect(list.slice(0, 3).map((token) => token.text)).toEqual(["a", text, "b"]);
    expect(tokenClasses[list[1]!.kind].label).toBe(text);
  }
});

test("every keyword is a token of its own, and no prefix of a name", () => {
  for (const text of keywords.split(" ")) {
    const kind = text.charAt(0).toUpperCase() + text.slice(1);
    expect(lexed(`${text} ${text}x`).tokens.slice(0, 2)).toEqual([`${kind} ${text}`, `Ident ${text}x`]);
  }
});

test("operators take as many characters as they can", () => {
  expect(lexed("a<<=b<-c&^=d&&^e...f").tokens.slice(0, -2)).toEqual([
    "Ident a",
    "ShlAssign <<=",
    "Ident b",
    "Arrow <-",
    "Ident c",
    "AndNotAssign &^=",
    "Ident d",
    "AndAnd &&",
    "Xor ^",
    "Ident e",
    "Ellipsis ...",
    "Ident f",
  ]);
  expect(lexed("x.y .5 1.").tokens.slice(0, 5)).toEqual([
    "Ident x",
    "Dot .",
    "Ident y",
    "Float .5",
    "Float 1.",
  ]);
});

test("literals of every form", () => {
  const { tokens, errors } = lexed(
    "0 0123 0o17 0B1 0xFf_0 1_000 0. 1e+3 .5E-2 0x1p3 0x.8P-1 1i 0777i 089i 'a' '\\'' '\\x00' \"a\\\"b\" `r\n\\`;",
  );
  expect(errors).toEqual([]);
  expect(tokens.map((token) => token.split(" ")[0])).toEqual([
    ...Array<string>(6).fill("Int"),
    ...Array<string>(5).fill("Float"),
    ...Array<string>(3).fill("Imaginary"),
    ...Array<string>(3).fill("Rune"),
    "String",
    "RawString",
    "Semicolon",
    "EndOfFile",
  ]);
});

test("names may have any letters and digits", () => {
  const { tokens, errors } = lexed("_x9 größe 日本 ñ٣ Ω");
  expect(errors).toEqual([]);
  expect(tokens.slice(0, 5)).toEqual(["Ident _x9", "Ident größe", "Ident 日本", "Ident ñ٣", "Ident Ω"]);
});

test("positions are those of the first character", () => {
  const files = new FileSet();
  files.addText("before.go", "xx");
  const file = files.addText("x.go", "a = é\n\tb");
  const list = listTokens(lex(file, () => {}));
  expect(list.map((token) => token.pos - file.base)).toEqual([0, 2, 4, 5, 7, 8, 8]);
});

test("a long literal and a long comment need no stack", () => {
  const many = "\\x41".repeat(1_000_000);
  expect(lexed(`"${many}"`).errors).toEqual([]);
  expect(lexed(`/*${"* /".repeat(1_000_000)}*/ x`).tokens[0]).toBe("Ident x");
});

test("tokens end after their last character, inserted semicolons where they begin", () => {
  const file = new FileSet().addText("x.go", 'package x\nvar s = "ab"');
  const spans = listTokens(lex(file, () => {})).map(({ pos, end }) => [pos - file.base, end - file.base]);
  expect(spans).toEqual([
    [0, 7],
    [8, 9],
    [9, 9],
    [10, 13],
    [14, 15],
    [16, 17],
    [18, 22],
    [22, 22],
    [22, 22],
  ]);
});
