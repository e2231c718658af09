import { type GoOp, type Value } from "@goes/ir";
import { become, type Rewriter, type RuleTable } from "../rewrite/rewriter.ts";

/** A call through an interface that was just made is a call of the method. */
function callInterface(value: Value, rewriter: Rewriter): Value | undefined {
  const receiver = value.args[0]!;
  if (receiver.op !== "make.iface") return undefined;
  const descriptor = receiver.args[0]!;
  if (descriptor.op !== "global" || descriptor.imm !== 0) return undefined;
  const method = rewriter.module.methods.get(descriptor.sym!)?.get(value.imm as string);
  if (method === undefined || !rewriter.module.funcs.has(method)) return undefined;
  return become(value, "call", [receiver.args[1]!, ...value.args.slice(1)], undefined, method);
}

/** A call through a constant closure object is a call of its function, which takes the object last. */
function callClosure(value: Value, rewriter: Rewriter): Value | undefined {
  const object = value.args[0]!;
  if (object.op !== "global" || object.imm !== 0) return undefined;
  const data = rewriter.module.data.get(object.sym!);
  if (data === undefined || !data.constant) return undefined;
  const code = data.relocations.find((at) => at.offset === 0);
  if (code?.kind !== "table" || !rewriter.module.funcs.has(code.symbol)) return undefined;
  return become(value, "call", [...value.args.slice(1), object], undefined, code.symbol);
}

/** Calls whose target is known. */
export const callRules: RuleTable<GoOp> = { "call.iface": callInterface, "call.closure": callClosure };
