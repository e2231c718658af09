import type { Pos } from "@goes/source";
import { ByteWriter } from "./byte-writer.ts";
import type { CustomSection, EmittedModule } from "./emit.ts";
import { section } from "./opcodes.ts";

/** The name of the custom section with the lines of calls. */
export const lineTableName = "goes.lines";

/** Where a call is: the functions that it is in, innermost first, with the position in each. */
export type Locate = (pos: Pos) => readonly CallPosition[];

/** A line in one of the functions around a call. */
export interface CallPosition {
  /** A function that has been inlined; undefined: the one that has the call now. */
  readonly func: string | undefined;
  readonly file: string;
  readonly line: number;
}

/**
 * Encodes where the calls of a module are in the sources. First the names of files and of inlined functions (number,
 * then names). Then the inlined calls, each after those around it: function, file and line of the call, and the
 * number from 1 of the inlined call around it, or 0. Then for each call of the module the distance to the one before in bytes
 * (unsigned), file (unsigned), difference of lines (signed) and, if there are any, the inlined call around it, from 1. All in
 * LEB128. Calls without a position are left out, and those at the position of the call before: the position of a call
 * is that of the last entry up to it.
 */
export function encodeLineTable(emitted: EmittedModule, locate: Locate): CustomSection {
  const files = new Numbering();
  const funcs = new Numbering();
  const inlined = new Numbering();
  const nodes: (readonly number[])[] = [];
  /** The number from 1 of the inlined call that `positions[at]` is in. */
  const nodeOf = (positions: readonly CallPosition[], at: number): number => {
    const { func } = positions[at]!;
    const call = positions[at + 1];
    if (func === undefined || call === undefined) return 0;
    const node = [funcs.of(func), files.of(call.file), call.line, nodeOf(positions, at + 1)];
    const known = inlined.of(node.join(" "));
    if (known === nodes.length) nodes.push(node);
    return known + 1;
  };
  const sites = emitted.callSites.flatMap(({ offset, pos }) => {
    const positions = locate(pos);
    const [first] = positions;
    if (first === undefined) return [];
    return [{ offset, file: files.of(first.file), line: first.line, node: nodeOf(positions, 0) }];
  });
  const out = new ByteWriter(4096);
  files.write(out);
  funcs.write(out);
  out.u32(nodes.length);
  for (const node of nodes) for (const field of node) out.u32(field);
  let last = { offset: 0, file: -1, line: 0, node: 0 };
  for (const site of sites) {
    if (site.file === last.file && site.line === last.line && site.node === last.node) continue;
    out.u32(site.offset - last.offset);
    out.u32(site.file);
    out.s32(site.line - last.line);
    if (nodes.length > 0) out.u32(site.node);
    last = site;
  }
  return { name: lineTableName, bytes: out.toBytes() };
}

/** Names by number, in the order in which they were first asked for. */
class Numbering {
  readonly #numbers: Map<string, number> = new Map();

  of(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) this.#numbers.set(name, (number = this.#numbers.size));
    return number;
  }

  write(out: ByteWriter): void {
    out.u32(this.#numbers.size);
    for (const name of this.#numbers.keys()) out.name(name);
  }
}

/** The name of the custom section with the positions of suspended functions. */
export const frameTableName = "goes.frames";

/**
 * Encodes what the frames of suspended functions are: the number of functions, then for each the address of its
 * descriptor (as the distance to the one before, signed), its index, the number of its states, and for each of these the
 * byte offset in the module of the call (distance to the one before, signed), all in LEB128.
 */
export function encodeFrameTable(emitted: EmittedModule): CustomSection {
  const out = new ByteWriter(1024);
  out.u32(emitted.frames.length);
  let lastDescriptor = 0;
  let lastOffset = 0;
  for (const { descriptor, index, offsets } of emitted.frames) {
    out.s32(descriptor - lastDescriptor);
    lastDescriptor = descriptor;
    out.u32(index);
    out.u32(offsets.length);
    for (const offset of offsets) {
      out.s32(offset - lastOffset);
      lastOffset = offset;
    }
  }
  return { name: frameTableName, bytes: out.toBytes() };
}

/** A module with one more custom section at its end. */
export function appendCustomSection(module: Uint8Array, { name, bytes }: CustomSection): Uint8Array {
  const content = new ByteWriter(bytes.length + 16);
  content.name(name);
  content.bytes(bytes);
  const out = new ByteWriter(module.length + content.length + 8);
  out.bytes(module);
  out.u8(section.custom);
  out.vector(content.view());
  return out.toBytes();
}
