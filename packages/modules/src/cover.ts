import { childrenOf, type BlockStmt, type Expr, type File, type Node, type Stmt } from "@goes/ast";
import { parseFile } from "@goes/parser";
import { FileSet, utf8Length, type SourceFile } from "@goes/source";
import { addSource, type PackageFile } from "./package-files.ts";
import { baseName } from "./path.ts";

/** How coverage is counted: whether statements have run, or how often. */
export type CoverMode = "set" | "count" | "atomic";

/** What is counted in a package: its files with counters in them, and Go text for the generated main function. */
interface CoveredPackage {
  readonly files: readonly PackageFile[];
  readonly imports: string;
  readonly statements: string;
}

/** A run of statements that are counted together: from where to where, and how many. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly statements: number;
}

/** A text to be put into the file. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Puts counters into the files of a package. Lines stay where they are; columns do not. */
export function coverPackage(path: string, sources: readonly PackageFile[], mode: CoverMode): CoveredPackage {
  const files: PackageFile[] = [];
  const counters: string[] = [];
  const blocks: string[] = [];
  let declarations = "";
  let packageName = "";
  for (const [number, file] of sources.entries()) {
    const source = addSource(new FileSet(), file);
    let faults = 0;
    const tree = parseFile(source, () => faults++);
    packageName = tree.name.name;
    const variable = `GoesCover_${number}`;
    const covered = faults > 0 ? undefined : coverFile(tree, source, variable, mode);
    if (covered === undefined || covered.blocks.length === 0) {
      files.push(file);
      continue;
    }
    files.push({ path: file.path, text: covered.text });
    declarations += `\n// ${variable} counts.\nvar ${variable} [${covered.blocks.length}]uint32\n`;
    const name = JSON.stringify(`${path}/${baseName(file.path)}`);
    counters.push(`\t\t\t${name}: _cover.${variable}[:],\n`);
    blocks.push(
      `\t\t\t${name}: {\n${covered.blocks.map((block) => blockText(block, source)).join("")}\t\t\t},\n`,
    );
  }
  if (counters.length === 0) {
    return { files, imports: "", statements: registration(mode, "", "") };
  }
  files.push({ path: "_cover_.go", text: `package ${packageName}\n${declarations}` });
  return {
    files,
    imports: `\t_cover ${JSON.stringify(path)}\n`,
    statements: registration(mode, counters.join(""), blocks.join("")),
  };
}

function registration(mode: CoverMode, counters: string, blocks: string): string {
  return `	testing.RegisterCover(testing.Cover{
		Mode: ${JSON.stringify(mode)},
		Counters: map[string][]uint32{
${counters}		},
		Blocks: map[string][]testing.CoverBlock{
${blocks}		},
	})
`;
}

function blockText({ start, end, statements }: Block, source: SourceFile): string {
  const place = (offset: number): string => {
    const line = source.lineStarts.findLastIndex((first) => first <= offset);
    return `${line + 1}, ${utf8Length(source.text, source.lineStarts[line]!, offset) + 1}`;
  };
  return `\t\t\t\t{${place(start)}, ${place(end)}, ${statements}},\n`;
}

function coverFile(
  tree: File,
  source: SourceFile,
  variable: string,
  mode: CoverMode,
): { readonly text: string; readonly blocks: readonly Block[] } {
  const counting = new FileCounters(source, variable, mode);
  for (const decl of tree.decls) {
    if (decl.kind === "FuncDecl" && decl.name.name === "_") continue;
    counting.visit(decl);
  }
  return { text: counting.text(), blocks: counting.blocks };
}

/** The counters of one file. Where blocks begin and end is what the cover command of Go says. */
class FileCounters {
  readonly blocks: Block[] = [];
  readonly #insertions: Insertion[] = [];
  readonly #source: SourceFile;
  readonly #variable: string;
  readonly #mode: CoverMode;

  constructor(source: SourceFile, variable: string, mode: CoverMode) {
    this.#source = source;
    this.#variable = variable;
    this.#mode = mode;
  }

  /** The file with all that was put in. What was put in first at a place comes first. */
  text(): string {
    const { text } = this.#source;
    let out = "";
    let at = 0;
    for (const item of this.#insertions.toSorted((a, b) => a.at - b.at)) {
      out += text.slice(at, item.at) + item.text;
      at = item.at;
    }
    return out + text.slice(at);
  }

