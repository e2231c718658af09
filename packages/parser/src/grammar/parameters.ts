import type { Expr, Field, Ident } from "@goes/ast";
import type { Pos } from "@goes/source";

/** One comma-separated entry of a parameter list: `name Type`, or one of the two, which then is in `type`. */
export interface ParameterEntry {
  readonly pos: Pos;
  readonly name: Ident | undefined;
  readonly type: Expr;
}

/** Which list the entries are of; errors say it. */
export type ParameterKind = "parameter" | "fixed parameter" | "type parameter";

/** Where the list ends, and who takes its errors. */
interface ParameterContext {
  /** Position of the closing bracket. */
  readonly close: Pos;
  readonly syntaxError: (pos: Pos, message: string) => void;
  readonly plainError: (pos: Pos, message: string) => void;
}

/**
 * Puts the entries of a list together: where one is `name Type`, lone names before it share its type
 * (spec: Function types).
 */
export function groupParameters(
  entries: readonly ParameterEntry[],
  what: ParameterKind,
  context: ParameterContext,
): Field[] {
  const anyNamed = what === "type parameter" || entries.some((entry) => entry.name !== undefined);
  const fields = anyNamed
    ? groupNamed(entries, what, context)
    : entries.map(({ type }) => makeField([], type));
  if (what !== "type parameter") checkVariadic(fields, what, context);
  return fields;
}

function groupNamed(
  entries: readonly ParameterEntry[],
  what: ParameterKind,
  context: ParameterContext,
): Field[] {
  const fields: Field[] = [];
  let names: Ident[] = [];
  let unnamedAt: Pos | undefined;
  for (const entry of entries) {
    if (entry.name === undefined && entry.type.kind === "Ident") {
      names.push(entry.type);
      continue;
    }
    let { name } = entry;
    if (name === undefined) {
      unnamedAt ??= entry.pos;
      name = { kind: "Ident", pos: entry.pos, end: entry.pos, name: "_" };
    }
    fields.push(makeField([...names, name], entry.type));
    names = [];
  }
  const last = names.at(-1);
  if (last !== undefined) fields.push(makeField(names, { kind: "BadExpr", pos: last.end, end: last.end }));
  if (unnamedAt !== undefined) {
    const array = what === "type parameter" && entries.length === 1 ? " or invalid array length" : "";
    const word = what === "type parameter" ? what : "parameter";
    context.syntaxError(unnamedAt, `missing ${word} name${array}`);
  } else if (last !== undefined) {
    context.syntaxError(
      context.close,
      what === "type parameter" ? "missing type constraint" : "missing parameter type",
    );
  }
  return fields;
}

function makeField(names: readonly Ident[], type: Expr): Field {
  return { kind: "Field", pos: names[0]?.pos ?? type.pos, end: type.end, names, type, tag: undefined };
}

function checkVariadic(fields: readonly Field[], what: ParameterKind, context: ParameterContext): void {
  for (const [index, field] of fields.entries()) {
    if (field.type.kind !== "Ellipsis") continue;
    if (what === "fixed parameter") context.plainError(field.type.pos, "invalid use of ...");
    else if (index < fields.length - 1 || field.names.length > 1) {
      context.plainError(field.type.pos, "can only use ... with final parameter");
    }
  }
}
