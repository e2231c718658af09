import type { Func, Value } from "@goes/ir";

/**
 * Which values the collector must be able to find, and by which other value: a pointer into an object is found by the pointer
 * that it was computed from, since arithmetic may lead it out of the object for a while.
 */
export class Pointers {
  /** By value id: whether the bits of the value may be those of a pointer (of a payload: its low half). */
  readonly #like: Uint8Array;

  /** `words`: 64-bit numbers may be pointers too, as they are in the runtime. */
  constructor(func: Func, words: boolean) {
    const like = (this.#like = new Uint8Array(func.valueBound));
    for (let changed = true; changed;) {
      changed = false;
      for (const block of func.blocks) {
        for (const value of block.values) {
          if (like[value.id] !== 0 || !isPointer(value, like, words)) continue;
          like[value.id] = 1;
          changed = true;
        }
      }
    }
  }

  /** The values that must be found for `value` to stay valid: none for what is no pointer, or points to no object. */
  rootsOf(value: Value): readonly Value[] {
    if (this.#like[value.id] === 0) return none;
    switch (value.op) {
      case "global":
      case "frame":
      case "ptr.null":
      case "box.const":
      case "stack.get":
        return none;
      case "offset":
      case "cast":
      case "copy":
      case "i64.extend_i32_u":
      case "i64.extend_i32_s":
      case "i32.wrap_i64":
      case "i64.shl":
        return this.rootsOf(value.args[0]!);
      case "i32.add":
      case "i32.sub":
      case "i64.or":
      case "i64.add": {
        const [left, right] = [this.rootsOf(value.args[0]!), this.rootsOf(value.args[1]!)];
        return right.length === 0 ? left : left.length === 0 ? right : [...left, ...right];
      }
      default:
        return [value];
    }
  }
}

const none: readonly Value[] = Object.freeze([]);

function isPointer(value: Value, like: Uint8Array, words: boolean): boolean {
  const kind = value.type.kind;
  if (kind === "ptr" || kind === "box") return true;
  switch (value.op) {
    case "cast":
    case "copy":
    case "i64.extend_i32_u":
    case "i64.extend_i32_s":
    case "i32.wrap_i64":
    case "i64.shl":
      return like[value.args[0]!.id] !== 0;
    case "i32.add":
    case "i32.sub":
    case "i64.or":
    case "i64.add":
    case "phi":
      return value.args.some((arg) => like[arg.id] !== 0);
    case "select":
      return like[value.args[1]!.id] !== 0 || like[value.args[2]!.id] !== 0;
    case "param":
    case "extract":
    case "call":
    case "call.indirect":
    case "i64.load":
      return words && kind === "i64";
    default:
      return false;
  }
}
