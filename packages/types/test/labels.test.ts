import { expect, test } from "vitest";
import { checkSource } from "./check-source.ts";

function errorsIn(body: string): readonly string[] {
  return checkSource(`func f() {\n${body}\n}`).errors;
}

// The texts and places are those of gc.
test.each([
  ["L:\n\tfor { }", ["2:1: label L defined and not used"]],
  ["\tgoto M\n\tvar x, y int\n\t_, _ = x, y\nM:", ["2:7: goto M jumps over declaration of x at 3:6"]],
  ["\tgoto M\n\tz, w := 1, 2\n\t_, _ = z, w\nM:", ["2:7: goto M jumps over declaration of z, w at 3:7"]],
  ["\tgoto N\n\t{\n\tN:\n\t}", ["2:7: goto N jumps into block starting at 3:2"]],
  ["\tgoto P\n\tswitch { case true: P: }", ["2:7: goto P jumps into block starting at 3:11"]],
  ["\tfor { break Q }", ["2:14: break label not defined: Q"]],
  ["\tgoto ZZ", ["2:7: label ZZ not defined"]],
  [
    "P: for { break P }\nP: for { break P }",
    ["3:1: label P already defined at 2:1", "3:16: invalid break label P"],
  ],
  ["R: { continue R; break R }", ["2:15: invalid continue label R", "2:24: invalid break label R"]],
  ["S: switch { case true: for { continue S } }", ["2:39: invalid continue label S"]],
  ["P: for { func() { goto P }(); break P }", ["2:24: label P not defined"]],
])("%s", (body, errors) => {
  expect(errorsIn(body)).toEqual(errors);
});

test.each([
  ["L:\n\tfor { for { continue L; break L } }"],
  ["\tvar x int\n\t_ = x\nL:\n\tgoto L"],
  ["\t{ goto L }\nL:"],
  ["L:\n\tselect { default: break L }"],
  ["\tgoto L\n\tconst c = 1\n\ttype T int\nL:"],
])("%s is fine", (body) => {
  expect(errorsIn(body)).toEqual([]);
});
