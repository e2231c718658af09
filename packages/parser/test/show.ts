import { childrenOf, type Expr, type File, type Node } from "@goes/ast";
import { FileSet, formatDiagnostic } from "@goes/source";
import { parseFile } from "@goes/parser";

/** Parses a text that has no faults. */
export function parseGood(text: string): File {
  const files = new FileSet();
  return parseFile(files.addText("x.go", text), (item) => {
    throw new Error(formatDiagnostic(files, item));
  });
}

/**
 * A node as nested parentheses: names and literals as they are, operations as `(x op y)`, everything else as
 * `Kind(children)`.
 */
function show(node: Node): string {
  switch (node.kind) {
    case "Ident":
      return node.name;
    case "BasicLit":
      return node.text;
    case "BinaryExpr":
      return `(${show(node.x)} ${node.op} ${show(node.y)})`;
    case "UnaryExpr":
      return `(${node.op}${show(node.x)})`;
    case "StarExpr":
      return `(*${show(node.x)})`;
    case "ChanType":
      return `Chan(${node.direction} ${show(node.element)})`;
    default:
      // All others look alike.
      return `${node.kind}(${childrenOf(node)
        .map((child) => show(child.node))
        .join(" ")})`;
  }
}

/** The expression `text` as the parser reads it. */
export function showExpr(text: string): string {
  const [decl] = parseGood(`package p\nvar _ = ${text}\n`).decls;
  const [spec] = decl?.kind === "GenDecl" ? decl.specs : [];
  const values: readonly Expr[] = spec?.kind === "VarSpec" ? spec.values : [];
  return values.map(show).join(", ");
}

/** The statements of a function as the parser reads them. */
export function showBody(text: string): string[] {
  const [decl] = parseGood(`package p\nfunc _() {\n${text}\n}\n`).decls;
  return decl?.kind === "FuncDecl" ? (decl.body?.list ?? []).map(show) : [];
}

/** The first declaration of a file. */
export function showDecl(text: string): string {
  return parseGood(`package p\n${text}\n`).decls.map(show).join(" ");
}
