// A switch over a closed set (ops, kinds of nodes and types, operators …) names every member, so that a new one is met
// by the compiler wherever it matters: there is no `default:` for it to fall into. Of sets too large to list, a `default:`
// says in a comment why it holds for whatever is added.
import { isSwitchStatement, isDefaultClause, type Node, type SwitchStatement } from "typescript/unstable/ast";
import { expect, test } from "vitest";
import { forEachSource, lineOf, type CheckedFile } from "./typescript-projects.ts";

/** Sets with more members are not listed: the ops, the nodes of the syntax tree. */
const largeSet = 30;

function faultOf({ file, checker }: CheckedFile, node: SwitchStatement): string | undefined {
  const type = checker.getTypeAtLocation(node.expression);
  const members = type?.isUnionType() === true ? type.getTypes() : [];
  if (!members.every((member) => member.isStringLiteralType())) return undefined;
  const { clauses } = node.caseBlock;
  const listed = new Set<string>();
  for (const clause of clauses) {
    if (isDefaultClause(clause)) continue;
    const value = checker.getTypeAtLocation(clause.expression);
    if (value?.isStringLiteralType() === true) listed.add(value.value);
  }
  const missing = members.map((member) => member.value).filter((member) => !listed.has(member));
  if (missing.length === 0) return undefined;
  const otherwise = clauses.find(isDefaultClause);
  if (members.length <= largeSet) return `does not name ${missing.join(", ")}`;
  if (otherwise === undefined) return "has no default";
  const text = file.text.slice(otherwise.pos, otherwise.end);
  return /default:\s*(?:\{\s*)?\/\//.test(text)
    ? undefined
    : "does not say why its default holds for new members";
}

test("switches over closed sets name every member", () => {
  const faults: string[] = [];
  let count = 0;
  forEachSource((checked) => {
    const visit = (node: Node): undefined => {
      if (isSwitchStatement(node)) {
        count++;
        const fault = faultOf(checked, node);
        const line = lineOf(checked.file, node.expression.pos);
        if (fault !== undefined) faults.push(`${checked.path}:${line} ${fault}`);
      }
      node.forEachChild(visit);
    };
    visit(checked.file);
  });
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(100);
}, 60_000);
