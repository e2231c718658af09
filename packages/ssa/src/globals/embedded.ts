import type { EmbeddedFile } from "@goes/source";
import { underlying, type Type } from "@goes/types";
import type { DataContext } from "../program/data-context.ts";
import { sizeOf } from "../layout/ir-types.ts";
import { StaticImage, writeString } from "./static-image.ts";
import { asBytes } from "../names/type-text.ts";

/** The value of a variable with `//go:embed`: a string, a slice of bytes, or an `embed.FS`. Its data symbol exists. */
export function writeEmbedded(
  ctx: DataContext,
  variable: string,
  type: Type,
  files: readonly EmbeddedFile[],
): void {
  const image = new StaticImage(sizeOf(ctx, type));
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
function writeContents(ctx: DataContext, image: StaticImage, offset: number, file: EmbeddedFile): void {
  const { bytes } = file;
  if (bytes.length === 0) return;
  const name = `embed:${file.path}`;
  if (!ctx.module.data.has(name)) define(ctx, name, { size: bytes.length, align: 1, bytes });
  image.address(offset, name);
  image.u32(offset + 4, bytes.length);
}

/** Writes a slice over bytes of its own: the program may change them. An empty file gives no nil slice. */
function writeBytes(ctx: DataContext, image: StaticImage, variable: string, { bytes }: EmbeddedFile): void {
  const name = `embed:${variable}`;
  ctx.module.data.set(name, {
    name,
    size: bytes.length,
    align: 1,
    bytes,
    relocations: [],
    pointers: [],
    constant: false,
  });
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
  const array = new StaticImage(sorted.length * fileSize);
  for (const [index, [name, file]] of sorted.entries()) {
    writeString(ctx, array, index * fileSize, asBytes(name));
    if (file !== undefined) writeContents(ctx, array, index * fileSize + 8, file);
  }
  define(ctx, `embed:${variable}.files`, { size: array.bytes.length, align: 4, ...array });
  const slice = new StaticImage(12);
  slice.address(0, `embed:${variable}.files`);
  slice.u32(4, sorted.length);
  slice.u32(8, sorted.length);
  define(ctx, `embed:${variable}.list`, { size: 12, align: 4, ...slice });
  return `embed:${variable}.list`;
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

function define(
  ctx: DataContext,
  name: string,
  data: {
    readonly size: number;
    readonly align: number;
    readonly bytes: Uint8Array;
    readonly relocations?: StaticImage["relocations"];
  },
): void {
  const { size, align, bytes, relocations = [] } = data;
  ctx.module.data.set(name, { name, size, align, bytes, relocations, pointers: [], constant: true });
}
