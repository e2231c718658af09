import { type GoOp, type Value } from "@goes/ir";
import { become, type RuleTable } from "../rewrite/rewriter.ts";
import { integerConstant } from "./constants.ts";

/** Offsets above this stay apart: no object is that large. */
const maxOffset = 0x7fffffff;

function fits(offset: number): boolean {
  return offset >= 0 && offset <= maxOffset;
}

function offset(value: Value): Value | undefined {
  const base = value.args[0]!;
  const imm = value.imm as number;
  if (imm === 0) return base;
  if (base.op === "offset") return become(value, "offset", [base.args[0]!], imm + (base.imm as number));
  if (base.op === "global" && fits(imm + (base.imm as number)))
    return become(value, "global", [], imm + (base.imm as number), base.sym);
  return undefined;
}

function index(value: Value): Value | undefined {
  const [base, at] = value.args as [Value, Value];
  const scale = value.imm as number;
  if (scale === 0) return base;
  const constant = integerConstant(at);
  if (constant !== undefined) {
    const bytes = Number(constant) * scale;
    return Math.abs(bytes) <= maxOffset ? become(value, "offset", [base], bytes) : undefined;
  }
  return undefined;
}

/** Access to p + a at b is access to p at a + b. */
function access(value: Value): Value | undefined {
  const base = value.args[0]!;
  if (base.op !== "offset") return undefined;
  const sum = (value.imm as number) + (base.imm as number);
  if (!fits(sum)) return undefined;
  value.args[0] = base.args[0]!;
  value.imm = sum;
  return value;
}

/** Pointer arithmetic. */
export const addressRules: RuleTable<GoOp> = { offset, index, load: access, store: access };
