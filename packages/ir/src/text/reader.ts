import { structType, tupleType, types, type ScalarKind, type Type } from "../type.ts";
import { parseString, symbolToken } from "./notation.ts";
import { IrSyntaxError } from "./syntax-error.ts";

const blank = /(?:\s|;[^\n]*)*/y;
const wordToken = /[A-Za-z_][A-Za-z0-9_.]*/y;
const stringToken = /"(?:[^"\\]|\\.)*"/y;
const numberToken = /-?(?:inf|nan|\d+(?:\.\d+)?(?:e[+-]?\d+)?)/y;
const valueToken = /v(\d+)/y;
const blockToken = /b(\d+)\b/y;

/** Reads the tokens of the text form. White space and `;` comments separate them; every failure names the line. */
export class TextReader {
  readonly #text: string;
  #at = 0;
  /** Where the last token begins. */
  #last = 0;

  constructor(text: string) {
    this.#text = text;
    this.#skip();
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Whether the next token is on the line of the last one. */
  onSameLine(): boolean {
    if (this.atEnd()) return false;
    let at = this.#at - 1;
    while (at >= 0 && (this.#text[at] === " " || this.#text[at] === "\t")) at--;
    return this.#text[at] !== "\n";
  }

  /** Whether the text goes on with `literal`. */
  peek(literal: string): boolean {
    return this.#text.startsWith(literal, this.#at);
  }

  try(literal: string): boolean {
    if (!this.peek(literal)) return false;
    this.#last = this.#at;
    this.#at += literal.length;
    this.#skip();
    return true;
  }

  expect(literal: string): void {
    if (!this.try(literal)) this.fail(`expected ${literal}`);
  }

  word(): string {
    return this.#match(wordToken) ?? this.fail("expected a word");
  }

  tryWord(word: string): boolean {
    wordToken.lastIndex = this.#at;
    if (wordToken.exec(this.#text)?.[0] !== word) return false;
    this.#last = this.#at;
    this.#at += word.length;
    this.#skip();
    return true;
  }

  expectWord(word: string): void {
    if (!this.tryWord(word)) this.fail(`expected ${word}`);
  }

  /** A quoted string, as it is written. */
  string(): string {
    return this.#match(stringToken) ?? this.fail("expected a string");
  }

  symbol(): string {
    const token = this.#match(symbolToken) ?? this.fail("expected a symbol");
    return token.startsWith('@"') ? parseString(token.slice(1)) : token.slice(1);
  }

  number(): string {
    return this.#match(numberToken) ?? this.fail("expected a number");
  }

  integer(): number {
    const value = Number(this.number());
    if (!Number.isInteger(value)) this.refuse("expected an integer");
    return value;
  }

  peekValueName(): boolean {
    valueToken.lastIndex = this.#at;
    return valueToken.test(this.#text);
  }

  valueName(): number {
    const token = this.#match(valueToken) ?? this.fail("expected a value");
    return Number(token.slice(1));
  }

  peekBlockName(): boolean {
    blockToken.lastIndex = this.#at;
    return blockToken.test(this.#text);
  }

  blockName(): number {
    const token = this.#match(blockToken) ?? this.fail("expected a block");
    return Number(token.slice(1));
  }

  type(): Type {
    return this.tryType() ?? this.fail("expected a type");
  }

  /** A type, if there is one here. A `{` at the end of a line begins a body, not a struct type. */
  tryType(): Type | undefined {
    if (this.peek("{") && !/^\{[ \t]*(?:\n|$)/.test(this.#text.slice(this.#at, this.#at + 80)))
      return structType(this.typeList("{", "}"));
    if (this.peek("(")) return tupleType(this.typeList("(", ")"));
    wordToken.lastIndex = this.#at;
    const word = wordToken.exec(this.#text)?.[0];
    if (word === undefined || !Object.hasOwn(types, word)) return undefined;
    this.#last = this.#at;
    this.#at += word.length;
    this.#skip();
    return types[word as ScalarKind];
  }

  typeList(open: string, close: string): Type[] {
    const out: Type[] = [];
    this.expect(open);
    if (this.try(close)) return out;
    do out.push(this.type());
    while (this.try(","));
    this.expect(close);
    return out;
  }

  /** The highest N of the names `vN =` of the function body that begins here, up to its `}` line. */
  maxValueName(): number {
    const end = this.#text.indexOf("\n}", this.#at);
    const body = this.#text.slice(this.#at, end < 0 ? undefined : end);
    let max = -1;
    for (const match of body.matchAll(/v(\d+) =/g)) max = Math.max(max, Number(match[1]));
    return max;
  }

  /** What comes next is wrong. */
  fail(message: string): never {
    return this.#failAt(this.#at, message);
  }

  /** The token that was read last is wrong. */
  refuse(message: string): never {
    return this.#failAt(this.#last, message);
  }

  #failAt(at: number, message: string): never {
    throw new IrSyntaxError(this.#text.slice(0, at).split("\n").length, message);
  }

  #match(token: RegExp): string | undefined {
    token.lastIndex = this.#at;
    const match = token.exec(this.#text);
    if (match === null) return undefined;
    this.#last = this.#at;
    this.#at += match[0].length;
    this.#skip();
    return match[0];
  }

  #skip(): void {
    blank.lastIndex = this.#at;
    blank.exec(this.#text);
    this.#at = blank.lastIndex;
  }
}
