import { dominatorsOfReducible, largeGraph, listEdges, type Block, type Func, type Value } from "@goes/ir";

/**
 * The control-flow graph from which a body is emitted. Most nodes are a block; others hold the copies of a
 * critical edge (`block` undefined, one successor) or dispatch into an irreducible region (`selector` set).
 */
export class FlowNode {
  readonly block: Block | undefined;
  kind: "jump" | "if" | "switch" | "return" | "unreachable" = "unreachable";
  succs: FlowEdge[] = [];
  preds: FlowNode[] = [];
  /** Of a switch: index into `succs` for each value of the control; the last successor for all others. */
  cases: readonly number[] = [];
  /** Of a switch: the dispatch register that it reads instead of a control value. */
  selector: number | undefined = undefined;
  /** Of an edge into a dispatch node: the register to set and its value. */
  assign: { readonly selector: number; readonly value: number } | undefined = undefined;
  /** Position in reverse postorder; -1 where it is not reachable. */
  order = -1;
  idom: FlowNode | undefined = undefined;
  loop: Loop | undefined = undefined;
  /** It is entered by branches to a label. */
  labelled = false;
  /** Nodes placed after the code of this one: inside its loop, and after its loop. Ascending in order. */
  inner: FlowNode[] = [];
  outer: FlowNode[] = [];
  /** The stack code of the block (see stack-code.ts), up to and with the operands of the terminator. */
  code: number[] = [];
  /** The landing block, if a call in the block may unwind to it. */
  landing: FlowNode | undefined = undefined;

  constructor(block: Block | undefined) {
    this.block = block;
  }
}

/** An edge with the parallel copies into the phis of its target. */
export class FlowEdge {
  target: FlowNode;
  readonly phis: readonly Value[];
  readonly args: readonly Value[];
  /** Stack code that pushes each arg. */
  parts: number[][] = [];

  constructor(target: FlowNode, phis: readonly Value[], args: readonly Value[]) {
    this.target = target;
    this.phis = phis;
    this.args = args;
  }
}

/** A natural loop. */
export interface Loop {
  readonly header: FlowNode;
  parent: Loop | undefined;
  depth: number;
}

/** The graph of a function: the entry, and all reachable nodes in reverse postorder. */
export interface FlowGraph {
  readonly entry: FlowNode;
  nodes: FlowNode[];
  /** Registers that dispatch nodes need. */
  selectors: number;
}

const none: readonly Value[] = Object.freeze([]);

/** The blocks that can be reached, in the order of the function. */
export function reachableBlocks(func: Func, unwinds: (block: Block) => boolean): readonly Block[] {
  const seen = new Set<Block>([func.blocks[0]!]);
  const work = [...seen];
  for (let block = work.pop(); block !== undefined; block = work.pop()) {
    const targets =
      func.landing !== undefined && unwinds(block) ? [...block.succs, func.landing] : block.succs;
    for (const target of targets) {
      if (seen.has(target)) continue;
      seen.add(target);
      work.push(target);
    }
  }
  return func.blocks.filter((block) => seen.has(block));
}

/** Builds the graph. `unwinds(block)` tells which blocks have calls after which the landing block may follow. */
export function computeFlowGraph(
  func: Func,
  blocks: readonly Block[],
  phisOf: (block: Block) => readonly Value[],
  unwinds: (block: Block) => boolean,
): FlowGraph {
  const nodes = new Map<Block, FlowNode>();
  for (const block of blocks) nodes.set(block, new FlowNode(block));
  for (const block of blocks) {
    const node = nodes.get(block)!;
    node.kind = block.kind;
    node.cases = block.cases;
    const critical = block.kind === "switch";
    for (const succ of block.succs) {
      const target = nodes.get(succ)!;
      const phis = phisOf(succ);
      if (phis.length === 0) {
        node.succs.push(new FlowEdge(target, none, none));
        continue;
      }
      const index = succ.preds.indexOf(block);
      const args = phis.map((phi) => phi.args[index]!);
      const edge = new FlowEdge(target, phis, args);
      if (critical) {
        const middle = new FlowNode(undefined);
        middle.kind = "jump";
        middle.succs.push(edge);
        node.succs.push(new FlowEdge(middle, none, none));
      } else {
        node.succs.push(edge);
      }
    }
    if (func.landing !== undefined && unwinds(block)) node.landing = nodes.get(func.landing)!;
  }
  const graph: FlowGraph = { entry: nodes.get(func.blocks[0]!)!, nodes: [], selectors: 0 };
  computeOrder(graph);
  return graph;
}

