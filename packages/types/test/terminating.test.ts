import { expect, test } from "vitest";
import { messagesOf } from "./check-source.ts";

const terminating = [
  "return 1",
  "panic(0)",
  "(panic(0))",
  "for { }",
  "for { for { break } }",
  "L: for { for { continue L } }",
  "{ return 1 }",
  "if b { return 1 } else { return 2 }",
  "if b { return 1 } else if !b { return 3 } else { panic(1) }",
  "switch { case b: return 1; default: panic(1) }",
  "switch { case b: fallthrough; default: return 1 }",
  "select { }",
  "select { default: return 1 }",
  "L: goto L",
  "return 1;;",
];

test.each(terminating)("%s ends a function", (body) => {
  expect(messagesOf(`func f(b bool) int { ${body} }`)).toEqual([]);
});

const open = [
  "",
  "if b { return 1 }",
  "for b { }",
  "for { break }",
  "L: for { for { break L } }",
  "L: for { switch { case b: break L } }",
  "for range 3 { return 1 }",
  "switch { case b: return 1 }",
  "switch { case b: return 1; default: break }",
  "select { default: if b { break }; return 1 }",
  "func() int { return 1 }()",
  "panic := func(int) {}; panic(1)",
];

test.each(open)("%s does not", (body) => {
  expect(messagesOf(`func f(b bool) int { ${body} }`)).toEqual(["missing return"]);
});
