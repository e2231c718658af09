// Bodies of library packages are checked while the program is built: their errors are diagnostics, and hide no fault of the builder.
import { compile } from "@goes/driver";
import { formatDiagnostic, memoryFileSystem } from "@goes/source";
import { expect, test } from "vitest";
import { join } from "node:path";
import { readTree } from "../src/library.ts";

const packages = join(import.meta.dirname, "../..");
const tree = { ...readTree(join(packages, "stdlib/go")), ...readTree(join(packages, "runtime/go")) };

/** The diagnostics of a program that imports a library package `odd` with this text. */
function errorsWith(odd: string, main: string): string[] {
  const result = compile({
    target: { kind: "directory", directory: "main" },
    fileSystem: memoryFileSystem({
      "main/main.go": `package main\n\nimport "odd"\n\nfunc main() { ${main} }\n`,
    }),
    library: memoryFileSystem({ ...tree, "odd/odd.go": `package odd\n${odd}` }),
    level: 0,
  });
  expect(result.wasm).toBeUndefined();
  return result.diagnostics.map((item) => formatDiagnostic(result.files, item));
}

test("errors in bodies, initializers and instances of a library package are diagnostics", () => {
  const odd = `
func F() int { return x.y.z() + undefined1 }
var V int = func() int { return undefined2 }()
func G[T any](t T) T { var u struct{ a T }; return u.missing }
type T struct{}
func (T) String() string { return undefined3 }
func Fine() int { return F() }
`;
  expect(
    errorsWith(
      odd,
      'println(odd.Fine(), odd.V, odd.G("x")); var s interface{ String() string } = odd.T{}; println(s.String())',
    ),
  ).toEqual([
    "odd/odd.go:3:23: undefined: x",
    "odd/odd.go:3:33: undefined: undefined1",
    "odd/odd.go:4:33: undefined: undefined2",
    "odd/odd.go:5:54: u.missing undefined (type struct{a T} has no field or method missing)",
    "odd/odd.go:7:35: undefined: undefined3",
  ]);
});

test("a fault of the builder is not swallowed because a diagnostic has been reported", () => {
  const odd = `
func F() int { return undefined1 }
//goes:linkif too few
func late()
func G() { late() }
`;
  expect(() => errorsWith(odd, "println(odd.F()); odd.G()")).toThrow(/names too few functions/);
});
