import type * as ast from "@goes/ast";
import { invalidType } from "../basic.ts";
import { unalias, underlying } from "../named.ts";
import type { Type } from "../type.ts";
import { newestVersion } from "../version.ts";
import type { Checker, FileContext } from "./checker.ts";
import { showType } from "./operand.ts";

/** What is wrong with the words of a `//go:embed` line. */
export function patternFault(text: string): string | undefined {
  for (const [word] of text.matchAll(/"(?:\\.|[^"\\])*"(?=\s|$)|`[^`]*`(?=\s|$)|\S.*/g)) {
    const quote = word[0];
    if (quote !== '"' && quote !== "`") {
      const rest = /^\S+\s+(.*)$/.exec(word)?.[1];
      return rest === undefined ? undefined : patternFault(rest);
    }
    if (word.length < 2 || !word.endsWith(quote)) return `invalid quoted string in //go:embed: ${word}`;
  }
  return undefined;
}

/** Checks the variable below a `//go:embed` line (`go doc embed`). */
export function checkEmbed(
  c: Checker,
  context: FileContext,
  spec: ast.VarSpec,
  where: "package" | "function",
): void {
  const directive = spec.directives.find(({ name, text }) => name === "go:embed" && /\S/.test(text));
  if (directive === undefined || patternFault(directive.text) !== undefined) return;
  const report = (message: string): void => {
    c.softError("MisplacedDirective", directive.pos + 2, message);
  };
  const [name] = spec.names;
  const imported = context.file.imports.some(({ path }) => path.text.slice(1, -1) === "embed");
  if (!imported) {
    return report('go:embed requires import "embed" (or import _ "embed", if package is not used)');
  }
  if (spec.names.length > 1) return report("go:embed cannot apply to multiple vars");
  if (spec.values.length > 0) return report("go:embed cannot apply to var with initializer");
  if (where === "function") return report("go:embed cannot apply to var inside func");
  if (context.version < 16) {
    const lang = c.input.goVersion ?? newestVersion;
    return report(`go:embed requires go1.16 or later (-lang was set to ${lang}; check go.mod)`);
  }
  const object = name === undefined ? undefined : c.info.defs.get(name);
  if (name === undefined || object?.kind !== "var" || object.type === undefined) return;
  const { type } = object;
  if (unalias(type) === invalidType) return;
  const refuse = (message: string): void => {
    c.softError("MisplacedDirective", name.pos, message);
  };
  const form = embedForm(type);
  if (form === "none") refuse(`go:embed cannot apply to var of type ${showType(c, type)}`);
  else if (form === "one file" && (c.input.embeds?.get(name.pos)?.length ?? 1) > 1) {
    refuse(`invalid go:embed: multiple files for type ${showType(c, type)}`);
  }
}

/** What a variable of the type can embed. */
function embedForm(type: Type): "none" | "one file" | "tree" {
  const plain = unalias(type);
  if (plain.kind === "named" && plain.obj.name === "FS" && plain.obj.pkg?.path === "embed") return "tree";
  const under = underlying(type);
  if (under.kind === "basic") return under.basic === "string" ? "one file" : "none";
  if (under.kind !== "slice") return "none";
  const element = underlying(under.element);
  return element.kind === "basic" && element.basic === "uint8" ? "one file" : "none";
}
