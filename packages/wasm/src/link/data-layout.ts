import { alignTo, type DataSymbol, type Module } from "@goes/ir";

/** Where data begins: everything below stays zero (see the conventions of the runtime). */
export const dataStart = 1024;

/** Bytes of a page of linear memory. */
export const pageSize = 65536;

/** The addresses of all data. */
export interface DataLayout {
  readonly addresses: ReadonlyMap<string, number>;
  /** The symbols whose bytes are written, ascending by address. */
  readonly initialized: readonly DataSymbol[];
  /** End of what has bytes. */
  readonly dataEnd: number;
  /** End of all data. */
  readonly end: number;
}

/**
 * Places the data of a module: symbols with bytes first, in order of alignment and then of the module, then those
 * that are all zero. Equal constants share a place. `written`: symbols whose bytes the linker itself makes.
 */
export function computeDataLayout(module: Module, written: ReadonlySet<string>): DataLayout {
  const addresses = new Map<string, number>();
  const initialized: DataSymbol[] = [];
  const zero: DataSymbol[] = [];
  const shared = new Map<string, string>();
  const aliases: [string, string][] = [];
  for (const symbol of module.data.values()) {
    if (
      written.has(symbol.name) ||
      symbol.relocations.length > 0 ||
      symbol.bytes.some((byte) => byte !== 0)
    ) {
      if (symbol.constant) {
        const key = contentKey(symbol);
        const first = shared.get(key);
        if (first !== undefined) {
          aliases.push([symbol.name, first]);
          continue;
        }
        shared.set(key, symbol.name);
      }
      initialized.push(symbol);
    } else {
      zero.push(symbol);
    }
  }
  initialized.sort((a, b) => b.align - a.align);
  zero.sort((a, b) => b.align - a.align);
  let at = dataStart;
  const place = (symbol: DataSymbol): void => {
    at = alignTo(at, symbol.align);
    addresses.set(symbol.name, at);
    at += symbol.size;
  };
  for (const symbol of initialized) place(symbol);
  const dataEnd = at;
  for (const symbol of zero) place(symbol);
  for (const [name, first] of aliases) addresses.set(name, addresses.get(first)!);
  return { addresses, initialized, dataEnd, end: at };
}

function contentKey(symbol: DataSymbol): string {
  let key = `${symbol.size} ${symbol.align} `;
  for (const { offset, kind, symbol: target, addend } of symbol.relocations) {
    key += `${offset} ${kind} ${target} ${addend} `;
  }
  const { bytes } = symbol;
  for (let i = 0; i < bytes.length; i += 4096) {
    key += String.fromCharCode.apply(undefined, bytes.subarray(i, i + 4096) as unknown as number[]);
  }
  return key;
}
