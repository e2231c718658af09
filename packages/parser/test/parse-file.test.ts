import { expect, test } from "vitest";
import { FileSet, formatDiagnostic, type Diagnostic } from "@goes/source";
import { parseFile, parseImports } from "@goes/parser";

function parse(text: string): { readonly kinds: string[]; readonly errors: string[] } {
  const files = new FileSet();
  const diagnostics: Diagnostic[] = [];
  const tree = parseFile(files.addText("x.go", text), (item) => diagnostics.push(item));
  return {
    kinds: tree.decls.map((decl) => decl.kind),
    errors: diagnostics.map((item) => formatDiagnostic(files, item)),
  };
}

test("a file is its declarations in order", () => {
  const { kinds, errors } = parse('package p\nimport "fmt"\nvar x = 1\nfunc f() { fmt.Println(x) }\n');
  expect(errors).toEqual([]);
  expect(kinds).toEqual(["GenDecl", "GenDecl", "FuncDecl"]);
});

test("the head of a file can be read alone", () => {
  const files = new FileSet();
  const text = '//go:build go1.21\n\npackage p\n\nimport (\n\t"fmt"\n\tm "math"\n)\n\nfunc f( {\n';
  const head = parseImports(files.addText("x.go", text), () => {
    throw new Error("the imports have no fault");
  });
  expect(head.name.name).toBe("p");
  expect(head.imports.map((item) => item.path.text)).toEqual(['"fmt"', '"math"']);
  expect(head.imports[1]!.name?.name).toBe("m");
  expect(head.goVersion).toBe("go1.21");
});

test("a line in a comment that looks like a declaration does not end the imports", () => {
  const files = new FileSet();
  const text = '/*\nfunc f\n*/\npackage p\nimport "fmt"\nfunc f() {}\n';
  const head = parseImports(files.addText("x.go", text), () => {
    throw new Error("the imports have no fault");
  });
  expect(head.imports.map((item) => item.path.text)).toEqual(['"fmt"']);
});
