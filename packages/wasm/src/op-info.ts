import { ops, type Opcode, type OpSpec, type WasmOp } from "@goes/ir";

/** How an instruction is written. */
type Form =
  | "plain"
  | "memory"
  | "i32.const"
  | "i64.const"
  | "f32.const"
  | "f64.const"
  | "null"
  | "payload.const"
  | "global"
  | "frame"
  | "table.index"
  | "selector"
  | "offset"
  | "select"
  | "call"
  | "call.indirect"
  | "panic.if"
  | "page"
  | "copy"
  | "fill"
  | "stack.get"
  | "stack.set"
  | "unwind.get"
  | "unwind.set"
  | "none";

/** What stackifying and writing need to know of an op. */
export interface OpInfo {
  readonly form: Form;
  readonly code: number;
  /** 0 pure, 1 reads, 2 panics, 3 writes, 4 calls. */
  readonly effect: number;
  /** It is cheap to write it at each use instead of keeping it in a local. */
  readonly constant: boolean;
  /** Of loads and stores: the logarithm of the natural alignment. */
  readonly align: number;
  /** The code of the comparison with the opposite result, or 0. */
  readonly inverse: number;
}

/** What may come between two instructions: see {@link OpInfo}. */
export const effect = Object.freeze({ pure: 0, reads: 1, panics: 2, writes: 3, calls: 4 });

const special: Readonly<Partial<Record<Opcode, Form>>> = Object.freeze({
  "i32.const": "i32.const",
  "i64.const": "i64.const",
  "f32.const": "f32.const",
  "f64.const": "f64.const",
  "ptr.null": "null",
  "payload.const": "payload.const",
  global: "global",
  frame: "frame",
  "table.index": "table.index",
  selector: "selector",
  offset: "offset",
  select: "select",
  call: "call",
  "call.indirect": "call.indirect",
  "panic.if": "panic.if",
  "call.if": "panic.if",
  "memory.size": "page",
  "memory.grow": "page",
  "memory.copy": "copy",
  "memory.fill": "fill",
  "stack.get": "stack.get",
  "stack.set": "stack.set",
  "unwind.get": "unwind.get",
  "unwind.set": "unwind.set",
} as const satisfies Partial<Record<WasmOp, Form>>);

const constants: ReadonlySet<Form> = new Set<Form>([
  "i32.const",
  "i64.const",
  "f32.const",
  "f64.const",
  "null",
  "payload.const",
  "global",
  "frame",
  "table.index",
  "selector",
]);

/** The table of all ops, derived from the op table of the IR. */
export function computeOpInfo(): ReadonlyMap<Opcode, OpInfo> {
  const table = new Map<Opcode, OpInfo>();
  for (const [name, spec] of Object.entries(ops) as [Opcode, OpSpec][]) {
    const memory = /\.(load|store)/.test(name);
    const form = special[name] ?? (memory ? "memory" : spec.code >= 0 ? "plain" : "none");
    table.set(name, {
      form,
      code: spec.code,
      effect: effectNumber(spec),
      constant: constants.has(form),
      align: memory ? alignOf(name) : 0,
      inverse: inverseOf(spec.code),
    });
  }
  return table;
}

function effectNumber(spec: OpSpec): number {
  switch (spec.effect) {
    case "pure":
      return effect.pure;
    case "reads":
      return effect.reads;
    case "panics":
      return effect.panics;
    case "writes":
      return effect.writes;
    case "allocates":
    case "calls":
      return effect.calls;
  }
}

function alignOf(name: string): number {
  const width = /(?:load|store)(8|16|32)/.exec(name)?.[1];
  if (width !== undefined) return width === "8" ? 0 : width === "16" ? 1 : 2;
  return name.startsWith("i64") || name.startsWith("f64") ? 3 : 2;
}

/** Integer comparisons come in pairs of opposites; those of floats do not, because of NaN. */
function inverseOf(code: number): number {
  const i32Eq = 0x46;
  const i64Eq = 0x51;
  for (const base of [i32Eq, i64Eq]) {
    const at = code - base;
    if (at < 0 || at > 9) continue;
    // eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u
    const opposite = [1, 0, 8, 9, 6, 7, 4, 5, 2, 3][at]!;
    return base + opposite;
  }
  return 0;
}
