import type * as ast from "@goes/ast";
import { invalidType } from "../basic.ts";
import { makeFromLiteral } from "../constant/make.ts";
import { underlying, unalias } from "../named.ts";
import { Var } from "../object.ts";
import { isTypeParam } from "../predicates.ts";
import { StructType, type Type } from "../type.ts";
import type { Checker } from "./checker.ts";
import { exprString } from "./expr-string.ts";
import { otherDeclaration } from "./resolver.ts";
import { typeExpr } from "./type-expressions.ts";

/** The struct type that `e` writes. */
export function structType(c: Checker, e: ast.StructType): StructType {
  const fields: Var[] = [];
  const tags: string[] = [];
  const seen = new Map<string, Var>();
  let lastTag: { readonly node: ast.BasicLit; readonly value: string } | undefined;
  const add = (field: Var, tag: ast.BasicLit | undefined): void => {
    fields.push(field);
    if (tag !== undefined) {
      if (lastTag?.node !== tag) {
        const value = makeFromLiteral(tag.text, "string");
        lastTag = { node: tag, value: value.kind === "string" ? value.value : "" };
      }
      while (tags.length < fields.length - 1) tags.push("");
      tags.push(lastTag.value);
    } else if (tags.length > 0) tags.push("");
    if (field.name === "_") return;
    const other = seen.get(field.name);
    if (other === undefined) seen.set(field.name, field);
    else c.softError("DuplicateDecl", field.pos, `${field.name} redeclared`, otherDeclaration(other));
  };
  for (const field of e.fields.fields) {
    if (field.names.length > 0) {
      const type = typeExpr(c, field.type, "variable");
      for (const name of field.names) {
        const v = new Var(name.pos, c.pkg, name.name, type, "field");
        c.info.defs.set(name, v);
        add(v, field.tag);
      }
      continue;
    }
    const type = typeExpr(c, field.type, "variable");
    const name = embeddedName(field.type);
    if (name === undefined) {
      c.error("InvalidSyntaxTree", field.type.pos, `invalid embedded field type ${exprString(field.type)}`);
      continue;
    }
    const v = new Var(name.pos, c.pkg, name.name, type, "field", true);
    c.info.implicits.set(field, v);
    add(v, field.tag);
    c.later(() => checkEmbedded(c, field.type.pos, type));
  }
  return new StructType(fields, tags);
}

/** The identifier that names an embedded field: `T`, `*T`, `p.T`, `T[A]`. */
function embeddedName(type: ast.Expr): ast.Ident | undefined {
  for (;;) {
    if (type.kind === "Ident") {
      return type;
    } else if (type.kind === "StarExpr") {
      // `**T` is no embedded field type.
      if (type.x.kind === "StarExpr") return undefined;
      type = type.x;
    } else if (type.kind === "SelectorExpr") {
      return type.selector;
    } else if (type.kind === "IndexExpr" || type.kind === "ParenExpr") {
      type = type.x;
    } else {
      return undefined;
    }
  }
}

/** Spec, "Struct types": an embedded field is a type name `T`, or `*T` of a `T` that is neither pointer nor interface. */
function checkEmbedded(c: Checker, pos: number, type: Type): void {
  const plain = unalias(type);
  const element = plain.kind === "pointer" ? plain.element : plain;
  const isPointer = plain.kind === "pointer";
  if (element === invalidType) return;
  if (isTypeParam(element)) {
    c.error("MisplacedTypeParam", pos, "embedded field type cannot be a type parameter");
    return;
  }
  const under = underlying(element);
  if (under.kind === "basic" && under.basic === "unsafe.Pointer") {
    c.error("InvalidPtrEmbed", pos, "embedded field type cannot be unsafe.Pointer");
  } else if (under.kind === "pointer") {
    c.error("InvalidPtrEmbed", pos, "embedded field type cannot be a pointer");
  } else if (under.kind === "interface" && isPointer) {
    c.error("InvalidPtrEmbed", pos, "embedded field type cannot be a pointer to an interface");
  }
}
