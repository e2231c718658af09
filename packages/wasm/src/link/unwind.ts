import { type Func, type Module, type Value, runtimeSymbol } from "@goes/ir";

/** Deferred calls that can suspend make a panic unwind to the function that deferred them, recovered or not. */
const deferWaiting = runtimeSymbol("deferCallWaiting");

/** Whether a call in a function may return because the stack is unwound, so that the caller must look. */
export type Unwinding = (func: Func) => (call: Value) => boolean;

/**
 * Which calls carry a check of the unwind reason. A stack is unwound only after a deferred call has recovered, or
 * towards one that can suspend; so without such functions no call does. Otherwise a call does if its callee can reach a
 * function that starts unwinding (`unwind.set` of anything but 0), and its caller may be above a frame that catches: it is
 * reachable from a function with a landing block. A function of the runtime that reads the reason itself
 * (`unwind.get`) gets no checks. An indirect call may reach any function of the table.
 */
export function computeUnwinding(module: Module, tabled: ReadonlySet<string>): Unwinding {
  const never = (): boolean => false;
  const funcs = [...module.funcs.values()];
  const waits = module.funcs.has(deferWaiting);
  if (!waits && !funcs.some((func) => func.recovers)) return () => never;
  const callees = new Map<string, Set<string>>();
  const callers = new Map<string, string[]>();
  const indirect = new Set<string>();
  const sources: string[] = [];
  const asking = new Set<string>();
  for (const func of funcs) {
    const targets = new Set<string>();
    for (const block of func.blocks) {
      for (const value of block.values) {
        if (value.op === "call" || value.op === "panic.if") targets.add(value.sym!);
        else if (value.op === "call.indirect") indirect.add(func.name);
        else if (value.op === "unwind.set" && !isOrdinary(value)) sources.push(func.name);
        else if (value.op === "unwind.get" && ofRuntime(func)) asking.add(func.name);
      }
    }
    callees.set(func.name, targets);
    for (const target of targets) {
      const list = callers.get(target);
      if (list === undefined) callers.set(target, [func.name]);
      else list.push(func.name);
    }
  }
  const unwinding = closure(sources, (name) => callers.get(name) ?? []);
  const throughTable = [...tabled].some((name) => unwinding.has(name));
  if (throughTable) {
    closure([...indirect], (name) => callers.get(name) ?? [], unwinding);
  }
  const roots = funcs.filter((func) => func.landing !== undefined).map((func) => func.name);
  const below = closure(roots, (name) => {
    const targets = callees.get(name) ?? [];
    return indirect.has(name) ? [...targets, ...tabled] : targets;
  });
  const mayUnwind = (call: Value): boolean => {
    if (call.op === "call.indirect") return throughTable;
    return (call.op === "call" || call.op === "panic.if") && unwinding.has(call.sym!);
  };
  const unlessChecked = (call: Value): boolean => mayUnwind(call) && !isChecked(call);
  return (func) => {
    if (!below.has(func.name) || asking.has(func.name)) return never;
    return func.suspensions === undefined ? mayUnwind : unlessChecked;
  };
}

/** Whether an `unwind.set` ends unwinding, or suspends: calls that may suspend have a check in the IR. */
function isOrdinary(value: Value): boolean {
  const reason = value.args[0]!;
  return reason.op === "i32.const" && (reason.imm === 0 || reason.imm === 1);
}

function ofRuntime(func: Func): boolean {
  return func.landing === undefined && func.suspensions === undefined && func.origin === "runtime";
}

/** Whether the code after the call reads the reason itself. */
function isChecked(call: Value): boolean {
  const { values } = call.block;
  let at = values.indexOf(call) + 1;
  while (values[at]?.op === "extract") at++;
  return values[at]?.op === "unwind.get";
}

/** All that can be reached from `from`; added to `seen`. */
function closure(
  from: readonly string[],
  next: (name: string) => Iterable<string>,
  seen: Set<string> = new Set(),
): Set<string> {
  const work: string[] = [];
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    work.push(name);
  };
  from.forEach(visit);
  for (let name = work.pop(); name !== undefined; name = work.pop())
    for (const target of next(name)) visit(target);
  return seen;
}
