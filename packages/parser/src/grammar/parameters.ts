import type { Expr, Field, Ident } from "@goes/ast";
import type { Pos } from "@goes/source";

/** One comma-separated entry of a parameter list: `name Type`, or one of the two, which then is in `type`. */
export interface ParameterEntry {
  readonly pos: Pos;
  readonly name: Ident | undefined;
  readonly type: Expr;
}

/**
 * Puts the entries of a list together: where one is `name Type`, lone names before it share its type
 * (spec: Function types). `close` is the position of the closing bracket.
 */
export function groupParameters(
  entries: readonly ParameterEntry[],
  what: "parameter" | "type parameter",
  close: Pos,
  error: (pos: Pos, message: string) => void,
): Field[] {
  const fields: Field[] = [];
  const anyNamed = what === "type parameter" || entries.some((entry) => entry.name !== undefined);
  if (!anyNamed) {
    for (const { type } of entries) fields.push(makeField([], type));
  } else {
    const typeWord = what === "parameter" ? "type" : "constraint";
    let names: Ident[] = [];
    let reported = false;
    for (const entry of entries) {
      if (entry.name !== undefined) {
        fields.push(makeField([...names, entry.name], entry.type));
        names = [];
      } else if (entry.type.kind === "Ident") {
        names.push(entry.type);
      } else {
        if (!reported) error(entry.pos, `missing ${what} name`);
        reported = true;
        const blank: Ident = { kind: "Ident", pos: entry.pos, end: entry.pos, name: "_" };
        fields.push(makeField([...names, blank], entry.type));
        names = [];
      }
    }
    const last = names.at(-1);
    if (last !== undefined) {
      if (!reported) error(close, `missing ${what === "parameter" ? "parameter" : "type"} ${typeWord}`);
      fields.push(makeField(names, { kind: "BadExpr", pos: last.end, end: last.end }));
    }
  }
  if (what === "parameter") checkVariadic(fields, error);
  return fields;
}

function makeField(names: readonly Ident[], type: Expr): Field {
  return { kind: "Field", pos: names[0]?.pos ?? type.pos, end: type.end, names, type, tag: undefined };
}

function checkVariadic(fields: readonly Field[], error: (pos: Pos, message: string) => void): void {
  for (const [index, field] of fields.entries()) {
    if (field.type.kind !== "Ellipsis") continue;
    if (index < fields.length - 1 || field.names.length > 1) {
      error(field.type.pos, "can only use ... with final parameter in list");
    }
  }
}
