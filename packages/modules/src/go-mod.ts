import { parseDebugSetting, type DebugSetting } from "./debug-settings.ts";
import { conflictingReplacements, readDependency, type Dependencies } from "./go-mod-dependencies.ts";
import { newestMinor } from "./newest.ts";

/** What loading packages needs of a go.mod file. */
export interface GoMod extends Dependencies {
  readonly module: string;
  /** The `go` line, as `1.N`; undefined if there is none. */
  readonly go: string | undefined;
  /** The `godebug` lines, in order. */
  readonly debug: readonly DebugSetting[];
}

/** A go.mod file, or what is wrong with it as `go` prints it. */
export type GoModResult = { readonly mod: GoMod } | { readonly error: string };

/** The language version of a module whose go.mod has no `go` line (`go help go.mod`, the reference of modules). */
const versionWithoutLine = "1.16";

/** One statement of a go.mod file; those of a block are statements of their own. */
interface Statement {
  readonly line: number;
  readonly verb: string;
  readonly args: readonly string[];
}

/** Directives that may be written as a block. */
const blockVerbs = new Set([
  "module",
  "godebug",
  "require",
  "exclude",
  "replace",
  "retract",
  "tool",
  "ignore",
]);

/** Whose go.mod file it is: that of a dependency may have what later versions of Go brought, and is replaced and excluded by nobody. */
type GoModUse = "main" | "dependency";

/** Reads a go.mod file; `path` is what messages call it. */
export function parseGoMod(text: string, path: string, use: GoModUse = "main"): GoModResult {
  const problems: string[] = [];
  const report = (line: number, message: string): void => {
    problems.push(`${path}:${line}: ${message}`);
  };
  const statements = readStatements(text, path, use, report);
  const once = new Map<string, readonly string[]>();
  const debug: DebugSetting[] = [];
  const unknown: string[] = [];
  const dependencies: Dependencies = { requires: [], replaces: [], excludes: [] };
  for (const { line, verb, args } of statements) {
    switch (verb) {
      case "module":
      case "go":
      case "toolchain": {
        const problem = checkSingle(verb, args);
        if (once.has(verb)) report(line, `repeated ${verb} statement`);
        else if (problem !== undefined) report(line, problem);
        else once.set(verb, args);
        break;
      }
      case "godebug": {
        if (use === "dependency") break;
        const setting = args.length === 1 ? splitDebug(args[0]!) : undefined;
        if (setting === undefined) {
          report(line, "usage: godebug key=value");
          break;
        }
        debug.push(setting);
        const parsed = parseDebugSetting(`${setting.key}=${setting.value}`);
        if ("error" in parsed)
          unknown.push(`${path}:${line}: ${parsed.error.replace(" //go:debug setting", " godebug")}`);
        break;
      }
      case "require":
      case "replace":
      case "exclude":
      case "retract":
      case "tool":
      case "ignore": {
        if (use === "dependency" && verb !== "require") break;
        const problem = readDependency(verb, args, dependencies);
        if (problem !== undefined) report(line, problem);
        break;
      }
      default:
        if (use === "main") report(line, `unknown directive: ${verb}`);
    }
  }
  if (problems.length > 0) return { error: `go: errors parsing ${path}:\n${problems.join("\n")}` };
  const conflict = conflictingReplacements(dependencies.replaces);
  if (conflict !== undefined) return { error: conflict };
  const module = once.get("module")?.[0] ?? (use === "dependency" ? "dependency" : undefined);
  if (module === undefined) {
    const hint = "To specify the module path:\n\tgo mod edit -module=example.com/mod";
    return { error: `go: error reading ${path}: missing module declaration. ${hint}` };
  }
  const fault = pathFault(module);
  if (fault !== undefined) return { error: `go: malformed module path "${module}": ${fault}` };
  const go = once.get("go")?.[0];
  if (go !== undefined && isTooNew(go)) {
    const running = `running go 1.${newestMinor}; GOTOOLCHAIN=local`;
    return { error: `go: ${path} requires go >= ${go} (${running})` };
  }
  if (unknown.length > 0) return { error: `go: error loading ${path}:\n${unknown.join("\n")}` };
  return { mod: { module, go, debug, ...dependencies } };
}

