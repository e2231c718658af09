import { rowOf, type OpSpec } from "./op-spec.ts";

const op = rowOf("go");

/**
 * The ops of the Go level alone: what the builder makes and the Go-level passes transform. Lowering has a rule for each
 * of them.
 *
 * Columns: types of the args, type of the result, effect, commutative, what imm and sym hold, meaning.
 * {@link OpSpec} explains the notation.
 */
// prettier-ignore
export const goOps = {
  // Constants and the parts of values
  "const":                op("",                "T",       "pure",      false, "number",   "none",   "a bool (0 or 1), integer, float, or the nil pointer (0)"),
  "string.const":         op("",                "string",  "pure",      false, "bytes",    "none",   "a constant string"),
  "zero":                 op("",                "T",       "pure",      false, "none",     "none",   "the zero value of any type"),
  "make.struct":          op("*",               "T",       "pure",      false, "none",     "none",   "a struct from its fields"),
  "make.string":          op("ptr int64",       "string",  "pure",      false, "none",     "none",   "a string from data pointer and length"),
  "make.slice":           op("ptr int64 int64", "slice",   "pure",      false, "none",     "none",   "a slice from data pointer, length and capacity"),
  "make.iface":           op("ptr payload",     "iface",   "pure",      false, "none",     "none",   "an interface from type descriptor and payload"),
  "make.complex":         op("A A",             "T",       "pure",      false, "none",     "none",   "a complex number from real and imaginary part"),
  "data":                 op("?",               "ptr",     "pure",      false, "none",     "none",   "the data pointer of a string or slice"),
  "len":                  op("?",               "int64",   "pure",      false, "none",     "none",   "the length of a string or slice"),
  "cap":                  op("slice",           "int64",   "pure",      false, "none",     "none",   "the capacity of a slice"),
  "typeword":             op("iface",           "ptr",     "pure",      false, "none",     "none",   "the type descriptor of an interface; 0 for nil"),
  "payload":              op("iface",           "payload", "pure",      false, "none",     "none",   "the payload of an interface"),
  "make.payload":         op("?",               "payload", "pure",      false, "none",     "none",   "a bool, integer, float, pointer or string as a payload; integers are extended by their sign"),
  "payload.value":        op("payload",         "T",       "pure",      false, "none",     "none",   "the value that `make.payload` made a payload of; the type must be the same"),
  "real":                 op("?",               "T",       "pure",      false, "none",     "none",   "the real part"),
  "imag":                 op("?",               "T",       "pure",      false, "none",     "none",   "the imaginary part"),

  // Arithmetic: wraps around as the spec says for the type of the result
  "add":                  op("T T",             "T",       "pure",      true,  "none",     "none",   "sum of integers, floats or complex numbers"),
  "sub":                  op("T T",             "T",       "pure",      false, "none",     "none",   "difference of integers, floats or complex numbers"),
  "mul":                  op("T T",             "T",       "pure",      true,  "none",     "none",   "product of integers, floats or complex numbers"),
  "div":                  op("T T",             "T",       "pure",      false, "none",     "none",   "quotient, truncated for integers; a zero divisor has been excluded by check.div"),
  "rem":                  op("T T",             "T",       "pure",      false, "none",     "none",   "remainder of integers with the sign of the dividend; the divisor is not 0"),
  "and":                  op("T T",             "T",       "pure",      true,  "none",     "none",   "bitwise and of integers or bools"),
  "or":                   op("T T",             "T",       "pure",      true,  "none",     "none",   "bitwise or of integers or bools"),
  "xor":                  op("T T",             "T",       "pure",      true,  "none",     "none",   "bitwise exclusive or of integers or bools"),
  "andnot":               op("T T",             "T",       "pure",      false, "none",     "none",   "bit clear"),
  "shl":                  op("T uint64",        "T",       "pure",      false, "none",     "none",   "left shift; counts of the width and above yield 0"),
  "shr":                  op("T uint64",        "T",       "pure",      false, "none",     "none",   "right shift, arithmetic for signed types; large counts yield 0 or -1"),
  "neg":                  op("T",               "T",       "pure",      false, "none",     "none",   "negation of a number"),
  "com":                  op("T",               "T",       "pure",      false, "none",     "none",   "bitwise complement of an integer"),
  "not":                  op("bool",            "bool",    "pure",      false, "none",     "none",   "logical not"),
  "min":                  op("T T",             "T",       "pure",      true,  "none",     "none",   "smaller of two numbers; a NaN wins, -0 is below 0"),
  "max":                  op("T T",             "T",       "pure",      true,  "none",     "none",   "greater of two numbers; a NaN wins"),
  "eq":                   op("A A",             "bool",    "pure",      true,  "none",     "none",   "equal: bools, numbers, pointers, payloads, strings"),
  "ne":                   op("A A",             "bool",    "pure",      true,  "none",     "none",   "not equal: bools, numbers, pointers, payloads, strings"),
  "lt":                   op("A A",             "bool",    "pure",      false, "none",     "none",   "less: numbers and strings"),
  "le":                   op("A A",             "bool",    "pure",      false, "none",     "none",   "less or equal: numbers and strings"),
  "gt":                   op("A A",             "bool",    "pure",      false, "none",     "none",   "greater: numbers and strings"),
  "ge":                   op("A A",             "bool",    "pure",      false, "none",     "none",   "greater or equal: numbers and strings"),
  "convert":              op("?",               "T",       "pure",      false, "none",     "none",   "numeric conversion between integers, floats, ptr and uint32; Go's rules"),
  "intrinsic":            op("*",               "T",       "pure",      false, "opcode",   "none",   "the wasm instruction imm on the components of the args, free of side effects"),
  "intrinsic.effect":     op("*",               "T",       "writes",    false, "opcode",   "none",   "the wasm instruction imm, which has side effects"),

  // Memory
  "load":                 op("ptr",             "T",       "reads",     false, "int",      "none",   "the value at args[0] + imm"),
  "store":                op("ptr ?",           "void",    "writes",    false, "int",      "none",   "puts args[1] at args[0] + imm"),
  "index":                op("ptr int64",       "ptr",     "pure",      false, "int",      "none",   "args[0] + args[1] * imm"),
  "move":                 op("ptr ptr",         "void",    "writes",    false, "int",      "layout", "copies imm bytes from args[1] to args[0]; they may overlap"),
  "clear":                op("ptr",             "void",    "writes",    false, "int",      "layout", "sets imm bytes at args[0] to zero"),
  "slot":                 op("",                "ptr",     "pure",      false, "none",     "layout", "the address of a stack slot of its own, of this layout, zeroed only by clear"),
  "new":                  op("",                "ptr",     "allocates", false, "none",     "layout", "a new zeroed object on the heap"),
  "new.array":            op("int64",           "ptr",     "allocates", false, "none",     "layout", "args[0] new zeroed objects in a row; args[0] is in range"),

  // Checks: do nothing, or panic with gc's text
  "check.nil":            op("ptr",             "void",    "panics",    false, "none",     "none",   "nil dereference unless args[0] is not nil"),
  "check.index":          op("int64 int64",     "void",    "panics",    false, "none",     "func",   "args[0] < args[1], unsigned; else sym(args[0], args[1])"),
  "check.range":          op("int64 int64",     "void",    "panics",    false, "none",     "func",   "args[0] <= args[1], unsigned; else sym(args[0], args[1])"),
  "check.div":            op("?",               "void",    "panics",    false, "none",     "none",   "the integer args[0] is not 0"),
  "check.shift":          op("?",               "void",    "panics",    false, "none",     "none",   "the signed integer args[0] is not negative"),
  "check":                op("bool *",          "void",    "panics",    false, "none",     "func",   "args[0] is true; else sym(args[1], …)"),

  // Calls, strings, maps, slices and interfaces
  "call.closure":         op("ptr *",           "T",       "calls",     false, "none",     "none",   "calls the closure args[0], which is not nil, with the further args; sig says types"),
  "call.iface":           op("iface *",         "T",       "calls",     false, "selector", "none",   "calls the method imm of args[0], whose type word is not nil; sig excludes the receiver"),
  "string.concat":        op("*",               "string",  "allocates", false, "none",     "none",   "the concatenation of two or more strings"),
  "map.find":             op("ptr *",           "ptr",     "panics",    false, "none",     "func",   "the address of the element of map args[0] under a key, or nil; sym(map, key)"),
  "map.assign":           op("ptr *",           "ptr",     "calls",     false, "none",     "func",   "the address of the element under a key, made if absent; sym(map, key)"),
  "map.delete":           op("ptr *",           "void",    "calls",     false, "none",     "func",   "removes a key; sym(map, key)"),
  "append.reserve":       op("slice int64",     "slice",   "allocates", false, "none",     "layout", "args[0], moved to new memory if its capacity is below length + args[1]; length stays"),
  "type.implements":      op("ptr",             "bool",    "reads",     false, "none",     "data",   "the type descriptor args[0] (may be nil) implements the interface of descriptor sym"),
} as const satisfies Record<string, OpSpec<"go">>;
