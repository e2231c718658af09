import { expect, test } from "vitest";
import { parseGood, showDecl } from "./show.ts";

// In `TypeSpec(name FieldList(…) type)` there are type parameters, in `TypeSpec(name ArrayType(…))` is a length.
test.each([
  ["type T[P any] int", "FieldList(Field(P any)) int"],
  ["type T[P, Q any] int", "FieldList(Field(P Q any)) int"],
  ["type T[P *C,] int", "FieldList(Field(P (*C))) int"],
  ["type T[P *C|Q,] int", "FieldList(Field(P ((*C) | Q))) int"],
  ["type T[P (C),] int", "FieldList(Field(P ParenExpr(C))) int"],
  ["type T[P interface{ *C }] int", "FieldList(Field(P InterfaceType(EmbeddedElem((*C))))) int"],
  ["type T[P ~int|~string] int", "FieldList(Field(P ((~int) | (~string)))) int"],
  ["type T[P []int] int", "FieldList(Field(P ArrayType(int))) int"],
  ["type T[P *struct{}] int", "FieldList(Field(P (*StructType(FieldList())))) int"],
  ["type T[P pkg.C] int", "FieldList(Field(P SelectorExpr(pkg C))) int"],
  ["type T[P G[Q], Q any] int", "FieldList(Field(P IndexExpr(G Q)) Field(Q any)) int"],
  ["type T[P *C] int", "ArrayType((P * C) int)"],
  ["type T[P (C)] int", "ArrayType(CallExpr(P C) int)"],
  ["type T[N] int", "ArrayType(N int)"],
  ["type T[N + 1] int", "ArrayType((N + 1) int)"],
  ["type T[p.N] int", "ArrayType(SelectorExpr(p N) int)"],
  ["type T[2 * N] int", "ArrayType((2 * N) int)"],
  ["type T [] int", "ArrayType(int)"],
  ["type T = [N]int", "ArrayType(N int)"],
])("type parameters or array length: %s", (text, tree) => {
  expect(showDecl(text)).toBe(`GenDecl(TypeSpec(T ${tree}))`);
});

test.each([
  ["(int, string)", "Field(int) Field(string)"],
  ["(a, b int)", "Field(a b int)"],
  ["(a, b int, c string)", "Field(a b int) Field(c string)"],
  ["(a []int, b [2]T)", "Field(a ArrayType(int)) Field(b ArrayType(2 T))"],
  ["(G[int], []T)", "Field(IndexExpr(G int)) Field(ArrayType(T))"],
  ["(a G[int])", "Field(a IndexExpr(G int))"],
  ["(p.T, ...int)", "Field(SelectorExpr(p T)) Field(Ellipsis(int))"],
  ["(a p.T, b ...int)", "Field(a SelectorExpr(p T)) Field(b Ellipsis(int))"],
  [
    "(f func(int) (string, error), c <-chan int)",
    "Field(f FuncType(FieldList(Field(int)) FieldList(Field(string) Field(error)))) Field(c Chan(receive int))",
  ],
  ["(*T, (T))", "Field((*T)) Field(ParenExpr(T))"],
])("parameters: %s", (text, fields) => {
  expect(showDecl(`func f${text}`)).toBe(`FuncDecl(f FuncType(FieldList(${fields})))`);
});

test("struct fields may be embedded, and have tags", () => {
  expect(showDecl('type T struct {\na, b int `x`\nU "y"\n*p.V\nG[int]\nc [n]int\nd []p.U\n}')).toBe(
    'GenDecl(TypeSpec(T StructType(FieldList(Field(a b int `x`) Field(U "y") Field((*SelectorExpr(p V))) ' +
      "Field(IndexExpr(G int)) Field(c ArrayType(n int)) Field(d ArrayType(SelectorExpr(p U)))))))",
  );
});

test("interfaces have methods, types and unions", () => {
  expect(showDecl("type I interface { m(int) bool; p.J; G[int]; ~int | string; *T }")).toBe(
    "GenDecl(TypeSpec(I InterfaceType(MethodSpec(m FuncType(FieldList(Field(int)) FieldList(Field(bool)))) " +
      "EmbeddedElem(SelectorExpr(p J)) EmbeddedElem(IndexExpr(G int)) EmbeddedElem(((~int) | string)) EmbeddedElem((*T)))))",
  );
});

test("methods have receivers, generic functions type parameters", () => {
  expect(showDecl("func (t *T[K]) m() (n int) {}")).toBe(
    "FuncDecl(FieldList(Field(t (*IndexExpr(T K)))) m FuncType(FieldList() FieldList(Field(n int))) BlockStmt())",
  );
  expect(showDecl("func f[P *C](x P) P")).toBe(
    "FuncDecl(f FuncType(FieldList(Field(P (*C))) FieldList(Field(x P)) FieldList(Field(P))))",
  );
});

test("constants count their lines", () => {
  const [decl] = parseGood("package p\nconst (\na, b = iota, 1\nc\n_\nd int = 2\n)\n").decls;
  const specs = decl?.kind === "GenDecl" ? decl.specs : [];
  expect(
    specs.map((spec) =>
      spec.kind === "ConstSpec" ? [spec.iota, spec.names.length, spec.values.length] : [],
    ),
  ).toEqual([
    [0, 2, 2],
    [1, 1, 0],
    [2, 1, 0],
    [3, 1, 1],
  ]);
});

test("directives belong to the declaration below them", () => {
  const tree = parseGood(
    [
      "package p",
      "//go:noinline",
      "//goes:intrinsic x y",
      "func f() {",
      "//go:inside",
      "}",
      "// A comment.",
      "func g()",
      "var (",
      "//go:embed a.txt",
      "text string",
      "other int",
      ")",
      "//go:linkname v w",
      "var v int",
      "",
    ].join("\n"),
  );
  const found = tree.decls.flatMap((decl) =>
    decl.kind === "FuncDecl"
      ? [decl.directives]
      : decl.kind === "GenDecl"
        ? decl.specs.map((spec) => (spec.kind === "VarSpec" ? spec.directives : []))
        : [],
  );
  expect(found.map((list) => list.map((item) => item.name))).toEqual([
    ["go:noinline", "goes:intrinsic"],
    [],
    ["go:embed"],
    [],
    ["go:linkname"],
  ]);
  expect(tree.directives).toHaveLength(5);
});

function version(line: string): string | undefined {
  return parseGood(`//go:build ${line}\n\npackage p\n`).goVersion;
}

test("a build constraint names the language version", () => {
  expect(version("go1.18")).toBe("go1.18");
  expect(version("linux && go1.21")).toBe("go1.21");
  expect(version("go1.19 || go1.22")).toBe("go1.19");
  expect(version("(go1.19 || linux) && go1.18")).toBe("go1.18");
  expect(version("!go1.18")).toBeUndefined();
  expect(version("linux")).toBeUndefined();
  expect(parseGood("package p\n//go:build go1.18\n").goVersion).toBeUndefined();
});

test("positions span the nodes", () => {
  const text = "package p\nvar x = f(a)[1] + (b)\n";
  const tree = parseGood(text);
  const [decl] = tree.decls;
  const [spec] = decl?.kind === "GenDecl" ? decl.specs : [];
  const [value] = spec?.kind === "VarSpec" ? spec.values : [];
  expect(text.slice(value!.pos - tree.pos, value!.end - tree.pos)).toBe("f(a)[1] + (b)");
  expect(text.slice(decl!.pos - tree.pos, decl!.end - tree.pos)).toBe("var x = f(a)[1] + (b)");
});
