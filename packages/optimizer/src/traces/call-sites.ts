import {
  callSiteLayout,
  callTableLayout,
  DataBuilder,
  functionNameLayout,
  runtimeName,
  type Func,
  type Module,
} from "@goes/ir";
import { noPos, toByteString, type Pos } from "@goes/source";
import type { LocateCall } from "../pass.ts";

/** The data symbol with the sites of all calls. */
export const sitesSymbol = "goes.calls";

const namesSymbol = "goes.functions";

/** Functions of the runtime that may have taken in `main.main`. */
const mainFunctions: ReadonlySet<string> = new Set([
  "runtime._start",
  "runtime.mainEntry",
  "runtime.mainEntry\u00b7f",
]);

/** Functions that the compiler makes and traces do not list: thunks, wrappers of go and defer statements. */
const wrapper = /\u00b7(?:[if]|resume)$|-fm$|\.(?:go|defer)wrap\d+$|^(?:.*\/)?[^./]*\.init$/;

const partSuffix = /\u00b7part\d+$/;

/** The function that a part of it was split off from, by name; other names stay as they are. */
export function wholeOf(name: string): string {
  return name.replace(partSuffix, "");
}

/** As traces print it: type arguments are listed as `[...]`. */
function shownName(symbol: string): string {
  return symbol.replace(/\[.*\]/, "[...]");
}

/** A line of a trace. */
interface Line {
  readonly func: string;
  readonly file: string;
  readonly line: number;
}

/** The sites of the calls of a program: each is in the data once. */
export class CallSites {
  readonly #module: Module;
  readonly #locate: LocateCall;
  readonly #offsets: Map<string, number> = new Map();
  readonly #sites: { readonly line: Line; readonly around: number | undefined }[] = [];
  readonly #byPos: Map<string, number | undefined> = new Map();

  constructor(module: Module, locate: LocateCall) {
    this.#module = module;
    this.#locate = locate;
  }

  /** The offset in {@link sitesSymbol} of the site of a call in `func`; undefined: traces do not show it. */
  offsetOf(func: Func, pos: Pos): number | undefined {
    const key = `${pos} ${func.name}`;
    if (this.#byPos.has(key)) return this.#byPos.get(key);
    const offset = this.#add(this.#linesOf(wholeOf(func.name), pos));
    this.#byPos.set(key, offset);
    return offset;
  }

  /** The calls of the source that one of the module is, innermost first. */
  #linesOf(name: string, pos: Pos): readonly Line[] {
    const positions = pos === noPos ? [] : this.#locate(pos);
    // What starts the program calls nothing of its own that traces show.
    if (positions.length === 0 && mainFunctions.has(name)) return [];
    const known = positions.length > 0 ? positions : [{ func: undefined, file: "?", line: 0 }];
    return known.flatMap(({ func, file, line }) => {
      const shown = func === undefined ? (mainFunctions.has(name) ? "main.main" : name) : wholeOf(func);
      // main.main is called once, and so usually inlined into what starts it.
      const starts = shown === "main.main" && shown !== name && file.startsWith("runtime/");
      return starts || wrapper.test(shown) ? [] : [{ func: shownName(shown), file, line }];
    });
  }

  #add(lines: readonly Line[]): number | undefined {
    let around: number | undefined;
    for (const line of [...lines].reverse()) {
      const key = JSON.stringify([line.func, line.file, line.line, around]);
      let offset = this.#offsets.get(key);
      if (offset === undefined) {
        offset = this.#sites.push({ line, around }) * callSiteLayout.size - callSiteLayout.size;
        this.#offsets.set(key, offset);
      }
      around = offset;
    }
    return around;
  }

  /** Adds the sites to the data, with the variable by which the program finds them. */
  define(): void {
    const module = this.#module;
    const { size, offset } = callSiteLayout;
    const data = new DataBuilder(module, this.#sites.length * size);
    this.#sites.forEach(({ line: { func, file, line }, around }, i) => {
      data.string(i * size + offset.function, toByteString(func));
      data.string(i * size + offset.file, toByteString(file));
      data.u32(i * size + offset.line, line);
      if (around !== undefined) data.address(i * size + offset.around, sitesSymbol, around);
    });
    data.define(sitesSymbol, { align: 4, kind: "constant" });
    const variable = runtimeName("callTable");
    if (!module.data.has(variable)) return;
    const names = defineNames(module);
    const table = new DataBuilder(module, callTableLayout.size);
    table.address(callTableLayout.offset.sites, sitesSymbol);
    table.u32(callTableLayout.offset.siteCount, this.#sites.length);
    table.address(callTableLayout.offset.names, namesSymbol);
    table.u32(callTableLayout.offset.nameCount, names);
    table.define(variable, { align: 4, kind: "variable" });
  }
}

/** Adds the names of all functions that are values somewhere; returns their number. */
function defineNames(module: Module): number {
  const names = new Set<string>();
  for (const { relocations } of module.data.values())
    for (const { kind, symbol } of relocations) if (kind === "table") names.add(symbol);
  for (const func of module.funcs.values())
    for (const block of func.blocks)
      for (const { op, sym } of block.values) if (op === "table.index") names.add(sym!);
  const { size, offset } = functionNameLayout;
  const list = [...names].filter((name) => !name.endsWith("\u00b7resume"));
  const data = new DataBuilder(module, list.length * size);
  list.forEach((name, i) => {
    data.table(i * size + offset.index, name);
    data.string(i * size + offset.name, toByteString(shownName(name.replace(/\u00b7f$/, ""))));
  });
  data.define(namesSymbol, { align: 4, kind: "constant" });
  return list.length;
}
