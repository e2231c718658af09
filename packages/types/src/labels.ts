import * as ast from "@goes/ast";
import { diagnostic, positionPhrase, type Pos, type Report } from "@goes/source";
import type { Info } from "./info.ts";
import { Label } from "./object.ts";
import type { Package } from "./package.ts";

/** A block of statements, with what a goto must not jump over. */
interface Block {
  readonly parent: Block | undefined;
  readonly start: Pos;
  readonly declarations: { readonly pos: Pos; readonly shown: Pos; readonly names: string }[];
}

/** A label of the body. */
interface Entry {
  readonly label: Label;
  readonly block: Block;
}

/** The labels of the statements around a break or continue, innermost first. */
interface Enclosing {
  /** Undefined for a statement without a label. */
  readonly name: string | undefined;
  readonly loop: boolean;
  readonly breakable: boolean;
  readonly outer: Enclosing | undefined;
}

/**
 * Checks the labels of a function body and the branches to them (spec, "Labeled statements", "Goto statements"), and
 * records them in `info`. Function literals inside have labels of their own: call it for each body.
 */
export function checkLabels(
  body: ast.BlockStmt,
  pkg: Package | undefined,
  info: Pick<Info, "defs" | "uses">,
  report: Report,
): void {
  new LabelCheck(pkg, info, report).run(body);
}

/**
 * Checks the labels of all functions of a file, as gc does while it reads it: also if other errors keep the package
 * from being checked. Functions with faults of their own (`isFaulty`) are left out.
 */
export function checkFileLabels(
  file: ast.File,
  report: Report,
  isFaulty: (body: ast.BlockStmt) => boolean = () => false,
): void {
  const info: Pick<Info, "defs" | "uses"> = { defs: new Map(), uses: new Map() };
  for (const decl of file.decls) {
    ast.walk(decl, {
      leave: (node) => {
        if (node.kind !== "FuncDecl" && node.kind !== "FuncLit") return;
        const { body } = node;
        if (body !== undefined && !isFaulty(body)) checkLabels(body, undefined, info, report);
      },
    });
  }
}

