import {
  Func,
  type Block,
  Module,
  type Immediate,
  type Opcode,
  type Type,
  types,
  type Value,
} from "@goes/ir";
import { emit, type EmitOptions } from "@goes/wasm";

/** A small assembler for functions of the wasm level. */
export class FuncBuilder {
  readonly func: Func;
  block: Block;

  constructor(name: string, params: readonly Type[], results: readonly Type[]) {
    this.func = new Func(name, params, results);
    this.func.level = "wasm";
    this.func.exportName = name;
    this.block = this.func.newBlock();
  }

  newBlock(): Block {
    return this.func.newBlock();
  }

  at(block: Block): this {
    this.block = block;
    return this;
  }

  op(op: Opcode, type: Type, args: readonly Value[] = [], imm?: Immediate, sym?: string): Value {
    const value = this.func.newValue(this.block, op, type, [...args]);
    value.imm = imm;
    value.sym = sym;
    return value;
  }

  param(index: number): Value {
    return this.op("param", this.func.params[index]!, [], index);
  }

  i32(value: number): Value {
    return this.op("i32.const", types.i32, [], value);
  }

  i64(value: bigint): Value {
    return this.op("i64.const", types.i64, [], value);
  }

  phi(type: Type, block = this.block): Value {
    const value = this.func.makeValue(block, "phi", type);
    block.values.unshift(value);
    return value;
  }

  jump(to: Block): void {
    this.block.kind = "jump";
    this.#edge(to);
  }

  if(condition: Value, then: Block, otherwise: Block): void {
    this.block.kind = "if";
    this.block.control = [condition];
    this.#edge(then);
    this.#edge(otherwise);
  }

  switch(index: Value, cases: number[], ...targets: Block[]): void {
    this.block.kind = "switch";
    this.block.control = [index];
    this.block.cases = cases;
    for (const target of targets) this.#edge(target);
  }

  return(...results: Value[]): void {
    this.block.kind = "return";
    this.block.control = results;
  }

  #edge(to: Block): void {
    this.block.succs.push(to);
    to.preds.push(this.block);
  }
}

/** A module of the functions. */
export function moduleOf(...builders: readonly FuncBuilder[]): Module {
  const module = new Module();
  for (const { func } of builders) module.funcs.set(func.name, func);
  return module;
}

/** The exports of the emitted and validated module. */
export function run(
  module: Module,
  imports: WebAssembly.Imports = {},
  options: EmitOptions = {},
): Record<string, (...args: never[]) => unknown> & { memory: WebAssembly.Memory } {
  const { bytes } = emit(module, { verify: true, ...options });
  const instance = new WebAssembly.Instance(
    new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>),
    imports,
  );
  return instance.exports as never;
}
