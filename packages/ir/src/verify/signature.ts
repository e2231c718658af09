import type { OpSpec } from "../ops/op-spec.ts";
import { ops, type Opcode } from "../ops/op-table.ts";

/** The args and result columns of a row of the op table, split. */
interface OpNotation {
  readonly spec: OpSpec;
  /** Types or `T`, `A`, `?` of the args before the `*`. */
  readonly args: readonly string[];
  /** Whether any number of further args may follow. */
  readonly variadic: boolean;
}

/** The notation of every op. */
export const notations: Readonly<Record<Opcode, OpNotation>> = Object.fromEntries<OpNotation>(
  Object.entries<OpSpec>(ops).map(([name, spec]): [string, OpNotation] => {
    const args = spec.args.split(" ").filter((arg) => arg !== "");
    const variadic = args.at(-1) === "*";
    return [name, { spec, args: variadic ? args.slice(0, -1) : args, variadic }];
  }),
) as Record<Opcode, OpNotation>;
