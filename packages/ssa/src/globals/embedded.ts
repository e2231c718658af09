import type { EmbeddedFile } from "@goes/source";
import { underlying, type Type } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { sizeOf } from "../layout/ir-types.ts";
import { DataBuilder, type DataForm } from "@goes/ir";
import { asBytes } from "../names/type-text.ts";

/** The value of a variable with `//go:embed`: a string, a slice of bytes, or an `embed.FS`. Its data symbol exists. */
export function writeEmbedded(
  ctx: DataContext,
  variable: string,
  type: Type,
  files: readonly EmbeddedFile[],
): void {
  const image = new DataBuilder(ctx.module, sizeOf(ctx, type));
  const under = underlying(type);
  const [first] = files;
  if (under.kind === "basic") writeContents(ctx, image, 0, first!);
  else if (under.kind === "slice") writeBytes(ctx, image, variable, first!);
  else image.address(0, fileList(ctx, variable, files));
  const present = ctx.module.data.get(variable)!;
  const { bytes, relocations } = image;
  ctx.module.data.set(variable, { ...present, bytes, relocations });
}

/** Writes a string with the contents of a file, which are in the program once. */
function writeContents(ctx: DataContext, image: DataBuilder, offset: number, file: EmbeddedFile): void {
  const { bytes } = file;
  if (bytes.length === 0) return;
  const name = `embed:${file.path}`;
  if (!ctx.module.data.has(name)) defineBytes(ctx, name, bytes, "constant");
  image.address(offset, name);
  image.u32(offset + 4, bytes.length);
}

/** Writes a slice over bytes of its own: the program may change them. The slice of an empty file is not nil. */
function writeBytes(ctx: DataContext, image: DataBuilder, variable: string, { bytes }: EmbeddedFile): void {
  const name = `embed:${variable}`;
  defineBytes(ctx, name, bytes, "variable");
  image.address(0, name);
  image.u32(4, bytes.length);
  image.u32(8, bytes.length);
}

const fileSize = 16;

/** The slice that an `embed.FS` points to: files and directories by directory, then name ({@link directoryFirst}). */
function fileList(ctx: DataContext, variable: string, files: readonly EmbeddedFile[]): string {
  const entries = new Map<string, EmbeddedFile | undefined>();
  for (const file of files) {
    entries.set(file.name, file);
    for (let slash = file.name.lastIndexOf("/"); slash > 0; slash = file.name.lastIndexOf("/", slash - 1))
      entries.set(file.name.slice(0, slash + 1), undefined);
  }
  const sorted = [...entries].toSorted(([a], [b]) => directoryFirst(a, b));
  const array = new DataBuilder(ctx.module, sorted.length * fileSize);
  for (const [index, [name, file]] of sorted.entries()) {
    array.string(index * fileSize, asBytes(name));
    if (file !== undefined) writeContents(ctx, array, index * fileSize + 8, file);
  }
  array.define(`embed:${variable}.files`, { align: 4, kind: "constant" });
  const slice = new DataBuilder(ctx.module, 12);
  slice.address(0, `embed:${variable}.files`);
  slice.u32(4, sorted.length);
  slice.u32(8, sorted.length);
  return slice.define(`embed:${variable}.list`, { align: 4, kind: "constant" });
}

/** The order in which package embed expects the files: by the directory that they are in, then by their names. */
function directoryFirst(a: string, b: string): number {
  const [x, y] = [split(a), split(b)];
  if (x.directory !== y.directory) return compareText(x.directory, y.directory);
  return compareText(x.element, y.element);
}

/** By bytes of UTF-8, as Go compares strings. */
function compareText(a: string, b: string): number {
  const [x, y] = [asBytes(a), asBytes(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** `a/b/` is `b` in `a`. */
function split(name: string): { readonly directory: string; readonly element: string } {
  const path = name.endsWith("/") ? name.slice(0, -1) : name;
  const slash = path.lastIndexOf("/");
  return slash < 0
    ? { directory: ".", element: path }
    : { directory: path.slice(0, slash), element: path.slice(slash + 1) };
}

function defineBytes(ctx: DataContext, name: string, bytes: Uint8Array, kind: DataForm["kind"]): void {
  const data = new DataBuilder(ctx.module, bytes.length);
  data.bytes.set(bytes);
  data.define(name, { align: 1, kind });
}
