import { computeDominators, computeLoops, type FlowGraph, type FlowNode, type Loop } from "./graph.ts";

/**
 * Decides where the code of each node goes in structured control flow (Ramsey 2022, "Beyond Relooper"): a node
 * that is entered by several forward edges gets a label and comes after the code of its immediate dominator;
 * any other replaces the only jump to it. What leaves a loop is placed after the loop.
 */
export function computePlacement(graph: FlowGraph): void {
  computeDominators(graph);
  computeLoops(graph);
  for (const node of graph.nodes) {
    node.inner = [];
    node.outer = [];
    node.labelled = false;
  }
  for (const node of graph.nodes) {
    if (node.order === 0) continue;
    const parent = node.idom!;
    const loop = loopToLeave(node, parent);
    let forward = 0;
    let forced = false;
    for (const pred of node.preds) {
      if (pred.order >= node.order) continue;
      forward++;
      if (pred.kind === "switch" || pred.landing === node) forced = true;
    }
    if (loop !== undefined && !isSmallExit(node)) {
      node.labelled = true;
      loop.header.outer.push(node);
    } else if (forward > 1 || forced) {
      node.labelled = true;
      parent.inner.push(node);
    }
  }
}

/** The outermost loop that holds `parent` and not `node`. */
function loopToLeave(node: FlowNode, parent: FlowNode): Loop | undefined {
  let left: Loop | undefined;
  for (let loop = parent.loop; loop !== undefined; loop = loop.parent) {
    if (!contains(loop, node)) left = loop;
    else break;
  }
  return left;
}

function contains(loop: Loop, node: FlowNode): boolean {
  for (let at = node.loop; at !== undefined; at = at.parent) if (at === loop) return true;
  return false;
}

/** A few instructions that leave the function may stay in the loop: they cost less there than a label. */
function isSmallExit(node: FlowNode): boolean {
  return (
    node.preds.length === 1 &&
    node.loop === undefined &&
    (node.kind === "unreachable" || (node.kind === "return" && node.code.length <= 6))
  );
}
