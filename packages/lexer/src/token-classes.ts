import { createToken, EOF, Lexer, type TokenType } from "chevrotain";
import { scanGeneralComment, scanRawString, scanRune, scanString } from "./quoted-patterns.ts";

/** The class of a token, as the grammar names it. `label` is how Go's diagnostics write it. */
export interface TokenClass {
  readonly name: string;
  readonly tokenTypeIdx?: number;
  readonly label: string;
}

function define(
  name: string,
  label: string,
  options: Partial<Parameters<typeof createToken>[0]>,
): TokenClass {
  const created = createToken({ name, label, ...options });
  return Object.assign(created, { label });
}

// A word, an operator and a literal are matched by one pattern for their first character; the class of the very
// keyword or operator is looked up by its text afterwards. That is several times faster than one pattern a token.
const word = define("Ident", "name", {
  pattern: /[A-Za-z_\u0080-\ufefe\uff00-\uffff][A-Za-z0-9_\u0080-\ufefe\uff00-\uffff]*/,
});

const operator = define("Operator", "op", {
  pattern:
    /<<=?|<[-=]?|>>=?|>=?|&\^=?|&&|&=?|\|\||\|=?|\+[+=]?|-[-=]?|==?|!=?|:=?|\*=?|\/=|\/(?![/*])|%=?|\^=?|\.\.\.|\.(?![0-9])/,
});

const keyword = (text: string): TokenClass => define(`Keyword_${text}`, text, { pattern: Lexer.NA });
const sign = (name: string, text: string): TokenClass => define(name, text, { pattern: Lexer.NA });
const single = (name: string, text: string): TokenClass => define(name, text, { pattern: text });

/** Every token class of Go's grammar (spec: Tokens). */
export const tokenClasses = {
  Ident: word,
  // Literals.
  Int: define("Int", "literal", {
    // Whatever begins like a number; the form is checked afterwards so that the wrong ones are named well.
    pattern:
      /(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?|0[bBoO][0-9_]*(?:\.[0-9_]*)?|[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eEpP][+-]?[0-9_]*)?i?/,
  }),
  Float: define("Float", "literal", { pattern: Lexer.NA }),
  Imaginary: define("Imaginary", "literal", { pattern: Lexer.NA }),
  Rune: define("Rune", "literal", { pattern: scanRune, start_chars_hint: ["'"], line_breaks: false }),
  String: define("String", "literal", { pattern: scanString, start_chars_hint: ['"'], line_breaks: false }),
  RawString: define("RawString", "literal", {
    pattern: scanRawString,
    start_chars_hint: ["`"],
    line_breaks: true,
  }),
  // Keywords.
  Break: keyword("break"),
  Case: keyword("case"),
  Chan: keyword("chan"),
  Const: keyword("const"),
  Continue: keyword("continue"),
  Default: keyword("default"),
  Defer: keyword("defer"),
  Else: keyword("else"),
  Fallthrough: keyword("fallthrough"),
  For: keyword("for"),
  Func: keyword("func"),
  Go: keyword("go"),
  Goto: keyword("goto"),
  If: keyword("if"),
  Import: keyword("import"),
  Interface: keyword("interface"),
  Map: keyword("map"),
  Package: keyword("package"),
  Range: keyword("range"),
  Return: keyword("return"),
  Select: keyword("select"),
  Struct: keyword("struct"),
  Switch: keyword("switch"),
  Type: keyword("type"),
  Var: keyword("var"),
  // Punctuation that begins no longer token.
  LParen: single("LParen", "("),
  RParen: single("RParen", ")"),
  LBrack: single("LBrack", "["),
  RBrack: single("RBrack", "]"),
  LBrace: single("LBrace", "{"),
  RBrace: single("RBrace", "}"),
  Comma: single("Comma", ","),
  Semicolon: single("Semicolon", ";"),
  Tilde: single("Tilde", "~"),
  // Operators.
  Add: sign("Add", "+"),
  Sub: sign("Sub", "-"),
  Mul: sign("Mul", "*"),
  Quo: sign("Quo", "/"),
  Rem: sign("Rem", "%"),
  And: sign("And", "&"),
  Or: sign("Or", "|"),
  Xor: sign("Xor", "^"),
  Shl: sign("Shl", "<<"),
  Shr: sign("Shr", ">>"),
  AndNot: sign("AndNot", "&^"),
  AddAssign: sign("AddAssign", "+="),
  SubAssign: sign("SubAssign", "-="),
  MulAssign: sign("MulAssign", "*="),
  QuoAssign: sign("QuoAssign", "/="),
  RemAssign: sign("RemAssign", "%="),
  AndAssign: sign("AndAssign", "&="),
  OrAssign: sign("OrAssign", "|="),
  XorAssign: sign("XorAssign", "^="),
  ShlAssign: sign("ShlAssign", "<<="),
  ShrAssign: sign("ShrAssign", ">>="),
  AndNotAssign: sign("AndNotAssign", "&^="),
  AndAnd: sign("AndAnd", "&&"),
  OrOr: sign("OrOr", "||"),
  Arrow: sign("Arrow", "<-"),
  Increment: sign("Increment", "++"),
  Decrement: sign("Decrement", "--"),
  Equal: sign("Equal", "=="),
  NotEqual: sign("NotEqual", "!="),
  Less: sign("Less", "<"),
  LessEqual: sign("LessEqual", "<="),
  Greater: sign("Greater", ">"),
  GreaterEqual: sign("GreaterEqual", ">="),
  Assign: sign("Assign", "="),
  Define: sign("Define", ":="),
  Not: sign("Not", "!"),
  Ellipsis: sign("Ellipsis", "..."),
  Dot: sign("Dot", "."),
  Colon: sign("Colon", ":"),
  EndOfFile: Object.assign(EOF, { label: "EOF" }) as TokenClass,
} as const satisfies Record<string, TokenClass>;

/** The name of a token class in {@link tokenClasses}. */
export type TokenKind = keyof typeof tokenClasses;

/** The class that {@link operator} stands for until the text has been looked up. */
export const operatorClass: TokenClass = operator;

/** The class that words have until they turn out to be keywords. */
export const wordClass: TokenClass = word;

const ignored = [
  createToken({ name: "Blank", pattern: /[ \t\r\n]+/, group: Lexer.SKIPPED, line_breaks: true }),
  createToken({ name: "LineComment", pattern: /\/\/[^\n]*/, group: "comments" }),
  createToken({
    name: "GeneralComment",
    pattern: scanGeneralComment,
    start_chars_hint: ["/"],
    line_breaks: true,
    group: "comments",
  }),
];

/** The vocabulary of the Chevrotain lexer, in order of trial. */
export function lexerDefinition(): TokenType[] {
  const classes: readonly TokenClass[] = Object.values(tokenClasses);
  const matched = classes.filter((item) => item !== tokenClasses.EndOfFile) as TokenType[];
  return [ignored[0]!, ...matched, operator as TokenType, ...ignored.slice(1)];
}

function byText(select: (name: string) => boolean): ReadonlyMap<string, TokenClass> {
  const entries = Object.entries<TokenClass>(tokenClasses).filter(([, item]) => select(item.name));
  return new Map(entries.map(([, item]) => [item.label, item]));
}

const firstOperator = Object.keys(tokenClasses).indexOf("Add");

/** The keywords by their text. */
export const keywordClasses: ReadonlyMap<string, TokenClass> = byText((name) => name.startsWith("Keyword_"));

/** The operators that {@link operatorClass} stands for, by their text. */
export const operatorClasses: ReadonlyMap<string, TokenClass> = byText((name) => {
  const at = Object.keys(tokenClasses).indexOf(name);
  return at >= firstOperator && name !== "EOF";
});
