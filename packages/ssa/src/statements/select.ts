import type * as ast from "@goes/ast";
import { unparen } from "@goes/ast";
import { tupleType, types, type Block, type Value, waiterLayout } from "@goes/ir";
import { ArrayType, basicTypes, type Type } from "@goes/types";
import { assignValues } from "./assignments.ts";
import {
  buildReceive,
  buildSend,
  buildSent,
  channelType,
  fromWord,
  type Received,
} from "../expressions/channel-operations.ts";
import { callRuntime } from "../function/runtime-call.ts";
import { channelKind, waiterType } from "../layout/channel-elements.ts";
import { layoutSymbol } from "../layout/ir-types.ts";
import { buildExpr } from "../expressions/expressions.ts";
import type { FunctionBuilder } from "../function/function-builder.ts";
import { buildStmts } from "./statements.ts";

/** A clause with a channel operation, whose operands have been evaluated. */
interface Case {
  readonly clause: ast.CommClause;
  readonly element: Type;
  readonly channel: Value;
  /** A send: the word, or the address of the value. */
  readonly sent: Value | undefined;
  /** A receive: where a value that is not a word goes; undefined if it is not used. */
  readonly address: Value | undefined;
}

/** `select { … }`: operands of all clauses are evaluated first, in order; targets of assignments only when chosen. */
export function buildSelect(fb: FunctionBuilder, stmt: ast.SelectStmt, label: string | undefined): void {
  const { pos } = fb;
  const end = fb.newBlock();
  fb.targets.push({
    label,
    breakTo: () => {
      fb.jump(end);
    },
    continueTo: undefined,
  });
  const clauses = stmt.clauses.filter(({ comm }) => comm !== undefined);
  const otherwise = stmt.clauses.find(({ comm }) => comm === undefined);
  const [only] = clauses;
  if (only === undefined) {
    if (otherwise === undefined) callRuntime(fb.ctx, fb, "selectNone");
    else buildStmts(fb, otherwise.body);
  } else if (clauses.length === 1 && otherwise === undefined) {
    selectOne(fb, only);
  } else {
    const cases = clauses.map((clause) => prepareCase(fb, clause));
    fb.pos = pos;
    if (cases.length === 1) tryOne(fb, cases[0]!, otherwise!, end);
    else selectAmong(fb, cases, otherwise, end);
  }
  fb.targets.pop();
  fb.jump(end);
  fb.enterSealed(end);
}

/** One clause, no default: as the statement alone. */
function selectOne(fb: FunctionBuilder, clause: ast.CommClause): void {
  const comm = clause.comm!;
  fb.pos = comm.pos;
  if (comm.kind === "SendStmt") {
    buildSend(fb, comm);
  } else {
    const expr = receiveOf(fb, comm);
    const received = buildReceive(fb, expr, wantsValue(comm) ? "wanted" : "unwanted");
    assignReceived(fb, comm, channelType(fb, expr.x).element, received);
  }
  buildStmts(fb, clause.body);
}

function receiveOf(fb: FunctionBuilder, comm: ast.Stmt): ast.UnaryExpr {
  const expr = comm.kind === "ExprStmt" ? comm.x : comm.kind === "AssignStmt" ? comm.rhs[0] : undefined;
  const node = expr === undefined ? undefined : unparen(expr);
  if (node?.kind !== "UnaryExpr") throw fb.broken("a clause of select without a channel operation", comm);
  return node;
}

/** The value of a receive is assigned to something. */
function wantsValue(comm: ast.Stmt): boolean {
  if (comm.kind !== "AssignStmt") return false;
  const [target] = comm.lhs;
  return !(target?.kind === "Ident" && target.name === "_");
}

/** The assignment of a clause that has been chosen. */
function assignReceived(fb: FunctionBuilder, comm: ast.Stmt, element: Type, { value, ok }: Received): void {
  if (comm.kind !== "AssignStmt") return;
  fb.pos = comm.pos;
  assignValues(fb, comm, [
    [value ?? fb.zero(element), element],
    [ok, basicTypes.bool],
  ]);
}

