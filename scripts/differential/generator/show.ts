import { indent, type Generator } from "./generator.ts";
import { printable } from "./expressions-string.ts";
import { basicName, hasParam, isOrdered, text, underlying, type GoType } from "./types.ts";

/** A statement that prints a value of a type. */
export function show(gen: Generator, type: GoType, value: string): string {
  if (gen.usesFmt && printable(type) && gen.random.chance(60)) {
    gen.imports.add("fmt");
    gen.need("out");
    const verb = gen.random.pick(["%v", "%+v", "%#v", "%T", "%v"]);
    // How far the hexadecimal of %#v goes would be seen for pointers only.
    return `if out() {\n\tfmt.Printf("${verb}\\n", ${value})\n}`;
  }
  if (type.kind === "basic") {
    gen.need("out");
    return `if out() {\n\tprintln(${value})\n}`;
  }
  return `${shower(gen, type)}(${value})`;
}

/** The function that prints values of a type. */
function shower(gen: Generator, type: GoType): string {
  if (hasParam(type) || underlying(type).kind === "interface") {
    gen.need("showAny");
    return "showAny";
  }
  const key = text(type);
  const known = gen.showers.get(key);
  if (known !== undefined) return known;
  const name = gen.fresh("show");
  gen.showers.set(key, name);
  gen.need("out");
  const body = [
    "if !out() {",
    "\treturn",
    "}",
    `print("${key.replaceAll(/["\\`]/g, "")} ")`,
    ...parts(gen, type, "v"),
  ];
  gen.declarations.push(`func ${name}(v ${key}) {\n${indent(body).join("\n")}\n\tprintln()\n}`);
  return name;
}

/** Statements that print the parts of a value on the same line. */
function parts(gen: Generator, type: GoType, value: string, depth = 0): string[] {
  const under = underlying(type);
  switch (under.kind) {
    case "basic":
      return [`print(" ", ${value})`];
    case "struct":
      return under.fields.flatMap((f) => parts(gen, f.type, `${value}.${f.name}`, depth + 1));
    case "array":
    case "slice": {
      const i = `i${depth}`;
      const head = under.kind === "slice" ? [`print(" n", len(${value}), "c", cap(${value}))`] : [];
      const body = parts(gen, under.elem, `${value}[${i}]`, depth + 1);
      // An element without parts leaves the index unused.
      if (body.length === 0) body.push(`_ = ${i}`);
      return [...head, `for ${i} := range ${value} {`, ...indent(body), "}"];
    }
    case "map": {
      const head = `print(" n", len(${value}))`;
      if (!isOrdered(under.key)) return [head];
      gen.need("sortedKeys");
      const k = `k${depth}`;
      return [
        head,
        `for _, ${k} := range sortedKeys(${value}) {`,
        ...indent([
          ...parts(gen, under.key, k, depth + 1),
          ...parts(gen, under.elem, `${value}[${k}]`, depth + 1),
        ]),
        "}",
      ];
    }
    case "pointer":
      if (basicName(under.elem) === undefined && underlying(under.elem).kind !== "struct") {
        return [`print(" ", ${value} == nil)`];
      }
      return [
        `if ${value} == nil {`,
        '\tprint(" nil")',
        "} else {",
        ...indent(parts(gen, under.elem, `(*${value})`, depth + 1)),
        "}",
      ];
    case "interface":
      gen.need("showAny");
      return [`showAny(${value})`];
    case "func":
    case "named":
    case "param":
      return [`print(" ", ${value} == nil)`];
  }
}

/** The function that prints what is in an interface; made last, when all types are known. */
export function showAny(gen: Generator): string {
  const cases: string[] = [];
  const seen = new Set<string>();
  const add = (type: GoType): void => {
    const key = text(type);
    const kind = underlying(type).kind;
    if (seen.has(key) || kind === "interface" || hasParam(type)) return;
    seen.add(key);
    cases.push(
      `case ${key}:`,
      ...indent([`print("${key.replaceAll(/["\\`]/g, "")}")`, ...parts(gen, type, "x")]),
    );
  };
  // Parts may ask for more; the list is fixed before.
  for (const type of [...gen.types, ...gen.namedTypes]) {
    add(type);
    if (type.kind === "named") add({ kind: "pointer", elem: type });
  }
  const body = [
    "if !out() {",
    "\treturn",
    "}",
    "switch x := v.(type) {",
    "case nil:",
    '\tprint("nil")',
    ...cases,
    "default:",
    '\tprint("other")',
    "}",
    "println()",
  ];
  const dead = cases.length === 0 ? ["_ = v"] : [];
  return `func showAny(v any) {\n${indent([...dead, ...body]).join("\n")}\n}`;
}
