/** What the function table holds. */
export interface TableLayout {
  /** Functions by index from 0; the first is never called and undefined. Gaps hold any function. */
  readonly entries: readonly string[];
  /** A table index of each function that needs one. */
  readonly indexes: ReadonlyMap<string, number>;
  /** Row bases by type descriptor. */
  readonly rows: ReadonlyMap<string, number>;
  /** Offsets of selectors. */
  readonly selectors: ReadonlyMap<string, number>;
  /** First index of the part with the functions that call recover. */
  readonly recoverStart: number;
  /** Number of entries, index 0 included; 0: the module needs no table. */
  readonly size: number;
}

/**
 * Packs the dispatch rows into one table by row displacement (Driesen and Hölzle 1995): selectors get columns, and
 * each row is pushed to the first offset where its entries meet only empty ones, largest rows first. Functions that are
 * called through closures fill the gaps; those that call `recover` are at the end.
 */
export function computeTableLayout(
  methods: ReadonlyMap<string, ReadonlyMap<string, string>>,
  referenced: ReadonlySet<string>,
  recovers: (symbol: string) => boolean,
): TableLayout {
  const selectors = numberSelectors(methods);
  const entries: (string | undefined)[] = [undefined];
  const indexes = new Map<string, number>();
  const rows = new Map<string, number>();
  const sorted = [...methods].filter(([, row]) => row.size > 0).sort((a, b) => b[1].size - a[1].size);
  let firstFree = 1;
  for (const [type, row] of sorted) {
    const cells = [...row].map(([selector, target]) => [selectors.get(selector)!, target] as const);
    cells.sort((a, b) => a[0] - b[0]);
    const first = cells[0]![0];
    while (entries[firstFree] !== undefined) firstFree++;
    let base = firstFree - first;
    while (cells.some(([column]) => entries[base + column] !== undefined)) base++;
    rows.set(type, base);
    for (const [column, target] of cells) {
      entries[base + column] = target;
      if (!indexes.has(target)) indexes.set(target, base + column);
    }
  }
  let at = 1;
  for (const symbol of referenced) {
    if (recovers(symbol) || indexes.has(symbol)) continue;
    while (entries[at] !== undefined) at++;
    entries[at] = symbol;
    indexes.set(symbol, at);
  }
  const recoverStart = entries.length;
  for (const symbol of referenced) {
    if (!recovers(symbol)) continue;
    indexes.set(symbol, entries.length);
    entries.push(symbol);
  }
  const filler = entries.find((entry) => entry !== undefined);
  if (filler === undefined) return { entries: [], indexes, rows, selectors, recoverStart, size: 0 };
  const filled = Array.from(entries, (entry) => entry ?? filler);
  return { entries: filled, indexes, rows, selectors, recoverStart, size: filled.length };
}

/** Columns by selector: those of many types first, so that rows are dense. */
function numberSelectors(
  methods: ReadonlyMap<string, ReadonlyMap<string, string>>,
): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const row of methods.values()) {
    for (const selector of row.keys()) count.set(selector, (count.get(selector) ?? 0) + 1);
  }
  const sorted = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(sorted.map(([selector], i) => [selector, i] as const));
}
