import type { AssignOperator, BinaryOperator, LiteralKind, UnaryOperator } from "@goes/ast";
import { tokenClasses as T, type TokenClass } from "@goes/lexer";

/** Binary operators with their precedence, 5 binds tightest (spec: Operator precedence). */
const precedences: readonly (readonly [TokenClass, number])[] = [
  [T.Mul, 5],
  [T.Quo, 5],
  [T.Rem, 5],
  [T.Shl, 5],
  [T.Shr, 5],
  [T.And, 5],
  [T.AndNot, 5],
  [T.Add, 4],
  [T.Sub, 4],
  [T.Or, 4],
  [T.Xor, 4],
  [T.Equal, 3],
  [T.NotEqual, 3],
  [T.Less, 3],
  [T.LessEqual, 3],
  [T.Greater, 3],
  [T.GreaterEqual, 3],
  [T.AndAnd, 2],
  [T.OrOr, 1],
];

/** The tokens that are binary operators. */
export const binaryOperatorClasses: readonly TokenClass[] = precedences.map(([item]) => item);

/** Binary operators by token class. */
export const binaryOperators: ReadonlyMap<TokenClass, BinaryOperator> = new Map(
  precedences.map(([item]) => [item, item.label as BinaryOperator]),
);

const precedenceByIndex: Uint8Array = (() => {
  const all: readonly TokenClass[] = Object.values(T);
  const table = new Uint8Array(1 + Math.max(...all.map((item) => item.tokenTypeIdx ?? 0)));
  for (const [item, precedence] of precedences) table[item.tokenTypeIdx!] = precedence;
  return table;
})();

/** Precedence of a token as a binary operator, by its class index; 0 for all others. */
export function precedenceOf(tokenTypeIdx: number): number {
  return precedenceByIndex[tokenTypeIdx] ?? 0;
}

/** Unary operators by token class; `*` is no operation of its own but a {@link StarExpr}. */
export const unaryOperators: ReadonlyMap<TokenClass, UnaryOperator | "*"> = new Map<
  TokenClass,
  UnaryOperator | "*"
>([
  [T.Add, "+"],
  [T.Sub, "-"],
  [T.Not, "!"],
  [T.Xor, "^"],
  [T.And, "&"],
  [T.Arrow, "<-"],
  [T.Tilde, "~"],
  [T.Mul, "*"],
]);

/** Assignment operators by token class. */
export const assignOperators: ReadonlyMap<TokenClass, AssignOperator> = new Map<TokenClass, AssignOperator>([
  [T.Assign, "="],
  [T.Define, ":="],
  [T.AddAssign, "+"],
  [T.SubAssign, "-"],
  [T.MulAssign, "*"],
  [T.QuoAssign, "/"],
  [T.RemAssign, "%"],
  [T.AndAssign, "&"],
  [T.OrAssign, "|"],
  [T.XorAssign, "^"],
  [T.ShlAssign, "<<"],
  [T.ShrAssign, ">>"],
  [T.AndNotAssign, "&^"],
]);

/** Literals by token class. */
export const literalKinds: ReadonlyMap<TokenClass, LiteralKind> = new Map<TokenClass, LiteralKind>([
  [T.Int, "int"],
  [T.Float, "float"],
  [T.Imaginary, "imaginary"],
  [T.Rune, "rune"],
  [T.String, "string"],
  [T.RawString, "string"],
]);
