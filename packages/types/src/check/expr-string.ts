import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import type { Pos } from "@goes/source";

/** An expression as gc prints it in messages: bodies of literals are shortened to `{…}`. */
export function exprString(e: ast.Expr): string {
  return write(e, 0);
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

function write(e: ast.Expr, depth: number): string {
  if (depth > 200) return "…";
  const d = depth + 1;
  switch (e.kind) {
    case "Ident":
      return e.name;
    case "BasicLit":
      return shortLiteral(e);
    case "CompositeLit":
      return `${e.type === undefined ? "" : write(e.type, d)}{${e.elements.length > 0 ? "…" : ""}}`;
    case "KeyValueExpr":
      return `${write(e.key, d)}: ${write(e.value, d)}`;
    case "FuncLit":
      return `${write(e.type, d)} {${e.body.list.length > 0 ? "…" : ""}}`;
    case "ParenExpr":
      return `(${write(e.x, d)})`;
    case "SelectorExpr":
      return `${write(e.x, d)}.${e.selector.name}`;
    case "IndexExpr":
      return `${write(e.x, d)}[${list(e.indices, d)}]`;
    case "SliceExpr": {
      const part = (x: ast.Expr | undefined): string => (x === undefined ? "" : write(x, d));
      return `${write(e.x, d)}[${part(e.low)}:${part(e.high)}${e.full ? `:${part(e.max)}` : ""}]`;
    }
    case "TypeAssertExpr":
      return `${write(e.x, d)}.(${e.type === undefined ? "type" : write(e.type, d)})`;
    case "CallExpr":
      return `${write(e.callee, d)}(${list(e.args, d)}${e.ellipsis === undefined ? "" : "..."})`;
    case "StarExpr":
      return `*${write(e.x, d)}`;
    case "UnaryExpr":
      return `${e.op}${operand(e.x, unaryPrecedence, d)}`;
    case "BinaryExpr": {
      const precedence = precedences[e.op];
      return `${operand(e.x, precedence, d)} ${e.op} ${operand(e.y, precedence + 1, d)}`;
    }
    case "Ellipsis":
      return `...${e.element === undefined ? "" : write(e.element, d)}`;
    case "BadExpr":
      return "_";
    case "ArrayType":
      return `[${e.length === undefined ? "" : write(e.length, d)}]${type(e.element, d)}`;
    case "StructType": {
      const fields = e.fields.fields.map((f) => fieldString(f, d));
      return `struct{${fields.join("; ")}}`;
    }
    case "FuncType":
      return `func${signature(e, d)}`;
    case "InterfaceType": {
      const elements = e.elements.map((element) =>
        element.kind === "MethodSpec"
          ? `${element.name.name}${signature(element.type, d)}`
          : write(element.type, d),
      );
      return `interface{${elements.join("; ")}}`;
    }
    case "MapType":
      return `map[${type(e.key, d)}]${type(e.value, d)}`;
    case "ChanType": {
      const element = write(e.element, d);
      if (e.direction === "receive") return `<-chan ${element}`;
      if (e.direction === "send") return `chan<- ${element}`;
      return e.element.kind === "ChanType" && e.element.direction === "receive"
        ? `chan (${element})`
        : `chan ${element}`;
    }
  }
}

/** A type without the parentheses around it. */
function type(e: ast.Expr, depth: number): string {
  return write(unparen(e), depth);
}

function operand(e: ast.Expr, precedence: number, depth: number): string {
  const text = write(e, depth);
  return e.kind === "BinaryExpr" && precedences[e.op] < precedence ? `(${text})` : text;
}

function list(exprs: readonly ast.Expr[], depth: number): string {
  return exprs.map((x) => write(x, depth)).join(", ");
}

function fieldString(f: ast.Field, depth: number): string {
  const text = type(f.type, depth);
  return f.names.length === 0 ? text : `${f.names.map((n) => n.name).join(", ")} ${text}`;
}

function signature(func: ast.FuncType, depth: number): string {
  const params = func.params.fields.map((f) => fieldString(f, depth)).join(", ");
  if (func.results === undefined) return `(${params})`;
  const results = func.results.fields;
  if (results.length === 1 && results[0]!.names.length === 0)
    return `(${params}) ${write(results[0]!.type, depth)}`;
  return `(${params}) (${results.map((f) => fieldString(f, depth)).join(", ")})`;
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
