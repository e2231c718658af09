// Go's tests name internals of Go's packages. Declarations that do not compile against ours are taken out, blank by
// blank, so that what is left stays where it was.
import type { Decl, File } from "../../../packages/ast/src/index.ts";
import { parseFile } from "../../../packages/parser/src/index.ts";
import { FileSet, type Diagnostic } from "../../../packages/source/src/index.ts";

/** A test file whose text loses declarations. */
export interface TestFile {
  readonly path: string;
  text: string;
}

/** What was taken out: names of tests, or of what they need. */
export type Pruned = Set<string>;

/** Takes out what the diagnostics are about. Returns those about something else. */
export function prune(
  files: readonly TestFile[],
  set: FileSet,
  found: readonly Diagnostic[],
  pruned: Pruned,
): readonly Diagnostic[] {
  const left: Diagnostic[] = [];
  const ranges = new Map<TestFile, (readonly [number, number])[]>();
  const trees = new Map<TestFile, { readonly tree: File; readonly base: number }>();
  for (const item of found) {
    const source = set.fileOf(item.pos);
    const file = files.find(({ path }) => path === source?.name);
    if (source === undefined || file === undefined) {
      const range = withoutTarget(item, files, pruned);
      if (range === undefined) left.push(item);
      else ranges.set(range.file, [...(ranges.get(range.file) ?? []), range.range]);
      continue;
    }
    let parsed = trees.get(file);
    if (parsed === undefined) {
      const own = new FileSet().addText(file.path, file.text);
      trees.set(file, (parsed = { tree: parseFile(own, () => {}), base: own.base }));
    }
    const at = item.pos - source.base;
    const range = rangeOf(parsed.tree, parsed.base, at, pruned);
    if (range === undefined) left.push(item);
    else ranges.set(file, [...(ranges.get(file) ?? []), range]);
  }
  for (const [file, list] of ranges) for (const range of list) blank(file, range);
  return left;
}

/** The function that a linker's message is about: one that names what only Go's runtime has. */
function withoutTarget(
  { message }: Diagnostic,
  files: readonly TestFile[],
  pruned: Pruned,
): { readonly file: TestFile; readonly range: readonly [number, number] } | undefined {
  const name = /(?:^|\n)\S*?(\w+)(?:·f)?: relocation target/.exec(message)?.[1];
  for (const file of files) {
    const own = new FileSet().addText(file.path, file.text);
    const decl = parseFile(own, () => {}).decls.find(
      (item) => item.kind === "FuncDecl" && item.name.name === name,
    );
    if (decl === undefined) continue;
    noteFunc(decl, pruned);
    return { file, range: [decl.pos - own.base, decl.end - own.base] };
  }
  return undefined;
}

/** What the declaration around a place is taken out by; imports that nothing uses any more get the name _. */
function rangeOf(
  tree: File,
  base: number,
  at: number,
  pruned: Pruned,
): readonly [number, number] | undefined {
  const holds = (node: { readonly pos: number; readonly end: number }): boolean =>
    node.pos - base <= at && at <= node.end - base;
  const decl = tree.decls.find(holds);
  if (decl === undefined) return undefined;
  if (decl.kind === "GenDecl") {
    const spec = decl.specs.find(holds);
    if (spec === undefined) return undefined;
    note(spec, pruned);
    const isAlone = decl.lparen === undefined;
    const whole = isAlone ? decl : spec;
    return [whole.pos - base, whole.end - base];
  }
  noteFunc(decl, pruned);
  return [decl.pos - base, decl.end - base];
}

function noteFunc(decl: Decl, pruned: Pruned): void {
  if (decl.kind === "FuncDecl" && decl.receiver === undefined) pruned.add(decl.name.name);
}

function note(spec: Extract<Decl, { kind: "GenDecl" }>["specs"][number], pruned: Pruned): void {
  if (spec.kind === "TypeSpec") pruned.add(spec.name.name);
  else if (spec.kind !== "ImportSpec") for (const { name } of spec.names) pruned.add(name);
}

function blank(file: TestFile, [start, end]: readonly [number, number]): void {
  const before = file.text.slice(0, start);
  const gone = file.text.slice(start, end).replaceAll(/[^\n]/g, " ");
  file.text = before + gone + file.text.slice(end);
}
