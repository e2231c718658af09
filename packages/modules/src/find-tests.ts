import type { File, FuncDecl } from "@goes/ast";
import { diagnostic, type Report, type SourceFile } from "@goes/source";
import { exampleOutput } from "./example-output.ts";

/** A package that test functions are in, as the generated main function names it. */
type TestPackage = "_test" | "_xtest";

/** A function that the generated main function lists. */
export interface TestFunction {
  readonly package: TestPackage;
  readonly name: string;
}

/** An example that is run and compared. */
export interface ExampleFunction extends TestFunction {
  readonly output: string;
  readonly unordered: boolean;
}

/** What there is to run in the test files of a package. */
export interface FoundTests {
  readonly tests: TestFunction[];
  readonly benchmarks: TestFunction[];
  readonly fuzzTests: TestFunction[];
  readonly examples: ExampleFunction[];
  testMain: TestFunction | undefined;
}

/** The kinds of test functions, with what they are given. */
const kinds = [
  { prefix: "Test", parameter: "T", list: "tests" },
  { prefix: "Benchmark", parameter: "B", list: "benchmarks" },
  { prefix: "Fuzz", parameter: "F", list: "fuzzTests" },
] as const;

export function noTests(): FoundTests {
  return { tests: [], benchmarks: [], fuzzTests: [], examples: [], testMain: undefined };
}

/** Adds the test functions of a file to those found. Wrong signatures are reported as `go` does. */
export function findTests(
  found: FoundTests,
  file: File,
  source: SourceFile,
  inPackage: TestPackage,
  report: Report,
): void {
  for (const decl of file.decls) {
    if (decl.kind !== "FuncDecl" || decl.receiver !== undefined) continue;
    const { name } = decl.name;
    const refuse = (wanted: string): void => {
      report(
        diagnostic(
          "TestSignature",
          decl.pos,
          `wrong signature for ${name}, must be: func ${name}(${wanted})`,
        ),
      );
    };
    const item = { package: inPackage, name };
    if (name === "TestMain") {
      if (hasParameter(decl, "T")) {
        found.tests.push(item);
      } else if (!hasParameter(decl, "M")) {
        refuse("m *testing.M");
      } else if (found.testMain !== undefined) {
        report(diagnostic("TestSignature", decl.pos, "multiple definitions of TestMain"));
      } else {
        found.testMain = item;
      }
      continue;
    }
    for (const { prefix, parameter, list } of kinds) {
      if (!isTestName(name, prefix)) continue;
      if (hasParameter(decl, parameter)) found[list].push(item);
      else refuse(`${parameter.toLowerCase()} *testing.${parameter}`);
    }
    if (isTestName(name, "Example") && decl.type.params.fields.length === 0) {
      const output = exampleOutput(source.text.slice(decl.pos - source.base, decl.end - source.base));
      if (output !== undefined) found.examples.push({ ...item, ...output });
    }
  }
}

/** Whether a name is the prefix, or the prefix and what does not begin with a lower-case letter. */
function isTestName(name: string, prefix: string): boolean {
  if (!name.startsWith(prefix)) return false;
  return !/^\p{Ll}/u.test(name.slice(prefix.length));
}

/** Whether the only parameter is a pointer to a type of the name, whatever the package is called. */
function hasParameter(decl: FuncDecl, wanted: string): boolean {
  const { params, results } = decl.type;
  const [first] = params.fields;
  if ((results?.fields.length ?? 0) > 0 || first === undefined) return false;
  if (params.fields.length > 1 || first.names.length > 1 || decl.type.typeParams !== undefined) return false;
  if (first.type.kind !== "StarExpr") return false;
  const pointed = first.type.x;
  if (pointed.kind === "Ident") return pointed.name === wanted;
  return pointed.kind === "SelectorExpr" && pointed.selector.name === wanted;
}
