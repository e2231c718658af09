import { InstructionBuilder, type Block, type Func, type Value, runtimeSymbol } from "@goes/ir";

/** Whether a value is cheaper to make again than to save: constants, addresses of data and in the locals. */
export function isRematerialized(value: Value): boolean {
  switch (value.op) {
    case "i32.const":
    case "i64.const":
    case "f32.const":
    case "f64.const":
    case "payload.const":
    case "ptr.null":
    case "global":
    case "table.index":
    case "selector":
      return true;
    case "offset":
      return value.args[0]!.op === "call" && value.args[0]!.sym === runtimeSymbol("enterLocals");
    default:
      // Whatever costs a computation or depends on when it is made is saved.
      return false;
  }
}

/** Makes the values again in every block that uses them, except for the block of their own. */
export function rematerialize(func: Func, values: ReadonlySet<Value>): void {
  if (values.size === 0) return;
  const build = new InstructionBuilder(func, func.blocks[0]!);
  for (const block of func.blocks) {
    const made = new Map<Value, Value>();
    const fresh: Value[] = [];
    build.enterList(block, fresh);
    const local = (value: Value): Value => {
      if (!values.has(value) || value.block === block) return value;
      let copy = made.get(value);
      if (copy === undefined) {
        build.pos = value.pos;
        copy = build.emit(value.op, value.type, value.args, value);
        made.set(value, copy);
      }
      return copy;
    };
    for (const value of block.values) if (value.op !== "phi") value.args = value.args.map(local);
    block.control = block.control.map(local);
    forEachPhiArgument(block, local);
    if (fresh.length === 0) continue;
    let phis = 0;
    while (block.values[phis]?.op === "phi") phis++;
    block.values.splice(phis, 0, ...fresh);
  }
}

/** The args of the phis of the successors for the edge from `block` are used at its end. */
function forEachPhiArgument(block: Block, local: (value: Value) => Value): void {
  for (const succ of block.succs) {
    const index = succ.preds.indexOf(block);
    for (const phi of succ.values) {
      if (phi.op !== "phi") break;
      phi.args[index] = local(phi.args[index]!);
    }
  }
}
