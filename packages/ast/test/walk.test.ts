import { expect, test } from "vitest";
import { FileSet } from "@goes/source";
import {
  childrenOf,
  dumpAst,
  walk,
  type BinaryExpr,
  type Expr,
  type File,
  type Ident,
  type Node,
} from "@goes/ast";

function ident(name: string, pos: number): Ident {
  return { kind: "Ident", pos, end: pos + name.length, name };
}

function add(x: Expr, y: Expr): BinaryExpr {
  return { kind: "BinaryExpr", pos: x.pos, end: y.end, x, op: "+", opPos: x.end + 1, y };
}

function label(node: Node): string {
  return node.kind === "Ident" ? node.name : node.kind;
}

test("children come in source order, absent ones are left out", () => {
  const call: Expr = {
    kind: "CallExpr",
    pos: 1,
    end: 8,
    callee: ident("f", 1),
    lparen: 2,
    args: [ident("a", 3), ident("b", 6)],
    ellipsis: undefined,
    rparen: 7,
  };
  expect(childrenOf(call).map(({ field, index }) => [field, index])).toEqual([
    ["callee", undefined],
    ["args", 0],
    ["args", 1],
  ]);
  const bare: Expr = {
    kind: "SliceExpr",
    pos: 1,
    end: 5,
    x: ident("s", 1),
    lbrack: 2,
    low: undefined,
    high: undefined,
    max: undefined,
    full: false,
  };
  expect(childrenOf(bare).map(({ field }) => field)).toEqual(["x"]);
});

test("walk enters before and leaves behind the children, and skips on demand", () => {
  const log: string[] = [];
  const tree = add(add(ident("a", 1), ident("b", 5)), ident("c", 9));
  walk(tree, {
    enter: (node) => {
      log.push(`+${label(node)}`);
      return node.pos === 1 && node !== tree && node.kind === "BinaryExpr" ? "skip" : undefined;
    },
    leave: (node) => void log.push(`-${label(node)}`),
  });
  expect(log).toEqual(["+BinaryExpr", "+BinaryExpr", "-BinaryExpr", "+c", "-c", "-BinaryExpr"]);
});

test("walk needs no stack for a deep tree", () => {
  let tree: Expr = ident("a", 1);
  for (let i = 0; i < 200_000; i++) tree = add(tree, ident("b", 2));
  let count = 0;
  walk(tree, { enter: () => void count++ });
  expect(count).toBe(400_001);
});

test("a dump names kinds, fields, places, names, texts and operators", () => {
  const files = new FileSet();
  const source = files.addText("x.go", "package p\n\nvar x = a + 1\n");
  const at = (offset: number): number => source.base + offset;
  const one: Expr = { kind: "BasicLit", pos: at(23), end: at(24), literal: "int", text: "1" };
  const file: File = {
    kind: "File",
    pos: at(0),
    end: at(25),
    packagePos: at(0),
    name: ident("p", at(8)),
    imports: [],
    decls: [
      {
        kind: "GenDecl",
        pos: at(11),
        end: at(24),
        keyword: "var",
        lparen: undefined,
        specs: [
          {
            kind: "VarSpec",
            pos: at(15),
            end: at(24),
            names: [ident("x", at(15))],
            type: undefined,
            values: [add(ident("a", at(19)), one)],
            directives: [],
          },
        ],
      },
    ],
    strayDirectives: [],
    headerComments: [],
    directives: [],
    goVersion: undefined,
  };
  expect(dumpAst(file, files)).toBe(`File 1:1
  name: Ident 1:9 name="p"
  decls[0]: GenDecl 3:1 keyword="var"
    specs[0]: VarSpec 3:5
      names[0]: Ident 3:5 name="x"
      values[0]: BinaryExpr 3:9 op="+"
        x: Ident 3:9 name="a"
        y: BasicLit 3:13 literal="int" text="1"
`);
});