  visit(node: Node): void {
    if (node.kind === "BlockStmt") {
      this.#count(
        node.list,
        this.#offset(node.pos),
        this.#offset(node.pos) + 1,
        this.#offset(node.end),
        "block",
      );
    } else if (node.kind === "CaseClause" || node.kind === "CommClause") {
      const start = this.#offset(node.colon) + 1;
      this.#count(node.body, start, start, this.#offset(node.end), "clause");
    } else if (node.kind === "IfStmt") {
      return this.#visitIf(node);
    }
    for (const child of childNodes(node)) this.visit(child);
  }

  /** What comes after `else` becomes a block of its own: the condition of an `else if` is counted, too. */
  #visitIf(node: Extract<Stmt, { kind: "IfStmt" }>): void {
    if (node.init !== undefined) this.visit(node.init);
    this.visit(node.condition);
    this.visit(node.body);
    if (node.else === undefined) return;
    const start = this.#offset(node.body.end);
    const at = start + this.#source.text.slice(start).search(/\belse\b/) + "else".length;
    const end = this.#offset(node.else.end);
    this.#insertions.push({ at, text: "{" });
    if (node.else.kind === "IfStmt") {
      this.#count([node.else], at, at, end, "block");
      this.visit(node.else);
    } else {
      this.#count(node.else.list, at, this.#offset(node.else.pos) + 1, end, "block");
      for (const child of node.else.list) this.visit(child);
    }
    this.#insertions.push({ at: end, text: "}" });
  }

  /** Counts the statements of a list: a counter for each part that is left only at its end. */
  #count(
    all: readonly Stmt[],
    start: number,
    insertAt: number,
    blockEnd: number,
    kind: "block" | "clause",
  ): void {
    let list = all.filter((statement) => statement.kind !== "EmptyStmt" || !statement.implicit);
    if (list.length === 0) return this.#add(insertAt, { start: insertAt, end: blockEnd, statements: 0 });
    let pos = start;
    let place = insertAt;
    let isWhole = kind === "block";
    while (list.length > 0) {
      const stop = list.findIndex(endsBlock);
      const last = stop < 0 ? list.length - 1 : stop;
      if (stop >= 0) isWhole = false;
      const end = isWhole ? blockEnd : this.#boundary(list[last]!);
      if (pos !== end) this.#add(place, { start: pos, end, statements: last + 1 });
      list = list.slice(last + 1);
      if (list.length > 0) place = pos = this.#offset(list[0]!.pos);
    }
  }

  #add(at: number, block: Block): void {
    const counter = `${this.#variable}[${this.blocks.length}]`;
    this.blocks.push(block);
    this.#insertions.push({ at, text: this.#mode === "set" ? `${counter} = 1;` : `${counter}++;` });
  }

  /** Where the part of a statement ends that is counted with what is before it. */
  #boundary(statement: Stmt): number {
    switch (statement.kind) {
      case "BlockStmt":
        return this.#offset(statement.pos);
      case "LabeledStmt":
        return this.#boundary(statement.statement);
      case "IfStmt":
      case "ForStmt":
      case "RangeStmt":
        return this.#literal(statement, statement.body) ?? this.#offset(statement.body.pos);
      case "SwitchStmt":
      case "TypeSwitchStmt":
      case "SelectStmt":
        return this.#offset(statement.lbrace);
      case "AssignStmt":
      case "BadStmt":
      case "BranchStmt":
      case "DeclStmt":
      case "DeferStmt":
      case "EmptyStmt":
      case "ExprStmt":
      case "GoStmt":
      case "IncDecStmt":
      case "ReturnStmt":
      case "SendStmt":
        return this.#literal(statement) ?? this.#offset(statement.end);
    }
  }

  /** The beginning of the first function literal in a statement, `without` one of its parts. */
  #literal(node: Node, without?: BlockStmt): number | undefined {
    if (node.kind === "FuncLit") return this.#offset(node.body.pos);
    for (const child of childNodes(node)) {
      if (child === without || (node.kind === "IfStmt" && child === node.else)) continue;
      const found = this.#literal(child);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #offset(pos: number): number {
    return pos - this.#source.base;
  }
}

function childNodes(node: Node): Node[] {
  return childrenOf(node).map((child) => child.node);
}

/** Whether what comes after a statement may run less often than what comes before it. */
function endsBlock(statement: Stmt): boolean {
  switch (statement.kind) {
    case "BlockStmt":
    case "BranchStmt":
    case "ForStmt":
    case "IfStmt":
    case "LabeledStmt":
    case "RangeStmt":
    case "SwitchStmt":
    case "SelectStmt":
    case "TypeSwitchStmt":
      return true;
    case "ExprStmt":
      return isPanic(statement.x) || holdsLiteral(statement);
    case "AssignStmt":
    case "BadStmt":
    case "DeclStmt":
    case "DeferStmt":
    case "EmptyStmt":
    case "GoStmt":
    case "IncDecStmt":
    case "ReturnStmt":
    case "SendStmt":
      return holdsLiteral(statement);
  }
}

function isPanic(x: Expr): boolean {
  return (
    x.kind === "CallExpr" && x.callee.kind === "Ident" && x.callee.name === "panic" && x.args.length === 1
  );
}

function holdsLiteral(node: Node): boolean {
  return node.kind === "FuncLit" || childNodes(node).some((child) => holdsLiteral(child));
}
