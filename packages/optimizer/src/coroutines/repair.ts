import { computeDominators, type Block, type Func, type Value } from "@goes/ir";
import { Variables } from "../memory/variables.ts";

/**
 * Puts a function back into SSA form after values have got further definitions: each use of `original` becomes a use of
 * the definition that reaches it, with phis where several do. `others` maps each further definition to its original.
 */
export function repairValues(func: Func, others: ReadonlyMap<Value, Value>): void {
  const numbers = new Map<Value, number>();
  const originals: Value[] = [];
  for (const original of others.values()) {
    if (numbers.has(original)) continue;
    numbers.set(original, originals.length);
    originals.push(original);
  }
  if (originals.length === 0) return;
  const dominators = computeDominators(func);
  const variables = new Variables(
    func,
    dominators,
    originals.map((value) => value.type),
  );
  const defined = (value: Value): number | undefined => numbers.get(others.get(value) ?? value);
  for (const block of dominators.preorder) {
    for (const value of block.values) {
      if (value.op !== "phi")
        for (const arg of value.args) note(numbers.get(arg), (n) => variables.noteRead(n, block));
      note(defined(value), (n) => variables.noteWrite(n, block));
    }
    for (const value of block.control) note(numbers.get(value), (n) => variables.noteRead(n, block));
    forEachPhiArg(block, (phi, index) =>
      note(numbers.get(phi.args[index]!), (n) => variables.noteRead(n, block)),
    );
  }
  variables.placePhis();
  for (const block of dominators.preorder) {
    variables.enter(block);
    for (const value of block.values) {
      if (value.op !== "phi") replaceAll(value.args, numbers, variables);
      note(defined(value), (n) => variables.write(n, value));
    }
    replaceAll(block.control, numbers, variables);
    forEachPhiArg(block, (phi, index) =>
      note(numbers.get(phi.args[index]!), (n) => {
        phi.args[index] = variables.read(n);
      }),
    );
  }
  variables.finish();
}

function note(number: number | undefined, action: (number: number) => void): void {
  if (number !== undefined) action(number);
}

function replaceAll(list: Value[], numbers: ReadonlyMap<Value, number>, variables: Variables): void {
  for (let i = 0; i < list.length; i++) {
    const number = numbers.get(list[i]!);
    if (number !== undefined) list[i] = variables.read(number);
  }
}

/** The phis of the successors, with the index of the arg for the edge from `block`. */
function forEachPhiArg(block: Block, action: (phi: Value, index: number) => void): void {
  for (const succ of block.succs) {
    const index = succ.preds.indexOf(block);
    for (const phi of succ.values) {
      if (phi.op !== "phi") break;
      action(phi, index);
    }
  }
}
