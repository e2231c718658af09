// What nobody needs goes: exports that no other file uses, conditions that decide nothing, doc comments that belong to
// nothing.
import { dirname, join } from "node:path";
import {
  isBinaryExpression,
  isBlock,
  isCaseClause,
  isClassDeclaration,
  isConditionalExpression,
  isExportDeclaration,
  isFunctionDeclaration,
  isIdentifier,
  isIfStatement,
  isImportDeclaration,
  isInterfaceDeclaration,
  isNamedExports,
  isNamedImports,
  isStringLiteral,
  isSwitchStatement,
  isTypeAliasDeclaration,
  isVariableStatement,
  SyntaxKind,
  type Node,
  type SourceFile,
  type Statement,
} from "typescript/unstable/ast";
import { beforeAll, expect, test } from "vitest";
import { forEachSource, lineOf } from "./typescript-projects.ts";

const files = new Map<string, SourceFile>();

beforeAll(() => {
  forEachSource(({ path, file }) => files.set(path, file));
}, 60_000);

/** Calls `visit` for every node of every file. */
function forEachNode(visit: (node: Node, path: string, file: SourceFile) => void): void {
  for (const [path, file] of files) {
    const walk = (node: Node): undefined => {
      visit(node, path, file);
      node.forEachChild(walk);
    };
    file.forEachChild(walk);
  }
}

/** The names that a statement declares and exports. */
function exportsOf(statement: Statement): string[] {
  if (isVariableStatement(statement)) {
    if (!isExported(statement.modifiers)) return [];
    return statement.declarationList.declarations.flatMap(({ name }) =>
      isIdentifier(name) ? [name.text] : [],
    );
  }
  const isNamed =
    isFunctionDeclaration(statement) ||
    isClassDeclaration(statement) ||
    isInterfaceDeclaration(statement) ||
    isTypeAliasDeclaration(statement);
  return isNamed && isExported(statement.modifiers) && statement.name !== undefined
    ? [statement.name.text]
    : [];
}

function isExported(modifiers: readonly Node[] | undefined): boolean {
  return modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword) === true;
}

/** The names that a statement takes from another file of its package, and that file; `*` for all. */
function usedBy(
  statement: Statement,
  path: string,
): { readonly from: string; readonly names: string[] } | undefined {
  if (!isImportDeclaration(statement) && !isExportDeclaration(statement)) return undefined;
  const specifier = statement.moduleSpecifier;
  if (specifier === undefined || !isStringLiteral(specifier) || !specifier.text.startsWith("."))
    return undefined;
  const from = join(dirname(path), specifier.text).replaceAll("\\", "/");
  const bindings = isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : statement.exportClause;
  if (bindings === undefined || (!isNamedImports(bindings) && !isNamedExports(bindings)))
    return { from, names: ["*"] };
  return { from, names: [...bindings.elements].map(({ name, propertyName }) => (propertyName ?? name).text) };
}

test("what a file exports is used by another file, or public", () => {
  const used = new Map<string, Set<string>>();
  for (const [path, file] of files) {
    for (const statement of file.statements) {
      const use = usedBy(statement, path);
      if (use === undefined) continue;
      const names = used.get(use.from) ?? new Set();
      used.set(use.from, names);
      for (const name of use.names) names.add(name);
    }
  }
  const dead: string[] = [];
  for (const [path, file] of files) {
    // The index is the public interface; a test's own exports are those of its helpers.
    if (!path.endsWith(".ts") || /(?:^|\/)(?:index|[\w-]+\.test|vitest\.config)\.ts$/.test(path)) continue;
    const names = used.get(path) ?? new Set();
    if (names.has("*")) continue;
    for (const statement of file.statements)
      for (const name of exportsOf(statement)) if (!names.has(name)) dead.push(`${path}: ${name}`);
  }
  expect(dead).toEqual([]);
  expect(used.size).toBeGreaterThan(300);
});

function textOf(node: Node | undefined, file: SourceFile): string {
  return node === undefined ? "" : file.text.slice(node.pos, node.end).replaceAll(/\s+/g, " ").trim();
}

test("conditions decide something", () => {
  const idle: string[] = [];
  forEachNode((node, path, file) => {
    const note = (what: string): void => {
      idle.push(
        `${path}:${lineOf(file, node.pos + (/^\s*/.exec(file.text.slice(node.pos))?.[0].length ?? 0))} ${what}`,
      );
    };
    if (isConditionalExpression(node) && textOf(node.whenTrue, file) === textOf(node.whenFalse, file))
      note("both results are the same");
    if (isIfStatement(node)) {
      const { thenStatement, elseStatement } = node;
      if (isBlock(thenStatement) && /^\{\s*\}$/.test(textOf(thenStatement, file))) note("nothing is done");
      if (elseStatement !== undefined && textOf(thenStatement, file) === textOf(elseStatement, file))
        note("both branches are the same");
    }
    if (isBinaryExpression(node)) {
      const same = textOf(node.left, file) === textOf(node.right, file);
      const { kind } = node.operatorToken;
      const logical =
        kind === SyntaxKind.AmpersandAmpersandToken ||
        kind === SyntaxKind.BarBarToken ||
        kind === SyntaxKind.QuestionQuestionToken;
      if (same && logical) note("both operands are the same");
    }
    if (isSwitchStatement(node)) {
      let before = "";
      for (const clause of node.caseBlock.clauses) {
        const text = [...clause.statements].map((statement) => textOf(statement, file)).join(" ");
        if (text !== "" && text === before && isCaseClause(clause))
          note(`two cases in a row do ${text.slice(0, 40)}`);
        before = text;
      }
    }
  });
  expect(idle).toEqual([]);
});

test("a doc comment stands before what it is about", () => {
  const orphans: string[] = [];
  for (const [path, file] of files) {
    for (const match of file.text.matchAll(/^[ \t]*\/\*\*(?:[^*]|\*(?!\/))*\*\/([^\n]*)\n(\s*)(\S*)/gm)) {
      const [, rest = "", gap = "", next = ""] = match;
      if (rest.trim() !== "") continue;
      const alone = gap.includes("\n") || /^(?:[})\]]|\/\*|$)/.test(next);
      if (alone) orphans.push(`${path}:${lineOf(file, match.index)}`);
    }
  }
  expect(orphans).toEqual([]);
});
