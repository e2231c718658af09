import {
  computeDominators,
  computeOrder,
  dominates,
  FlowEdge,
  FlowNode,
  targetsOf,
  type FlowGraph,
} from "./graph.ts";

/**
 * Makes the graph reducible. A strongly connected region that is entered at several nodes gets a dispatch node:
 * every edge to one of the entries notes in a register which one it means and goes to the dispatch node, which
 * thereby becomes the only entry (and a loop header). Regions inside are treated the same way.
 */
export function makeReducible(graph: FlowGraph): void {
  computeDominators(graph);
  if (isReducible(graph)) return;
  let region: ReadonlySet<FlowNode> | undefined = new Set(graph.nodes);
  const work: ReadonlySet<FlowNode>[] = [region];
  while ((region = work.pop()) !== undefined) {
    for (const component of computeComponents(graph, region)) {
      const entries = [...component].filter(
        (node) => node === graph.entry || node.preds.some((pred) => !component.has(pred)),
      );
      entries.sort((a, b) => a.order - b.order);
      const inside = new Set(component);
      if (entries.length > 1) addDispatch(graph, entries);
      else inside.delete(entries[0]!);
      if (entries.length > 1) {
        computeOrder(graph);
        // With the dispatch node outside of the region, its entries have no back edges among them left.
        for (const node of inside) if (node.order < 0) inside.delete(node);
      }
      if (inside.size > 0) work.push(inside);
    }
  }
  computeOrder(graph);
  computeDominators(graph);
}

function isReducible(graph: FlowGraph): boolean {
  return graph.nodes.every((node) =>
    targetsOf(node).every((target) => target.order > node.order || dominates(target, node)),
  );
}

function addDispatch(graph: FlowGraph, entries: readonly FlowNode[]): void {
  const selector = graph.selectors++;
  const dispatch = new FlowNode(undefined);
  dispatch.kind = "switch";
  dispatch.selector = selector;
  dispatch.cases = entries.map((_, i) => i);
  dispatch.succs = entries.map((entry) => new FlowEdge(entry, [], []));
  const index = new Map(entries.map((entry, i) => [entry, i] as const));
  const step = (value: number, edge: FlowEdge | undefined): FlowNode => {
    const middle = new FlowNode(undefined);
    middle.kind = "jump";
    middle.assign = { selector, value };
    middle.succs = [new FlowEdge(dispatch, edge?.phis ?? [], edge?.args ?? [])];
    return middle;
  };
  for (const node of graph.nodes) {
    node.succs = node.succs.map((edge) => {
      const value = index.get(edge.target);
      return value === undefined ? edge : new FlowEdge(step(value, edge), [], []);
    });
    const value = node.landing === undefined ? undefined : index.get(node.landing);
    if (value !== undefined) node.landing = step(value, undefined);
  }
}

/** The strongly connected components of a region that hold a cycle (Tarjan 1972, without recursion). */
function computeComponents(graph: FlowGraph, region: ReadonlySet<FlowNode>): Set<FlowNode>[] {
  const index = new Map<FlowNode, number>();
  const low = new Map<FlowNode, number>();
  const stack: FlowNode[] = [];
  const onStack = new Set<FlowNode>();
  const found: Set<FlowNode>[] = [];
  for (const root of graph.nodes) {
    if (!region.has(root) || index.has(root)) continue;
    const path: { node: FlowNode; targets: readonly FlowNode[]; at: number }[] = [];
    const enter = (node: FlowNode): void => {
      index.set(node, index.size);
      low.set(node, index.get(node)!);
      stack.push(node);
      onStack.add(node);
      path.push({ node, targets: targetsOf(node).filter((target) => region.has(target)), at: 0 });
    };
    enter(root);
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      if (top.at < top.targets.length) {
        const target = top.targets[top.at++]!;
        if (!index.has(target)) enter(target);
        else if (onStack.has(target)) low.set(top.node, Math.min(low.get(top.node)!, index.get(target)!));
        continue;
      }
      path.pop();
      const parent = path[path.length - 1]?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent)!, low.get(top.node)!));
      if (low.get(top.node) !== index.get(top.node)) continue;
      const component = new Set<FlowNode>();
      for (let node: FlowNode | undefined; node !== top.node;) {
        node = stack.pop()!;
        onStack.delete(node);
        component.add(node);
      }
      if (component.size > 1 || top.targets.includes(top.node)) found.push(component);
    }
  }
  return found;
}
