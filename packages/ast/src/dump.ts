import type { FileSet, Pos } from "@goes/source";
import type { Node } from "./any-node.ts";
import type { File } from "./declarations.ts";
import { childrenOf } from "./walk.ts";

/**
 * A tree as text: one node a line, indented by depth, as `field: Kind line:column name="x" op="+"`. The same tree
 * prints the same text.
 */
export function dumpAst(file: File, files: FileSet): string {
  const lines: string[] = [];
  const pending: { readonly label: string; readonly depth: number; readonly node: Node }[] = [
    { label: "", depth: 0, node: file },
  ];
  for (let item = pending.pop(); item !== undefined; item = pending.pop()) {
    const { label, depth, node } = item;
    const attributes = attributesOf(node)
      .map((attribute) => ` ${attribute}`)
      .join("");
    lines.push(`${"  ".repeat(depth)}${label}${node.kind} ${positionText(files, node.pos)}${attributes}`);
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) {
      const { field, index, node: child } = children[i]!;
      const name = index === undefined ? field : `${field}[${index}]`;
      pending.push({ label: `${name}: `, depth: depth + 1, node: child });
    }
  }
  return lines.join("\n") + "\n";
}

/** What a node holds besides positions and children: names, operators, texts, flags. */
function attributesOf(node: Node): string[] {
  const attributes: string[] = [];
  for (const [field, value] of Object.entries(node)) {
    if (field === "kind") continue;
    if (typeof value === "string") attributes.push(`${field}=${JSON.stringify(value)}`);
    else if (value === true) attributes.push(field);
    else if (field === "iota") attributes.push(`iota=${String(value)}`);
  }
  return attributes;
}

function positionText(files: FileSet, pos: Pos): string {
  const position = files.position(pos);
  return position === undefined ? "-" : `${position.line}:${position.column}`;
}
