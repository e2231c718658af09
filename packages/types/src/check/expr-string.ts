import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import type { Pos } from "@goes/source";

/** An expression as gc prints it in messages: bodies of literals are shortened to `{…}`. */
export function exprString(e: ast.Expr): string {
  return write(e);
}

const unaryPrecedence = 6;
const precedences: Readonly<Record<ast.BinaryOperator, number>> = {
  "||": 1,
  "&&": 2,
  "==": 3,
  "!=": 3,
  "<": 3,
  "<=": 3,
  ">": 3,
  ">=": 3,
  "+": 4,
  "-": 4,
  "|": 4,
  "^": 4,
  "*": 5,
  "/": 5,
  "%": 5,
  "<<": 5,
  ">>": 5,
  "&": 5,
  "&^": 5,
};

/** What is after the innermost operand of an expression is collected in a loop: chains can be as long as a program. */
function write(e: ast.Expr): string {
  /** The outermost first. */
  const after: string[] = [];
  let before = "";
  let at = e;
  for (let next: ast.Expr | undefined = e; next !== undefined;) {
    at = next;
    next = undefined;
    switch (at.kind) {
      case "SelectorExpr":
        after.push(`.${at.selector.name}`);
        next = at.x;
        break;
      case "IndexExpr":
        after.push(`[${list(at.indices)}]`);
        next = at.x;
        break;
      case "SliceExpr": {
        const part = (x: ast.Expr | undefined): string => (x === undefined ? "" : write(x));
        after.push(`[${part(at.low)}:${part(at.high)}${at.full ? `:${part(at.max)}` : ""}]`);
        next = at.x;
        break;
      }
      case "TypeAssertExpr":
        after.push(`.(${at.type === undefined ? "type" : write(at.type)})`);
        next = at.x;
        break;
      case "CallExpr":
        after.push(`(${list(at.args)}${at.ellipsis === undefined ? "" : "..."})`);
        next = at.callee;
        break;
      case "BinaryExpr": {
        const precedence = precedences[at.op];
        after.push(` ${at.op} ${operand(at.y, precedence + 1)}`);
        if (needsParentheses(at.x, precedence)) {
          after.push(")");
          before += "(";
        }
        next = at.x;
        break;
      }
      case "ArrayType":
      case "BadExpr":
      case "BasicLit":
      case "ChanType":
      case "CompositeLit":
      case "Ellipsis":
      case "FuncLit":
      case "FuncType":
      case "Ident":
      case "InterfaceType":
      case "KeyValueExpr":
      case "MapType":
      case "ParenExpr":
      case "StarExpr":
      case "StructType":
      case "UnaryExpr":
        // What it is made of is in its middle.
        break;
    }
  }
  return before + writeOperand(at) + after.reverse().join("");
}

function needsParentheses(e: ast.Expr, precedence: number): boolean {
  return e.kind === "BinaryExpr" && precedences[e.op] < precedence;
}

/** An expression that does not begin with another one. */
function writeOperand(e: ast.Expr): string {
  switch (e.kind) {
    case "SelectorExpr":
    case "IndexExpr":
    case "SliceExpr":
    case "TypeAssertExpr":
    case "CallExpr":
    case "BinaryExpr":
      return write(e);
    case "Ident":
      return e.name;
    case "BasicLit":
      return shortLiteral(e);
    case "CompositeLit":
      return `${e.type === undefined ? "" : write(e.type)}{${e.elements.length > 0 ? "…" : ""}}`;
    case "KeyValueExpr":
      return `${write(e.key)}: ${write(e.value)}`;
    case "FuncLit":
      return `${write(e.type)} {${e.body.list.length > 0 ? "…" : ""}}`;
    case "ParenExpr":
      return `(${write(e.x)})`;
    case "StarExpr":
      return `*${write(e.x)}`;
    case "UnaryExpr":
      return `${e.op}${operand(e.x, unaryPrecedence)}`;
    case "Ellipsis":
      return `...${e.element === undefined ? "" : write(e.element)}`;
    case "BadExpr":
      return "_";
    case "ArrayType":
      return `[${e.length === undefined ? "" : write(e.length)}]${type(e.element)}`;
    case "StructType": {
      const fields = e.fields.fields.map((f) => fieldString(f));
      return `struct{${fields.join("; ")}}`;
    }
    case "FuncType":
      return `func${signature(e)}`;
    case "InterfaceType": {
      const elements = e.elements.map((element) =>
        element.kind === "MethodSpec"
          ? `${element.name.name}${signature(element.type)}`
          : write(element.type),
      );
      return `interface{${elements.join("; ")}}`;
    }
    case "MapType":
      return `map[${type(e.key)}]${type(e.value)}`;
    case "ChanType": {
      const element = write(e.element);
      if (e.direction === "receive") return `<-chan ${element}`;
      if (e.direction === "send") return `chan<- ${element}`;
      return e.element.kind === "ChanType" && e.element.direction === "receive"
        ? `chan (${element})`
        : `chan ${element}`;
    }
  }
}

/** A type without the parentheses around it. */
function type(e: ast.Expr): string {
  return write(unparen(e));
}

function operand(e: ast.Expr, precedence: number): string {
  const text = write(e);
  return e.kind === "BinaryExpr" && precedences[e.op] < precedence ? `(${text})` : text;
}

function list(exprs: readonly ast.Expr[]): string {
  return exprs.map((x) => write(x)).join(", ");
}

function fieldString(f: ast.Field): string {
  const text = type(f.type);
  return f.names.length === 0 ? text : `${f.names.map((n) => n.name).join(", ")} ${text}`;
}

function signature(func: ast.FuncType): string {
  const params = func.params.fields.map((f) => fieldString(f)).join(", ");
  if (func.results === undefined) return `(${params})`;
  const results = func.results.fields;
  if (results.length === 1 && results[0]!.names.length === 0) return `(${params}) ${write(results[0]!.type)}`;
  return `(${params}) (${results.map((f) => fieldString(f)).join(", ")})`;
}

function shortLiteral(e: ast.BasicLit): string {
  const limit = 40;
  if ((e.literal === "string" || e.literal === "rune") && e.text.length > limit) {
    const half = (limit - 1) >> 1;
    return `${e.text.slice(0, half)}…${e.text.slice(e.text.length - half)}`;
  }
  return e.text;
}

/**
 * Where gc reports errors of an expression: its first character, except for slice expressions and function types, which
 * begin at their bracket or parenthesis there.
 */
export function startPos(e: ast.Expr): Pos {
  for (let at = e; ;) {
    switch (at.kind) {
      case "SliceExpr":
        return at.lbrack;
      case "FuncType":
        return at.params.pos;
      case "BinaryExpr":
      case "SelectorExpr":
      case "IndexExpr":
      case "TypeAssertExpr":
        at = at.x;
        break;
      case "CallExpr":
        at = at.callee;
        break;
      case "KeyValueExpr":
        at = at.key;
        break;
      case "ArrayType":
      case "BadExpr":
      case "BasicLit":
      case "ChanType":
      case "CompositeLit":
      case "Ellipsis":
      case "FuncLit":
      case "Ident":
      case "InterfaceType":
      case "MapType":
      case "ParenExpr":
      case "StarExpr":
      case "StructType":
      case "UnaryExpr":
        return at.pos;
    }
  }
}
