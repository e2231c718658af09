import {
  addEdge,
  GoBuilder,
  opSpec,
  removeUnreachableBlocks,
  sameType,
  types,
  type Block,
  type BlockKind,
  type Func,
  type Type,
  type Value,
} from "@goes/ir";
import { InternalError } from "@goes/source";

/** A variable under SSA construction: a number that is unique in the function. */
export type Variable = number & { readonly brand: "Variable" };

/**
 * Emits one function: a current block, values appended to it, control flow between blocks, and variables in SSA
 * form (Braun et al. 2013, "Simple and Efficient Construction of Static Single Assignment Form"). Knows nothing of
 * Go's syntax or types: wrappers, equality functions and the like are emitted with it as well as bodies.
 *
 * After a terminator the current block is one that cannot be reached; what is emitted into it is dropped by
 * `finish`.
 */
export class Emitter extends GoBuilder {
  readonly entry: Block;
  readonly #variableTypes: Type[] = [];
  readonly #definitions: Map<Block, Value>[] = [];
  readonly #sealed: Set<Block> = new Set();
  readonly #incomplete: Map<Block, Map<Variable, Value>> = new Map();
  readonly #users: Map<Value, Value[]> = new Map();
  readonly #replaced: Map<Value, Value> = new Map();

  constructor(func: Func) {
    const entry = func.newBlock();
    // Slots and parameters go into the entry block at any time; everything else after it.
    const start = func.newBlock();
    entry.kind = "jump";
    addEdge(entry, start);
    super(func, start);
    this.entry = entry;
    this.#sealed.add(entry);
    this.#sealed.add(start);
  }

  /** Nothing reaches the current block. */
  get dead(): boolean {
    const { block, func } = this;
    if (block.preds.length > 0 || block === this.entry || block === func.landing) return false;
    return this.#sealed.has(block);
  }

  /** Parameter number `index` of the function. */
  param(index: number): Value {
    const found = this.entry.values.find((value) => value.op === "param" && value.imm === index);
    if (found !== undefined) return found;
    const type = this.func.params[index];
    if (type === undefined) throw new InternalError("ssa", `${this.func.name} has no parameter ${index}`);
    const value = this.func.newValue(this.entry, "param", type, [], this.func.pos);
    value.imm = index;
    return value;
  }

  /** A stack slot for the layout, one for the whole activation; its contents are undefined. */
  slot(layout: string): Value {
    const value = this.func.newValue(this.entry, "slot", types.ptr, [], this.pos);
    value.sym = layout;
    return value;
  }

  /** A new block that has no predecessors yet and is not sealed. */
  override newBlock(): Block {
    const block = super.newBlock();
    block.pos = this.pos;
    return block;
  }

  /** Continues in `block`, to which no more predecessors will be added. */
  enterSealed(block: Block): void {
    this.block = block;
    this.seal(block);
  }

  /** Ends the current block with a conditional branch; a jump if the condition is a constant. */
  override branch(condition: Value, yes: Block, no: Block): void {
    if (condition.op === "const") this.jump(condition.imm === 0n ? no : yes);
    else super.branch(condition, yes, no);
  }

