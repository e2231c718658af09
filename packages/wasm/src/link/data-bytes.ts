import { InternalError } from "@goes/source";
import type { LinkedModule } from "./link.ts";
import { dataStart } from "./data-layout.ts";

/** A piece of linear memory that is not zero at the start. */
interface Segment {
  readonly address: number;
  readonly bytes: Uint8Array;
}

/** So many zero bytes in a row are cheaper left out than written. */
const minimalGap = 8;

/** The contents of all data symbols, relocations applied, without longer runs of zeros. */
export function computeSegments(linked: LinkedModule): readonly Segment[] {
  const { data, symbols, table, computed } = linked;
  const image = new Uint8Array(data.dataEnd - dataStart);
  const view = new DataView(image.buffer);
  for (const symbol of data.initialized) {
    const base = data.addresses.get(symbol.name)! - dataStart;
    image.set(symbol.bytes, base);
    for (const { offset, kind, symbol: target, addend } of symbol.relocations) {
      let value: number | undefined;
      switch (kind) {
        case "address":
          value = symbols.address(target) + addend;
          break;
        case "table":
          value = symbols.tableIndex(target);
          break;
        case "row":
          // A type without methods in the table has no row; nothing looks for it.
          value = table.rows.get(target) ?? 0;
          break;
      }
      if (offset + 4 > symbol.size) throw new InternalError("wasm", `relocation outside of ${symbol.name}`);
      view.setInt32(base + offset, value, true);
    }
    const own = computed.get(symbol.name);
    if (own !== undefined) view.setUint32(base, own, true);
  }
  return split(image);
}

function split(image: Uint8Array): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  while (at < image.length) {
    while (at < image.length && image[at] === 0) at++;
    if (at === image.length) break;
    const start = at;
    let end = at;
    while (at < image.length && at - end < minimalGap) {
      if (image[at] !== 0) end = at + 1;
      at++;
    }
    segments.push({ address: dataStart + start, bytes: image.subarray(start, end) });
    at = end;
  }
  return segments;
}
