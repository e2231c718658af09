import type { Diagnostic } from "@goes/source";
import { describeCycle } from "./cycles.ts";
import type { Initializer } from "./info.ts";
import type { Const, Func, Var } from "./object.ts";

/** A package-level object that others may depend on. */
export type Dependency = Const | Var | Func;

/** What the checker collects for the initialisation order. */
interface InitGraph {
  /** All package-level constants, variables and functions (methods too) in source order. */
  readonly objects: readonly Dependency[];
  /** What the initialiser or body of each refers to. */
  readonly dependencies: ReadonlyMap<Dependency, ReadonlySet<Dependency>>;
  /** The initialiser of each variable that has one; variables of one `a, b = f()` share theirs. */
  readonly initializers: ReadonlyMap<Var, Initializer>;
}

/** A variable that waits for others. */
interface Node {
  readonly variable: Var;
  readonly order: number;
  /** Variables that wait for this one. */
  readonly waiting: Node[];
  /** Variables without value that this one needs, directly or through functions. */
  open: number;
  done: boolean;
}

/**
 * The order of initialisation (spec, "Package initialization") and the cycles found: again and again the variable is
 * taken that is first in source order and needs no variable without a value.
 */
export function computeInitOrder(graph: InitGraph): {
  readonly order: readonly Initializer[];
  readonly problems: readonly Diagnostic[];
} {
  const nodes = buildNodes(graph);
  const ready = new OrderedQueue();
  for (const node of nodes) if (node.open === 0) ready.push(node);
  const order: Initializer[] = [];
  const emitted = new Set<Initializer>();
  const problems: Diagnostic[] = [];
  let remaining = nodes.length;
  while (remaining > 0) {
    let node = ready.pop();
    if (node === undefined) {
      node = leastOpen(nodes);
      const cycle = findCycle(graph, node.variable);
      if (cycle !== undefined) problems.push(describeCycle(cycle));
    }
    if (node.done) continue;
    node.done = true;
    remaining--;
    for (const other of node.waiting) {
      other.open--;
      if (other.open === 0 && !other.done) ready.push(other);
    }
    const initializer = graph.initializers.get(node.variable);
    if (initializer === undefined || emitted.has(initializer)) continue;
    emitted.add(initializer);
    order.push(initializer);
  }
  return { order, problems };
}

function buildNodes(graph: InitGraph): Node[] {
  const nodes = new Map<Var, Node>();
  graph.objects.forEach((object, order) => {
    if (object.kind !== "var") return;
    nodes.set(object, { variable: object, order, waiting: [], open: 0, done: false });
  });
  for (const node of nodes.values()) {
    for (const variable of variablesBehind(graph, node.variable)) {
      // A variable that needs itself is a cycle, which stays open.
      const other = nodes.get(variable);
      if (other === undefined) continue;
      other.waiting.push(node);
      node.open++;
    }
  }
  return [...nodes.values()];
}

/** The variables that `variable` refers to, directly or through functions. */
function variablesBehind(graph: InitGraph, variable: Var): Set<Var> {
  const variables = new Set<Var>();
  const functions = new Set<Func>();
  const work: Dependency[] = [variable];
  for (let object = work.pop(); object !== undefined; object = work.pop()) {
    for (const dependency of graph.dependencies.get(object) ?? []) {
      if (dependency.kind === "var") variables.add(dependency);
      else if (dependency.kind === "func" && !functions.has(dependency)) {
        functions.add(dependency);
        work.push(dependency);
      }
    }
  }
  return variables;
}

function leastOpen(nodes: readonly Node[]): Node {
  let best: Node | undefined;
  for (const node of nodes) {
    if (!node.done && (best === undefined || node.open < best.open)) best = node;
  }
  return best!;
}

/** A path from `start` back to itself. */
function findCycle(graph: InitGraph, start: Var): Dependency[] | undefined {
  const order = new Map(graph.objects.map((object, index) => [object, index]));
  const seen = new Set<Dependency>([start]);
  const path: Dependency[] = [start];
  // For each on the path, what it still leads to, the next one last.
  const inOrder = (from: Dependency): Dependency[] =>
    [...(graph.dependencies.get(from) ?? [])].toSorted((x, y) => (order.get(y) ?? 0) - (order.get(x) ?? 0));
  const rest = [inOrder(start)];
  for (let last = rest.at(-1); last !== undefined; last = rest.at(-1)) {
    const next = last.pop();
    if (next === start) return path;
    if (next === undefined) {
      rest.pop();
      path.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      path.push(next);
      rest.push(inOrder(next));
    }
  }
  return undefined;
}

/** A binary heap of nodes by source order. */
class OrderedQueue {
  readonly #heap: Node[] = [];

  push(node: Node): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(node);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (heap[parent]!.order <= node.order) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = node;
  }

  pop(): Node | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && heap[child + 1]!.order < heap[child]!.order) child++;
      if (heap[child]!.order >= last.order) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}
