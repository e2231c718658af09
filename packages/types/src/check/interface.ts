import type * as ast from "@goes/ast";
import { invalidType } from "../basic.ts";
import { underlying } from "../named.ts";
import { Func, type TypeName } from "../object.ts";
import { InterfaceType, type Type } from "../type.ts";
import { typeSetOf } from "../typeset.ts";
import type { Checker } from "./checker.ts";
import { isTypeParam } from "../predicates.ts";
import { funcType } from "./signature.ts";
import { showType } from "./operand.ts";
import { unionType } from "./type-expressions.ts";

/** The interface type that `e` writes; `def` is the type name that is declared with it, if any. */
export function interfaceType(c: Checker, e: ast.InterfaceType, def: TypeName | undefined): InterfaceType {
  const type = new InterfaceType([]);
  if (e.elements.length > 0) c.interfaceLiterals.push({ type, pos: e.pos });
  const receiver: Type = def?.knownType?.kind === "named" ? def.knownType : type;
  const methods: Func[] = [];
  const embeddeds: Type[] = [];
  const embeddedPos: number[] = [];
  for (const element of e.elements) {
    if (element.kind === "MethodSpec") {
      if (element.name.name === "_") {
        c.error("BlankIfaceMethod", element.name.pos, "methods must have a unique non-blank name");
        continue;
      }
      const method = new Func(element.name.pos, c.pkg, element.name.name, undefined);
      c.info.defs.set(element.name, method);
      method.type = funcType(c, element.type, undefined, method, receiver);
      methods.push(method);
    } else {
      const embedded = unionType(c, element.type);
      c.recordType(element.type, { mode: "type", type: embedded, value: undefined });
      if (embedded === invalidType) continue;
      if (embedded.kind === "union" && !c.allows(18)) {
        refuseEmbedding(c, element.type.pos, embedded);
        continue;
      }
      embeddeds.push(embedded);
      embeddedPos.push(element.type.pos);
    }
  }
  type.methods = methods;
  type.embeddeds = embeddeds;
  type.embeddedPos = embeddedPos;
  if (methods.length === 0 && embeddeds.length === 0) return type;
  c.later(() => {
    embeddeds.forEach((embedded, i) => {
      if (isTypeParam(embedded)) {
        c.error("MisplacedTypeParam", embeddedPos[i]!, "term cannot be a type parameter");
      } else if (embedded.kind !== "union" && underlying(embedded).kind !== "interface" && !c.allows(18)) {
        refuseEmbedding(c, embeddedPos[i]!, embedded);
      }
    });
    for (const problem of typeSetOf(type).problems(c.allows(14))) {
      c.pass(problem);
    }
  });
  return type;
}

function refuseEmbedding(c: Checker, pos: number, embedded: Type): void {
  const what = embedded.kind === "union" ? "interface element" : "non-interface type";
  const message = `embedding ${what} ${showType(c, embedded)} requires go1.18 or later`;
  c.error("InvalidIfaceEmbed", pos, message);
}

/**
 * Reports interfaces whose methods lead back, through interfaces without a name, to one that is being looked at: such
 * types cannot be written down (go.dev/issue/56103). gc does this when all else is in order.
 */
export function checkAnonymousCycles(c: Checker): void {
  const state: InterfaceStates = new Map();
  for (const { type, pos } of c.interfaceLiterals.toSorted((a, b) => a.pos - b.pos)) {
    if (!leadsBack(c, type, state)) continue;
    c.softError(
      "InvalidDeclCycle",
      pos,
      "invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)",
    );
    // Every interface that was met belongs to what has been reported.
    for (const member of state.keys()) state.set(member, "done");
  }
}

type InterfaceStates = Map<InterfaceType, "open" | "done">;

function leadsBack(c: Checker, type: Type, state: InterfaceStates): boolean {
  switch (type.kind) {
    case "interface": {
      const known = state.get(type);
      if (known !== undefined) return known === "open";
      const { methods } = typeSetOf(type);
      if (methods.length === 0) return false;
      state.set(type, "open");
      for (const method of methods) {
        // The signatures of other packages' interfaces have been looked at there.
        if (method.pkg === c.pkg && method.knownType !== undefined && leadsBack(c, method.knownType, state))
          return true;
      }
      state.set(type, "done");
      return false;
    }
    case "pointer":
    case "slice":
    case "array":
    case "chan":
      return leadsBack(c, type.element, state);
    case "map":
      return leadsBack(c, type.key, state) || leadsBack(c, type.value, state);
    case "struct":
      return type.fields.some(
        (field) => field.knownType !== undefined && leadsBack(c, field.knownType, state),
      );
    case "signature":
      return leadsBack(c, type.params, state) || leadsBack(c, type.results, state);
    case "tuple":
      return type.vars.some((v) => v.knownType !== undefined && leadsBack(c, v.knownType, state));
    case "alias":
    case "basic":
    case "named":
    case "typeparam":
    case "union":
      return false;
  }
}
