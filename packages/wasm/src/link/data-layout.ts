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
  /** Variables that hold pointers are between these two. */
  readonly rootsLow: number;
  readonly rootsHigh: number;
  /** End of all data. */
  readonly end: number;
}

/**
 * Places the data of a module: symbols with bytes first, in order of alignment and then of the module, then those
 * that are all zero; where the two meet, those that hold pointers. Equal constants share memory. `written`: symbols whose bytes the linker itself makes.
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
  const isRoot = ({ pointers }: DataSymbol): number => (pointers.length > 0 ? 1 : 0);
  initialized.sort((a, b) => isRoot(a) - isRoot(b) || b.align - a.align);
  zero.sort((a, b) => isRoot(b) - isRoot(a) || b.align - a.align);
  let at = dataStart;
  const place = (symbol: DataSymbol): void => {
    at = alignTo(at, symbol.align);
    addresses.set(symbol.name, at);
    at += symbol.size;
  };
  let rootsLow: number | undefined;
  let rootsHigh = 0;
  const placeAll = (symbols: readonly DataSymbol[]): void => {
    for (const symbol of symbols) {
      place(symbol);
      if (symbol.pointers.length === 0) continue;
      rootsLow ??= addresses.get(symbol.name)!;
      rootsHigh = at;
    }
  };
  placeAll(initialized);
  const dataEnd = at;
  placeAll(zero);
  for (const [name, first] of aliases) addresses.set(name, addresses.get(first)!);
  rootsLow = alignTo(rootsLow ?? 0, 4);
  return { addresses, initialized, dataEnd, rootsLow, rootsHigh, end: at };
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
