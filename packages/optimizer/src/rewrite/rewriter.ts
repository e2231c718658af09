import {
  ReplacementMap,
  InstructionBuilder,
  type Func,
  type Immediate,
  type Module,
  type Opcode,
  type Value,
} from "@goes/ir";

/**
 * A rule for one op. Its args are already simplified. Returns another value that replaces this one, the value
 * itself after changing it in place (the rules of its new op then run), or undefined if there is nothing to do.
 */
export type Rule = (value: Value, rewriter: Rewriter) => Value | undefined;

/** Rules for ops of one level. */
export type RuleTable<Op extends Opcode = Opcode> = { readonly [K in Op]?: Rule };

/** More changes of one value than this in a row are a cycle of rules. */
const maxSteps = 16;

/** Runs rules over a function; new values come before the one that is rewritten. */
export class Rewriter extends InstructionBuilder {
  readonly module: Module;
  readonly #replacements = new ReplacementMap();
  #changed = false;

  constructor(func: Func, module: Module) {
    super(func, func.blocks[0]!);
    this.module = module;
  }

  /** Applies the rules once to every value, definitions before uses; blocks must be in reverse postorder. */
  run(rules: RuleTable): boolean {
    const replacements = this.#replacements;
    for (const block of this.func.blocks) {
      const { values } = block;
      const out: Value[] = [];
      this.enterList(block, out);
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!;
        replacements.resolveArgs(value);
        const by = this.#apply(value, rules);
        if (by === value) out.push(value);
        else {
          replacements.replace(value, by);
          this.#changed = true;
        }
      }
      // Phis come first, whatever was made in front of them.
      if (out.length > 1 && out[0]!.op !== "phi" && values[0]?.op === "phi") sortPhis(out);
      block.values = out;
      const { control } = block;
      for (let i = 0; i < control.length; i++) control[i] = replacements.resolve(control[i]!);
    }
    replacements.apply(this.func);
    return this.#changed;
  }

  #apply(value: Value, rules: RuleTable): Value {
    for (let step = 0; step < maxSteps; step++) {
      const rule = rules[value.op];
      if (rule === undefined) return value;
      this.pos = value.pos;
      const by = rule(value, this);
      if (by === undefined) return value;
      if (by !== value) return this.#replacements.resolve(by);
      this.#changed = true;
    }
    return value;
  }
}

function sortPhis(values: Value[]): void {
  const phis = values.filter((value) => value.op === "phi");
  const others = values.filter((value) => value.op !== "phi");
  values.length = 0;
  for (const phi of phis) values.push(phi);
  for (const other of others) values.push(other);
}

/** Turns a value into another operation of the same type, in place; returns it, as a rule does. */
export function become(value: Value, op: Opcode, args: Value[], imm?: Immediate, sym?: string): Value {
  value.op = op;
  value.args = args;
  value.imm = imm;
  value.sym = sym;
  value.sig = undefined;
  return value;
}
