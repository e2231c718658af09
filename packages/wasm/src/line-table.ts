import type { Pos } from "@goes/source";
import { ByteWriter } from "./byte-writer.ts";
import type { CustomSection, EmittedModule } from "./emit.ts";
import { section } from "./opcodes.ts";

/** The name of the custom section with the lines of calls. */
export const lineTableName = "goes.lines";

/**
 * Encodes where the calls of a module stand in the sources: the names of the files, then for each call the distance
 * to the one before in bytes of the module (unsigned), file (unsigned) and difference of lines (signed), all in
 * LEB128. `locate` renders a position; calls without one are left out, and those on the line of the call before: the line
 * of a call is that of the last entry up to it.
 */
export function encodeLineTable(
  emitted: EmittedModule,
  locate: (pos: Pos) => { readonly file: string; readonly line: number } | undefined,
): CustomSection {
  const files = new Map<string, number>();
  const entries = new ByteWriter(4096);
  let lastOffset = 0;
  let lastFile = -1;
  let lastLine = 0;
  for (const { offset, pos } of emitted.callSites) {
    const position = locate(pos);
    if (position === undefined) continue;
    let file = files.get(position.file);
    if (file === undefined) files.set(position.file, (file = files.size));
    if (file === lastFile && position.line === lastLine) continue;
    entries.u32(offset - lastOffset);
    entries.u32(file);
    entries.s32(position.line - lastLine);
    lastOffset = offset;
    lastFile = file;
    lastLine = position.line;
  }
  const out = new ByteWriter(4096);
  out.u32(files.size);
  for (const name of files.keys()) out.name(name);
  out.bytes(entries.view());
  return { name: lineTableName, bytes: out.toBytes() };
}

/** The name of the custom section with the places of suspended functions. */
export const frameTableName = "goes.frames";

/**
 * Encodes what the frames of suspended functions stand for: the number of functions, then for each the address of its
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
