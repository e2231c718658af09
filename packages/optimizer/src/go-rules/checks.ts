import { isInteger, type Value } from "@goes/ir";
import { boolConstant, floatConstant, integerConstant, isNonNegative, isNonNil } from "./constants.ts";

/** Whether a check passes whatever the program did before: its operands alone say so. */
export function passesAlways(check: Value): boolean {
  const [a, b] = check.args as [Value, Value | undefined];
  switch (check.op) {
    case "check.nil":
      return isNonNil(a);
    case "check.index":
    case "check.range": {
      const index = integerConstant(a);
      const limit = b === undefined ? undefined : integerConstant(b);
      if (index === 0n && check.op === "check.range") return true;
      if (check.op === "check.range" && a === b) return true;
      if (index === undefined || limit === undefined || index < 0n) return false;
      return check.op === "check.index" ? index < limit : index <= limit;
    }
    case "check.div": {
      const divisor = integerConstant(a);
      return (divisor !== undefined && divisor !== 0n) || floatConstant(a) !== undefined;
    }
    case "check.shift":
      return isInteger(a.type) && isNonNegative(a);
    case "check":
      return boolConstant(a) === true;
    default:
      // No check.
      return false;
  }
}