/** What is wrong with a directive that takes one argument. */
function checkSingle(verb: "module" | "go" | "toolchain", args: readonly string[]): string | undefined {
  const [arg] = args;
  if (verb === "module") return args.length === 1 ? undefined : "usage: module module/path";
  if (arg === undefined || args.length > 1) return `${verb} directive expects exactly one argument`;
  if (verb === "go") {
    return goVersionForm.test(arg) ? undefined : `invalid go version '${arg}': must match format 1.23.0`;
  }
  return arg === "default" || /^(?:\S+-)?go1($|\.)/.test(arg)
    ? undefined
    : `invalid toolchain version '${arg}': must match format go1.23.0 or default`;
}

/** What is wrong with a module path (the reference of modules, "Module paths and versions"). */
function pathFault(path: string): string | undefined {
  const bad = /[^\w\-.~/]/.exec(path)?.[0];
  if (bad !== undefined) return `invalid char '${bad}'`;
  if (path.startsWith("-")) return "leading dash";
  for (const element of path.split("/")) {
    if (element === "") return path.endsWith("/") && path !== "/" ? "trailing slash" : "empty path element";
    if (element === "." || element === "..") return `invalid path element "${element}"`;
    if (element.endsWith(".")) return "trailing dot in path element";
  }
  return undefined;
}

const goVersionForm = /^([1-9]\d*)\.(0|[1-9]\d*)(?:\.(?:0|[1-9]\d*))?(?:[a-z]+\d+)?$/;

function isTooNew(go: string): boolean {
  const match = goVersionForm.exec(go)!;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major > 1 || minor > newestMinor;
}

function splitDebug(text: string): DebugSetting | undefined {
  const equals = text.indexOf("=");
  if (equals <= 0 || /["`',]/.test(text)) return undefined;
  return { key: text.slice(0, equals), value: text.slice(equals + 1) };
}

function readStatements(
  text: string,
  path: string,
  use: GoModUse,
  report: (line: number, message: string) => void,
): Statement[] {
  const statements: Statement[] = [];
  let block: { readonly verb: string; readonly position: string; readonly known: boolean } | undefined;
  const lines = text.split("\n");
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const tokens = splitLine(raw);
    if (tokens.includes("/*")) {
      report(line, "mod files must use // comments (not /* */ comments)");
      return statements;
    }
    const [verb, ...args] = tokens;
    if (verb === undefined) continue;
    if (block !== undefined) {
      if (verb === ")") block = undefined;
      else if (block.known) statements.push({ line, verb: block.verb, args: tokens.map(unquote) });
    } else if (args.length === 1 && args[0] === "(") {
      const known = blockVerbs.has(verb);
      if (!known && use === "main") report(line, `unknown block type: ${verb}`);
      block = { verb, position: `${path}:${line}:${raw.indexOf(verb) + 1}`, known };
    } else if (args.length === 2 && args[0] === "(" && args[1] === ")") {
      continue;
    } else {
      // What a `go` line names is taken as it is written.
      statements.push({ line, verb, args: verb === "go" ? args : args.map(unquote) });
    }
  }
  if (block !== undefined)
    report(lines.length, `syntax error (unterminated block started at ${block.position})`);
  return statements;
}

/** The words of a line: strings keep their quotes, comments are left out, `/*` stands for a comment of that kind. */
function splitLine(line: string): string[] {
  const tokens: string[] = [];
  for (const [token] of line.matchAll(
    /\/\/.*|\/\*|"(?:\\.|[^"\\])*"|`[^`]*`|[()]|(?:(?!\/[/*])[^\s()"`])+/g,
  )) {
    if (token.startsWith("//")) break;
    tokens.push(token);
  }
  return tokens;
}

function unquote(token: string): string {
  if (token.length >= 2 && token.startsWith("`")) return token.slice(1, -1);
  if (token.length < 2 || !token.startsWith('"')) return token;
  return token.slice(1, -1).replaceAll(/\\(.)/g, "$1");
}

/** The language version of a module, as `go1.N`; of none, undefined: the newest. */
export function languageVersion(mod: GoMod | undefined): string | undefined {
  if (mod === undefined) return undefined;
  const match = /^(\d+)\.(\d+)/.exec(mod.go ?? versionWithoutLine);
  return match === null ? undefined : `go${match[1]}.${match[2]}`;
}