/** The state of checking one body. */
class LabelCheck {
  readonly #pkg: Package | undefined;
  readonly #info: Pick<Info, "defs" | "uses">;
  readonly #report: Report;
  readonly #labels = new Map<string, Entry>();
  readonly #gotos: { readonly target: ast.Ident; readonly block: Block }[] = [];
  readonly #branches: {
    readonly target: ast.Ident;
    readonly keyword: "break" | "continue";
    readonly enclosing: Enclosing | undefined;
  }[] = [];

  constructor(pkg: Package | undefined, info: Pick<Info, "defs" | "uses">, report: Report) {
    this.#pkg = pkg;
    this.#info = info;
    this.#report = report;
  }

  run(body: ast.BlockStmt): void {
    this.#list(body.list, { parent: undefined, start: body.pos, declarations: [] }, undefined);
    for (const { target, block } of this.#gotos) this.#checkGoto(target, block);
    for (const branch of this.#branches) this.#checkBranch(branch);
    for (const { label } of this.#labels.values()) {
      if (label.used) continue;
      this.#report(diagnostic("UnusedLabel", label.pos, `label ${label.name} defined and not used`));
    }
  }

  #list(list: readonly ast.Stmt[], block: Block, enclosing: Enclosing | undefined): void {
    for (const statement of list) this.#statement(statement, block, enclosing);
  }

  /** Statements that open a block of their own. */
  #inner(list: readonly ast.Stmt[], start: Pos, parent: Block, enclosing: Enclosing | undefined): void {
    this.#list(list, { parent, start, declarations: [] }, enclosing);
  }

  #statement(
    statement: ast.Stmt,
    block: Block,
    enclosing: Enclosing | undefined,
    ownLabels: readonly string[] = [],
  ): void {
    if (statement.kind === "DeclStmt") {
      this.#declaration(statement.decl, block);
      return;
    }
    if (statement.kind === "AssignStmt") {
      if (statement.op === ":=") {
        const names = statement.lhs.map((x) => (x.kind === "Ident" ? x.name : "_")).join(", ");
        block.declarations.push({ pos: statement.pos, shown: statement.opPos, names });
      }
      return;
    }
    if (statement.kind === "LabeledStmt") {
      if (this.#declare(statement.label, block)) {
        this.#statement(statement.statement, block, enclosing, [...ownLabels, statement.label.name]);
      } else {
        this.#statement(statement.statement, block, enclosing, ownLabels);
      }
      return;
    }
    if (statement.kind === "BranchStmt") {
      if (statement.label === undefined) this.#checkPlain(statement, enclosing);
      else if (statement.keyword === "goto") this.#gotos.push({ target: statement.label, block });
      else if (statement.keyword !== "fallthrough") {
        this.#branches.push({ target: statement.label, keyword: statement.keyword, enclosing });
      }
      return;
    }
    this.#compound(statement, block, within(statement, ownLabels, enclosing));
  }

  #compound(statement: ast.Stmt, block: Block, enclosing: Enclosing | undefined): void {
    switch (statement.kind) {
      case "BlockStmt":
        this.#inner(statement.list, statement.pos, block, enclosing);
        return;
      case "IfStmt": {
        let at: ast.BlockStmt | ast.IfStmt | undefined = statement;
        for (; at?.kind === "IfStmt"; at = at.else) {
          this.#inner(at.body.list, at.body.pos, block, enclosing);
        }
        if (at !== undefined) this.#inner(at.list, at.pos, block, enclosing);
        return;
      }
      case "SwitchStmt":
      case "TypeSwitchStmt":
      case "SelectStmt":
        for (const clause of statement.clauses) this.#inner(clause.body, clause.pos, block, enclosing);
        return;
      case "ForStmt":
      case "RangeStmt":
        this.#inner(statement.body.list, statement.body.pos, block, enclosing);
        return;
      case "AssignStmt":
      case "BadStmt":
      case "BranchStmt":
      case "DeclStmt":
      case "DeferStmt":
      case "EmptyStmt":
      case "ExprStmt":
      case "GoStmt":
      case "IncDecStmt":
      case "LabeledStmt":
      case "ReturnStmt":
      case "SendStmt":
        break;
    }
  }

  #declaration(decl: ast.GenDecl, block: Block): void {
    if (decl.keyword !== "var") return;
    const first = decl.specs.find((spec) => spec.kind === "VarSpec")?.names[0];
    if (first !== undefined) block.declarations.push({ pos: decl.pos, shown: first.pos, names: first.name });
  }

  /** Declares a label; false if there is one of its name already. */
  #declare(ident: ast.Ident, block: Block): boolean {
    if (ident.name === "_") return true;
    const present = this.#labels.get(ident.name);
    if (present !== undefined) {
      const where = positionPhrase(" at ", present.label.pos);
      this.#report(diagnostic("DuplicateLabel", ident.pos, `label ${ident.name} already defined${where}`));
      return false;
    }
    const label = new Label(ident.pos, this.#pkg, ident.name, undefined);
    this.#labels.set(ident.name, { label, block });
    this.#info.defs.set(ident, label);
    return true;
  }

  #use(ident: ast.Ident): Entry | undefined {
    const entry = this.#labels.get(ident.name);
    if (entry === undefined) return undefined;
    entry.label.used = true;
    this.#info.uses.set(ident, entry.label);
    return entry;
  }

  #checkGoto(target: ast.Ident, from: Block): void {
    const entry = this.#use(target);
    if (entry === undefined) {
      this.#report(diagnostic("UndeclaredLabel", target.pos, `label ${target.name} not defined`));
      return;
    }
    if (!encloses(entry.block, from)) {
      const where = positionPhrase(" starting at ", entry.block.start);
      const message = `goto ${target.name} jumps into block${where}`;
      this.#report(diagnostic("JumpIntoBlock", target.pos, message));
      return;
    }
    const skipped = entry.block.declarations.findLast(
      (declaration) => declaration.pos > target.pos && declaration.pos < entry.label.pos,
    );
    if (skipped === undefined) return;
    const where = positionPhrase(" at ", skipped.shown);
    const message = `goto ${target.name} jumps over declaration of ${skipped.names}${where}`;
    this.#report(diagnostic("JumpOverDecl", target.pos, message));
  }

  /** A break or continue without a label. */
  #checkPlain({ keyword, pos }: ast.BranchStmt, enclosing: Enclosing | undefined): void {
    for (let outer = enclosing; outer !== undefined; outer = outer.outer) {
      if (keyword === "break" ? outer.breakable : outer.loop) return;
    }
    if (keyword === "break") {
      this.#report(diagnostic("MisplacedBreak", pos, "break is not in a loop, switch, or select"));
    } else if (keyword === "continue") {
      this.#report(diagnostic("MisplacedContinue", pos, "continue is not in a loop"));
    }
  }

  #checkBranch(branch: {
    readonly target: ast.Ident;
    readonly keyword: "break" | "continue";
    readonly enclosing: Enclosing | undefined;
  }): void {
    const { target, keyword } = branch;
    if (this.#use(target) === undefined) {
      const message = `${keyword} label not defined: ${target.name}`;
      this.#report(diagnostic("UndeclaredLabel", target.pos, message));
      return;
    }
    for (let outer = branch.enclosing; outer !== undefined; outer = outer.outer) {
      if (outer.name === target.name && (keyword === "break" ? outer.breakable : outer.loop)) return;
    }
    this.#report(diagnostic("MisplacedLabel", target.pos, `invalid ${keyword} label ${target.name}`));
  }
}

function within(
  statement: ast.Stmt,
  labels: readonly string[],
  enclosing: Enclosing | undefined,
): Enclosing | undefined {
  const loop = statement.kind === "ForStmt" || statement.kind === "RangeStmt";
  const breakable =
    loop ||
    statement.kind === "SwitchStmt" ||
    statement.kind === "TypeSwitchStmt" ||
    statement.kind === "SelectStmt";
  // Only the innermost of several labels belongs to the statement itself.
  const name = labels.at(-1);
  if (name === undefined && !breakable) return enclosing;
  return { name, loop, breakable, outer: enclosing };
}

function encloses(outer: Block, inner: Block): boolean {
  for (let block: Block | undefined = inner; block !== undefined; block = block.parent) {
    if (block === outer) return true;
  }
  return false;
}
