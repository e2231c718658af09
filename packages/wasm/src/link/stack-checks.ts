import type { CallSignature, Func, Module } from "@goes/ir";

/** Where the shadow stack is looked at for overflow. */
interface StackChecks {
  /** The functions whose prologue looks whether there is room. */
  readonly checked: ReadonlySet<Func>;
  /** Bytes that functions which do not look need below one that does, at most. */
  readonly reserve: number;
}

/** More than so many bytes are not left to functions that do not look. */
const reserveLimit = 1 << 16;

/**
 * Decides which functions look for an overflow of the shadow stack: enough of them that on every cycle of calls there is one, and
 * that between two of them the frames of the others take no more than a reserve, for which those that look see to it that it is
 * left. A cycle that has no frame does no harm. An indirect call may call any function of the table that has its type.
 * Functions that the host calls look too: it may call them while the program runs.
 */
export function computeStackChecks(
  defined: readonly Func[],
  module: Module,
  tabled: ReadonlySet<string>,
  typeOf: (func: Func) => number,
  typeIndex: (signature: CallSignature) => number,
): StackChecks {
  const graph = new Calls(defined, module, tabled, typeOf, typeIndex);
  const checked = new Set<Func>(
    defined.filter(({ exportName, frameSize }) => exportName !== undefined && frameSize > 0),
  );
  graph.breakCycles(checked);
  return { checked, reserve: graph.limitDepth(checked) };
}

/** The call graph. Nodes are functions by their number, and after them the types of indirect calls. */
class Calls {
  readonly #funcs: readonly Func[];
  readonly #callees: readonly (readonly number[])[];

  constructor(
    funcs: readonly Func[],
    module: Module,
    tabled: ReadonlySet<string>,
    typeOf: (func: Func) => number,
    typeIndex: (signature: CallSignature) => number,
  ) {
    this.#funcs = funcs;
    const numbers = new Map(funcs.map((func, i) => [func.name, i]));
    const byType = new Map<number, number>();
    const callees: number[][] = funcs.map(() => []);
    const nodeOfType = (type: number): number => {
      let node = byType.get(type);
      if (node === undefined) byType.set(type, (node = callees.push([]) - 1));
      return node;
    };
    funcs.forEach((func, i) => {
      const own = new Set<number>();
      for (const block of func.blocks) {
        for (const { op, sym, sig } of block.values) {
          if (op === "call.indirect") own.add(nodeOfType(typeIndex(sig!)));
          else if (op === "call" || op === "panic.if" || op === "call.if") {
            const callee = numbers.get(sym!);
            if (callee !== undefined) own.add(callee);
          }
        }
      }
      callees[i] = [...own];
    });
    for (const name of tabled) {
      const number = numbers.get(name);
      if (number !== undefined) callees[nodeOfType(typeOf(module.funcs.get(name)!))]!.push(number);
    }
    this.#callees = callees;
  }

  /** Adds functions to `checked` until every cycle with a frame has one: ends of the edges that close cycles. */
  breakCycles(checked: Set<Func>): void {
    const components = this.#components();
    const framed = new Set<number>();
    this.#funcs.forEach(({ frameSize }, i) => {
      if (frameSize > 0) framed.add(components[i]!);
    });
    this.#walk({
      closes: (from, to) => {
        if (!framed.has(components[to]!)) return;
        const ends = [this.#funcs[to], this.#funcs[from]].filter((func) => func !== undefined);
        if (ends.some((func) => checked.has(func))) return;
        // Both ends are on the cycle, and one of them is a function; a look costs least where there is a frame anyway.
        checked.add(ends.find(({ frameSize }) => frameSize > 0) ?? ends[0]!);
      },
    });
  }

  /** Adds functions to `checked` below which the others would take too much; returns how much they take at most. */
  limitDepth(checked: Set<Func>): number {
    const depth = new Float64Array(this.#callees.length);
    const below = (node: number): number => {
      let deepest = 0;
      for (const callee of this.#callees[node]!)
        if (!isChecked(callee)) deepest = Math.max(deepest, depth[callee]!);
      return deepest;
    };
    const isChecked = (node: number): boolean => {
      const func = this.#funcs[node];
      return func !== undefined && checked.has(func);
    };
    this.#walk({
      skips: isChecked,
      leaves: (node) => {
        const func = this.#funcs[node];
        const own = func?.frameSize ?? 0;
        depth[node] = own + below(node);
        if (func !== undefined && own > 0 && depth[node]! > reserveLimit) checked.add(func);
      },
    });
    let reserve = 0;
    this.#funcs.forEach((func, i) => {
      if (checked.has(func)) reserve = Math.max(reserve, below(i));
    });
    return reserve;
  }

  /** Walks depth first, without recursion. */
  #walk({ skips, closes, leaves }: Visitor): void {
    const state = new Uint8Array(this.#callees.length);
    for (let root = 0; root < state.length; root++) {
      if (state[root] !== 0 || skips?.(root) === true) continue;
      const path: { readonly node: number; next: number }[] = [{ node: root, next: 0 }];
      state[root] = 1;
      while (path.length > 0) {
        const top = path.at(-1)!;
        const callee = this.#callees[top.node]![top.next++];
        if (callee === undefined) {
          state[top.node] = 2;
          leaves?.(top.node);
          path.pop();
        } else if (skips?.(callee) === true) continue;
        else if (state[callee] === 1) closes?.(top.node, callee);
        else if (state[callee] === 0) {
          state[callee] = 1;
          path.push({ node: callee, next: 0 });
        }
      }
    }
  }

  /** The strongly connected component of each node (Tarjan 1972), by a number. */
  #components(): Int32Array {
    const count = this.#callees.length;
    const component = new Int32Array(count).fill(-1);
    const index = new Int32Array(count);
    const low = new Int32Array(count);
    const open: number[] = [];
    let counter = 0;
    for (let root = 0; root < count; root++) {
      if (index[root] !== 0) continue;
      const path: { readonly node: number; next: number }[] = [{ node: root, next: 0 }];
      while (path.length > 0) {
        const top = path.at(-1)!;
        const { node } = top;
        if (top.next === 0) {
          index[node] = low[node] = ++counter;
          open.push(node);
        }
        const callee = this.#callees[node]![top.next++];
        if (callee !== undefined) {
          if (index[callee] === 0) path.push({ node: callee, next: 0 });
          else if (component[callee]! < 0) low[node] = Math.min(low[node]!, index[callee]!);
          continue;
        }
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) low[parent.node] = Math.min(low[parent.node]!, low[node]!);
        if (low[node] !== index[node]) continue;
        for (let member = -1; member !== node;) component[(member = open.pop()!)] = node;
      }
    }
    return component;
  }
}

interface Visitor {
  /** Nodes that are left out. */
  readonly skips?: (node: number) => boolean;
  /** Hears of edges to nodes that are being visited. */
  readonly closes?: (from: number, to: number) => void;
  /** Hears of nodes when all that they lead to has been visited. */
  readonly leaves?: (node: number) => void;
}
