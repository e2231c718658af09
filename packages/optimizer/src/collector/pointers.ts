import { runtimeName, type Func, type Value } from "@goes/ir";

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
      const add = (value: Value): void => {
        if (like[value.id] !== 0) return;
        like[value.id] = 1;
        changed = true;
      };
      for (const block of func.blocks) {
        for (const value of block.values) {
          if (like[value.id] === 0) {
            if (isPointer(value, like, words)) add(value);
          } else if (passesOn(value)) {
            // A number that becomes a pointer is one before.
            for (const arg of value.args) if (isNumber(arg)) add(arg);
          } else if (value.op === "i32.wrap_i64") add(value.args[0]!);
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
      case "payload.const":
      case "i32.const":
      case "i64.const":
      case "stack.get":
        return none;
      case "ptr.load":
        // The frame that a function continues from is read before anything is called.
        return value.args[0]!.sym === runtimeName("resumingFrame") ? none : [value];
      case "offset":
      case "cast":
      case "copy":
      case "i64.extend_i32_u":
      case "i64.extend_i32_s":
      case "i32.wrap_i64":
      case "i64.shl":
      case "i32.add":
      case "i32.sub":
      case "i64.or":
      case "i64.add": {
        const from = value.args.filter((arg) => this.#like[arg.id] !== 0);
        if (from.length === 0) return [value];
        return from.length === 1 ? this.rootsOf(from[0]!) : from.flatMap((arg) => this.rootsOf(arg));
      }
      default:
        // Whatever else makes a pointer, that pointer leads to its object by itself.
        return [value];
    }
  }
}

const none: readonly Value[] = Object.freeze([]);

function isNumber({ type }: Value): boolean {
  return type.kind === "i32" || type.kind === "i64";
}

/** Whether the value is a pointer because its args are: the same bits, or parts of them. */
function passesOn(value: Value): boolean {
  switch (value.op) {
    case "cast":
    case "copy":
    case "phi":
      return true;
    default:
      // Other ops compute new bits.
      return false;
  }
}

function isPointer(value: Value, like: Uint8Array, words: boolean): boolean {
  const kind = value.type.kind;
  if (kind === "ptr" || kind === "payload") return true;
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
      // Results of other ops are numbers that nobody makes pointers of.
      return false;
  }
}