function prepareCase(fb: FunctionBuilder, clause: ast.CommClause): Case {
  const comm = clause.comm!;
  fb.pos = comm.pos;
  if (comm.kind === "SendStmt") {
    const { element } = channelType(fb, comm.channel);
    const channel = buildExpr(fb, comm.channel);
    return { clause, element, channel, sent: buildSent(fb, comm.value, element), address: undefined };
  }
  const expr = receiveOf(fb, comm);
  const { element } = channelType(fb, expr.x);
  const channel = buildExpr(fb, expr.x);
  const inMemory = channelKind(fb.ctx, element) === "Memory" && wantsValue(comm);
  return { clause, element, channel, sent: undefined, address: inMemory ? fb.temp(element) : undefined };
}

const triedWord = tupleType([types.uint64, types.bool, types.bool]);
const triedMemory = tupleType([types.bool, types.bool]);

/** One clause and a default. */
function tryOne(fb: FunctionBuilder, item: Case, otherwise: ast.CommClause, end: Block): void {
  const { clause, element, channel, sent } = item;
  const kind = channelKind(fb.ctx, element);
  const sym = fb.ctx.runtimeFunc(`${sent === undefined ? "tryReceive" : "trySend"}${kind}`);
  let selected: Value;
  let received: (() => Received) | undefined;
  if (sent !== undefined) {
    selected = fb.emit("call", types.bool, [channel, sent], { sym });
  } else if (kind === "Word") {
    const call = fb.emit("call", triedWord, [channel], { sym });
    selected = fb.extract(call, 1);
    received = () => ({
      value: wantsValue(clause.comm!) ? fromWord(fb, element, fb.extract(call, 0)) : undefined,
      ok: fb.extract(call, 2),
    });
  } else {
    const call = fb.emit("call", triedMemory, [channel, item.address ?? fb.nil()], { sym });
    selected = fb.extract(call, 0);
    received = () => ({
      value: item.address === undefined ? undefined : fb.load(element, item.address),
      ok: fb.extract(call, 1),
    });
  }
  const yes = fb.newBlock();
  const no = fb.newBlock();
  fb.branch(selected, yes, no);
  fb.enterSealed(yes);
  if (received !== undefined) assignReceived(fb, clause.comm!, element, received());
  buildStmts(fb, clause.body);
  fb.jump(end);
  fb.enterSealed(no);
  buildStmts(fb, otherwise.body);
}

const selectedCase = tupleType([types.int32, types.bool]);

/** Several clauses: the runtime chooses. */
function selectAmong(
  fb: FunctionBuilder,
  cases: readonly Case[],
  otherwise: ast.CommClause | undefined,
  end: Block,
): void {
  const { ctx } = fb;
  const array = new ArrayType(waiterType(ctx), cases.length);
  const waiters = fb.slot(layoutSymbol(ctx, array));
  fb.clear(array, waiters);
  cases.forEach(({ element, channel, sent, address }, i) => {
    const put = (offset: number, value: Value): void => {
      fb.emit("store", types.void, [waiters, value], { imm: i * waiterLayout.size + offset });
    };
    put(waiterLayout.offset.channel, channel);
    if (sent !== undefined) {
      put(
        channelKind(ctx, element) === "Word" ? waiterLayout.offset.word : waiterLayout.offset.element,
        sent,
      );
      put(waiterLayout.offset.send, fb.constant(types.uint32, 1n));
    } else if (address !== undefined) {
      put(waiterLayout.offset.element, address);
    }
  });
  const sym = ctx.runtimeFunc(otherwise === undefined ? "selectWait" : "selectTry");
  const count = fb.constant(types.uint32, BigInt(cases.length));
  const call = fb.emit("call", selectedCase, [waiters, count], { sym });
  const index = fb.extract(call, 0);
  const ok = fb.extract(call, 1);
  const bodies = cases.map(() => fb.newBlock());
  const none = otherwise === undefined ? undefined : fb.newBlock();
  // Out of range, so -1 as well, is the last target.
  fb.switch(index, none === undefined ? bodies : [...bodies, none]);
  cases.forEach(({ clause, element, sent, address }, i) => {
    fb.enterSealed(bodies[i]!);
    if (sent === undefined) {
      let value: Value | undefined;
      if (wantsValue(clause.comm!)) {
        const at = i * waiterLayout.size + waiterLayout.offset.word;
        value =
          address === undefined
            ? fromWord(fb, element, fb.emit("load", types.uint64, [waiters], { imm: at }))
            : fb.load(element, address);
      }
      assignReceived(fb, clause.comm!, element, { value, ok });
    }
    buildStmts(fb, clause.body);
    fb.jump(end);
  });
  if (none !== undefined) {
    fb.enterSealed(none);
    buildStmts(fb, otherwise!.body);
  }
}