  /** A new variable of the type; reading it where nothing has been written yields the zero value. */
  variable(type: Type): Variable {
    this.#variableTypes.push(type);
    this.#definitions.push(new Map());
    return (this.#variableTypes.length - 1) as Variable;
  }

  /** Sets a variable from here on. */
  write(variable: Variable, value: Value): void {
    const type = this.#variableTypes[variable]!;
    if (!sameType(type, value.type)) {
      throw new InternalError(
        "ssa",
        `${this.func.name}: a variable of type ${type.text} is set to ${value.op} of type ${value.type.text}`,
      );
    }
    this.#definitions[variable]!.set(this.block, value);
  }

  /** The present value of a variable. */
  read(variable: Variable): Value {
    return this.#read(variable, this.block);
  }

  /** Says that `block` has all its predecessors. */
  seal(block: Block): void {
    if (this.#sealed.has(block)) return;
    this.#sealed.add(block);
    const incomplete = this.#incomplete.get(block);
    if (incomplete === undefined) return;
    this.#incomplete.delete(block);
    for (const [variable, phi] of incomplete) this.#addOperands(variable, phi);
  }

  /** Completes the function: seals what is open, drops what cannot be reached. */
  finish(): Func {
    for (const block of [...this.func.blocks]) this.seal(block);
    this.#applyReplacements();
    removeUnreachableBlocks(this.func, "kept");
    for (const block of this.func.blocks) {
      for (const value of block.values) checkShape(this.func, value);
    }
    return this.func;
  }

  protected override edge(from: Block, to: Block): void {
    // No edges come from what cannot be reached: blocks after it are then known to be dead as well.
    if (this.dead) return;
    if (this.#sealed.has(to)) {
      throw new InternalError("ssa", `${this.func.name}: an edge to the sealed block b${to.id}`);
    }
    super.edge(from, to);
  }

  protected override end(
    kind: BlockKind,
    control: readonly Value[],
    succs: readonly Block[],
    cases?: readonly number[],
  ): void {
    if (kind !== "jump") this.block.pos = this.pos;
    super.end(kind, control, succs, cases);
    const next = this.newBlock();
    this.#sealed.add(next);
    this.block = next;
  }

  #read(variable: Variable, block: Block): Value {
    const found = this.#definitions[variable]!.get(block);
    if (found !== undefined) return this.#current(found);
    return this.#readFromPredecessors(variable, block);
  }

  #readFromPredecessors(variable: Variable, start: Block): Value {
    // Chains of blocks with one predecessor can be long: walk them without recursion.
    const definitions = this.#definitions[variable]!;
    const chain: Block[] = [];
    let block = start;
    let value: Value | undefined;
    while (value === undefined) {
      const found = definitions.get(block);
      if (found !== undefined) {
        value = this.#current(found);
      } else if (!this.#sealed.has(block)) {
        value = this.#newPhi(variable, block);
        let incomplete = this.#incomplete.get(block);
        if (incomplete === undefined) {
          incomplete = new Map();
          this.#incomplete.set(block, incomplete);
        }
        incomplete.set(variable, value);
        definitions.set(block, value);
      } else if (block.preds.length === 1 && chain.length <= this.func.blocks.length) {
        chain.push(block);
        block = block.preds[0]!;
      } else if (block.preds.length === 0 || chain.length > this.func.blocks.length) {
        // Nothing leads here, or only a circle of blocks to which nothing leads: a loop in dead code.
        value = this.#zeroAt(block, this.#variableTypes[variable]!);
        definitions.set(block, value);
      } else {
        const phi = this.#newPhi(variable, block);
        definitions.set(block, phi);
        value = this.#addOperands(variable, phi);
        definitions.set(block, value);
      }
    }
    for (const link of chain) definitions.set(link, value);
    return value;
  }

  #newPhi(variable: Variable, block: Block): Value {
    const phi = this.func.makeValue(block, "phi", this.#variableTypes[variable]!, [], block.pos);
    block.values.unshift(phi);
    return phi;
  }

  #zeroAt(block: Block, type: Type): Value {
    const zero = this.func.makeValue(block, "zero", type, [], this.pos);
    block.values.unshift(zero);
    return zero;
  }

  #addOperands(variable: Variable, phi: Value): Value {
    for (const pred of phi.block.preds) {
      const arg = this.#read(variable, pred);
      phi.args.push(arg);
      this.#addUser(arg, phi);
    }
    return this.#tryRemoveTrivial(phi);
  }

  #addUser(value: Value, user: Value): void {
    const users = this.#users.get(value);
    if (users === undefined) this.#users.set(value, [user]);
    else users.push(user);
  }

  #tryRemoveTrivial(start: Value): Value {
    const pending = [start];
    while (pending.length > 0) {
      const phi = pending.pop()!;
      if (this.#replaced.has(phi)) continue;
      let same: Value | undefined;
      let trivial = true;
      for (let arg of phi.args) {
        arg = this.#current(arg);
        if (arg === same || arg === phi) continue;
        if (same !== undefined) {
          trivial = false;
          break;
        }
        same = arg;
      }
      // A phi without operands of its own is in a loop that nothing enters: leave it to pruning.
      if (!trivial || same === undefined) continue;
      this.#replaced.set(phi, same);
      for (const user of this.#users.get(phi) ?? []) {
        if (user === phi) continue;
        this.#addUser(same, user);
        // Incomplete phis get their operands later.
        if (user.args.length === user.block.preds.length) pending.push(user);
      }
    }
    return this.#current(start);
  }

  #current(value: Value): Value {
    let current = value;
    for (let next = this.#replaced.get(current); next !== undefined; next = this.#replaced.get(current)) {
      current = next;
    }
    if (current !== value && this.#replaced.get(value) !== current) this.#replaced.set(value, current);
    return current;
  }

  #applyReplacements(): void {
    if (this.#replaced.size === 0) return;
    const current = (value: Value): Value => this.#current(value);
    for (const block of this.func.blocks) {
      block.values = block.values.filter((value) => !this.#replaced.has(value));
      for (const value of block.values) value.args = value.args.map(current);
      block.control = block.control.map(current);
    }
  }
}

/** Catches calls of the emitter that the op table forbids, where their cause can still be seen. */
function checkShape(func: Func, value: Value): void {
  const spec = opSpec(value.op);
  if (spec.level === "wasm") throw new InternalError("ssa", `${func.name}: ${value.op} in Go-level code`);
  if (spec.result !== "T" && spec.result !== value.type.text) {
    throw new InternalError("ssa", `${func.name}: ${value.op} of type ${value.type.text}`);
  }
}