/** Fills `nodes`, `order` and `preds` again from the successors. Unlikely and leaving successors come late. */
export function computeOrder(graph: FlowGraph): void {
  for (const node of graph.nodes) node.order = -1;
  const postorder: FlowNode[] = [];
  const path: FlowNode[] = [graph.entry];
  const next: number[] = [0];
  const unvisited = -1;
  const open = -2;
  graph.entry.order = open;
  const successors = new Map<FlowNode, readonly FlowNode[]>();
  while (path.length > 0) {
    const node = path[path.length - 1]!;
    let list = successors.get(node);
    if (list === undefined) successors.set(node, (list = visitOrder(node)));
    const at = next[next.length - 1]!;
    if (at < list.length) {
      next[next.length - 1] = at + 1;
      const succ = list[at]!;
      if (succ.order === unvisited) {
        succ.order = open;
        path.push(succ);
        next.push(0);
      }
    } else {
      path.pop();
      next.pop();
      postorder.push(node);
    }
  }
  graph.nodes = postorder.reverse();
  graph.nodes.forEach((node, i) => {
    node.order = i;
    node.preds = [];
  });
  for (const node of graph.nodes) {
    for (const edge of node.succs) edge.target.preds.push(node);
    if (node.landing !== undefined) node.landing.preds.push(node);
  }
}

/** The successors of a node with the one that is to come last in reverse postorder first. */
function visitOrder(node: FlowNode): readonly FlowNode[] {
  const list = node.succs.map((edge) => edge.target).reverse();
  if (list.some((succ) => succ.block?.unlikely === true)) {
    const rank = (succ: FlowNode): number => (succ.block?.unlikely === true ? 0 : 1);
    list.sort((a, b) => rank(a) - rank(b));
  }
  if (node.landing !== undefined) list.unshift(node.landing);
  return list;
}

/** All targets of a node, the landing block included. */
export function targetsOf(node: FlowNode): readonly FlowNode[] {
  const targets = node.succs.map((edge) => edge.target);
  if (node.landing !== undefined) targets.push(node.landing);
  return targets;
}

/** Immediate dominators (Cooper, Harvey and Kennedy 2001, "A Simple, Fast Dominance Algorithm"). */
export function computeDominators(graph: FlowGraph): void {
  const { nodes, entry } = graph;
  if (nodes.length >= largeGraph) {
    const edges = listEdges(nodes.length, (index, add) =>
      nodes[index]!.preds.forEach((pred) => add(pred.order)),
    );
    const parents = dominatorsOfReducible(edges);
    if (parents !== undefined) {
      nodes.forEach((node, i) => {
        node.idom = nodes[parents[i]!]!;
      });
      return;
    }
  }
  for (const node of nodes) node.idom = undefined;
  entry.idom = entry;
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 1; i < nodes.length; i++) {
      const node = nodes[i]!;
      let idom: FlowNode | undefined;
      for (const pred of node.preds) {
        if (pred.idom === undefined) continue;
        idom = idom === undefined ? pred : intersect(idom, pred);
      }
      if (idom !== node.idom) {
        node.idom = idom;
        changed = true;
      }
    }
  }
}

function intersect(a: FlowNode, b: FlowNode): FlowNode {
  let left = a;
  let right = b;
  while (left !== right) {
    while (left.order > right.order) left = left.idom!;
    while (right.order > left.order) right = right.idom!;
  }
  return left;
}

/** Whether `a` dominates `b`. */
export function dominates(a: FlowNode, b: FlowNode): boolean {
  let node = b;
  while (node.order > a.order) node = node.idom!;
  return node === a;
}

/** Finds the natural loops of a reducible graph, innermost first, and fills `loop` of each node. */
export function computeLoops(graph: FlowGraph): void {
  for (const node of graph.nodes) node.loop = undefined;
  for (let i = graph.nodes.length - 1; i >= 0; i--) {
    const header = graph.nodes[i]!;
    const sources = header.preds.filter((pred) => pred.order >= header.order);
    if (sources.length === 0) continue;
    const loop: Loop = { header, parent: undefined, depth: 0 };
    const work = [...sources];
    while (work.length > 0) {
      const node = work.pop()!;
      if (node === header) {
        continue;
      }
      if (node.loop === undefined) {
        node.loop = loop;
        for (const pred of node.preds) work.push(pred);
        continue;
      }
      let outermost = node.loop;
      while (outermost.parent !== undefined) outermost = outermost.parent;
      if (outermost === loop) continue;
      outermost.parent = loop;
      for (const pred of outermost.header.preds) {
        if (pred.order < outermost.header.order) work.push(pred);
      }
    }
    header.loop = loop;
  }
  for (const node of graph.nodes) {
    if (node.loop?.header === node) node.loop.depth = (node.loop.parent?.depth ?? 0) + 1;
  }
}
