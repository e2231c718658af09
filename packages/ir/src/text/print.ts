import type { Block } from "../block.ts";
import type { DataSymbol } from "../data.ts";
import type { Func } from "../func.ts";
import type { Layout } from "../layout.ts";
import type { Module } from "../module.ts";
import { ops } from "../ops/op-table.ts";
import type { Type } from "../type.ts";
import type { Immediate, Value } from "../value.ts";
import { printFloat, printString, printSymbol } from "./notation.ts";

/** What the text form shows besides the program. */
export interface PrintOptions {
  /** Adds ` !N` with the position to each value that has one. Default: no. */
  readonly positions?: boolean;
  /** A comment for the line above a function. */
  readonly note?: (func: Func) => string | undefined;
}

/**
 * The text form of a function:
 *
 *     func @main.fib(int64) int64 {
 *     b0:
 *       v0 = param int64 0
 *       v1 = const int64 2
 *       v2 = lt bool v0, v1
 *       if v2 b1 b2
 *
 * A value is `vN = op type @sym args imm sig`, what is absent left out; values of type void have neither name nor
 * type. A phi names the predecessors: `v7 = phi int64 b0:v1 b2:v7`. `parseFunc` reads it back.
 */
export function printFunc(func: Func, options: PrintOptions = {}): string {
  const note = options.note?.(func);
  const above = note === undefined ? "" : `; ${note}\n`;
  const head = `${above}func ${printSymbol(func.name)}${printSignature(func.params, func.results)}`;
  const attributes = printAttributes(func);
  if (func.blocks.length === 0) return `${head}${attributes}\n`;
  const lines = [`${head}${attributes} {`];
  for (const block of func.blocks) printBlock(block, options, lines);
  lines.push("}\n");
  return lines.join("\n");
}

/** The text form of a whole module: start, layouts, data, method tables, functions. */
export function printModule(module: Module, options: PrintOptions = {}): string {
  const parts: string[] = [`start ${printSymbol(module.start)}\n`];
  for (const layout of module.layouts.values()) parts.push(printLayout(layout));
  for (const data of module.data.values()) parts.push(printData(data));
  for (const [type, methods] of module.methods) {
    const rows = [...methods].map(([selector, name]) => `  ${printString(selector)} ${printSymbol(name)}\n`);
    parts.push(`methods ${printSymbol(type)} {\n${rows.join("")}}\n`);
  }
  for (const func of module.funcs.values()) parts.push(printFunc(func, options));
  return parts.join("");
}

/** One value as `printFunc` shows it, without the indentation. */
export function printValue(value: Value, options: PrintOptions = {}): string {
  const isVoid = value.type.kind === "void";
  let out = isVoid ? value.op : `v${value.id} = ${value.op} ${value.type.text}`;
  if (value.sym !== undefined) out += ` ${printSymbol(value.sym)}`;
  if (value.op === "phi") {
    const preds = value.block.preds;
    value.args.forEach((arg, i) => {
      const pred = preds[i];
      out += ` ${pred === undefined ? "b?" : `b${pred.id}`}:v${arg.id}`;
    });
  } else if (value.args.length > 0) {
    out += ` ${value.args.map((arg) => `v${arg.id}`).join(", ")}`;
  }
  if (value.imm !== undefined) out += ` ${printImmediate(value, value.imm)}`;
  if (value.sig !== undefined) out += ` sig${printSignature(value.sig.params, value.sig.results)}`;
  if (options.positions === true && value.pos !== 0) out += ` !${value.pos}`;
  return out;
}

function printImmediate(value: Value, imm: Exclude<Immediate, undefined>): string {
  if (typeof imm === "string") return ops[value.op].imm === "opcode" ? imm : printString(imm);
  return typeof imm === "bigint" ? imm.toString() : printFloat(imm);
}

function printBlock(block: Block, options: PrintOptions, lines: string[]): void {
  lines.push(block.unlikely ? `b${block.id}: unlikely` : `b${block.id}:`);
  for (const value of block.values) lines.push(`  ${printValue(value, options)}`);
  lines.push(`  ${printTerminator(block)}`);
}

function printTerminator(block: Block): string {
  const control = block.control.map((value) => `v${value.id}`).join(", ");
  const targets = block.succs.map((succ) => `b${succ.id}`).join(" ");
  const cases = block.kind === "switch" ? ` [${block.cases.join(" ")}]` : "";
  return [block.kind, control, targets].filter((part) => part !== "").join(" ") + cases;
}

function printSignature(params: readonly Type[], results: readonly Type[]): string {
  const list = (of: readonly Type[]): string => of.map((type) => type.text).join(", ");
  const head = `(${list(params)})`;
  if (results.length === 0) return head;
  // A lone tuple or several results need parentheses of their own.
  const lone = results.length === 1 && results[0]!.kind !== "tuple";
  return lone ? `${head} ${results[0]!.text}` : `${head} (${list(results)})`;
}

function printAttributes(func: Func): string {
  let out = "";
  if (func.level === "wasm") out += " wasm";
  if (func.noinline) out += " noinline";
  if (func.unbarriered) out += " unbarriered";
  if (func.collects) out += " collects";
  if (func.origin !== "user") out += ` origin ${func.origin}`;
  if (func.wrapper) out += " wrapper";
  if (func.runsOnce) out += " once";
  if (func.calledByRuntime) out += " called-by-runtime";
  if (func.defersFor !== undefined) out += ` defers-for ${printSymbol(func.defersFor)}`;
  if (func.closure) out += " closure";
  if (func.recovers) out += " recovers";
  if (func.role !== undefined)
    out += func.role.kind === "deferred" ? ` deferred ${printSymbol(func.role.owner)}` : " goroutine";
  if (func.suspends !== undefined) out += ` suspends ${func.suspends}`;
  if (func.suspensions !== undefined) out += ` suspensions [${func.suspensions.join(" ")}]`;
  if (func.landing !== undefined) out += ` landing b${func.landing.id}`;
  if (func.frameSize !== 0) out += ` frame ${func.frameSize}`;
  if (func.frameObjects.length > 0) out += ` objects [${func.frameObjects.join(" ")}]`;
  if (func.exportName !== undefined) out += ` export ${printString(func.exportName)}`;
  if (func.importName !== undefined)
    out += ` import ${printString(func.importName.module)} ${printString(func.importName.name)}`;
  return out;
}

function printLayout(layout: Layout): string {
  const list = (word: string, offsets: readonly number[]): string =>
    offsets.length === 0 ? "" : ` ${word} [${offsets.join(" ")}]`;
  const pointers = list("pointers", layout.pointers) + list("payloads", [...(layout.payloads ?? [])]);
  return `layout ${printSymbol(layout.name)} size ${layout.size} align ${layout.align}${pointers}\n`;
}

function printData(data: DataSymbol): string {
  let out = `data ${printSymbol(data.name)} size ${data.size} align ${data.align}`;
  if (data.constant) out += " constant";
  if (data.pointers.length > 0) out += ` pointers [${data.pointers.join(" ")}]`;
  if (data.bytes.length > 0)
    out += ` bytes ${printString(Array.from(data.bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
  if (data.relocations.length === 0) return `${out}\n`;
  const rows = data.relocations.map(
    (at) => `  ${at.offset} ${at.kind} ${printSymbol(at.symbol)}${at.addend === 0 ? "" : ` ${at.addend}`}\n`,
  );
  return `${out} {\n${rows.join("")}}\n`;
}
